"""The passphrase of a bundle: random words, and the ASCII letters they stand for.

Letters other than ASCII reach the cipher in different encodings: 7-Zip takes the code page of the
system, other programs UTF-8. So a Korean passphrase consists of the keys on which its words are
typed when the keyboard is set to English (KS X 5002, the two-set keyboard of Korean computers).
"""

import string
import unicodedata
from dataclasses import dataclass

from app.cases import passphrase
from app.handover.errors import (
    BundlePassphraseCharactersError,
    BundlePassphraseWeakError,
)


@dataclass(frozen=True, slots=True)
class DrawnPassphrase:
    """A random passphrase.

    Attributes:
        passphrase: ASCII only, so that every program hands the same bytes to the cipher.
        words: The Korean words that produce it when they are typed with the keyboard set to
            English; None for a passphrase of English words.
    """

    passphrase: str
    words: str | None = None


def draw_passphrase(language: str) -> DrawnPassphrase:
    """Draw six random words of a language, "ko" or "en"."""
    words = passphrase.random_passphrase(language)
    return (
        DrawnPassphrase(hangul_keystrokes(words), words)
        if language == "ko"
        else DrawnPassphrase(words)
    )


def passphrase_spellings(typed: str) -> tuple[str, ...]:
    """Return the passphrases that a typed text may stand for, the likeliest first.

    Korean words may be typed as words. Six words are also tried with single spaces and, last, in
    lower case: among the keys of Korean words capitals are letters of their own.
    """
    words = typed.split()
    if len(words) != passphrase.WORD_COUNT or not all(map(str.isalpha, words)):
        return (hangul_keystrokes(typed),)
    spaced = " ".join(words)
    return tuple(dict.fromkeys(map(hangul_keystrokes, (typed, spaced, spaced.lower()))))


def require_strong_passphrase(text: str) -> None:
    """Refuse a passphrase that is not ASCII, or that is not strong: guesses at a ZIP are cheap.

    Raises:
        BundlePassphraseCharactersError, BundlePassphraseWeakError
    """
    if set(text) - set(string.ascii_letters + string.digits + string.punctuation + " "):
        raise BundlePassphraseCharactersError
    if passphrase.strength(text) is not passphrase.Strength.STRONG:
        raise BundlePassphraseWeakError


_LEADS = "rRseEfaqQtTdwWczxvg"
_VOWELS = (
    *("k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl"),
    *("y", "n", "nj", "np", "nl", "b", "m", "ml", "l"),
)
_TAILS = (
    *("", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg"),
    *("a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"),
)
_FIRST, _LAST = 0xAC00, 0xD7A3


def hangul_keystrokes(text: str) -> str:
    """Replace each Hangul syllable by its keys; every other character stays as it is.

    >>> hangul_keystrokes("거울")
    'rjdnf'
    """
    return "".join(map(_keys, unicodedata.normalize("NFC", text)))


def _keys(character: str) -> str:
    place = ord(character)
    if not _FIRST <= place <= _LAST:
        return character
    lead, rest = divmod(place - _FIRST, len(_VOWELS) * len(_TAILS))
    vowel, tail = divmod(rest, len(_TAILS))
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]
