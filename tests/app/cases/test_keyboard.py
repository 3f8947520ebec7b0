"""The two sides of a Korean keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cases.keyboard import hangul_keystrokes, hangul_typed, other_layout
from app.cases.passphrase_words import passphrase_words


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("거울", "rjdnf"),
        ("대한민국", "eogksalsrnr"),
        ("뺨 꽃 값 닭 왜", "Qia Rhc rkqt ekfr dho"),
        ("의자 ab 1", "dmlwk ab 1"),
        ("가", "rk"),
    ],
)
def test_it_is_what_a_korean_keyboard_types_when_it_is_set_to_english(
    typed: str, keys: str
) -> None:
    assert hangul_keystrokes(typed) == keys


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ("rjdnf", "거울"),
        ("RHC", "꽃"),
        ("dhodktj", "왜아서"),
        ("hello", "ㅗ디ㅣㅐ"),
        ("crane harbor", "ㅊㄱ묻 ㅗㅁ규ㅐㄱ"),
        ("rkrtk 1!", "각사 1!"),
        ("ekfrdl", "닭이"),
    ],
)
def test_it_is_what_the_same_keys_type_when_it_is_set_to_korean(keys: str, typed: str) -> None:
    assert hangul_typed(keys) == typed


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12))
def test_the_keys_of_any_syllables_compose_them_again(syllables: str) -> None:
    assert hangul_typed(hangul_keystrokes(syllables)) == syllables


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_word_that_is_drawn_is_found_from_the_other_side(language: str) -> None:
    for word in passphrase_words(language):
        assert other_layout(other_layout(word)) == word


def test_what_has_no_letters_has_no_other_side() -> None:
    assert other_layout("1234 !?") == "1234 !?"
