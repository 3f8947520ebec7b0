"""Actions of a person on the page of the review, and what she sees there."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.check.answer import Answer, Hit
from storage.types import ItemDetail, Verdict
from tests.ui.pictures import is_wiped
from ui.pages.review import ReviewPage

COPY = "0f" * 32

Reviewed = Callable[..., ReviewPage]


def answer_of(*hits: Hit) -> Answer:
    """Return an answer with these hits."""
    return Answer("open", "1", 3, 3, 3, (), None, 0, 0, 0, True, ("case", 3), 0.05, 1.0, hits, ())


def hit_of(detail: ItemDetail, **changes: object) -> Hit:
    """Return a hit on an item."""
    item = detail.item
    hit = Hit(
        item.item,
        detail.tracks[0].face,
        item.name,
        None,
        "strong",
        0.5,
        9.0,
        0,
        (0, 0),
        None,
        "strong",
    )
    return replace(hit, **changes)  # type: ignore[arg-type]


def settle(qtbot: QtBot, page: ReviewPage) -> None:
    """Wait until the case has answered."""
    qtbot.waitUntil(lambda: not page.session._worker.busy)


def press(page: ReviewPage, key: Qt.Key) -> None:
    """Press a key in the widget with the focus."""
    holder = page.window().focusWidget()
    QTest.keyClick(holder, key)


def decisions(qtbot: QtBot, page: ReviewPage) -> dict[int, Verdict]:
    """Return the saved decisions."""
    found: list[dict[int, Verdict]] = []
    page.session.ask(
        lambda case: {each.item: each.verdict for each in case.decisions()}, found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def pictures_shown(page: ReviewPage) -> bool:
    """Return whether any picture is on the page."""
    view = page.entry_view
    panes = (view.faces.own, view.faces.other, view.frame.hold.surface.pane)
    return not all(is_wiped(pane) for pane in panes)
