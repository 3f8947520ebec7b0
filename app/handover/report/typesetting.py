"""Typeset a document as a PDF in memory, with Typst.

The PDF has embedded subsets of fonts and tagged text (PDF/UA-1, ISO 14289-1); no file is written.
The document reaches Typst as JSON, whose texts it never reads as markup, and the templates name no
package, which is all that Typst would look for on a network. No other module calls Typst.
"""

import base64
import io
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property, lru_cache
from importlib.resources import files

import segno
import typst

from app.handover.errors import KoreanFontMissingError
from app.handover.report.document import Document, Spelling
from app.korean_font import korean_font

TEMPLATES = ("blocks.typ", "text.typ")
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
"""Font families with Hangul that make a good page, the best first; else any font with Hangul."""
LATIN = "Libertinus Serif"
EXACT = "DejaVu Sans Mono"
"""Font of values that are copied by hand. It and LATIN come with Typst."""
PACKAGES = {"darwin": "Apple SD Gothic Neo", "win32": "Malgun Gothic"}
"""Name of the Korean font of a system; elsewhere a package brings one."""
MAIN = "main.typ"
REMEMBERED = 11
"""Number of compilations after which Typst drops what it cached of earlier ones."""


def compiled(files: Mapping[str, bytes], fonts: typst.Fonts, made_unix: int = 0) -> bytes:
    """Compile main.typ to PDF/UA-1 (ISO 14289-1): tagged, every glyph embedded.

    Args:
        files: Contents of files in UTF-8, by name; nothing else is read.
        made_unix: Time that the PDF states as its creation, seconds since 1970.

    Raises:
        typst.TypstError: Also for a character that no font has.
    """
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub knows no mapping
        dict(files), font_paths=fonts, pdf_standards=["ua-1"], timestamp=made_unix
    )
    return pdf


def forget(fonts: typst.Fonts) -> None:
    """Free what Typst caches of its last compilations: 500 MB for 500 items."""
    for _ in range(REMEMBERED):
        typst.compile({MAIN: b""}, font_paths=fonts)  # type: ignore[call-overload]


ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | {"\n"}
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
NUMBER = re.compile(r"\\\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")
"""A character in JSON that is written by its number."""
EMOJI = re.compile("[\U0001f000-\U0001faff]")
MOST_TRIED = 500
"""Compilations for one document; characters left after these count as not printable."""
_PROBE = b"""#set document(title: "probe")
#set text(font: json("fonts.json"))
#for each in json("characters.json") [#each #parbreak()]"""


class Glyphs:
    """Knows which characters the fonts of this computer can print, so that no empty box appears.

    It compiles the characters, as PDF/UA-1 refuses those without a glyph.

    Args:
        families: Font families to try before any other.
    """

    def __init__(self, fonts: typst.Fonts, families: Sequence[str]) -> None:
        self._fonts = fonts
        self._families = json.dumps(families).encode()
        self._good = set(ALWAYS)
        self._bad: set[str] = set()

    def has_hangul(self, text: str) -> bool:
        """Return whether the fonts have Hangul, or the text has none."""
        return not HANGUL.search(text) or self._can_show(["\ud55c"])

    def shown(self, text: str) -> str:
        """Return JSON in which characters that cannot be printed are written by their numbers.

        Where one emoji cannot be printed, none is: pictures beside numbers would look inconsistent.
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
    """Return the number of a character with its backslash escaped as in JSON."""
    return "\\" + character.encode("unicode_escape").decode()


class Typesetter:
    """Finds the fonts once, then makes PDFs of documents.

    Args:
        fonts: The fonts to use; by default those of the system and our own.
    """

    def __init__(self, fonts: typst.Fonts | None = None) -> None:
        self._given = fonts

    def pdf(self, document: Document) -> bytes:
        """Return a document as a tagged A4 PDF with all fonts embedded.

        Characters that no font has are written by their numbers, such as \\U0001f9ff; only then
        are Spelling blocks included.

        Raises:
            KoreanFontMissingError: The document has Hangul and no font does.
        """
        unspelled = [each for each in document.blocks if not isinstance(each, Spelling)]
        content = self._shown(replace(document, blocks=unspelled))
        if NUMBER.search(content):
            content = self._shown(document)
        sources = {
            MAIN: _template("document.typ"),
            **{name: _template(name) for name in TEMPLATES},
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
        """Fail early where a document in that language could not be typeset.

        Raises:
            KoreanFontMissingError: The language is Korean and no font has Hangul.
        """
        self._require_hangul("\ud55c" if language == "ko" else "")

    def _require_hangul(self, text: str) -> None:
        if not self._glyphs.has_hangul(text):
            raise KoreanFontMissingError(PACKAGES.get(sys.platform, "fonts-noto-cjk"))

    @cached_property
    def _fonts(self) -> typst.Fonts:
        if self._given is not None:
            return self._given
        own = korean_font()
        return typst.Fonts(font_paths=[] if own is None else [own.parent])

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


@lru_cache(maxsize=4)  # the report and the hash sheet of each language show the same two
def qr_code(text: str) -> bytes:
    """Return a QR code (ISO/IEC 18004) of a text as SVG, with its quiet zone."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="svg", border=4)
    return picture.getvalue()


def photograph(jpeg: bytes) -> bytes:
    """Return a square SVG around a JPEG, as Typst takes no JPEG from memory."""
    data = base64.b64encode(jpeg).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<image width="100" height="100" href="data:image/jpeg;base64,{data}"/></svg>'
    ).encode()
