import re
from types import ModuleType

import pytest

import app.errors
import app.main
import app.preferences
import app.sandbox.errors
import face.errors
import storage.errors
from app.intake import Obstacle
from app.messages import Words, en, ko
from face.types import Reason

LANGUAGES = ("en", "ko")

NEVER = {
    "en": re.compile(
        r"match|identif|probab|\breal\b|\bfake|genuine|%|certain|\bsure that", re.IGNORECASE
    ),
    "ko": re.compile(r"일치|식별|신원|확률|퍼센트|%|진짜|가짜|실제|위조|조작|동일인|판별|틀림없"),
}


def subclasses(base: type[Exception]) -> list[type[Exception]]:
    return [s for direct in base.__subclasses__() for s in (direct, *subclasses(direct))]


EXPECTED = [
    error
    for base in (app.errors.AppError, face.errors.FaceError, storage.errors.StorageError)
    for error in (base, *subclasses(base))
    if error.__module__.partition(".")[0] in {"app", "face", "storage"}
]


def example(error: type[Exception]) -> Exception:
    try:
        return error()
    except TypeError:
        return error(Reason.DAMAGED, "x")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", EXPECTED, ids=lambda e: e.__name__)
def test_every_expected_error_has_words_of_its_own(error: type[Exception], language: str) -> None:
    words = Words(language)
    assert error.__name__ in words._errors
    assert words.error(example(error)) != words.error(Exception())


def test_worker_errors_are_among_the_expected() -> None:
    assert app.sandbox.errors.WorkerStartError in EXPECTED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [*Reason, *Obstacle, "pending"])
def test_every_reason_has_words(reason: str, language: str) -> None:
    assert Words(language).reason(reason)


def test_an_error_without_words_takes_those_of_its_base() -> None:
    class NewError(storage.errors.CaseInUseError):
        pass

    words = Words("en")
    assert words.error(NewError("x")) == words.error(storage.errors.CaseInUseError("x"))


def test_what_nobody_expected_says_that_the_case_is_safe() -> None:
    assert "still there" in Words("en").error(RuntimeError("/home/name/secret"))
    assert "secret" not in Words("en").error(RuntimeError("/home/name/secret"))


@pytest.mark.parametrize(("language", "catalogue"), [("en", en), ("ko", ko)])
def test_no_text_claims_to_know_who_somebody_is(language: str, catalogue: ModuleType) -> None:
    texts = {
        **catalogue.TEXTS,
        **catalogue.ERRORS,
        **catalogue.REASONS,
    }
    assert [key for key, text in texts.items() if NEVER[language].search(text)] == []


def test_korean_texts_are_korean() -> None:
    no_hangul = [k for k, text in ko.TEXTS.items() if not re.search("[가-힣]", text)]
    layout = {
        "sources.line",
        "sources.line_time",
        "sources.other",
        "photo.line",
        "photo.face_line",
        "blocked.line",
        "list.line",
        "list.line_why",
        "list.line_limit",
        "show.line",
        "demo.line",
    }
    assert set(no_hangul) <= layout


def test_a_name_in_a_text_cannot_forge_a_line() -> None:
    said = Words("en").say("blocked.line", name="a\nNo similar face was found.", why="x")
    assert "\n" not in said


def test_a_path_in_an_error_cannot_forge_a_line() -> None:
    said = Words("en").error(storage.errors.CaseMissingError("x\x1b[2J\ny"))
    assert "\n" not in said
    assert "\x1b" not in said
