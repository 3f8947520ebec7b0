"""Passphrases: drawing random words, and rating how hard a typed passphrase is to guess."""

import secrets
import unicodedata
from enum import StrEnum

WORD_COUNT = 6
"""Words of a random passphrase, each of a list of 2048: 66 bits.

A guess costs a second of Argon2id, so nobody can try them all."""

_LISTS = {"en": "english", "ko": "korean"}
_LONGEST = 72
"""Characters that zxcvbn looks at; its time grows with the square of their number."""


class Strength(StrEnum):
    """How hard a passphrase is to guess for somebody who has the file."""

    EMPTY = "empty"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def random_passphrase(language: str) -> str:
    """Draw WORD_COUNT random words from the BIP-39 list of a language ("en", "ko"), in NFC."""
    from mnemonic import Mnemonic

    words = Mnemonic(_LISTS[language]).wordlist
    return unicodedata.normalize("NFC", " ".join(secrets.choice(words) for _ in range(WORD_COUNT)))


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
