"""A case in which a check found somebody, and the page that shows it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.check.answer import Hit
from app.intake.source_details import SourceDetails
from storage.types import ItemDetail, KeptMedia
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, write_picture
from tests.ui.conftest import PHRASE
from tests.ui.pages.hands import fail
from tests.ui.pages.review.hands import Reviewed, answer_of, hit_of, settle
from ui.application import Application
from ui.pages.review import ReviewPage


@pytest.fixture
def items(qtbot: QtBot, application: Application, tmp_path: Path) -> list[ItemDetail]:
    """A case with three pictures; a check found somebody in each of them."""
    session = application.session
    folder = tmp_path / "content"
    folder.mkdir()
    for number, face in enumerate((ME, ME_ANOTHER_DAY, SOMEBODY)):
        write_picture(folder / f"{number}.png", face)
    with qtbot.waitSignal(session.opened):
        session.create(tmp_path / "case", PHRASE, KeptMedia.NONE, True, lambda _: None, fail)
    session.intake.add([folder], SourceDetails(platform="Telegram"))
    qtbot.waitUntil(lambda: not session.intake.busy)
    found: list[ItemDetail] = []
    session.ask(lambda case: [case.item(number) for number in (1, 2, 3)], found.extend)
    qtbot.waitUntil(lambda: len(found) == 3)
    return found


@pytest.fixture
def reviewed(qtbot: QtBot, application: Application) -> Reviewed:
    """A function that shows the page with these hits."""

    def show(*hits: Hit) -> ReviewPage:
        application.session.check.answer = answer_of(*hits) if hits else None
        application.window.show_page("review")
        page = application.window.page
        assert isinstance(page, ReviewPage)
        settle(qtbot, page)
        with qtbot.waitActive(application.window):
            application.window.activateWindow()
        return page

    return show


@pytest.fixture
def page(items: list[ItemDetail], reviewed: Reviewed) -> ReviewPage:
    """The page, at the first of three."""
    return reviewed(*(hit_of(item, score=9.0 - item.item.item) for item in items))
