"""Words in MIME headers, as they were meant, whatever the writer did to them."""

import re
from binascii import Error as BadBase64
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parsedate_to_datetime

from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS

_KOREAN = re.compile(r"(ks_?c_?5601(-19\d\d)?|euc[-_]?kr|ksc5601)", re.IGNORECASE)
"""All of these are written with the larger code page 949."""

_SPACE = re.compile(r"\s+")


def words(headers: Message, name: str) -> str:
    """A header as one line of text; empty when it is not there."""
    return text_of(headers.get(name, ""))


def text_of(value: object) -> str:
    """Decode encoded words (RFC 2047)."""
    raw = str(value)[: 2 * MAX_FIELD_CHARACTERS]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, BadBase64, ValueError):
        pieces = [(raw, None)]
    joined = "".join(
        piece if isinstance(piece, str) else decoded(piece, charset) for piece, charset in pieces
    )
    return _SPACE.sub(" ", joined).strip()[:MAX_FIELD_CHARACTERS]


def file_name(part: Message) -> str:
    """The last name of the path that a part says it had; empty when it says none."""
    for parameter, header in (("filename", "Content-Disposition"), ("name", "Content-Type")):
        try:
            value = part.get_param(parameter, None, header)
            name = text_of(collapse_rfc2231_value(value)) if value else ""
        except (UnicodeError, ValueError, LookupError, TypeError):
            name = ""
        if name:
            return last_name(name)
    return ""


def last_name(path: str) -> str:
    """What stands behind the last slash or backslash."""
    return re.split(r"[/\\]", path)[-1]


def seconds_of(headers: Message) -> int | None:
    """The date of a message in seconds since 1970; None when it says none."""
    try:
        date = parsedate_to_datetime(str(headers.get("Date", "")))
        return int((date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def decoded(raw: bytes, charset: str | None = None) -> str:
    """Bytes as text: in the charset that is said, or else as UTF-8 or code page 949."""
    if charset and _KOREAN.fullmatch(charset):
        charset = "cp949"
    for each in (charset, "utf-8", "cp949"):
        try:
            if each:
                return raw.decode(each).encode("utf-8", "replace").decode("utf-8")
        except (UnicodeError, LookupError, ValueError):
            continue
    return raw.decode("utf-8", "replace")
