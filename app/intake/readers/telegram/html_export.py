"""The HTML export: pages of a chat, or everything of an account, of which only chats are read."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import BinaryIO

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.found import Obstacle, Unreadable
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.telegram.html_page import Page
from app.intake.readers.telegram.html_page import PageMessage as OfMessage
from app.intake.readers.telegram.media import Media
from app.intake.readers.telegram.message import Room
from app.sandbox.reader_limits import MAX_MESSAGES, MAX_PAGE_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

CHUNK = 64 * 1024
INDEX = "export_results.html"
CHATS = "chats"
_PAGE = re.compile(r"messages(\d*)\.html")
_STYLE = b"css/style.css"
_OF_ACCOUNT = re.compile(r"\.\./\.\./(?=chats/)")
_OF_CHAT = re.compile(r"\.\./\.\./chats/[^/]+/")
"""How pages of an account begin each path, seen from its folder, and from a chat that lies alone.
No other way up leads anywhere."""


class TelegramHtml:
    """Accepts the folder of a chat, that of a whole account, or one page."""

    def accepts(self, place: Place) -> bool:
        """By the first bytes of the first page."""
        if isinstance(place, Folder) and INDEX in place.names():
            return _is_ours(place.child(INDEX))
        pages = _pages_of(place)
        return bool(pages) and _is_ours(pages[0])

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """The media of every message, then the files that no message names."""
        if isinstance(place, Folder) and INDEX in place.names():
            yield from _account(place)
            return
        pages = _pages_of(place)
        folder = place if isinstance(place, Folder) else pages[0].folder()
        media = Media(folder)
        yield from _Pages(media, _OF_CHAT).told(pages)
        if isinstance(place, Folder):
            yield from media.rest(place)


def _account(account: Folder) -> Iterator[ReaderEvent]:
    """The chats; the rest is the owner's."""
    for child in account.children():
        if child.name == CHATS and isinstance(child, Folder):
            yield from _chats(Media(account), child)
        else:
            yield Unreadable(child.path, child.name, Obstacle.NOT_OF_A_MESSAGE)


def _chats(media: Media, chats: Folder) -> Iterator[ReaderEvent]:
    """A chat may name a file of another, where that was sent first."""
    exports: list[Folder] = []
    for child in chats.children():
        try:
            pages = _pages_of(child) if isinstance(child, Folder) else []
        except OSError:
            pages = []  # listing it will say so
        if isinstance(child, Folder) and pages and _is_ours(pages[0]):
            exports.append(child)
            yield from _Pages(media, _OF_ACCOUNT).told(pages)
        else:
            yield child if isinstance(child, Unreadable) else FoundPlace(child)
    for chat in exports:
        yield from media.rest(chat)


def _pages_of(place: Place) -> list[File]:
    """The pages in their order."""
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

    def told(self, pages: list[File]) -> Iterator[ReaderEvent]:
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

    def _media_of(self, room: Room, told: OfMessage) -> Iterator[ReaderEvent]:
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
