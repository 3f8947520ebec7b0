import unicodedata

import pytest

from app.cases.passphrase import BUNDLE_WORDS, CASE_WORDS, Strength, random_passphrase, strength
from app.cases.passphrase_words import passphrase_words
from app.messages import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_draws_enough_words(language: str) -> None:
    assert len(random_passphrase(language).split(" ")) == CASE_WORDS
    assert len(random_passphrase(language, BUNDLE_WORDS).split(" ")) == BUNDLE_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_draws_others_each_time(language: str) -> None:
    assert len({random_passphrase(language) for _ in range(20)}) == 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_draws_from_the_list_of_the_language(language: str) -> None:
    for _ in range(50):
        assert set(random_passphrase(language).split(" ")) <= set(passphrase_words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_is_in_the_form_that_keyboards_give(language: str) -> None:
    for _ in range(50):
        assert unicodedata.is_normalized("NFC", random_passphrase(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_is_strong(language: str) -> None:
    assert {strength(random_passphrase(language)) for _ in range(20)} == {Strength.STRONG}


@pytest.mark.parametrize(
    ("passphrase", "judged"),
    [
        ("", Strength.EMPTY),
        ("   ", Strength.EMPTY),
        ("abc", Strength.WEAK),
        ("password1", Strength.WEAK),
        ("사랑해", Strength.WEAK),
        ("20070315", Strength.WEAK),
        ("qwertyuiop", Strength.WEAK),
        ("수학여행2007", Strength.FAIR),
        ("correct horse battery", Strength.STRONG),
        ("x" * 5000, Strength.WEAK),
    ],
)
def test_judges_what_was_typed(passphrase: str, judged: Strength) -> None:
    assert strength(passphrase) is judged


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", Strength)
def test_every_strength_has_words(found: Strength, language: str) -> None:
    assert Words(language).say(f"make_case.strength.{found}")
