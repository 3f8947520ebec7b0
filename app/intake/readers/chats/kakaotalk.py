"""KakaoTalk chats: texts of Windows, iOS and Android in many languages, and CSV of macOS.

Times are taken as those of Seoul, and are exact to the minute. Media are the name of a file, or
only a word such as "사진".
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.intake.note_flags import NoteFlag
from app.intake.readers.chats.message import Attachment, Message, MessageNumbers
from app.intake.readers.chats.text_lines import UnknownLines, first_lines, grouped, lines_of
from app.intake.readers.chats.timestamps import (
    COMMA,
    DATE,
    SEOUL,
    TIME,
    clock_of,
    day_in_any_order,
    day_in_words,
    day_of,
    seconds_of,
)
from app.intake.readers.core.places import File
from app.sandbox.reader_limits import MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.types import Reason

_WORDS = (
    "사진|동영상|Photos?|Videos?|写真|動画|照片|图片|圖片|视频|影片|視訊|Fotos?|Vídeos?|Vidéos?|Bild|Bilder"
    "|Фото|Видео|รูปภาพ|ภาพถ่าย|วิดีโอ|Ảnh|Hình ảnh|Gambar|Fotoğraf|صورة|صور|فيديو|फ़ोटो|वीडियो"
)
"""What stands for a picture or a video, in the languages that KakaoTalk speaks."""
_PICTURE = re.compile(rf"(<)?(?:{_WORDS})(?(1)[^<>\n]{{0,30}}>)", re.IGNORECASE)
_SENT = re.compile(r"(?:사진|동영상)을 보냈습니다\.?")
_PICTURES = re.compile(
    rf"(?:{_WORDS}) ?(\d{{1,3}})(?:장|개|枚|张|張|本|个|個)?|(\d{{1,3}}) (?:{_WORDS})",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?:파일|File) ?: ?([^/\\\n]{1,250})", re.IGNORECASE)
_NAME = re.compile(
    r"[0-9A-Za-z_-]{20,100}\.(?:jpe?g|png|gif|webp|heic|mp4|mov|m4v|zip)", re.IGNORECASE
)
MOST_TOGETHER = 30
"""Greatest number of pictures that KakaoTalk sends at once."""


def media_in(text: str) -> tuple[Attachment, ...]:
    """Return the media of a message that consists of nothing else; empty for words.

    Only the first line counts: the lines behind it may be notices about who came and who left.
    """
    first = text.partition("\n")[0].strip()
    names = first.split()
    if names and all(map(_NAME.fullmatch, names)):
        return tuple(Attachment((name,), name) for name in names[:MOST_TOGETHER])
    return _in_line(first)


def _in_line(text: str) -> tuple[Attachment, ...]:
    if _PICTURE.fullmatch(text) or _SENT.fullmatch(text):
        return (Attachment((), text.strip("<>")),)
    many = _PICTURES.fullmatch(text)
    if many is not None:
        number = int(many[many.lastindex or 1])
        return (Attachment((), text),) * min(number, MOST_TOGETHER)
    named = _FILE.fullmatch(text)
    return (Attachment((named[1],), named[1]),) if named else ()


PLATFORM = "kakaotalk"
_WORDS_DATE = r"[A-Z][a-z]+\.? \d{1,2}, \d{4}(?: at)?|\d{1,2} [A-Z][a-z]+\.? \d{4}(?: at)?"
_PHONE = (
    rf"(?:{DATE}|(?P<words>{_WORDS_DATE})){COMMA}? {TIME}{COMMA} ?"
    r"(?P<who>.{1,100}?)(?: : | ?\uff1a ?)(?P<text>.*)"
)
_PC = rf"\[(?P<pc_who>.{{1,100}})\] \[{TIME}\] (?P<pc_text>.*)"
_DAY = r"-{5,} (?P<day>[^-].{5,60}?) -{5,}$"
_STAMP = r"\d{4}(?:년|\.) ?\d{1,2}(?:월|\.) ?\d{1,2}(?:일|\.)"
_CLOCK = r"(?:(?:오전|오후) )?\d{1,2}:\d\d(?: ?[AaPp]\.? ?[Mm]\.?)?"
_WEEKDAY = "[월화수목금토일]요일"
_EVENT = (
    rf"(?P<event>(?:{_STAMP}|{_WORDS_DATE}),? (?:{_WEEKDAY}$|{_CLOCK}(?:$|[,:] .*))"
    rf"|[A-Z][a-z]+day, (?:{_WORDS_DATE})$)"
)
"""The start of a day on a phone, or somebody who came or went; it ends a message."""

_LINE = re.compile(rf"{_PHONE}|{_PC}|{_DAY}|{_EVENT}")
_TITLE = re.compile(
    r"(?:(?P<korean>.{1,200}?)(?: ?님과의?)? 카카오톡 대화"
    r"|KakaoTalk Chats with (?P<english>.{1,200}?)"
    r"|(?P<windows>.{1,200}?) with KakaoTalk Chats)(?:\.txt)?"
)
_LINES_OF_HEAD = 5
_KOREAN_DAY = re.compile(DATE)
Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A message as its line in the text states it."""

    sender: str
    text: str
    day: Day | None
    clock: Day

    def message(self, room: str, title: str | None, copy: int) -> Message:
        """Return the message with the media that its text mentions."""
        time = None if self.day is None else seconds_of(self.day, self.clock, SEOUL)
        return Message(
            key=(PLATFORM, room, f"{self.day}{self.clock}", self.sender, str(copy)),
            attachments=media_in(self.text),
            fields={
                "platform": PLATFORM,
                "room_title": title,
                "message_time_unix": time,
                "sender_display": self.sender,
                "post_title": self.text,
            },
            marks=frozenset() if time is None else frozenset((NoteFlag.TIME_ASSUMED,)),
        )


