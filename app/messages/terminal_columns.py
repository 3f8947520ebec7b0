"""The width of text on a terminal, where a Hangul syllable takes two columns."""

import unicodedata


def padded(text: str, width: int) -> str:
    """Return the text, filled up with spaces to a number of columns."""
    return text + " " * (width - columns(text))


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
