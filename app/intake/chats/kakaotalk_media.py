"""The words that KakaoTalk writes in the place of media."""

import re

from app.intake.chats.message import Attachment

_PICTURE = re.compile(r"<?(?:사진|동영상|Photos?|Videos?)(?: 읽지 않음)?>?", re.IGNORECASE)
_SENT = re.compile(r"(?:사진|동영상)을 보냈습니다\.?")
_PICTURES = re.compile(r"사진 (\d{1,3})장|(\d{1,3}) [Pp]hotos|[Pp]hotos? (\d{1,3})")
_FILE = re.compile(r"(?:파일|File) ?: ?([^/\\\n]{1,250})", re.IGNORECASE)
_NAME = re.compile(
    r"[0-9A-Za-z_-]{20,100}\.(?:jpe?g|png|gif|webp|heic|mp4|mov|m4v|zip)", re.IGNORECASE
)
MOST_TOGETHER = 30
"""Pictures that can be sent at once."""


def media_in(text: str) -> tuple[Attachment, ...]:
    """What a message consists of that is nothing but media; empty when it is words."""
    if _PICTURE.fullmatch(text) or _SENT.fullmatch(text):
        return (Attachment((), text.strip("<>")),)
    many = _PICTURES.fullmatch(text)
    if many is not None:
        number = int(many[1] or many[2] or many[3])
        return (Attachment((), text),) * min(number, MOST_TOGETHER)
    named = _FILE.fullmatch(text)
    if named is not None:
        return (Attachment((named[1],), named[1]),)
    return (Attachment((text,), text),) if _NAME.fullmatch(text) else ()
