"""How a name is searched."""

import unicodedata


def searchable(text: str) -> str:
    """One spelling for what a person takes for the same: capitals, Hangul from a Mac."""
    return unicodedata.normalize("NFC", text).casefold()
