"""Boxes that are ticked."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.preferences import Theme
from ui.theme.palette import DARK
from ui.theme.style import apply
from ui.widgets.choices import Tick, tick


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """In colours of which the mark's own is nowhere else."""
    apply(qapp, Theme.DARK, 200)
    yield
    qapp.setStyleSheet("")


def has_mark(box: Tick) -> bool:
    picture = box.grab().toImage()
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(*spot).name() == DARK.on_accent for spot in spots)


@pytest.mark.usefixtures("dressed")
def test_a_ticked_box_is_told_by_a_mark_and_not_by_its_colour_alone(qtbot: QtBot) -> None:
    box = tick("", False, lambda _on: None)
    qtbot.addWidget(box)
    assert not has_mark(box)
    box.setChecked(True)
    assert has_mark(box)


def test_the_name_for_those_who_do_not_see_a_box_has_no_key_in_it(qtbot: QtBot) -> None:
    box = tick("&Blurred", False, lambda _on: None)
    qtbot.addWidget(box)
    assert box.accessibleName() == "Blurred"
