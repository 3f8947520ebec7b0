"""The passphrase of a bundle: random words, and the ASCII letters they stand for.

Letters other than ASCII reach the cipher in different encodings: 7-Zip takes the code page of the
system, other programs UTF-8. So a Korean passphrase consists of the keys on which its words are
typed when the keyboard is set to English (KS X 5002, the two-set keyboard of Korean computers).
"""

import string
from dataclasses import dataclass

from app.cases import passphrase
from app.cases.keyboard import hangul_keystrokes
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
    """Draw the random words of a language, "ko" or "en"."""
    words = passphrase.random_passphrase(language, passphrase.BUNDLE_WORDS)
    return (
        DrawnPassphrase(hangul_keystrokes(words), words)
        if language == "ko"
        else DrawnPassphrase(words)
    )


def passphrase_spellings(typed: str) -> tuple[str, ...]:
    """Return the passphrases that a typed text may stand for, the likeliest first.

    Korean words may be typed as words, and English ones while the keyboard is set to Korean. As
    many words as are drawn are also tried with single spaces and, last, in lower case: among the
    keys of Korean words capitals are letters of their own.
    """
    words = typed.split()
    if len(words) != passphrase.BUNDLE_WORDS or not all(map(str.isalpha, words)):
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
