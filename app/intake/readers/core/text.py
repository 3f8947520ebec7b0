"""Decodes text and file names of other programs, whose encoding is often not stated."""

import re

_KOREAN = re.compile(r"(ks_?c_?5601(-19\d\d)?|euc[-_]?kr|ksc5601)", re.IGNORECASE)
"""Names of Korean charsets, all of which code page 949 contains."""


def last_name(path: str) -> str:
    """Return what stands behind the last slash or backslash."""
    return re.split(r"[/\\]", path)[-1]


def decode_text(raw: bytes, charset: str | None = None) -> str:
    """Decode in the stated charset if that is possible, or else as UTF-8 or code page 949."""
    if charset and _KOREAN.fullmatch(charset):
        charset = "cp949"
    for each in (charset, "utf-8", "cp949"):
        try:
            if each:
                return raw.decode(each).encode("utf-8", "replace").decode("utf-8")
        except (UnicodeError, LookupError, ValueError):
            continue
    return raw.decode("utf-8", "replace")
