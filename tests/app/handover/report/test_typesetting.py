from collections.abc import Sequence
from dataclasses import replace

import pytest
import typst

from app.handover.errors import KoreanFontMissingError
from app.handover.report.document import Document, Spelling, Text
from app.handover.report.typesetting import MOST_TRIED, Glyphs, Typesetter
from app.messages import Words
from tests.app.handover.report.samples import hangul, poppler, read


def document(text: str) -> Document:
    return Document("Title", "en", 1_700_000_000, "foot", "{page}/{pages}", [Text(text)])


@pytest.fixture
def bare() -> Typesetter:
    """A computer without any font."""
    return Typesetter(typst.Fonts(include_system_fonts=False))


def test_hangul_without_a_font_is_an_error_that_names_the_package(bare: Typesetter) -> None:
    with pytest.raises(KoreanFontMissingError) as caught:
        bare.pdf(document("한글"))
    assert caught.value.package
    for language in ("en", "ko"):
        assert caught.value.package in Words(language).error(caught.value)


def test_that_the_font_is_missing_is_known_before_anything_is_done(bare: Typesetter) -> None:
    bare.require_fonts("en")
    with pytest.raises(KoreanFontMissingError):
        bare.require_fonts("ko")


@poppler
def test_english_needs_no_font_of_the_system(bare: Typesetter) -> None:
    assert "plain - “words” é" in read("pdftotext", bare.pdf(document("plain - “words” é")))


@poppler
def test_what_no_font_has_is_written_by_its_number(bare: Typesetter) -> None:
    text = read("pdftotext", bare.pdf(document("a\u0e01b\U0001f9ffc\u6f22")))
    assert "a\\u0e01b\\U0001f9ffc\\u6f22" in text


@poppler
@pytest.mark.parametrize(
    ("text", "spelled"), [("a\U0001f9ffb", True), ("a\\u202eb", True), (r"C:\users\xavier", False)]
)
def test_that_characters_are_written_by_number_is_said_where_there_are_such(
    bare: Typesetter, text: str, spelled: bool
) -> None:
    explained = replace(document(""), blocks=[Text(text), Spelling("by number")])
    assert ("by number" in read("pdftotext", bare.pdf(explained))) is spelled


class NoFire(Glyphs):
    """Fonts that have every character but one."""

    def _can_show(self, characters: Sequence[str]) -> bool:
        return "\U0001f525" not in characters


def test_either_all_emoji_are_shown_or_none() -> None:
    glyphs = NoFire(typst.Fonts(include_system_fonts=False), [])
    assert glyphs.shown("\U0001f600") == "\U0001f600"
    assert glyphs.shown("\U0001f600\U0001f525") == "\\\\U0001f600\\\\U0001f525"
    assert glyphs.shown("\U0001f600") == "\U0001f600"


@poppler
def test_a_text_is_never_read_as_markup(bare: Typesetter) -> None:
    hostile = '#panic("x") $a$ *b* _c_ `d` <e> @f // g \\ " ] } = h'
    assert hostile in read("pdftotext", bare.pdf(document(hostile)))


@poppler
def test_the_file_says_only_when_the_document_was_made(bare: Typesetter) -> None:
    facts = read("pdfinfo", bare.pdf(replace(document("x"), title="My title")), "-isodates")
    assert "2023-11-14T22:13:20Z" in facts
    assert "My title" in facts
    assert "Author" not in facts


def test_the_same_document_gives_the_same_bytes(bare: Typesetter) -> None:
    assert bare.pdf(document("x")) == bare.pdf(document("x"))


def test_many_strange_characters_end_the_search_and_none_is_shown_unasked() -> None:
    glyphs = Glyphs(typst.Fonts(include_system_fonts=False), ["Libertinus Serif"])
    strange = "".join(map(chr, range(0x4E00, 0x4E00 + 2 * MOST_TRIED)))
    shown = glyphs.shown(strange + "a")
    assert shown.endswith("a")
    assert not set(strange) & set(shown)


@hangul
def test_hangul_is_found_where_a_font_has_it(typesetter: Typesetter) -> None:
    typesetter.require_fonts("ko")
