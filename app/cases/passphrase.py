"""Passphrases: words drawn by chance, and how hard a typed one is to guess."""

import secrets
import unicodedata
from enum import StrEnum

WORD_COUNT = 6
"""Of 2048 each: 66 bits. With a second of Argon2id a guess, out of anybody's reach."""

_LISTS = {"en": "english", "ko": "korean"}
_LONGEST = 72
"""Characters that zxcvbn looks at; its time grows with the square."""


class Strength(StrEnum):
    """How hard a passphrase is to guess for somebody who has the file."""

    EMPTY = "empty"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def random_passphrase(language: str) -> str:
    """Some words by chance, from the BIP-39 list of that language, in NFC."""
    from mnemonic import Mnemonic

    words = Mnemonic(_LISTS[language]).wordlist
    return unicodedata.normalize("NFC", " ".join(secrets.choice(words) for _ in range(WORD_COUNT)))


def strength(passphrase: str) -> Strength:
    """Judge a typed passphrase (zxcvbn's guesses, up to 10^6, 10^8 and above).

    It knows Western words and names, repeats, dates and rows of keys; Korean words it takes for
    random syllables.
    """
    if not passphrase.strip():
        return Strength.EMPTY
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]

    score = zxcvbn(passphrase[:_LONGEST])["score"]
    if score < 2:
        return Strength.WEAK
    return Strength.FAIR if score == 2 else Strength.STRONG
