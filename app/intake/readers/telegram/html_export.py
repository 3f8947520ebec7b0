"""The HTML export of Telegram: pages of one chat, or of an account, whose chats are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from resiliparse.parse.html import ElementNode, HTMLTree, TextNode

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Obstacle, Unreadable
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.telegram.media import Media
from app.intake.readers.telegram.message import Message, Room, absence_reason, local_time
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS, MAX_MESSAGES, MAX_PAGE_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

# 01.08.2024 12:34:56 UTC+09:00; older versions wrote no zone
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: (UTC)([+-]\d\d:\d\d)?)?")
_MEDIA = re.compile(r"\b(photo|video_file|animated|sticker)_wrap\b|\bmedia_\w+")
_CONTACT = "media_contact"
_PHOTO_OF_ROOM = "userpic_link"
_NAME = '[class="from_name"]'
_VIA = re.compile(r" via @\w+$")
_END = b"</html>"


@dataclass(slots=True)
class Named:
    """What a message names.

    Attributes:
        paths: Paths below the folder of the page, or a sentence in place of a path.
        contacts: Paths of contacts, which are not taken in.
    """

    paths: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    thumb: str = ""


class Page:
    """A page of messages.

    Attributes:
        title: The title of the room.
        last_sender: The sender of the last message, which the next one may omit; pages hand it on.
    """

    def __init__(self, text: str, last_sender: str = "") -> None:
        document = HTMLTree.parse(text).document
        assert document is not None  # noqa: S101 - every text makes one
        self._document = document
        heading = self._document.query_selector('[class="text bold"]')
        self.title = "" if heading is None else _own_text(heading)[:MAX_FIELD_CHARACTERS]
        self.last_sender = last_sender
        self._last_forwarded = ""

    def messages(self) -> Iterator[tuple[Message, Named]]:
        """Yield the messages with media.

        Raises:
            UnreadableMediaError: A message lies in another one, as no program writes it.
        """
        for element in self._document.query_selector_all("div.message").values():
            if element.query_selector("div.message") is not None:
                raise UnreadableMediaError(Reason.DAMAGED)
            sender, forwarded = self._sender(element), self._forwarded_from(element)
            named = _named_in(element)
            if named.paths or named.contacts:
                yield _message(element, sender, forwarded), named

    def _sender(self, element: ElementNode) -> str:
        """Say who sent a message."""
        if _is_service(element):
            return ""
        names = map(_own_text, _of_message_itself(element, _NAME))
        self.last_sender = _VIA.sub("", next(filter(None, names), "")) or self.last_sender
        return self.last_sender

    def _forwarded_from(self, element: ElementNode) -> str:
        """Say where a message came from; one that is joined to the one before says no name."""
        if element.query_selector('[class="forwarded body"]') is None:
            return ""
        names = map(_own_text, element.query_selector_all(f".forwarded {_NAME}").values())
        self._last_forwarded = next(filter(None, names), self._last_forwarded)
        return self._last_forwarded


def _named_in(element: ElementNode) -> Named:
    """Return what a message names, in its order."""
    named = Named()
    for each in element.query_selector_all(
        "a[href], img[src], .description, .status.details"
    ).values():
        classes, path = each.class_name or "", each.getattr("href") or ""
        if each.tag == "img":
            small = each.getattr("src") or ""
            named.thumb = named.thumb or (small if "_thumb" in small else "")
        elif each.tag != "a":
            said = _own_text(each)
            named.paths += [said] if absence_reason(said) else []
        elif _MEDIA.search(classes) or (_is_service(element) and classes == _PHOTO_OF_ROOM):
            paths = named.contacts if _CONTACT in classes else named.paths
            paths += [] if _is_elsewhere(path) else [path]
    return named


def _is_service(element: ElementNode) -> bool:
    """Whether the program says it: what happened in the room."""
    return "service" in element.class_list


def _of_message_itself(element: ElementNode, selector: str) -> Iterator[ElementNode]:
    """Find elements that are not of the message from which this one was forwarded."""
    for each in element.query_selector_all(selector).values():
        if each.closest(".forwarded") is None:
            yield each


def _own_text(element: ElementNode) -> str:
    """Return the text of an element without that of elements in it."""
    texts = (
        each.value or "" for each in element.child_nodes.values() if isinstance(each, TextNode)
    )
    return "".join(texts).strip()


def _message(element: ElementNode, sender: str, forwarded: str) -> Message:
    dates = _of_message_itself(element, ".date[title]")
    time, assumed = _time(next((each.getattr("title") or "" for each in dates), ""))
    words = element.query_selector('.service > [class="body details"], [class="text"]')
    return Message(
        id=(element.id or "").removeprefix("message")[:32],
        time=time,
        assumed=assumed,
        sender=sender[:MAX_FIELD_CHARACTERS] or None,
        forwarded_from=forwarded[:MAX_FIELD_CHARACTERS] or None,
        text=((words and words.text) or "").strip()[:MAX_FIELD_CHARACTERS],
    )


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
        with file.open() as stream:
            content = stream.read()
        page = Page(content.decode("utf-8", "replace"), self._sender)
        if self._room is None:
            self._room = Room(file.path, page.title or None)
        for message, named in page.messages():
            self._messages += 1
            if self._messages > MAX_MESSAGES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
            yield from self._media_of(self._room, message, named)
        self._sender = page.last_sender
        if not content.rstrip().endswith(_END):
            raise UnreadableMediaError(Reason.TRUNCATED)

    def _media_of(self, room: Room, message: Message, named: Named) -> Iterator[ReaderEvent]:
        for contact in named.contacts:
            self._media.pass_over(self._below(contact))
        paths = [self._below(path) for path in named.paths]
        yield from self._media.of(room, message, paths, self._below(named.thumb))

    def _below(self, path: str) -> str:
        way_up = self._way_up.match(path)
        return path[way_up.end() :] if way_up else path
