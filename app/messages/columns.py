"""Columns that stay straight: a Hangul syllable is two columns wide on a terminal."""

import unicodedata


def padded(text: str, width: int) -> str:
    """The text with spaces behind it up to so many columns."""
    return text + " " * (width - columns(text))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
