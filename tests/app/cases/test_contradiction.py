import pytest

from app.cases.contradiction import contradiction_error
from app.cases.errors import DecisionsUnlikeLogError, LogChangedError, StatementsUnlikeLogError
from app.messages import LANGUAGES, Words
from storage.audit import Contradictions


def test_a_case_that_fits_its_log_says_nothing() -> None:
    assert contradiction_error(Contradictions()) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (Contradictions(log=True), LogChangedError),
        (Contradictions(decisions=(3, 5), statements=True), DecisionsUnlikeLogError),
        (Contradictions(statements=True), StatementsUnlikeLogError),
    ],
)
def test_what_contradicts_the_log_is_told_in_words(
    found: Contradictions, kind: type[Exception], language: str
) -> None:
    error = contradiction_error(found)
    assert isinstance(error, kind)
    said = Words(language).error(error)
    assert ("3, 5" in said) is bool(found.decisions)
