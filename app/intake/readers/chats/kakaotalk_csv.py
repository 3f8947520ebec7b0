"""KakaoTalk on a Mac: a table of date, user and message."""

import csv
from collections.abc import Iterator
from datetime import datetime

from app.intake.readers.chats.kakaotalk import ParsedLine
from app.intake.readers.chats.kakaotalk_media import media_in
from app.intake.readers.chats.message import Copies, Message
from app.intake.readers.chats.text_lines import first_lines, lines_of
from app.intake.readers.core.places import File
from app.sandbox.reader_limits import MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.types import Reason

HEAD = "Date,User,Message"


class KakaoTalkCsv:
    """Table."""

    def accepts(self, file: File) -> bool:
        """By its first line."""
        return first_lines(file)[0].replace('"', "").strip() == HEAD

    def messages(self, file: File) -> Iterator[Message]:
        """Those with a word for media."""
        copies = Copies()
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
                yield _said(*row[:3])
    except csv.Error as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


def _said(date: str, sender: str, text: str) -> ParsedLine:
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return ParsedLine(sender, text.strip(), None, (0, 0, 0))
    day = (when.year, when.month, when.day)
    return ParsedLine(sender, text.strip(), day, (when.hour, when.minute, when.second))
