"""Passphrases: drawing random words, and rating how hard a typed passphrase is to guess."""

import secrets
from enum import StrEnum

from app.cases.passphrase_words import passphrase_words

CASE_WORDS = 6
"""Words of a random passphrase of a case: at least 60 bits.

A guess costs a second of Argon2id, so nobody can try them all."""
BUNDLE_WORDS = 7
"""Words of a random passphrase of a bundle: at least 70 bits, since guesses at a ZIP are cheap."""

_LONGEST = 72
"""Characters that zxcvbn looks at; its time grows with the square of their number."""


class Strength(StrEnum):
    """How hard a passphrase is to guess for somebody who has the file."""

    EMPTY = "empty"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def random_passphrase(language: str, words: int = CASE_WORDS) -> str:
    """Draw random words of a language ("en", "ko"), in NFC, with a space between them."""
    drawn = passphrase_words(language)
    return " ".join(secrets.choice(drawn) for _ in range(words))


def strength(passphrase: str) -> Strength:
    """Rate a typed passphrase by how many guesses zxcvbn needs (Wheeler, USENIX Security 2016).

    Up to 10^6 guesses are weak, up to 10^8 fair, more strong. zxcvbn knows Western words and names,
    repeats, dates and rows of keys, but takes Korean words for random syllables.
    """
    if not passphrase.strip():
        return Strength.EMPTY
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]

    score = zxcvbn(passphrase[:_LONGEST])["score"]
    if score < 2:
        return Strength.WEAK
    return Strength.FAIR if score == 2 else Strength.STRONG
