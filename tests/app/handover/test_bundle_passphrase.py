import unicodedata

import pytest

from app.handover.bundle_passphrase import draw_passphrase, hangul_keystrokes, spellings

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
    assert drawn in spellings(typed)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_was_drawn_is_what_is_tried_first(language: str) -> None:
    drawn = draw_passphrase(language)
    assert spellings(drawn.passphrase)[0] == drawn.passphrase
    if drawn.words:
        assert spellings(drawn.words) == (drawn.passphrase,)


@pytest.mark.parametrize("typed", ["Correct  Horse", f"{ENGLISH} 7", "A B C D E F!"])
def test_what_was_never_drawn_is_taken_as_it_is(typed: str) -> None:
    assert spellings(typed) == (typed,)
