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


def plain(text: str) -> str:
    """The text on one line, with every character that could deceive as \\x1b or \\u202e."""
    return "".join(map(_plain_character, text))


def plain_name(text: str) -> str:
    """Like `plain`, and a very long name is shortened in its middle."""
    shown = plain(text)
    if len(shown) <= LONGEST:
        return shown
    half = LONGEST // 2 - 1
    return f"{shown[:half]}…{shown[-half:]}"


def _plain_character(character: str) -> str:
    if unicodedata.category(character) not in UNSAFE:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
