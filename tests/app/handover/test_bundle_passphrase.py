import string
import unicodedata

import pytest
from mnemonic import Mnemonic

from app.handover.bundle_passphrase import draw_passphrase, hangul_keystrokes, passphrase_spellings

ENGLISH = "crane harbor velvet sketch tunnel ripple"
KOREAN = "거울 의자 꽃병 까치 바다 왜냐"


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        (ENGLISH.upper(), ENGLISH),
        (f" {ENGLISH.replace(' ', '   ')}", ENGLISH),
        (KOREAN.replace(" ", "  "), hangul_keystrokes(KOREAN)),
        (unicodedata.normalize("NFD", KOREAN), hangul_keystrokes(KOREAN)),
        (hangul_keystrokes(KOREAN).replace(" ", "\u3000"), hangul_keystrokes(KOREAN)),
    ],
)
def test_six_words_are_taken_as_they_are_drawn(typed: str, drawn: str) -> None:
    assert drawn in passphrase_spellings(typed)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_was_drawn_is_what_is_tried_first(language: str) -> None:
    drawn = draw_passphrase(language)
    assert passphrase_spellings(drawn.passphrase)[0] == drawn.passphrase
    if drawn.words:
        assert passphrase_spellings(drawn.words) == (drawn.passphrase,)


@pytest.mark.parametrize("typed", ["Correct  Horse", f"{ENGLISH} 7", "A B C D E F!"])
def test_what_was_never_drawn_is_taken_as_it_is(typed: str) -> None:
    assert passphrase_spellings(typed) == (typed,)


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


def test_no_two_words_of_the_list_are_typed_alike() -> None:
    words = Mnemonic("korean").wordlist
    typed = {hangul_keystrokes(word) for word in words}
    assert len(typed) == len(words) == 2048
    assert set("".join(typed)) <= set(string.ascii_letters)
