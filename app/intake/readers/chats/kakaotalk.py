"""KakaoTalk: the texts of Windows, iOS and Android, in Korean and English. Times are those of Seoul
by assumption, to the minute; media are a word, or the name of a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.intake.note_flags import NoteFlag
from app.intake.readers.chats.kakaotalk_media import media_in
from app.intake.readers.chats.message import Copies, Message
from app.intake.readers.chats.text_lines import first_lines, grouped, lines_of
from app.intake.readers.chats.timestamps import (
    DATE,
    SEOUL,
    TIME,
    clock_of,
    day_in_words,
    day_of,
    seconds_of,
)
from app.intake.readers.core.places import File

PLATFORM = "kakaotalk"
_WORDS_DATE = r"[A-Z][a-z]+ \d{1,2}, \d{4}(?: at)?|\d{1,2} [A-Z][a-z]+ \d{4}(?: at)?"
_PHONE = rf"(?:{DATE}|(?P<words>{_WORDS_DATE})),? {TIME}, (?P<who>.{{1,100}}?) : (?P<text>.*)"
_PC = rf"\[(?P<pc_who>.{{1,100}})\] \[{TIME}\] (?P<pc_text>.*)"
_DAY = r"-{5,} (?P<day>[^-].{5,60}?) -{5,}$"
_STAMP = r"\d{4}(?:년|\.) ?\d{1,2}(?:월|\.) ?\d{1,2}(?:일|\.)"
_CLOCK = r"(?:(?:오전|오후) )?\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
_WEEKDAY = "[월화수목금토일]요일"
_EVENT = (
    rf"(?P<event>(?:{_STAMP}|{_WORDS_DATE}),? (?:{_WEEKDAY}$|{_CLOCK}(?:$|[,:] .*))"
    rf"|[A-Z][a-z]+day, (?:{_WORDS_DATE})$)"
)
"""The start of a day on a phone, somebody who came or went: it ends the message before it."""

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
    """A message as its line has it."""

    sender: str
    text: str
    day: Day | None
    clock: Day

    def message(self, room: str, title: str | None, copy: int) -> Message:
        """With what its text tells of media."""
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
    """Text."""

    def accepts(self, file: File) -> bool:
        """By its title, or by the look of its first messages."""
        lines = first_lines(file)
        if any(map(_TITLE.fullmatch, lines[:_LINES_OF_HEAD])):
            return True
        return any(_is_message(found) for found in map(_LINE.match, lines) if found)

    def messages(self, file: File) -> Iterator[Message]:
        """Those with a word for media."""
        title: str | None = None
        day: Day | None = None
        copies = Copies()
        for found, more in grouped(lines_of(file), _LINE):
            if found is None:
                title = _title(more)
            elif found["day"] is not None:
                day = _day(found["day"]) or day
            elif _is_message(found) and media_in(_text(found, more)):
                said = _said(found, _text(found, more), day)
                copy = copies.number((said.day, said.clock), said.sender)
                yield said.message(title or file.path, title, copy)


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
        day = day_of(*groups[:3], month_first=False)
    return ParsedLine(found["who"], text, day, clock_of(half or behind, hour, minute, second))


def _title(head: str) -> str | None:
    found = next(filter(None, map(_TITLE.fullmatch, head.split("\n")[:_LINES_OF_HEAD])), None)
    return (found["korean"] or found["english"] or found["windows"]) if found else None


def _day(text: str) -> Day | None:
    found = _KOREAN_DAY.match(text)
    return day_of(found[1], found[2], found[3], month_first=False) if found else day_in_words(text)
