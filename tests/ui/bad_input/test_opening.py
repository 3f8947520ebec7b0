"""A file that does not open: wrong passphrase, gone, in use, too new, damaged, read only."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.messages import plain_name
from storage.case import Case
from storage.errors import (
    CaseDamagedError,
    CaseInUseError,
    CaseReadOnlyError,
    CaseTooNewError,
    StorageError,
    WrongPassphraseError,
)
from storage.sqlcipher_pages import PAGE_SIZE
from tests.support.case_samples import CHEAP
from tests.ui.bad_input.conftest import in_both_languages
from tests.ui.bad_input.person import Person
from tests.ui.conftest import PHRASE
from ui.pages.cases import StartPage

HOLD = """
import sys
from pathlib import Path
from storage.case import Case
from tests.support.case_samples import CHEAP
with Case.open(Path(sys.argv[1]), sys.argv[2], cost=CHEAP):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    Case.create(path, PHRASE, cost=CHEAP)[0].close()
    return path


def too_new(case: Path) -> None:
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        opened._db.execute("PRAGMA user_version = 99001")


def damaged(case: Path) -> None:
    content = bytearray(case.read_bytes())
    content[PAGE_SIZE + 100] ^= 1
    case.write_bytes(content)


def cut_off(case: Path) -> None:
    os.truncate(case, case.stat().st_size - PAGE_SIZE)


def expect_a_way_on(person: Person, case: Path) -> None:
    """Assert that another attempt or another file is possible, and that the file is unchanged."""
    page = person.page
    assert isinstance(page, StartPage)
    assert page.unlock_form is not None
    assert page.unlock_form.field.isEnabled()
    assert not page.unlock_form.waiting.isVisible()
    person.press("start.other")
    person.button("start.make")
    person.button("start.open")


@pytest.mark.parametrize(
    ("befall", "error", "language"),
    [
        (too_new, CaseTooNewError, "ko"),
        (damaged, CaseDamagedError, "ko"),
        (cut_off, CaseDamagedError, "en"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_stays_as_it_is(
    person: Person, case: Path, befall: Callable[[Path], None], error: type[StorageError]
) -> None:
    befall(case)
    before = case.read_bytes()
    person.opens(case)
    person.waits_for(person.words.error(error(str(case))))
    expect_a_way_on(person, case)
    assert case.read_bytes() == before


@in_both_languages
def test_a_wrong_passphrase_never_says_whether_the_file_is_a_case(
    person: Person, case: Path, tmp_path: Path
) -> None:
    screens = []
    other = tmp_path / "photo"
    other.write_bytes(os.urandom(case.stat().st_size))
    short = tmp_path / "empty"
    short.touch()
    for path in (case, other, short):
        person.opens(path, "something else")
        person.waits_for(person.words.error(WrongPassphraseError(str(path))))
        screens.append(person.screen().replace(plain_name(path.name), "x"))
        expect_a_way_on(person, path)
    assert len(set(screens)) == 1


@pytest.mark.parametrize(("error", "language"), [(errno.EROFS, "ko"), (errno.EACCES, "en")])
def test_a_case_that_must_not_be_written_is_said_to_be(
    person: Person, case: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("storage.lock.os.open", refuse)
    person.opens(case)
    person.waits_for(person.words.error(CaseReadOnlyError(str(case))))
    monkeypatch.undo()
    expect_a_way_on(person, case)


@contextmanager
def another_program(case: Path) -> Iterator[None]:
    """Another process that has the case open."""
    command = [sys.executable, "-c", HOLD, str(case), PHRASE]
    other = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        yield
        other.communicate(b"")


def test_a_case_that_another_program_has_open_opens_once_that_is_closed(
    person: Person, case: Path
) -> None:
    with another_program(case):
        person.opens(case)
        person.waits_for(person.words.error(CaseInUseError(str(case))))
    person.opens_it_again()
    assert person.page.name == "intake"


@pytest.mark.parametrize(("what", "language"), [("file", "en"), ("folder", "ko")])
def test_a_file_that_vanished_is_said_and_opens_when_it_is_back(
    person: Person, case: Path, what: str
) -> None:
    where = case if what == "file" else case.parent
    away = where.with_name("away")
    where.rename(away)
    person.opens(case)
    person.waits_for(person.says("start.gone", name="notes"))
    away.rename(where)
    person.opens_it_again()
    assert person.page.name == "intake"


def test_another_file_that_does_not_open_leaves_no_half_open_case(
    person: Person, case: Path, tmp_path: Path
) -> None:
    person.makes_a_case(tmp_path / "open")
    refused: list[Exception] = []
    person.session.open(case, "something else", refused.append)
    person.qtbot.waitUntil(lambda: bool(refused))
    assert person.session.is_open
    held: list[Path] = []
    person.session.ask(lambda case: Path(case.path), held.append)
    person.qtbot.waitUntil(lambda: held == [tmp_path / "open"])


def test_what_went_wrong_is_said_in_the_language_that_she_chose_meanwhile(
    person: Person, case: Path
) -> None:
    person.opens(case, "something else")
    page = person.page
    assert isinstance(page, StartPage)
    page._speak("ko")
    person.waits_for(person.words.error(WrongPassphraseError(str(case))))
    assert person.words.language == "ko"
