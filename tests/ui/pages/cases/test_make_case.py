from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.cases.keyboard import other_layout
from app.cases.passphrase import Strength
from storage.case import Case
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP
from tests.ui.inspection import round_trip
from ui.application import Application
from ui.pages.cases import MakeCasePage
from ui.safety import printing

GOOD = "correct horse battery staple"


@pytest.fixture
def page(application: Application) -> MakeCasePage:
    application.window.show_page("make_case")
    made = application.window.page
    assert isinstance(made, MakeCasePage)
    return made


def type_own(page: MakeCasePage, first: str, second: str | None = None) -> None:
    page.passphrase_choice.own_radio.click()
    page.passphrase_choice.first.line.setText(first)
    page.passphrase_choice.second.line.setText(first if second is None else second)
    page.passphrase_choice.next_button.click()


def take_drawn(page: MakeCasePage) -> None:
    """Take the words that were drawn, and type them once."""
    choice = page.passphrase_choice
    choice.next_button.click()
    choice.repeated.line.setText(choice.drawn.text())
    choice.next_button.click()


def make(qtbot: QtBot, page: MakeCasePage, path: Path) -> str:
    """Make the case and return its passphrase; its recovery code is on the page then."""
    take_drawn(page)
    passphrase = page.session.new_case.passphrase
    page._make(path)
    qtbot.waitUntil(lambda: page.recovery_code is not None)
    return passphrase


def test_the_words_that_are_offered_open_the_case(
    qtbot: QtBot, application: Application, page: MakeCasePage, tmp_path: Path
) -> None:
    passphrase = make(qtbot, page, tmp_path / "notes")
    application.session.close()
    with qtbot.waitSignal(application.session.closed):
        pass
    Case.open(tmp_path / "notes", passphrase, cost=CHEAP).close()


@pytest.mark.parametrize("as_typed", [str.upper, other_layout, lambda words: words + " more"])
def test_words_that_were_not_noted_well_are_asked_for_again(
    page: MakeCasePage, as_typed: Callable[[str], str]
) -> None:
    choice = page.passphrase_choice
    choice.next_button.click()
    assert not choice.drawn.isVisible()
    choice.repeated.line.setText(as_typed(choice.drawn.text()))
    choice.next_button.click()
    assert choice.problem.isVisible()
    choice.see_again_button.click()
    assert choice.drawn.isVisible()
    assert not choice.repeated.text
    take_drawn(page)
    assert page.storage_choice.isVisible()


def test_other_words_are_other_words(page: MakeCasePage) -> None:
    before = page.passphrase_choice.drawn.text()
    page.passphrase_choice.again_button.click()
    assert page.passphrase_choice.drawn.text() != before


def shown(application: Application) -> MakeCasePage:
    page = application.window.page
    assert isinstance(page, MakeCasePage)
    return page


def larger(application: Application) -> MakeCasePage:
    """Change the text size, which rebuilds the page."""
    session = application.session
    session.prefer(replace(session.preferences, text_size=125))
    return shown(application)


def test_words_that_she_may_have_written_down_are_not_drawn_anew(
    application: Application, page: MakeCasePage
) -> None:
    noted = page.passphrase_choice.drawn.text()
    assert larger(application).passphrase_choice.drawn.text() == noted
    for name in ("help", "start", "make_case"):
        application.window.show_page(name)
    assert shown(application).passphrase_choice.drawn.text() == noted


def test_the_words_of_the_next_case_are_others(
    qtbot: QtBot, application: Application, page: MakeCasePage, tmp_path: Path
) -> None:
    used = make(qtbot, page, tmp_path / "notes")
    application.session.forget_recovery_code()
    with qtbot.waitSignal(application.session.closed):
        application.session.close()
    application.window.show_page("make_case")
    assert shown(application).passphrase_choice.drawn.text() != used


def test_a_changed_setting_does_not_lead_back_to_the_first_step(
    qtbot: QtBot, application: Application, page: MakeCasePage, tmp_path: Path
) -> None:
    noted = page.passphrase_choice.drawn.text()
    take_drawn(page)
    page.storage_choice.originals_radio.click()
    page.storage_choice.crops_box.setChecked(False)
    anew = larger(application)
    qtbot.waitUntil(anew.storage_choice.isVisible)
    assert anew.storage_choice.originals_radio.isChecked()
    assert anew.storage_choice.law.isVisible()
    assert not anew.storage_choice.crops_box.isChecked()
    anew._make(tmp_path / "notes")
    qtbot.waitUntil(lambda: anew.recovery_code is not None)
    application.session.forget_recovery_code()
    with qtbot.waitSignal(application.session.closed):
        application.session.close()
    with Case.open(tmp_path / "notes", noted, cost=CHEAP) as case:
        assert (case.info().media, case.crops) == (KeptMedia.ORIGINALS, False)


