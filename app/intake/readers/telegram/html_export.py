"""The HTML export of Telegram: pages of one chat, or of an account, whose chats are read."""

import re
from codecs import getincrementaldecoder
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from typing import BinaryIO

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Obstacle, Unreadable
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.telegram.media import Media
from app.intake.readers.telegram.message import Message, Room, absence_reason, local_time
from app.sandbox.reader_limits import (
    MAX_FIELD_CHARACTERS,
    MAX_MESSAGES,
    MAX_PAGE_BYTES,
    MAX_TAG_CHARACTERS,
)
from face.errors import UnreadableMediaError
from face.types import Reason

# 01.08.2024 12:34:56 UTC+09:00; older versions wrote no zone
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: (UTC)([+-]\d\d:\d\d)?)?")
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"))
_MEDIA = re.compile(r"\b(photo|video_file|animated|sticker)_wrap\b|\bmedia_\w+")
_CONTACT = "media_contact"
_PHOTO_OF_ROOM = "userpic_link"
_VIA = re.compile(r" via @\w+$")
_TEXT, _FORWARDED = "text", "forwarded"


@dataclass(slots=True)
class PageMessage:
    """A message on a page, with the media that it names.

    Attributes:
        paths: Paths below the folder of the page, or a sentence in place of a path.
        contacts: Paths of contacts, which are not taken in.
    """

    message: Message
    paths: list[str]
    thumb: str
    contacts: list[str]


@dataclass(slots=True)
class _Open:
    """A message while it is read. The first date and name of it are its own; what stands in its
    forwarded part is of the message that it came from.

    Attributes:
        is_service: Said by the program: what happened in the room.
        is_forwarded: One that is joined to the one before says no name, as with the sender.
    """

    id: str
    is_service: bool = False
    is_forwarded: bool = False
    date: str = ""
    sender: str = ""
    forwarded: str = ""
    text: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    thumb: str = ""


