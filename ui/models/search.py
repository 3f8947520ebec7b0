"""The form in which names are compared when somebody searches."""

import unicodedata


def searchable(text: str) -> str:
    """Return a text in NFC without distinction of case, so that Hangul from a Mac is found, too."""
    return unicodedata.normalize("NFC", text).casefold()
