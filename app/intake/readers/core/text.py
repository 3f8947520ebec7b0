"""Text and file names that other programs wrote, in whatever encoding."""

import re

_KOREAN = re.compile(r"(ks_?c_?5601(-19\d\d)?|euc[-_]?kr|ksc5601)", re.IGNORECASE)
"""All of these are written with the larger code page 949."""


def last_name(path: str) -> str:
    """What stands behind the last slash or backslash."""
    return re.split(r"[/\\]", path)[-1]


def decode_text(raw: bytes, charset: str | None = None) -> str:
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
