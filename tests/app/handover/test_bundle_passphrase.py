import string
import unicodedata

import pytest

from app.cases.keyboard import hangul_keystrokes, other_layout
from app.cases.passphrase_words import passphrase_words
from app.handover.bundle_passphrase import draw_passphrase, passphrase_spellings

ENGLISH = "crane harbor velvet sketch tunnel ripple maple"
KOREAN = "거울 의자 꽃병 까치 바다 왜냐 단풍"


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        (ENGLISH.upper(), ENGLISH),
        (f" {ENGLISH.replace(' ', '   ')}", ENGLISH),
        (KOREAN.replace(" ", "  "), hangul_keystrokes(KOREAN)),
        (unicodedata.normalize("NFD", KOREAN), hangul_keystrokes(KOREAN)),
        (hangul_keystrokes(KOREAN).replace(" ", "\u3000"), hangul_keystrokes(KOREAN)),
        (other_layout(ENGLISH), ENGLISH),
    ],
)
def test_the_words_are_taken_as_they_are_drawn(typed: str, drawn: str) -> None:
    assert drawn in passphrase_spellings(typed)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_was_drawn_is_what_is_tried_first(language: str) -> None:
    drawn = draw_passphrase(language)
    assert passphrase_spellings(drawn.passphrase)[0] == drawn.passphrase
    if drawn.words:
        assert passphrase_spellings(drawn.words) == (drawn.passphrase,)


@pytest.mark.parametrize("typed", ["Correct  Horse", f"{ENGLISH} 7", "A B C D E F G!"])
def test_what_was_never_drawn_is_taken_as_it_is(typed: str) -> None:
    assert passphrase_spellings(typed) == (typed,)


def test_no_two_words_of_the_list_are_typed_alike() -> None:
    words = passphrase_words("ko")
    typed = {hangul_keystrokes(word) for word in words}
    assert len(typed) == len(words)
    assert set("".join(typed)) <= set(string.ascii_letters)
