"""Goes into every step within a page, and inspects whether the keyboard alone is enough."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.intake import NO_ANSWERS, Question, QuestionKind
from app.messages import LANGUAGES, Words
from storage.case import Case
from storage.types import Verdict
from tests.support.typesetting import replace_typesetting
from tests.ui import inspection
from tools.shots import sample
from ui.application import Application
from ui.pages.cases import MakeCasePage, StartPage
from ui.pages.enrol import EnrolPage
from ui.pages.handover import HandoverPage
from ui.pages.intake import IntakePage
from ui.pages.page import Page
from ui.widgets.file_chooser import FileChooser

P = TypeVar("P", bound=Page)

QUESTIONS = (
    Question("/x/a.zip", "a.zip", QuestionKind.PASSWORD),
    Question("/x/chat.txt", "chat.txt", QuestionKind.OWNER, ("Yun & Kim", "me")),
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The language of the window."""
    return str(request.param)


@pytest.fixture(autouse=True)
def typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace typesetting by a constant."""
    replace_typesetting(monkeypatch)


class Way:
    """Goes from step to step; yields the name of each once it is there."""

    def __init__(self, application: Application, folder: Path, qtbot: QtBot) -> None:
        self.window = application.window
        self.session = application.session
        self._folder = folder
        self._qtbot = qtbot

    def without_a_case(self) -> Iterator[str]:
        """Go through the steps that open and make a case."""
        start = self._show(StartPage)
        start.open_button.setFocus()
        start.open_button.click()
        yield from self._chooser("start")
        assert self.window.focusWidget() is start.open_button
        start._ask_passphrase(self._folder / "notes")
        yield "start: the passphrase"
        assert start.unlock_form
        start.unlock_form.other_button.click()
        making = self._show(MakeCasePage)
        yield "passphrase: drawn"
        making.passphrase_choice.own_radio.click()
        yield "passphrase: her own"
        making.passphrase_choice.drawn_radio.click()
        making.passphrase_choice.next_button.click()
        yield "passphrase: typed once"
        making.passphrase_choice.repeated.line.setText(making.passphrase_choice.drawn.text())
        making.passphrase_choice.next_button.click()
        yield "passphrase: what is kept"
        making.storage_choice.next_button.click()
        yield from self._chooser("make_case")

    def with_a_case(self) -> Iterator[str]:
        """Go through all steps within an open case."""
        sample.open_case(self.session, self._folder, self._qtbot.waitUntil)
        assert self._show(MakeCasePage).recovery_code
        yield "passphrase: the recovery code"
        yield from self._content()
        self._show(EnrolPage).camera_button.click()
        yield "me: the camera"
        yield from self._hand_over()

    def _content(self) -> Iterator[str]:
        page = self._show(IntakePage)
        self._qtbot.waitUntil(lambda: bool(page.table.rows))
        page.add_panel.add_button.click()
        yield from self._chooser("intake")
        page.add_panel.origin.toggle_button.click()
        page.questions.ask(QUESTIONS, NO_ANSWERS)
        yield "content: where it is from, and questions"
        page.questions.clear()
        page.item_list.view.selectRow(0)
        self._qtbot.waitUntil(page.item_list.detail.isVisible)
        yield "content: an item"
        page.provenance_editor.link()
        yield "content: a link"
        page.provenance_editor.items([1, 2])
        self._qtbot.waitUntil(lambda: page.provenance_editor.form is not None)
        yield "content: where items are from"
        page.provenance_editor.close()

    def _hand_over(self) -> Iterator[str]:
        self.session.ask(_confirm_one)
        page = self._show(HandoverPage)
        self._qtbot.waitUntil(lambda: page._planned is not None)
        page.hash_list.disclosure.toggle_button.click()
        page.bundle_check.disclosure.toggle_button.click()
        yield "hand over: the plan"
        page.choose_button.setFocus()
        page.choose_button.click()
        yield from self._chooser("hand over")
        assert self.window.focusWidget() is page.choose_button
        page._chosen_place([self._folder / "bundle"])
        page.make_button.click()
        self._qtbot.waitUntil(lambda: page.result_view is not None)
        yield "hand over: the passphrase"
        assert page.result_view
        page.result_view.written_box.click()
        page.result_view.done_button.click()
        self._qtbot.waitUntil(
            lambda: not page.result_view or not hasattr(page.result_view, "done_button")
        )
        yield "hand over: made"

    def _show(self, kind: type[P]) -> P:
        self.window.show_page(kind.name)
        page = self.window.page
        assert isinstance(page, kind)
        return page

    def _chooser(self, where: str) -> Iterator[str]:
        """Open the file chooser, and assert that the focus returns to what had it."""
        (chooser,) = inspection.shown(self.window, FileChooser)
        assert self.window.focusWidget() is chooser.list
        self._qtbot.waitUntil(lambda: chooser._task is None)
        yield f"{where}: files"
        chooser.cancel()


def _confirm_one(case: Case) -> None:
    case.decide(1, Verdict.CONFIRM)


def test_whoever_goes_elsewhere_while_choosing_finds_the_page_and_not_the_list(
    application: Application,
) -> None:
    window = application.window
    start = window.page
    assert isinstance(start, StartPage)
    start.open_button.click()
    window.show_page("help")
    assert window.focusWidget() is None or not start.isAncestorOf(window.focusWidget())
    window.show_page("start")
    assert start.open_button.isVisible()
    assert inspection.shown(window, FileChooser) == []


def test_every_step_can_be_done_by_keyboard_alone(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    way = Way(application, tmp_path, qtbot)
    window = application.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    problems: list[str] = []
    for steps in (way.without_a_case(), way.with_a_case()):
        for step in steps:
            QApplication.processEvents()  # so that everything is laid out
            visited, end = inspection.round_trip(application.window.leave_button)
            on_page = [each for each in visited if window.page.isAncestorOf(each)]
            found = [
                *inspection.out_of_order(on_page, window),
                *inspection.not_reached(window, visited),
                *inspection.trapped(visited, end),
                *inspection.shared_mnemonics(window),
                *inspection.without_name(window),
                *inspection.unspoken(window),
            ]
            problems += [f"{step}: {each}" for each in found]
    assert problems == []


def test_the_key_that_leaves_does_so_in_every_step(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    way = Way(application, tmp_path, qtbot)
    window = application.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.leaving.disconnect(application.leave)
    left: list[str] = []
    for steps in (way.without_a_case(), way.with_a_case()):
        for step in steps:
            with qtbot.waitSignal(window.leaving, timeout=1000, raising=False) as leaving:
                QTest.keyClick(window.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
            left += [] if leaving.signal_triggered else [step]
            window.give_focus()
            window.cover.hide()
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_that_leaves_does_nothing_else(language: str) -> None:
    texts = Words(language)._texts
    leaves = inspection.MNEMONIC.search(texts["window.leave"])
    assert leaves
    others = [key for key in texts if key != "window.leave" and f"&{leaves[1]}" in texts[key]]
    assert others == []
