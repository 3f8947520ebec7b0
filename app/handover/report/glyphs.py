"""Which characters the fonts of this computer can show: never an empty box on paper."""

import json
import re
from collections.abc import Sequence

import typst

from app.handover.report.compiling import MAIN, compiled

ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | {"\n"}
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
NUMBER = re.compile(r"\\\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")
"""A character that is written by its number, in JSON."""
EMOJI = re.compile("[\U0001f000-\U0001faff]")
MOST_TRIED = 500
"""Compilations for one document at most; what is left then counts as not to be shown."""

_PROBE = b"""#set document(title: "probe")
#set text(font: json("fonts.json"))
#for each in json("characters.json") [#each #parbreak()]"""


class Glyphs:
    """Asks the typesetter itself, as PDF/UA forbids what has no glyph.

    Args:
        families: Those to try before any other.
    """

    def __init__(self, fonts: typst.Fonts, families: Sequence[str]) -> None:
        self._fonts = fonts
        self._families = json.dumps(families).encode()
        self._good = set(ALWAYS)
        self._bad: set[str] = set()

    def has_hangul(self, text: str) -> bool:
        """Whether the fonts have Hangul, or the text has none."""
        return not HANGUL.search(text) or self._can_show(["\ud55c"])

    def shown(self, text: str) -> str:
        """JSON in which what cannot be shown is written by its number.

        Where an emoji cannot, none is shown: half of them as pictures would look like two kinds.
        """
        left = MOST_TRIED
        waiting = [sorted(set(text) - self._good - self._bad)]
        while waiting:
            characters = waiting.pop()
            left -= 1
            if left < 0:
                self._bad.update(characters)
            elif self._can_show(characters):
                self._good.update(characters)
            elif len(characters) == 1:
                self._bad.update(characters)
            else:
                half = len(characters) // 2
                waiting += [characters[half:], characters[:half]]
        bad = self._bad.intersection(text)
        if any(map(EMOJI.match, bad)):
            bad.update(EMOJI.findall(text))
        return text.translate({ord(each): _number(each) for each in bad})

    def _can_show(self, characters: Sequence[str]) -> bool:
        if not characters:
            return True
        try:
            compiled(
                {
                    MAIN: _PROBE,
                    "fonts.json": self._families,
                    "characters.json": json.dumps(characters).encode(),
                },
                self._fonts,
            )
        except typst.TypstError:
            return False
        return True


def _number(character: str) -> str:
    """As a JSON text writes a backslash."""
    return "\\" + character.encode("unicode_escape").decode()
