"""The list of items on the page."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.scan.coverage import Coverage
from tests.support.fake_program import FakeServices
from tests.ui.conftest import PHRASE
from tests.ui.pages.hands import fail, press, said
from tests.ui.pages.intake.hands import bullet_list, drop, here, shown, wait_until_done
from ui.application import Application
from ui.models.item_table import ItemFilter
from ui.pages.intake import IntakePage


def test_what_could_not_be_checked_is_counted_and_says_why(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    assert page.item_list.unchecked_text.text() == "Could not be checked: 2"
    assert not page.item_list.again_button.isVisible()  # trying again would change nothing
    press(page.item_list.why_button)
    assert bullet_list(page) == ["broken.jpg", "notes.txt"]
    page.item_list.view.go_to(1)
    qtbot.waitUntil(lambda: page.words.reason("not-media") in said(page.item_list.detail))


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
    assert page.item_list.again_button.isVisible()
    picture.write_bytes(content)
    press(page.item_list.again_button)
    qtbot.waitUntil(lambda: page.table.rows[0].coverage is Coverage.DONE)
    assert not page.item_list.unchecked.isVisible()


def test_the_list_is_narrowed_by_state_and_by_words(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.item_list.show_box.setFocus()
    QTest.keyClicks(page.item_list.show_box, "Scanned")
    page.item_list.show_box.activated.emit(page.item_list.show_box.currentIndex())
    assert bullet_list(page) == ["face.png"]
    QTest.keyClicks(page.item_list.search_line, "nothing of that name")
    assert page.item_list.nothing.isVisible()
    page.item_list.search_line.clear()
    page.item_list.show_box.setCurrentIndex(list(ItemFilter).index(ItemFilter.ALL))
    page.item_list.show_box.activated.emit(0)
    QTest.keyClicks(page.item_list.search_line, "FACE")
    assert bullet_list(page) == ["face.png", "no face.png"]


def test_what_waits_is_looked_at_on_request(qtbot: QtBot, page: IntakePage, reported: Path) -> None:
    from app.intake.add import add
    from app.intake.source_details import SourceDetails
    from app.job import finish

    page.session.ask(lambda case: finish(add(case, [reported], SourceDetails())))
    page.session.refresh()
    qtbot.waitUntil(page.item_list.waiting.isVisible)
    press(page.item_list.go_on_button)
    wait_until_done(qtbot, page, 4)
    assert not page.item_list.waiting.isVisible()


def test_a_check_copy_shows_numbers_and_takes_nothing_in(
    qtbot: QtBot, page: IntakePage, application: Application, reported: Path, tmp_path: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    copied: list[str] = []
    page.session.ask(lambda case: case.write_check_copy(tmp_path / "copy", PHRASE), copied.append)
    qtbot.waitUntil(lambda: bool(copied))
    with qtbot.waitSignal(page.session.opened):
        page.session.open(tmp_path / "copy", PHRASE, fail)
    shown(application)
    qtbot.waitUntil(lambda: len(page.table.rows) == 4)
    assert page.copy.isVisible()
    assert not page.add_panel.isVisible()
    drop(page, here(reported))
    assert page.session.intake.adding is None
    assert bullet_list(page) == [""] * 4
    page.item_list.view.go_to(0)
    qtbot.waitUntil(lambda: "Item 1" in said(page.item_list.detail))


def test_nothing_of_a_case_is_left_when_it_is_closed(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.item_list.view.go_to(0)
    qtbot.waitUntil(page.item_list.detail.isVisible)
    with qtbot.waitSignal(page.session.closed):
        page.session.close()
    assert page.table.rows == []
    assert page.table.shown == []
    assert page.item_list.detail.isHidden()