def test_a_page_made_anew_while_the_case_is_made_says_why_it_could_not_be(
    qtbot: QtBot, application: Application, page: MakeCasePage, tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("mine")
    take_drawn(page)
    page._make(tmp_path / "notes")
    anew = larger(application)
    assert not anew.making.isHidden()
    qtbot.waitUntil(anew.storage_choice.problem.isVisible)
    anew._make(tmp_path / "other")
    qtbot.waitUntil(lambda: anew.recovery_code is not None)


def test_an_own_passphrase_is_typed_twice(qtbot: QtBot, page: MakeCasePage) -> None:
    type_own(page, GOOD, "something else")
    assert page.passphrase_choice.problem.isVisible()
    type_own(page, GOOD)
    qtbot.waitUntil(page.storage_choice.isVisible)
    assert page.session.new_case.passphrase == GOOD


def test_an_empty_passphrase_is_refused(page: MakeCasePage) -> None:
    type_own(page, "  ")
    assert page.passphrase_choice.problem.isVisible()
    assert not page.storage_choice.isVisible()


def test_a_weak_passphrase_is_used_only_when_it_is_wanted(qtbot: QtBot, page: MakeCasePage) -> None:
    type_own(page, "password")
    qtbot.waitUntil(page.passphrase_choice.problem.isVisible)
    assert not page.storage_choice.isVisible()
    page.passphrase_choice.weak_box.setChecked(True)
    take_drawn(page)
    qtbot.waitUntil(page.storage_choice.isVisible)


def test_strength_is_said_in_words_while_typing(qtbot: QtBot, page: MakeCasePage) -> None:
    page.passphrase_choice.own_radio.click()
    for typed, found in (("abc", Strength.WEAK), (GOOD, Strength.STRONG)):
        page.passphrase_choice.first.line.setText(typed)
        said = page.say(f"make_case.strength.{found}")
        qtbot.waitUntil(lambda said=said: page.passphrase_choice.strength_text.text() == said)  # type: ignore[misc]


def test_tab_comes_to_all_that_is_kept_and_not(
    application: Application, page: MakeCasePage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(application.window):
        application.window.activateWindow()
    take_drawn(page)
    assert application.window.focusWidget() is page.storage_choice.next_button
    visited, end = round_trip(application.window.leave_button)
    assert end is visited[0]
    kept = page.storage_choice
    assert [each for each in visited if kept.isAncestorOf(each)] == [
        kept.none_radio,
        kept.crops_box,
        kept.next_button,
        kept.back_button,
    ]


def test_a_case_keeps_no_media_unless_that_is_chosen(page: MakeCasePage) -> None:
    take_drawn(page)
    kept, new_case = page.storage_choice, page.session.new_case
    seen = [(new_case.media, kept.law.isVisible())]
    kept.originals_radio.click()
    seen.append((new_case.media, kept.law.isVisible()))
    assert seen == [(KeptMedia.NONE, False), (KeptMedia.ORIGINALS, True)]


def test_originals_are_not_offered_to_under_19s(
    application: Application, page: MakeCasePage
) -> None:
    application.session.under_19 = True
    page.enter()
    take_drawn(page)
    assert not page.storage_choice.originals_radio.isVisible()
    assert page.session.new_case.media is KeptMedia.NONE


def test_going_on_needs_the_code_to_be_written_down(
    qtbot: QtBot, application: Application, page: MakeCasePage, tmp_path: Path
) -> None:
    make(qtbot, page, tmp_path / "notes")
    code = page.recovery_code
    assert code
    assert not code.next_button.isEnabled()
    code.written_box.setChecked(True)
    QTest.mouseClick(code.next_button, Qt.MouseButton.LeftButton)
    assert page.recovery_code is None
    assert application.window.page.name == "intake"


def test_the_code_that_is_shown_opens_the_case(
    qtbot: QtBot, application: Application, page: MakeCasePage, tmp_path: Path
) -> None:
    make(qtbot, page, tmp_path / "notes")
    assert page.recovery_code
    code = page.recovery_code.shown.text()
    with qtbot.waitSignal(application.session.closed):
        application.session.close()
    Case.open_with_recovery_code(tmp_path / "notes", code, cost=CHEAP).close()


def test_nothing_of_the_passphrase_stays_on_the_page(
    qtbot: QtBot, page: MakeCasePage, tmp_path: Path
) -> None:
    make(qtbot, page, tmp_path / "notes")
    assert page.session.new_case.passphrase == ""
    assert page.passphrase_choice.drawn.text() == ""


def test_a_name_that_is_taken_is_said_in_place_and_nothing_is_lost(
    qtbot: QtBot, page: MakeCasePage, tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("mine")
    take_drawn(page)
    page._make(tmp_path / "notes")
    qtbot.waitUntil(page.storage_choice.problem.isVisible)
    assert (tmp_path / "notes").read_text() == "mine"
    page._make(tmp_path / "other")
    qtbot.waitUntil(lambda: page.recovery_code is not None)


def test_the_code_can_be_printed(
    qtbot: QtBot, page: MakeCasePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(printing, "printers", lambda: ["Home"])
    monkeypatch.setattr(
        printing, "draw", lambda lines, printer: lambda: printed.extend([printer, *lines])
    )
    make(qtbot, page, tmp_path / "notes")
    assert page.recovery_code
    page.recovery_code.print_button.click()
    qtbot.waitUntil(page.recovery_code.print_now_button.isVisible)
    page.recovery_code.print_now_button.click()
    qtbot.waitUntil(lambda: bool(printed))
    assert printed[0] == "Home"
    assert page.recovery_code.shown.text() in "\n".join(printed)


def test_without_a_printer_it_is_said(
    qtbot: QtBot, page: MakeCasePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", list)
    make(qtbot, page, tmp_path / "notes")
    assert page.recovery_code
    page.recovery_code.print_button.click()
    qtbot.waitUntil(page.recovery_code.print_text.isVisible)
    assert not page.recovery_code.print_now_button.isVisible()
