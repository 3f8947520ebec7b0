"""A case that cannot be made, and a recovery code that must not be lost."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from storage.case import Case
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP
from tests.ui.bad_input.conftest import in_both_languages
from tests.ui.bad_input.person import Person
from tests.ui.conftest import PHRASE
from ui.pages.cases import MakeCasePage

Make = Callable[[Path], str]


@pytest.fixture
def make(person: Person) -> Make:
    """Go through the page up to the choice of a place; return the passphrase."""

    def go_through(path: Path) -> str:
        person.goes_to("make_case")
        person.press("make_case.next")
        choice = page_of(person).passphrase_choice
        choice.repeated.line.setText(choice.drawn.text())
        person.press("make_case.next")
        passphrase = page_of(person).session.new_case.passphrase
        page_of(person)._make(path)
        return passphrase

    return go_through


def page_of(person: Person) -> MakeCasePage:
    page = person.page
    assert isinstance(page, MakeCasePage)
    return page


def shown_code(person: Person) -> str:
    code = page_of(person).recovery_code
    assert code is not None
    return code.shown.text()


@in_both_languages
def test_a_folder_that_is_gone_is_said_and_another_place_can_be_chosen(
    person: Person, make: Make, tmp_path: Path
) -> None:
    make(tmp_path / "gone" / "notes")
    person.waits_for(person.says("make_case.no_place"))
    person.button("make_case.choose_where")
    page_of(person)._make(tmp_path / "notes")
    person.waits_for(person.says("make_case.code"))


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (errno.EROFS, "make_case.no_place"),
        (errno.EIO, "make_case.no_place"),
        (errno.ENOSPC, "make_case.disk_full"),
    ],
)
def test_a_place_that_takes_nothing_is_said_and_nothing_is_left_there(
    person: Person,
    make: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: int,
    key: str,
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("storage.opening.os.open", refuse)
    make(tmp_path / "notes")
    person.waits_for(person.says(key))
    monkeypatch.undo()
    assert not list(tmp_path.glob("notes*"))
    page_of(person)._make(tmp_path / "notes")
    person.waits_for(person.says("make_case.code"))


def test_what_went_wrong_is_said_wherever_she_went_meanwhile(
    person: Person, make: Make, tmp_path: Path
) -> None:
    make(tmp_path / "gone" / "notes")
    person.goes_to("help")
    person.waits_until(person.window._banner.isVisible)


def test_the_code_comes_up_wherever_she_went_and_whatever_language_she_chose_meanwhile(
    person: Person, make: Make, tmp_path: Path
) -> None:
    make(tmp_path / "notes")
    person.goes_to("settings")
    person.session.prefer(replace(person.session.preferences, language="ko"))
    person.waits_for(person.says("make_case.code"))
    assert person.words.language == "ko"


@pytest.mark.parametrize("how", ["larger text", "another page", "locked"])
def test_the_code_is_there_until_she_says_that_it_is_written_down(
    person: Person, make: Make, tmp_path: Path, how: str
) -> None:
    passphrase = make(tmp_path / "notes")
    person.waits_for(person.says("make_case.code"))
    code = shown_code(person)
    if how == "locked":
        person.session.lock(finish_work=False)
        assert person.session.recovery_code == ""
        person.types_the_passphrase(passphrase)
        person.waits_for(person.says("make_case.code"))
    else:
        person.goes_to("settings")
        if how == "larger text":
            person.session.prefer(replace(person.session.preferences, text_size=150))
        person.goes_to("start")
        person.waits_for(person.says("start.code_waits"))
        person.press("start.go_on")
    assert shown_code(person) == code
    shown = page_of(person).recovery_code
    assert shown is not None
    shown.written_box.setChecked(True)
    person.press("make_case.next")
    assert person.page.name == "intake"
    assert person.session.recovery_code == ""
    with person.qtbot.waitSignal(person.session.closed):
        person.session.close()
    Case.open_with_recovery_code(tmp_path / "notes", code, cost=CHEAP).close()


def test_a_code_that_was_written_down_is_never_shown_again(person: Person, tmp_path: Path) -> None:
    person.makes_a_case(tmp_path / "notes", KeptMedia.NONE)
    person.session.lock(finish_work=False)
    person.opens_it_again()
    assert person.page.name == "intake"
    assert person.session.recovery_code == ""


def test_leaving_while_a_case_is_made_leaves_a_case_or_nothing(
    person: Person, tmp_path: Path
) -> None:
    path = tmp_path / "notes"
    person.session.create(path, PHRASE, KeptMedia.NONE, True, lambda _: None, lambda _: None)
    assert person.session.end(30)
    Case.open(path, PHRASE, cost=CHEAP).close()
