"""What a message of an export says of its media."""

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
"""Added to the number of a channel by versions that did not write `date_unixtime` yet."""

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
    """A chat.

    Attributes:
        home: The address of its export: what tells rooms apart that say no id.
    """

    home: str
    title: str | None = None
    type: str | None = None
    id: int | None = None

    @property
    def is_channel(self) -> bool:
        """Channels and supergroups have messages with links."""
        return (self.type or "").endswith(("_supergroup", "_channel"))

    def message(self, number: object) -> str:
        """An address for a message, the same in every export of this room."""
        kind = "channel" if self.is_channel else self.type
        room = self.home if self.id is None else f"{kind}/{self.id}"
        return fileless_address(PLATFORM, room, number)


@dataclass(frozen=True, slots=True)
class Message:
    """One message, as far as it belongs to the case.

    Attributes:
        time: Seconds since 1970, UTC.
        assumed: The time was written without a zone, and that of this computer was taken.
    """

    id: str
    time: int | None = None
    assumed: bool = False
    sender: str | None = None
    sender_id: str | None = None
    forwarded_from: str | None = None
    text: str = ""

    def provenance(self, room: Room, *marks: NoteFlag) -> dict[str, str | int]:
        """By the field names of `storage` sources."""
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
    """Why there is no file, when this stands in its place."""
    return next((reason for start, reason in ABSENT.items() if told.startswith(start)), None)


def room_of(header: Mapping[str, Any], home: str, *, old: bool) -> Room:
    """The room that the head of a chat tells of."""
    number = header.get("id")
    room = Room(home, text(header.get("name")), text(header.get("type")), parse_id(number))
    if old and room.is_channel and OLD_CHANNEL < (room.id or 0) < OLD_CHANNEL + 2**32:
        return Room(home, room.title, room.type, (room.id or 0) - OLD_CHANNEL)
    return room


def message_of(told: Mapping[str, Any]) -> Message:
    """A message of the JSON export."""
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
    """A field as text, cut where it is longer than any honest one; None when it says nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        return None
    return str(value)[:MAX_FIELD_CHARACTERS] if isinstance(value, str) else f"{value:d}"[:32]


def parse_id(value: object) -> int | None:
    """A number that may be written as text; small enough to be one."""
    if isinstance(value, str) and value.lstrip("-").isdecimal() and len(value) < 20:
        value = int(value)
    return value if isinstance(value, int) and abs(value) < 2**63 else None


def joined_text(pieces: object) -> str:
    """The text of a message: a string, or pieces of which some are links or bold."""
    if isinstance(pieces, str):
        return pieces[:MAX_FIELD_CHARACTERS]
    if not isinstance(pieces, list):
        return ""
    words = (each.get("text") if isinstance(each, dict) else each for each in pieces)
    return "".join(word for word in words if isinstance(word, str))[:MAX_FIELD_CHARACTERS]


def local_time(written: datetime) -> int | None:
    """Seconds since 1970 of a time without a zone, taken as that of this computer."""
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
    """Built from the two ids: nobody has seen it, and it opens for members of the room only."""
    if not room.is_channel or room.id is None or not message.isdecimal():
        return None
    return f"https://t.me/c/{room.id}/{message}"
