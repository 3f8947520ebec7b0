import string

import pytest
from mnemonic import Mnemonic

from app.handover.bundle_passphrase import hangul_keystrokes


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
