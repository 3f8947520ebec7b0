import pytest

from tests.support.pseudo_language import PseudoWords, pseudo

SENTENCE = "Nothing of this is kept on the computer."


def test_it_is_in_brackets_and_accented() -> None:
    assert pseudo(SENTENCE).startswith("[Ñöthíñğ")
    assert pseudo(SENTENCE).endswith("]")


def test_it_is_some_forty_percent_longer() -> None:
    assert 1.35 < len(pseudo(SENTENCE)) / len(SENTENCE) < 1.5


@pytest.mark.parametrize(
    ("text", "shown"), [("{count}: {total:>6}", "3:     10"), ("{{1}} {why!r}", "{1} 'x'")]
)
def test_placeholders_stay_as_they_are(text: str, shown: str) -> None:
    assert shown in pseudo(text).format(count=3, total=10, why="x")


def test_the_letter_of_a_mnemonic_stays_as_it_is() -> None:
    assert "&Leave".replace("eave", "éávé") in pseudo("&Leave now")


def test_every_text_errors_and_reasons_too_can_be_said() -> None:
    words = PseudoWords()
    assert words.say("window.leave").startswith("[")
    assert words.error(RuntimeError()).startswith("[")
    assert words.reason("damaged").startswith("[")
