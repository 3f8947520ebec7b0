"""The window for people who read from right to left. What is on the pages: test_every_page.py."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.inspection import shown
from ui.application import Application


@pytest.fixture(autouse=True)
def right_to_left(qapp: QApplication) -> Iterator[None]:
    """Turn the layout of the whole application round."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def left(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_the_steps_are_on_the_right_and_the_page_on_the_left(
    right_to_left: None, application: Application
) -> None:
    window = application.window
    (rail,) = [each for each in shown(window, QWidget) if each.property("role") == "rail"]
    assert left(rail, window) == window.width() - rail.width()
    assert left(window.page, window) == 0


def test_texts_begin_on_the_right(right_to_left: None, application: Application) -> None:
    window = application.window
    title = next(each for each in shown(window, QLabel) if each.property("role") == "title")
    page = window.page
    margin = page.width() - (left(title, window) + title.width() - left(page, window))
    assert margin < page.width() / 4
    assert title.alignment() & Qt.AlignmentFlag.AlignLeading
