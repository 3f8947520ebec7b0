"""Names that strangers chose, made safe to print.

A file name may hold newlines, terminal escape sequences or characters that turn the direction of
writing: printed as they are, they could forge lines of an answer.
"""

import unicodedata

UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories: control, format (bidi, zero width), surrogate, private, unassigned,
line and paragraph separators."""

LONGEST = 120
"""Characters of a name that are printed; a longer one keeps its beginning and its end."""

LONGEST_VALUE = 2000
"""The same of a value in a report; the lists of a bundle hold all of it."""


def plain(text: str) -> str:
    """Return the text on one line, with every character that could deceive as \\x1b or \\u202e."""
    return "".join(map(_plain_character, text))


def plain_name(text: str) -> str:
    """Return a name as `plain` does, without the middle of a very long one."""
    return _shortened(plain(text), LONGEST)


def plain_value(value: object) -> str:
    """Return a value of a report as `plain` does, without the middle of a very long one."""
    return _shortened(plain(str(value)), LONGEST_VALUE)


def _shortened(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    half = longest // 2 - 1
    return f"{text[:half]}…{text[-half:]}"


def _plain_character(character: str) -> str:
    if unicodedata.category(character) not in UNSAFE:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
