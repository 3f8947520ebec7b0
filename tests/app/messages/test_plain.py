import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.messages import plain, plain_name
from app.messages.plain import LONGEST, UNSAFE


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("photo.jpg", "photo.jpg"),
        ("거울 사진.jpg", "거울 사진.jpg"),
        (unicodedata.normalize("NFD", "거울"), unicodedata.normalize("NFD", "거울")),
        ("a\nb", "a\\nb"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("gpj.\u202efoto", "gpj.\\u202efoto"),
        ("bad\udce9.jpg", "bad\\udce9.jpg"),
        ("a\u2028b", "a\\u2028b"),
        ("\x9b2J", "\\x9b2J"),
    ],
)
def test_names_are_shown_on_one_line_without_control(name: str, shown: str) -> None:
    assert plain(name) == shown


@given(st.text(st.characters(codec=None)))
def test_nothing_unsafe_is_ever_left(text: str) -> None:
    assert not UNSAFE & {unicodedata.category(character) for character in plain(text)}


@given(st.text())
def test_saying_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_very_long_name_keeps_its_beginning_and_its_ending() -> None:
    shown = plain_name("a" * 300 + ".jpg")
    assert len(shown) < LONGEST
    assert shown.startswith("aaa")
    assert shown.endswith(".jpg")
