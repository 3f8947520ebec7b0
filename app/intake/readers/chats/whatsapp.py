"""WhatsApp chats: the text that phones export in any language, with or without the media."""

import re
from collections.abc import Iterator

from app.intake.note_flags import NoteFlag
from app.intake.readers.chats.message import Attachment, Message, MessageNumbers
from app.intake.readers.chats.text_lines import first_lines, grouped, lines_of
from app.intake.readers.chats.timestamps import (
    COMMA,
    DATE,
    TIME,
    begins_with_year,
    clock_of,
    day_of,
    seconds_of,
)
from app.intake.readers.core.places import File
from app.intake.readers.core.text import last_name

PLATFORM = "whatsapp"
_AT = f"(?:{COMMA}| at)?"
_LINE = re.compile(rf"(?P<stamp>\[{DATE}{_AT} {TIME}\]|{DATE}{_AT} {TIME} [-\u2013]) (?P<rest>.*)")
_ATTACHED = re.compile(r"<[^<>:]{1,30}: ?([^<>]{1,250}\.\w{1,8})>")
_WITH_FILE = re.compile(
    r"(.{1,250}\.\w{1,8}) \((?:[^()]*(?:attach|첨부|adjunt|angehängt|joint|anex|alleg|添付"
    r"|附件|附加|bijgevoegd|ekli|terlampir|добавлен|прикреплен|đính kèm)"
    r"[^()]*)\)$",
    re.IGNORECASE,
)
_OF_PHONE = re.compile(
    r"((?:IMG|VID|STK|DOC|AUD|PTT)-\d{8}-WA\d{4,}\.\w{1,8})(?: \([^()]{1,60}\))?$"
)
_LEFT_OUT = re.compile(
    r"<?[^<>\n]{0,40}\b(?:omitted|omitid[oa]s?|omis|omess[oi]|ausgeschlossen|weggelassen|weggelaten)>?"
    r"|<?(?:미디어|사진|이미지|동영상|비디오|GIF|스티커|문서|파일)[^<>\n]{0,20}(?:생략|제외)[^<>\n]{0,10}>?"
    r"|<?[^<>\n]{0,20}(?:省略|除外|忽略|含まれていません)[^<>\n]{0,20}>?"
    r"|<?[^<>\n]{0,20}(?:dahil edilmedi|tidak disertakan)>?|<Без медиафайлов>"
    r"|<[^<>:\n]{3,60}>"  # on Android, in any language
    r"|<?(?:arquivo de mídia|mídia|imagem|vídeo|figurinha|documento|GIF) ocult(?:ad)?[oa]>?"
    r"|(?:image|vidéo|GIF|document|sticker) absente?"
    r"|.{0,40}(?:pominięt|utelämna|udeladt|utelatt|jätettiin pois|vynechán|пропущен|bỏ qua"
    r"|ไม่รวม|ละเว้น|تم حذف|تم استبعاد|छोड़|शामिल नहीं).{0,20}",
    re.IGNORECASE,
)
_NO_PICTURE = re.compile(r"audio|voice|contact|location|오디오|음성|연락처|위치", re.IGNORECASE)
_MOST_OF_LINE, _MOST_WORDS = 400, 80
_TITLE = re.compile(
    r"(?:WhatsApp (?:Chat|대화)(?: with|:| -)? (.+?)|(.+)님과(?:의)? WhatsApp 대화)"
    r"(?:\.txt|\.zip)?",
    re.IGNORECASE,
)


class WhatsApp:
    """Reads the text that WhatsApp exports."""

    def accepts(self, file: File) -> bool:
        """Return whether the first line begins with a time as WhatsApp writes it."""
        first = next((line for line in first_lines(file) if line.strip()), "")
        return _LINE.match(first) is not None

    def messages(self, file: File) -> Iterator[Message]:
        """Yield the messages with media, or with a word for media that were left out."""
        month_first = _month_first(file)
        title = _title(file.name) or _title(file.folder().name)
        copies = MessageNumbers()
        for found, more in grouped(lines_of(file), _LINE):
            if found is None:
                continue
            sender, colon, text = _said_by(found["rest"])
            words = "\n".join(filter(None, (text, more)))
            attachment = _attachment(words) if colon else None
            if attachment is None:
                continue
            stamp = found["stamp"].strip("[] -\u2013")
            copy = copies.number(stamp, sender)
            time = _time(found, month_first)
            yield Message(
                key=(PLATFORM, title or file.path, stamp, sender, str(copy)),
                attachments=(attachment,),
                fields={
                    "platform": PLATFORM,
                    "room_title": title,
                    "message_time_unix": time,
                    "sender_display": sender,
                    "post_title": words,
                },
                marks=frozenset() if time is None else frozenset((NoteFlag.TIME_ASSUMED,)),
            )


def _said_by(rest: str) -> tuple[str, str, str]:
    """The sender, the sign behind, and the text; the sign is empty in a notice."""
    parts = rest.partition(": ")
    return parts if parts[1] else rest.partition("\uff1a")


def _attachment(text: str) -> Attachment | None:
    first = text.partition("\n")[0].strip()[:_MOST_OF_LINE]
    for named in (_ATTACHED.search(text), _WITH_FILE.match(first), _OF_PHONE.match(first)):
        if named is not None:
            return Attachment((named[1],), last_name(named[1]))
    short = len(first) <= _MOST_WORDS and not _NO_PICTURE.search(first)
    return Attachment((), first.strip("<>")) if short and _LEFT_OUT.fullmatch(first) else None


def _numbers(found: re.Match[str]) -> list[str | None]:
    """Return the numbers of the date, and half, hour, minute, second and half of the time."""
    groups = list(found.groups())[1:-1]
    return groups[:8] if groups[0] is not None else groups[8:]


def _month_first(file: File) -> bool | None:
    """Return whether 3/4/25 is in March, as any day after the 12th shows; None if unknown."""
    for line in lines_of(file):
        found = _LINE.match(line)
        if found is None:
            continue
        one, two, *_ = _numbers(found)
        if begins_with_year(one or "") or int(one or 0) > 12:
            return False
        if int(two or 0) > 12:
            return True
    return None


def _time(found: re.Match[str], month_first: bool | None) -> int | None:
    """Return the time; None if day and month are ambiguous: a wrong day is worse than none."""
    one, two, three, half, hour, minute, second, half_behind = _numbers(found)
    if month_first is None and one != two:
        return None
    day = day_of(one or "", two or "", three or "", month_first=bool(month_first))
    clock = clock_of(half or half_behind, hour or "", minute or "", second)
    return None if day is None else seconds_of(day, clock)


def _title(name: str) -> str | None:
    found = _TITLE.fullmatch(name)
    return (found[1] or found[2]) if found else None
