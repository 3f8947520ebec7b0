"""The passphrase of a bundle: random words, typed with the keyboard set to English.

A recipient's program may hand letters other than ASCII to the cipher in another encoding; so Korean
words count as the keys on which they are typed. Source of these: KS X 5002, the two-set keyboard
that every Korean computer has.
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
    """A passphrase that was made up.

    Attributes:
        passphrase: ASCII: letters that every program hands to the cipher alike.
        words: The Korean words that give it when they are typed with the keyboard set to English;
            None of English words.
    """

    passphrase: str
    words: str | None = None


def draw_passphrase(language: str) -> DrawnPassphrase:
    """Six words by chance.

    Korean letters would be other bytes on a Korean Windows than elsewhere: 7-Zip takes the code
    page of the system, others UTF-8. So the keys count on which Korean words are typed.
    """
    words = passphrase.random_passphrase(language)
    return (
        DrawnPassphrase(hangul_keystrokes(words), words)
        if language == "ko"
        else DrawnPassphrase(words)
    )


def passphrase_spellings(typed: str) -> tuple[str, ...]:
    """What was typed for the passphrase of a bundle; then, if six words were, as they are drawn.

    Korean words may be typed as they are read out. Capitals go last: among the keys of Korean
    words they are letters of their own.
    """
    words = typed.split()
    if len(words) != passphrase.WORD_COUNT or not all(map(str.isalpha, words)):
        return (hangul_keystrokes(typed),)
    spaced = " ".join(words)
    return tuple(dict.fromkeys(map(hangul_keystrokes, (typed, spaced, spaced.lower()))))


def require_strong_passphrase(text: str) -> None:
    """Refuse what a recipient could not type, or anybody could guess: a ZIP is quickly tried.

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
    """The keys for each syllable; everything else stays as it is.

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
