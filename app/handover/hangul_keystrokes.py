"""Korean words as they are typed with the keyboard set to English: letters that are ASCII.

Source: KS X 5002, the two-set keyboard that every Korean computer has.
"""

import unicodedata

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

    >>> keystrokes("거울")
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
