"""The JSON export of Telegram: one chat, or an account, of which only the chats are read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Obstacle, Unreadable
from app.intake.readers.core.json_text import JsonText
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import ReaderEvent
from app.intake.readers.telegram.media import Media
from app.intake.readers.telegram.message import Room, message_of, room_of
from app.sandbox.reader_limits import MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.types import Reason

STEP, STEPS = 4096, 64
"""How far is read on until a chunk ends behind an escape; no honest text is one row of them."""

_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)


def repair_escapes(stream: BinaryIO, size: int) -> bytes:
    r"""Read about `size` bytes, with `\xNN` made `\u00NN`; empty only at the end.

    Telegram Desktop writes control characters as `\xNN`, which is not JSON.
    """
    chunk = stream.read(size)
    for _ in range(STEPS):
        if not _is_cut(chunk) or not (more := stream.read(STEP)):
            break
        chunk += more
    return _ESCAPE.sub(_as_json, chunk) if b"\\x" in chunk else chunk


def _as_json(escape: re.Match[bytes]) -> bytes:
    return rb"\u00" + escape[1] if escape[1] else escape[0]


def _is_cut(chunk: bytes) -> bool:
    """Return whether the chunk may end inside an escape."""
    return b"\\" in chunk[-4:]


RESULT = "result.json"
CHATS = "chats"
_ONE_CHAT = re.compile(
    rb'^\s*\{.*"type"\s*:\s*"(personal_chat|bot_chat|saved_messages|replies|verify_codes'
    rb'|(private|public)_(group|supergroup|channel))"',
    re.DOTALL,
)
_ACCOUNT = re.compile(
    rb'^\s*\{\s*("about"\s*:\s*"[^"]*telegram|"(chats|left_chats)"\s*:\s*\{)',
    re.DOTALL | re.IGNORECASE,
)
_PATHS = ("photo", "file")
_OF_ACCOUNT = frozenset(
    (
        *("about", "chats", "contacts", "frequent_contacts", "left_chats", "other_data"),
        *("personal_information", "profile_pictures", "sessions", "stories", "web_sessions"),
    )
)
"""Keys in the export of an account that no export of one chat has."""


class TelegramJson:
    """Reads the folder of an export, or its result.json under any name."""

    def accepts(self, place: Place) -> bool:
        """Return whether the text begins like an export of Telegram."""
        file = _text_of(place)
        if file is None or not file.head().lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            return False
        head = file.head().removeprefix(b"\xef\xbb\xbf")
        return bool(_ONE_CHAT.search(head) or _ACCOUNT.search(head))

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield the media of every message, then the files that no message names."""
        file = _text_of(place)
        if file is None:
            raise FileNotFoundError
        export = _Export(file, place if isinstance(place, Folder) else file.folder())
        try:
            yield from export.events()
        except UnreadableMediaError as error:
            yield Unreadable(file.path, file.name, error.reason, error.detail)
        if isinstance(place, Folder):
            yield from export.rest(place)


def _text_of(place: Place) -> File | None:
    if isinstance(place, File):
        return place
    if RESULT not in place.names():
        return None
    text = place.child(RESULT)
    return text if isinstance(text, File) else None


class _Export:
    def __init__(self, file: File, folder: Folder) -> None:
        self._file = file
        self._media = Media(folder)
        self._is_account = False
        self._messages = 0

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the media of the messages as the text is read."""
        with self._file.open() as stream:
            yield from self._chat(JsonText(stream, repair_escapes), top=True)

    def rest(self, folder: Folder) -> Iterator[ReaderEvent]:
        """Yield the other files; of an account only those of chats, as the rest is the owner's."""
        if not self._is_account:
            yield from self._media.rest(folder)
            return
        for child in folder.children():
            if child.name == CHATS and isinstance(child, Folder):
                yield from self._media.rest(child)
            elif child.name != RESULT:
                yield Unreadable(child.path, child.name, Obstacle.NOT_OF_A_MESSAGE)

    def _chat(self, text: JsonText, *, top: bool = False) -> Iterator[ReaderEvent]:
        """Yield the media of one chat, whose name and type come before its messages."""
        header: dict[str, Any] = {}
        for key in text.keys():  # noqa: SIM118 - not a dictionary
            self._is_account |= top and key in _OF_ACCOUNT
            if key == "messages" and text.comes("["):
                yield from self._told_in(text, header)
            elif key in ("name", "type", "id"):
                header[key] = text.value()
            elif top and key in ("chats", "left_chats") and text.comes("{"):
                yield from self._account(text)
            else:
                text.skip()

    def _account(self, text: JsonText) -> Iterator[ReaderEvent]:
        for key in text.keys():  # noqa: SIM118
            if key == "list" and text.comes("["):
                for _ in text.elements():
                    yield from self._chat(text)
            else:
                text.skip()

    def _told_in(self, text: JsonText, header: Mapping[str, Any]) -> Iterator[ReaderEvent]:
        room: Room | None = None
        for _ in text.elements():
            message = text.value()
            self._messages += 1
            if self._messages > MAX_MESSAGES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
            if not isinstance(message, dict):
                continue
            if room is None:
                room = room_of(header, self._file.path, old="date_unixtime" not in message)
            yield from self._told_by(room, message)

    def _told_by(self, room: Room, message: Mapping[str, Any]) -> Iterator[ReaderEvent]:
        paths = [message[name] for name in _PATHS if _is_path(message.get(name))]
        if _is_path(message.get("contact_vcard")):
            self._media.pass_over(message["contact_vcard"])
        if paths:
            thumb = message.get("thumbnail")
            small = thumb if isinstance(thumb, str) else ""
            yield from self._media.of(room, message_of(message), paths, small)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and value != ""
