"""What the same keys type when a Korean keyboard is set to English, and the other way round.

Source: KS X 5002, the two-set keyboard of Korean computers.
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
_ALONE = dict(
    zip(
        (
            *("r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv"),
            *("fg", "a", "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"),
            *_VOWELS,
        ),
        map(chr, range(0x3131, 0x3164)),
        strict=True,
    )
)
"""Letters that stand alone (Hangul compatibility jamo), by their keys."""
_KEYS = {letter: keys for keys, letter in _ALONE.items()}
_SHIFTED = "QWERTOP"
"""Keys of which Shift types another letter; all others give the same one with Shift."""


def hangul_keystrokes(text: str) -> str:
    """Replace Hangul by its keys; every other character stays as it is.

    >>> hangul_keystrokes("거울")
    'rjdnf'
    """
    return "".join(map(_keys, unicodedata.normalize("NFC", text)))


def hangul_typed(keys: str) -> str:
    """Return what keys type when the keyboard is set to Korean, as it composes syllables.

    >>> hangul_typed("rjdnf")
    '거울'
    """
    typed: list[str] = []
    lead = vowel = tail = ""

    def finish() -> None:
        nonlocal lead, vowel, tail
        typed.append(_syllable(lead, vowel, tail))
        lead = vowel = tail = ""

    for character in keys:
        key = character if character in _SHIFTED else character.lower()
        if key in _VOWELS:
            if tail:  # its last consonant begins the next syllable
                tail, moved = tail[:-1], tail[-1]
                finish()
                lead = moved
            elif vowel and vowel + key not in _VOWELS:
                finish()
            vowel += key
        elif key in _LEADS:
            if lead and vowel and tail + key in _TAILS:
                tail += key
            else:
                finish()
                lead = key
        else:
            finish()
            typed.append(character)
    finish()
    return "".join(typed)


def other_layout(typed: str) -> str:
    """Return what the same keys type when the keyboard is set to the other language.

    Text with Hangul in it gives its keys, any other text what its keys compose.
    """
    keys = hangul_keystrokes(typed)
    return hangul_typed(typed) if keys == typed else keys


def _syllable(lead: str, vowel: str, tail: str) -> str:
    if not (lead and vowel):
        return _ALONE.get(lead or vowel, "")
    place = _LEADS.index(lead) * len(_VOWELS) + _VOWELS.index(vowel)
    return chr(_FIRST + place * len(_TAILS) + _TAILS.index(tail))


def _keys(character: str) -> str:
    place = ord(character)
    if not _FIRST <= place <= _LAST:
        return _KEYS.get(character, character)
    lead, rest = divmod(place - _FIRST, len(_VOWELS) * len(_TAILS))
    vowel, tail = divmod(rest, len(_TAILS))
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]
