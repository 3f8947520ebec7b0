"""Rooms and messages of Telegram exports, as far as they belong to a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from app.intake.note_flags import NoteFlag, with_flags
from app.intake.readers.core.address import fileless_address
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS
from face.types import Reason

PLATFORM = "telegram"
OLD_CHANNEL = 0x2_0000_0000
"""Added to channel ids by versions that did not write `date_unixtime` yet."""

ABSENT = {
    "(File not included": Reason.NOT_IN_EXPORT,
    "(File exceeds maximum size": Reason.OVER_EXPORT_LIMIT,
    "(File unavailable": Reason.UNAVAILABLE,
    "Not included": Reason.NOT_IN_EXPORT,
    "Exceeds maximum size": Reason.OVER_EXPORT_LIMIT,
    "Unavailable, please": Reason.UNAVAILABLE,
    "Please view it on your mobile": Reason.UNAVAILABLE,
    "Expired": Reason.UNAVAILABLE,
}
"""How the sentences begin that stand in the place of a file, in JSON and in HTML; the last two of
photos and videos that destroy themselves."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Room:
    """A chat, group or channel.

    Attributes:
        home: Address of the export, which tells rooms without an id apart.
    """

    home: str
    title: str | None = None
    type: str | None = None
    id: int | None = None

    @property
    def is_channel(self) -> bool:
        """Whether it is a channel or supergroup, whose messages have links."""
        return (self.type or "").endswith(("_supergroup", "_channel"))

    def message(self, number: object) -> str:
        """Return a fileless address of a message, the same in every export of the room."""
        kind = "channel" if self.is_channel else self.type
        room = self.home if self.id is None else f"{kind}/{self.id}"
        return fileless_address(PLATFORM, room, number)


@dataclass(frozen=True, slots=True)
class Message:
    """A message, as far as it belongs to a case.

    Attributes:
        time: Seconds since 1970, UTC.
        assumed: Whether the time had no zone, and that of this computer was assumed.
    """

    id: str
    time: int | None = None
    assumed: bool = False
    sender: str | None = None
    sender_id: str | None = None
    forwarded_from: str | None = None
    text: str = ""

    def provenance(self, room: Room, *marks: NoteFlag) -> dict[str, str | int]:
        """Return the provenance by the field names of `storage.types.Source`."""
        link = _link(room, self.id)
        all_marks = [*marks]
        all_marks += [NoteFlag.LINK_RECONSTRUCTED] if link else []
        all_marks += [NoteFlag.TIME_ASSUMED] if self.assumed else []
        known: dict[str, str | int | None] = {
            "platform": PLATFORM,
            "room_title": room.title,
            "room_type": room.type,
            "room_id": None if room.id is None else str(room.id),
            "message_id": self.id,
            "message_time_unix": self.time,
            "sender_display": self.sender,
            "sender_id": self.sender_id,
            "forwarded_from": self.forwarded_from,
            "url": link,
            "post_title": self.text or None,
            "note": with_flags(all_marks) or None,
        }
        return {name: value for name, value in known.items() if value is not None}


def absence_reason(told: str) -> Reason | None:
    """Return why a file is missing, if this sentence stands in its place."""
    return next((reason for start, reason in ABSENT.items() if told.startswith(start)), None)


def room_of(header: Mapping[str, Any], home: str, *, old: bool) -> Room:
    """Return the room that the header of a chat describes."""
    number = header.get("id")
    room = Room(home, text(header.get("name")), text(header.get("type")), parse_id(number))
    if old and room.is_channel and OLD_CHANNEL < (room.id or 0) < OLD_CHANNEL + 2**32:
        return Room(home, room.title, room.type, (room.id or 0) - OLD_CHANNEL)
    return room


def message_of(told: Mapping[str, Any]) -> Message:
    """Return a message of the JSON export."""
    time, assumed = _time(told)
    return Message(
        id=text(told.get("id")) or "",
        time=time,
        assumed=assumed,
        sender=text(told.get("from")) or text(told.get("actor")),
        sender_id=text(told.get("from_id")) or text(told.get("actor_id")),
        forwarded_from=text(told.get("forwarded_from")) or text(told.get("saved_from")),
        text=joined_text(told.get("text")),
    )


def text(value: object) -> str | None:
    """Return a field as text, cut to the limit; None if it is empty or no text."""
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        return None
    return str(value)[:MAX_FIELD_CHARACTERS] if isinstance(value, str) else f"{value:d}"[:32]


def parse_id(value: object) -> int | None:
    """Parse an id, which may be written as text; None if it is none or too large."""
    if isinstance(value, str) and value.lstrip("-").isdecimal() and len(value) < 20:
        value = int(value)
    return value if isinstance(value, int) and abs(value) < 2**63 else None


def joined_text(pieces: object) -> str:
    """Return the text of a message, which may consist of pieces such as links."""
    if isinstance(pieces, str):
        return pieces[:MAX_FIELD_CHARACTERS]
    if not isinstance(pieces, list):
        return ""
    words = (each.get("text") if isinstance(each, dict) else each for each in pieces)
    return "".join(word for word in words if isinstance(word, str))[:MAX_FIELD_CHARACTERS]


def local_time(written: datetime) -> int | None:
    """Return seconds since 1970 for a time, in the zone of this computer if it has none."""
    try:
        return int(written.timestamp()) if written.tzinfo is None else _seconds(written)
    except (ValueError, OverflowError, OSError):
        return None


def _seconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(seconds=1)


def _time(told: Mapping[str, Any]) -> tuple[int | None, bool]:
    unix = parse_id(told.get("date_unixtime"))
    if unix is not None:
        return unix, False
    try:
        written = datetime.fromisoformat(str(told.get("date", "")))
    except ValueError:
        return None, False
    return local_time(written), written.tzinfo is None


def _link(room: Room, message: str) -> str | None:
    """Build a link from the two ids. Nobody has seen it, and only members can open it."""
    if not room.is_channel or room.id is None or not message.isdecimal():
        return None
    return f"https://t.me/c/{room.id}/{message}"
