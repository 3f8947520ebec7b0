import pytest

from app.messages import LANGUAGES, Words
from app.messages.support import LINES, Country, SupportLine, lines


def test_korea_comes_first_and_no_country_is_empty() -> None:
    assert next(iter(Country)) is Country.KOREA
    assert all(lines(country) for country in Country)


def test_every_line_belongs_to_one_country() -> None:
    assert sorted(line.key for country in Country for line in lines(country)) == sorted(
        line.key for line in LINES
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_every_line_says_who_helps_and_whom(line: SupportLine, language: str) -> None:
    words = Words(language)
    assert words.say(f"support.{line.key}")
    assert words.say(f"support.{line.key}.for")
    assert words.say(f"support.{line.country}")
