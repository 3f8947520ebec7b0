"""Boxes that are ticked, and one of several."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from app.preferences import Theme
from ui.theme.palette import DARK
from ui.theme.style import apply
from ui.widgets.choices import CheckBox, Choices, check_box


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Set colours among which that of the tick mark is unique."""
    apply(qapp, Theme.DARK, 200)
    yield
    qapp.setStyleSheet("")


def has_mark(box: CheckBox) -> bool:
    picture = box.grab().toImage()
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(*spot).name() == DARK.on_accent for spot in spots)


@pytest.mark.usefixtures("dressed")
def test_a_ticked_box_is_told_by_a_mark_and_not_by_its_colour_alone(qtbot: QtBot) -> None:
    box = check_box("", False, lambda _on: None)
    qtbot.addWidget(box)
    assert not has_mark(box)
    box.setChecked(True)
    assert has_mark(box)


def test_the_name_for_those_who_do_not_see_a_box_has_no_key_in_it(qtbot: QtBot) -> None:
    box = check_box("&Blurred", False, lambda _on: None)
    qtbot.addWidget(box)
    assert box.accessibleName() == "Blurred"


def reached_by_tab(radios: list[QRadioButton]) -> list[int]:
    tab = Qt.FocusPolicy.TabFocus
    return [place for place, each in enumerate(radios) if each.focusPolicy() & tab]


@pytest.mark.parametrize(("chosen", "reached"), [(0, [0]), (1, [1]), (2, [2]), (None, [0])])
def test_tab_comes_to_one_of_a_group_only_the_chosen_or_else_the_first(
    qtbot: QtBot, chosen: int | None, reached: list[int]
) -> None:
    box = Choices("", [(each, str(each)) for each in range(3)], chosen, lambda _: None)
    qtbot.addWidget(box)
    radios = box.findChildren(QRadioButton)
    assert reached_by_tab(radios) == reached


def test_arrow_keys_lead_to_the_others_and_tab_stays_with_the_chosen_one(qtbot: QtBot) -> None:
    heard: list[int] = []
    box = Choices("", [(each, str(each)) for each in range(3)], 0, heard.append)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    radios = box.findChildren(QRadioButton)
    radios[0].setFocus()
    QTest.keyClick(radios[0], Qt.Key.Key_Right)
    assert heard == [1]
    assert box.focusWidget() is radios[1]
    assert reached_by_tab(radios) == [1]