class Page(HTMLParser):
    """Parses a page that is fed to it as text; `take` gives the finished messages.

    Attributes:
        title: The title of the room.
        last_sender: The sender of the last message, which the next one may omit; pages hand it on.
        trouble: Why the rest of the page cannot be read.
    """

    def __init__(self, last_sender: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.last_sender = last_sender
        self.trouble: UnreadableMediaError | None = None
        self._classes: list[str] = []
        self._message: _Open | None = None
        self._last_forwarded = ""
        self._message_depth = 0
        self._inside: Counter[str] = Counter()
        self._ended: list[PageMessage] = []

    def feed(self, data: str) -> None:
        """Parse more text. A single tag that never ends is refused, as it costs quadratic time."""
        self._try(lambda: super(Page, self).feed(data))
        if len(self.rawdata) > MAX_TAG_CHARACTERS:
            self.trouble = UnreadableMediaError(Reason.DAMAGED, str(MAX_TAG_CHARACTERS))

    def take(self) -> Iterator[PageMessage]:
        """Yield the messages with media that ended since the last call."""
        ended, self._ended = self._ended, []
        yield from ended

    def close(self) -> None:
        """End the page, and a message in which it may break off."""
        self._try(super().close)
        self._end_message()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Handle the start of an element."""
        named = {name: value or "" for name, value in attrs}
        classes = named.get("class", "")
        if tag not in _VOID:
            self._classes.append(classes)
            self._inside.update(_marks(classes))
        if tag == "div" and re.search(r"\bmessage\b", classes):
            self._begin_message(named.get("id", ""), is_service="service" in classes.split())
        elif self._message is not None:
            self._note(self._message, tag, classes, named)

    def handle_endtag(self, tag: str) -> None:
        """Handle the end of an element."""
        if tag not in _VOID and self._classes:
            self._inside.subtract(_marks(self._classes.pop()))
            if self._message is not None and len(self._classes) < self._message_depth:
                self._end_message()

    def handle_data(self, data: str) -> None:
        """Handle text, whose meaning the class of the element tells."""
        kind = self._classes[-1] if self._classes else ""
        message = self._message
        if message is None:
            if not self.title and kind == "text bold":
                self.title = data.strip()
        elif kind == "from_name" and self._is_forwarded():
            message.forwarded = message.forwarded or data.strip()
        elif kind == "from_name":
            message.sender = message.sender or _VIA.sub("", data.strip())
        elif message.is_service and kind == "body details":
            message.text.append(data)
        elif kind in ("description", "status details") and absence_reason(data.strip()):
            message.paths.append(data.strip())
        elif self._inside[_TEXT] > 0:
            message.text.append(data)

    def _try(self, read: Callable[[], None]) -> None:
        try:
            read()
        except AssertionError:  # how the parser calls it nonsense, until Python 3.13
            self.trouble = UnreadableMediaError(Reason.DAMAGED)

    def _note(self, message: _Open, tag: str, classes: str, named: dict[str, str]) -> None:
        if "date" in classes.split() and not message.date and not self._is_forwarded():
            message.date = named.get("title", "")
        elif tag == "a" and _is_media(message, classes) and "href" in named:
            list_of = message.contacts if _CONTACT in classes else message.paths
            if not _is_elsewhere(named["href"]):
                list_of.append(named["href"])
        elif tag == "img" and "_thumb" in named.get("src", ""):
            message.thumb = message.thumb or named["src"]
        elif classes == "forwarded body":
            message.is_forwarded = True

    def _is_forwarded(self) -> bool:
        return self._inside[_FORWARDED] > 0

    def _begin_message(self, name: str, *, is_service: bool) -> None:
        self._end_message()
        self._message = _Open(name.removeprefix("message"), is_service)
        self._message_depth = len(self._classes)
        self._inside.clear()

    def _end_message(self) -> None:
        message, self._message = self._message, None
        if message is None:
            return
        self.last_sender = message.sender or self.last_sender
        if message.is_forwarded:
            message.forwarded = self._last_forwarded = message.forwarded or self._last_forwarded
        if message.paths or message.contacts:
            self._ended.append(_told(message, "" if message.is_service else self.last_sender))


def _marks(classes: str) -> tuple[str, ...]:
    """Return the classes that matter to everything inside an element."""
    if classes == _TEXT:
        return (_TEXT,)
    return (_FORWARDED,) if _FORWARDED in classes and _FORWARDED in classes.split() else ()


def _is_media(message: _Open, classes: str) -> bool:
    return bool(_MEDIA.search(classes)) or (message.is_service and classes == _PHOTO_OF_ROOM)


def _told(told: _Open, sender: str) -> PageMessage:
    time, assumed = _time(told.date)
    message = Message(
        id=told.id[:32],
        time=time,
        assumed=assumed,
        sender=sender[:MAX_FIELD_CHARACTERS] or None,
        forwarded_from=told.forwarded[:MAX_FIELD_CHARACTERS] or None,
        text="".join(told.text).strip()[:MAX_FIELD_CHARACTERS],
    )
    return PageMessage(message, told.paths, told.thumb, told.contacts)


def _time(title: str) -> tuple[int | None, bool]:
    found = _DATE.match(title)
    if found is None:
        return None, False
    day, month, year, clock, utc, offset = found.groups()
    zone = utc and (offset or "+00:00")
    try:
        written = datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{zone or ''}")
    except ValueError:
        return None, False
    return local_time(written), zone is None


def _is_elsewhere(href: str) -> bool:
    """Return whether a link leads out of the export; a place on a map opens a web page."""
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//|#", href))


CHUNK = 64 * 1024
INDEX = "export_results.html"
CHATS = "chats"
_PAGE = re.compile(r"messages(\d*)\.html")
_STYLE = b"css/style.css"
_OF_ACCOUNT = re.compile(r"\.\./\.\./(?=chats/)")
_OF_CHAT = re.compile(r"\.\./\.\./chats/[^/]+/")
"""How paths on the pages of an account begin, seen from its folder and from a lone chat."""


class TelegramHtml:
    """Reads the folder of a chat, that of a whole account, or one page."""

    def accepts(self, place: Place) -> bool:
        """Return whether the first page begins like those of Telegram."""
        if isinstance(place, Folder) and INDEX in place.names():
            return _is_ours(place.child(INDEX))
        pages = _pages_of(place)
        return bool(pages) and _is_ours(pages[0])

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield the media of every message, then the files that no message names."""
        if isinstance(place, Folder) and INDEX in place.names():
            yield from _account(place)
            return
        pages = _pages_of(place)
        folder = place if isinstance(place, Folder) else pages[0].folder()
        media = Media(folder)
        yield from _Pages(media, _OF_CHAT).events(pages)
        if isinstance(place, Folder):
            yield from media.rest(place)


def _account(account: Folder) -> Iterator[ReaderEvent]:
    """Yield the chats of an account; the rest is the owner's own data."""
    for child in account.children():
        if child.name == CHATS and isinstance(child, Folder):
            yield from _chats(Media(account), child)
        else:
            yield Unreadable(child.path, child.name, Obstacle.NOT_OF_A_MESSAGE)


def _chats(media: Media, chats: Folder) -> Iterator[ReaderEvent]:
    """Yield the chats of an account; one may name a file of another that had it first."""
    exports: list[Folder] = []
    for child in chats.children():
        try:
            pages = _pages_of(child) if isinstance(child, Folder) else []
        except OSError:
            pages = []  # listing it will say so
        if isinstance(child, Folder) and pages and _is_ours(pages[0]):
            exports.append(child)
            yield from _Pages(media, _OF_ACCOUNT).events(pages)
        else:
            yield child if isinstance(child, Unreadable) else FoundPlace(child)
    for chat in exports:
        yield from media.rest(chat)


def _pages_of(place: Place) -> list[File]:
    """Return the pages of a chat in their order."""
    if isinstance(place, File):
        return [place] if place.head().lstrip().startswith(b"<!DOCTYPE html>") else []
    numbers = [(int(page[1] or 1), page[0]) for name in place.names() if (page := _match(name))]
    pages = [place.child(name) for _, name in sorted(numbers)]
    return [page for page in pages if isinstance(page, File)]


def _match(name: str) -> re.Match[str] | None:
    return _PAGE.fullmatch(name) if len(name) < 30 else None


def _is_ours(page: object) -> bool:
    if not isinstance(page, File):
        return False
    head = page.head()
    return _STYLE in head and b"Exported Data" in head


class _Pages:
    def __init__(self, media: Media, way_up: re.Pattern[str]) -> None:
        self._media = media
        self._way_up = way_up
        self._sender = ""
        self._messages = 0
        self._room: Room | None = None

    def events(self, pages: list[File]) -> Iterator[ReaderEvent]:
        for page in pages:
            try:
                yield from self._page(page)
            except UnreadableMediaError as error:
                yield Unreadable(page.path, page.name, error.reason, error.detail)
            except OSError:
                yield Unreadable(page.path, page.name, Reason.UNREADABLE_FILE)

    def _page(self, file: File) -> Iterator[ReaderEvent]:
        if file.size > MAX_PAGE_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(file.size))
        page = Page(self._sender)
        with file.open() as stream:
            for text in _texts(stream):
                page.feed(text)
                yield from self._messages_of(page, file)
                _require_sense(page)
        page.close()
        yield from self._messages_of(page, file)
        _require_sense(page)
        self._sender = page.last_sender

    def _messages_of(self, page: Page, file: File) -> Iterator[ReaderEvent]:
        if self._room is None:
            self._room = Room(file.path, page.title or None)
        for told in page.take():
            self._messages += 1
            if self._messages > MAX_MESSAGES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
            yield from self._media_of(self._room, told)

    def _media_of(self, room: Room, told: PageMessage) -> Iterator[ReaderEvent]:
        for contact in told.contacts:
            self._media.pass_over(self._below(contact))
        paths = [self._below(path) for path in told.paths]
        yield from self._media.of(room, told.message, paths, self._below(told.thumb))

    def _below(self, path: str) -> str:
        way_up = self._way_up.match(path)
        return path[way_up.end() :] if way_up else path


def _require_sense(page: Page) -> None:
    if page.trouble is not None:
        raise page.trouble


def _texts(stream: BinaryIO) -> Iterator[str]:
    decode = getincrementaldecoder("utf-8")("replace")
    while chunk := stream.read(CHUNK):
        yield decode.decode(chunk)
    yield decode.decode(b"", final=True)
