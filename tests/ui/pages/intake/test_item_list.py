"""The list of items on the page."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.cases.check_copy import make_check_copy
from app.scan.coverage import Coverage
from tests.support.fake_program import FakeServices
from tests.ui.conftest import PHRASE
from tests.ui.pages.hands import press
from tests.ui.pages.intake.hands import drop, fail, here, listed, said, shown, wait_until_done
from ui.application import Application
from ui.models.item_table import Show
from ui.pages.intake import IntakePage


def test_what_could_not_be_checked_is_counted_and_says_why(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    assert page.listing.unchecked_text.text() == "Could not be checked: 2"
    assert not page.listing.again_button.isVisible()  # trying again would change nothing
    press(page.listing.why_button)
    assert listed(page) == ["broken.jpg", "notes.txt"]
    page.listing.view.go_to(1)
    qtbot.waitUntil(lambda: page.words.reason("not-media") in said(page.listing.detail))


def test_what_was_gone_is_looked_at_when_it_is_back(
    qtbot: QtBot, page: IntakePage, services: FakeServices, reported: Path
) -> None:
    picture = reported / "face.png"
    content = picture.read_bytes()
    scanner = services.scanner

    def loses_it(*args: object, **kwargs: object) -> object:
        picture.unlink(missing_ok=True)
        services.scanner = scanner  # type: ignore[method-assign]
        return scanner(*args, **kwargs)  # type: ignore[arg-type]

    services.scanner = loses_it  # type: ignore[method-assign,assignment]
    drop(page, here(picture))
    wait_until_done(qtbot, page, 1)
    assert page.listing.again_button.isVisible()
    picture.write_bytes(content)
    press(page.listing.again_button)
    qtbot.waitUntil(lambda: page.table.rows[0].coverage is Coverage.DONE)
    assert not page.listing.unchecked.isVisible()


def test_the_list_is_narrowed_by_state_and_by_words(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.listing.show_box.setFocus()
    QTest.keyClicks(page.listing.show_box, "Looked")
    page.listing.show_box.activated.emit(page.listing.show_box.currentIndex())
    assert listed(page) == ["face.png"]
    QTest.keyClicks(page.listing.search_line, "nothing of that name")
    assert page.listing.nothing.isVisible()
    page.listing.search_line.clear()
    page.listing.show_box.setCurrentIndex(list(Show).index(Show.ALL))
    page.listing.show_box.activated.emit(0)
    QTest.keyClicks(page.listing.search_line, "FACE")
    assert listed(page) == ["face.png", "no face.png"]


def test_what_waits_is_looked_at_on_request(qtbot: QtBot, page: IntakePage, reported: Path) -> None:
    from app.intake.add import SourceDetails, add
    from app.job import finish

    page.session.ask(lambda case: finish(add(case, [reported], SourceDetails())))
    page.session.refresh()
    qtbot.waitUntil(page.listing.waiting.isVisible)
    press(page.listing.go_on_button)
    wait_until_done(qtbot, page, 4)
    assert not page.listing.waiting.isVisible()


def test_a_check_copy_shows_numbers_and_takes_nothing_in(
    qtbot: QtBot, page: IntakePage, application: Application, reported: Path, tmp_path: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    copied: list[str] = []
    page.session.ask(lambda case: make_check_copy(case, tmp_path / "copy", PHRASE), copied.append)
    qtbot.waitUntil(lambda: bool(copied))
    with qtbot.waitSignal(page.session.opened):
        page.session.open(tmp_path / "copy", PHRASE, fail)
    shown(application)
    qtbot.waitUntil(lambda: len(page.table.rows) == 4)
    assert page.copy.isVisible()
    assert not page.adding.isVisible()
    drop(page, here(reported))
    assert page.session.intake.adding is None
    assert listed(page) == [""] * 4
    page.listing.view.go_to(0)
    qtbot.waitUntil(lambda: "Item 1" in said(page.listing.detail))


def test_nothing_of_a_case_is_left_when_it_is_closed(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.listing.view.go_to(0)
    qtbot.waitUntil(page.listing.detail.isVisible)
    with qtbot.waitSignal(page.session.closed):
        page.session.close()
    assert page.table.rows == []
    assert page.table.shown == []
    assert page.listing.detail.isHidden()
