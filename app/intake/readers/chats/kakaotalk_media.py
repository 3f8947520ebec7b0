"""The words that KakaoTalk writes in the place of media."""

import re

from app.intake.readers.chats.message import Attachment

_PICTURE = re.compile(r"(<)?(?:사진|동영상|Photos?|Videos?)(?(1)[^<>\n]{0,30}>)", re.IGNORECASE)
_SENT = re.compile(r"(?:사진|동영상)을 보냈습니다\.?")
_PICTURES = re.compile(
    r"사진 (\d{1,3})장|동영상 (\d{1,3})개|(\d{1,3}) [Pp]hotos|[Pp]hotos? (\d{1,3})"
)
_FILE = re.compile(r"(?:파일|File) ?: ?([^/\\\n]{1,250})", re.IGNORECASE)
_NAME = re.compile(
    r"[0-9A-Za-z_-]{20,100}\.(?:jpe?g|png|gif|webp|heic|mp4|mov|m4v|zip)", re.IGNORECASE
)
MOST_TOGETHER = 30
"""Pictures that can be sent at once."""


def media_in(text: str) -> tuple[Attachment, ...]:
    """What a message consists of that is nothing but media; empty when it is words. Lines behind
    it may be what the program said to all (who came, who left), so the first is enough."""
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
