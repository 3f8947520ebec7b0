"""A language that nobody speaks: English with accents, in brackets, and longer.

A text without accents did not come from the catalogue; one without its last bracket is cut off.
"""

import re
import string
from collections.abc import Iterator

from app.messages import Words

LONGER = 0.4
"""By what share of its length a text grows, as German and Finnish do."""

ACCENTS = str.maketrans("aceginosuyACEGINOSUY", "áçéğíñöšúýÁÇÉĞÍÑÖŠÚÝ")
FILLING = "löngér thañ Éñğlíšh "


class PseudoWords(Words):
    """The words of that language."""

    def __init__(self) -> None:
        super().__init__("en")
        self._texts = {key: pseudo(text) for key, text in self._texts.items()}
        self._errors = {key: pseudo(text) for key, text in self._errors.items()}
        self._reasons = {key: pseudo(text) for key, text in self._reasons.items()}


def pseudo(text: str) -> str:
    """The text in that language; its placeholders and its mnemonic stay as they are."""
    length = round(len(text) * LONGER)
    more = (FILLING * (length // len(FILLING) + 1))[:length].rstrip()
    return f"[{''.join(_translated(text))} {more}]" if more else f"[{''.join(_translated(text))}]"


def _translated(text: str) -> Iterator[str]:
    for literal, name, form, conversion in string.Formatter().parse(text):
        yield _accented(literal).replace("{", "{{").replace("}", "}}")
        if name is not None:
            yield "{" + name + (f"!{conversion}" if conversion else "")
            yield (f":{form}" if form else "") + "}"


def _accented(literal: str) -> str:
    parts = re.split(r"(&.)", literal, flags=re.DOTALL)
    return "".join(each if each[:1] == "&" else each.translate(ACCENTS) for each in parts)
