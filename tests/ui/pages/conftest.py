"""One page by itself, without the window around it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.messages import Words
from ui.pages.page import Page
from ui.session.session import Session

P = TypeVar("P", bound=Page)

SIZE = 900, 700


class ShowPage(Protocol):
    """Shows a page and returns it."""

    def __call__(self, kind: type[P]) -> P:
        """Return the page after it was entered."""
        ...


@pytest.fixture
def show(qtbot: QtBot, session: Session, case: Path) -> Iterator[ShowPage]:
    """A function that shows a page on an open case, in English; the page is left at the end."""
    shown: list[Page] = []

    def show_page(kind: type[P]) -> P:
        made = kind(session, Words("en"))
        made.resize(*SIZE)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        made.enter()
        shown.append(made)
        return made

    yield show_page
    for page in shown:
        page.leave()
