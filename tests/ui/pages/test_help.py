import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.messages.support import LINES
from app.preferences import Preferences, settings_file
from ui.application import Application
from ui.pages.help import HelpPage
from ui.widgets.labels import MAY_WRAP


@pytest.fixture
def page(qtbot: QtBot, application: Application) -> HelpPage:
    application.window.show_page("help")
    made = application.window.page
    assert isinstance(made, HelpPage)
    return made


def said(page: HelpPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel)).replace(MAY_WRAP, "")


def test_help_needs_no_case(page: HelpPage) -> None:
    assert page.isVisible()


def test_everybody_who_helps_is_named_with_a_way_to_reach_them(page: HelpPage) -> None:
    assert [line.contact for line in LINES if line.contact not in said(page)] == []


def test_what_is_left_on_this_computer_is_said_with_its_place(page: HelpPage) -> None:
    assert str(settings_file()) in said(page)


@pytest.mark.parametrize("name", ["support", "police", "traces", "leaving", "keys", "limits"])
def test_a_button_leads_to_each_part(qtbot: QtBot, page: HelpPage, name: str) -> None:
    QTest.mouseClick(page.index[name], Qt.MouseButton.LeftButton)
    head = page.headings[name]
    assert head.hasFocus()
    assert not head.visibleRegion().isEmpty()


def test_a_part_is_left_again_by_keyboard(qtbot: QtBot, page: HelpPage) -> None:
    page.index["police"].setFocus()
    QTest.keyClick(page.index["police"], Qt.Key.Key_Space)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    jumped = bar.value()
    QTest.keyClick(page.headings["police"], Qt.Key.Key_PageDown)
    assert bar.value() > jumped > 0
    page.top_button.setFocus()
    QTest.keyClick(page.top_button, Qt.Key.Key_Space)
    assert page.index["support"].hasFocus()
    assert not page.index["support"].visibleRegion().isEmpty()


def test_it_speaks_korean_when_that_is_chosen(qtbot: QtBot, application: Application) -> None:
    application.window.show_page("help")
    application.session.prefer(Preferences(language="ko"))
    page = application.window.page
    assert isinstance(page, HelpPage)
    assert "여성긴급전화" in said(page)
