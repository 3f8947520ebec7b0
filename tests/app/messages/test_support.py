from datetime import UTC, date, datetime

import pytest

from app.messages import LANGUAGES, Words
from app.messages.support import FACTS, LINES, Country, Origin, SupportLine, as_of, lines


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


ROUTES = {**{line.key: line.origin for line in LINES}, **FACTS}


@pytest.mark.parametrize("origin", ROUTES.values(), ids=ROUTES)
def test_every_route_has_a_source_and_a_day_of_today_or_before(origin: Origin) -> None:
    assert len(origin.source) > 10
    assert date(2025, 1, 1) <= origin.as_of <= datetime.now(UTC).date()


def test_the_one_number_comes_first_then_those_who_have_it_removed_then_the_police() -> None:
    assert [line.contact for line in lines(Country.KOREA)] == [
        "1366",
        "02-735-8994",
        "117",
        "112",
        "ECRM",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_as_of_when(language: str) -> None:
    said = Words(language).say("support.as_of", **as_of())
    assert "2025-04" in said
    assert max(origin.as_of for origin in ROUTES.values()).strftime("%Y-%m") in said