class KakaoTalk:
    """Reads the texts that KakaoTalk exports on Windows and on phones.

    Where most lines are written in a way that is not known, this is said: their media are missing.
    """

    def accepts(self, file: File) -> bool:
        """Return whether the title or the first messages look like KakaoTalk."""
        lines = first_lines(file)
        if any(map(_TITLE.fullmatch, lines[:_LINES_OF_HEAD])):
            return True
        return any(_is_message(found) for found in map(_LINE.match, lines) if found)

    def messages(self, file: File) -> Iterator[Message]:
        """Yield the messages whose text stands for media.

        Raises:
            UnreadableMediaError: Lines were not understood, with their number.
        """
        title: str | None = None
        day: Day | None = None
        copies = MessageNumbers()
        unknown = UnknownLines()
        for found, more in grouped(unknown.watched(lines_of(file), _LINE), _LINE):
            if found is None:
                title = _title(more)
            elif found["day"] is not None:
                day = _day(found["day"]) or day
            elif _is_message(found) and media_in(_text(found, more)):
                said = _said(found, _text(found, more), day)
                copy = copies.number((said.day, said.clock), said.sender)
                yield said.message(title or file.path, title, copy)
        unknown.tell(_LINES_OF_HEAD)


def _is_message(found: re.Match[str]) -> bool:
    return found["day"] is None and found["event"] is None


def _text(found: re.Match[str], more: str) -> str:
    first = found["text"] if found["text"] is not None else found["pc_text"]
    return f"{first}\n{more}".strip()


def _said(found: re.Match[str], text: str, day: Day | None) -> ParsedLine:
    groups = found.groups()
    if found["pc_who"] is not None:
        at = _LINE.groupindex["pc_who"]
        half, hour, minute, second, behind = groups[at : at + 5]
        return ParsedLine(
            found["pc_who"], text, day, clock_of(half or behind, hour, minute, second)
        )
    at = _LINE.groupindex["words"]
    half, hour, minute, second, behind = groups[at : at + 5]
    if found["words"] is not None:
        day = day_in_words(found["words"])
    else:
        day = day_in_any_order(*groups[:3])
    return ParsedLine(found["who"], text, day, clock_of(half or behind, hour, minute, second))


def _title(head: str) -> str | None:
    found = next(filter(None, map(_TITLE.fullmatch, head.split("\n")[:_LINES_OF_HEAD])), None)
    return (found["korean"] or found["english"] or found["windows"]) if found else None


def _day(text: str) -> Day | None:
    found = _KOREAN_DAY.match(text)
    return day_of(found[1], found[2], found[3], month_first=False) if found else day_in_words(text)


CSV_HEAD = "Date,User,Message"


class KakaoTalkCsv:
    """Reads the table of date, user and message that KakaoTalk exports on macOS."""

    def accepts(self, file: File) -> bool:
        """Return whether the first line names the three columns."""
        return first_lines(file)[0].replace('"', "").strip() == CSV_HEAD

    def messages(self, file: File) -> Iterator[Message]:
        """Yield the messages whose text stands for media."""
        copies = MessageNumbers()
        for said in _rows(file):
            if media_in(said.text):
                copy = copies.number((said.day, said.clock), said.sender)
                yield said.message(file.path, None, copy)


def _rows(file: File) -> Iterator[ParsedLine]:
    rows = csv.reader(f"{line}\n" for line in lines_of(file))
    try:
        for number, row in enumerate(rows):
            if number > MAX_MESSAGES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
            if number and len(row) >= 3:
                yield _parsed_row(*row[:3])
    except csv.Error as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


def _parsed_row(date: str, sender: str, text: str) -> ParsedLine:
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return ParsedLine(sender, text.strip(), None, (0, 0, 0))
    day = (when.year, when.month, when.day)
    return ParsedLine(sender, text.strip(), day, (when.hour, when.minute, when.second))
