"""The language of a bundle follows whoever receives it."""

import sys
import time
from collections.abc import Iterator

import pytest

from app.handover.document_language import DocumentLanguage, usual_language
from app.handover.handover_choices import HandoverChoices


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in another country; its window speaks as before."""
    if sys.platform == "win32":
        raise NotImplementedError
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("zone", "language", "spoken"),
    [
        ("Asia/Seoul", DocumentLanguage.KOREAN, "en_US.UTF-8"),
        ("Asia/Seoul", DocumentLanguage.KOREAN, "ko_KR.UTF-8"),
        ("Europe/Berlin", DocumentLanguage.ENGLISH, "ko_KR.UTF-8"),
        ("Asia/Tokyo", DocumentLanguage.ENGLISH, "ko_KR.UTF-8"),
    ],
    indirect=["zone"],
)
def test_the_usual_one_is_that_of_the_country_and_not_of_the_window(
    language: DocumentLanguage, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", spoken)
    assert usual_language() is language
    assert HandoverChoices().language is language


def test_both_are_korean_first() -> None:
    assert DocumentLanguage.BOTH.languages == ("ko", "en")
    assert [each.languages for each in DocumentLanguage][:2] == [("ko",), ("en",)]
