"""Typeset a document as a PDF, in memory.

Typst does it: embedded subsets of fonts, tagged text (PDF/UA-1, ISO 14289-1), no file written.
The document reaches it as JSON, whose texts it never reads as markup, and the templates name no
package, which is all that Typst would look for on a network.
"""

import json
import sys
from dataclasses import asdict, replace
from functools import cached_property
from importlib.resources import files

import typst

from app.handover.report.compiling import MAIN, compiled, forget
from app.handover.report.document import Document, Spelling
from app.handover.report.errors import KoreanFontMissingError
from app.handover.report.glyphs import NUMBER, Glyphs

PARTS = ("blocks.typ", "text.typ")

KOREAN = (
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Source Han Sans KR",
    "Source Han Sans K",
    "Pretendard",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
    "NanumBarunGothic",
    "Nanum Gothic",
    "UnDotum",
)
"""Families with Hangul that make a good page, the best first. Without them any font that has it."""

LATIN = "Libertinus Serif"
EXACT = "DejaVu Sans Mono"
"""Both come with Typst."""

PACKAGES = {"darwin": "Apple SD Gothic Neo", "win32": "Malgun Gothic"}
"""What a system without Hangul lacks; elsewhere a package."""


class Typesetter:
    """Finds the fonts once, then makes PDFs of documents.

    Args:
        fonts: Where glyphs come from; the fonts of the system when nothing is given.
    """

    def __init__(self, fonts: typst.Fonts | None = None) -> None:
        self._given = fonts

    def pdf(self, document: Document) -> bytes:
        """A4, tagged, with all fonts embedded.

        Characters that no font here has are written by their number, such as \\U0001f9ff; a
        Spelling stands in it only where there are such.

        Raises:
            KoreanFontMissingError: There is Hangul in it and no font for it.
        """
        unspelled = [each for each in document.blocks if not isinstance(each, Spelling)]
        content = self._shown(replace(document, blocks=unspelled))
        if NUMBER.search(content):
            content = self._shown(document)
        sources = {
            MAIN: _template("document.typ"),
            **{name: _template(name) for name in PARTS},
            "document.json": content.encode(),
            "fonts.json": json.dumps(self._families).encode(),
            **document.files,
        }
        pdf = compiled(sources, self._fonts, document.made_unix)
        forget(self._fonts)
        return pdf

    def _shown(self, document: Document) -> str:
        content = json.dumps(asdict(replace(document, files={})), ensure_ascii=False)
        self._require_hangul(content)
        return self._glyphs.shown(content)

    def require_fonts(self, language: str) -> None:
        """Fail before anything else is done, not after.

        Raises:
            KoreanFontMissingError: The language is Korean and no font has Hangul.
        """
        self._require_hangul("\ud55c" if language == "ko" else "")

    def _require_hangul(self, text: str) -> None:
        if not self._glyphs.has_hangul(text):
            raise KoreanFontMissingError(PACKAGES.get(sys.platform, "fonts-noto-cjk"))

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts() if self._given is None else self._given

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        known = set(self._fonts.families())
        text = [*[family for family in KOREAN if family in known][:1], LATIN]
        return {"text": text, "exact": [EXACT, *text]}

    @cached_property
    def _glyphs(self) -> Glyphs:
        return Glyphs(self._fonts, self._families["text"])


def _template(name: str) -> bytes:
    return (files("app.handover.report") / "templates" / name).read_bytes()
