"""Adding content on the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.enrol.attestation import Attestation
from app.scan.coverage import Coverage
from tests.support.fake_program import ME, SOMEBODY, SOMEBODY_ELSE, picture
from tests.support.formats.exports import message, room, write_telegram, zipped
from tests.support.formats.mails import mhtml
from tests.ui.pages.hands import log_of, press, said
from tests.ui.pages.intake.hands import bullet_list, drop, here, shown, wait_until_done
from ui.application import Application
from ui.pages.intake import IntakePage
from ui.widgets.file_chooser import FileChooser


def test_an_empty_case_says_what_to_do(page: IntakePage) -> None:
    assert page.add_panel.intro.isVisible()
    assert page.add_panel.add_button.isEnabled()
    assert not page.item_list.isVisible()
    assert not page.add_panel.lines["url"].isVisible()


def test_what_is_chosen_is_taken_in_and_looked_at(
    qtbot: QtBot, page: IntakePage, reported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(reported.parent))
    press(page.add_panel.add_button)
    chooser = page.findChild(FileChooser)
    assert chooser is not None
    qtbot.waitUntil(lambda: bool(chooser.table.shown))
    chooser.list.go_to(chooser.table.find("reported"))
    press(chooser.choose_button)
    wait_until_done(qtbot, page, 4)
    assert bullet_list(page) == ["broken.jpg", "face.png", "no face.png", "notes.txt"]
    assert "New: 4" in page.outcome.added.text()
    assert "Faces found: 1" in page.outcome.scanned.text()
    assert not page.add_panel.intro.isVisible()


def test_what_is_dropped_is_copied_from_and_never_moved(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    assert drop(page, here(reported)) == Qt.DropAction.CopyAction
    wait_until_done(qtbot, page, 4)
    assert len(list(reported.iterdir())) == 4


@pytest.mark.parametrize("url", ["https://example.org/a.jpg", "file://server/share/a.jpg"])
def test_what_lies_elsewhere_is_refused_in_words(page: IntakePage, url: str) -> None:
    drop(page, [QUrl(url)])
    assert page.notice.isVisible()
    assert page.session.intake.adding is None


def test_what_was_said_about_the_origin_is_kept_once(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    press(page.add_panel.origin.toggle_button)
    QTest.keyClicks(page.add_panel.lines["platform"], "Telegram")
    QTest.keyClicks(page.add_panel.lines["url"], "https://t.me/c/1/2")
    drop(page, here(reported / "face.png"))
    wait_until_done(qtbot, page, 1)
    drop(page, here(reported / "no face.png"))
    wait_until_done(qtbot, page, 2)
    page.item_list.view.go_to(0)
    qtbot.waitUntil(lambda: "https://t.me/c/1/2" in said(page.item_list.detail))
    page.item_list.view.go_to(1)
    qtbot.waitUntil(lambda: "no face.png" in said(page.item_list.detail))
    assert "Telegram" not in said(page.item_list.detail)


def test_what_is_not_there_is_said_and_nothing_else_is_lost(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported / "face.png", reported / "gone.png"))
    wait_until_done(qtbot, page, 1)
    assert page.outcome.blocked.isVisible()
    line = page.outcome.blocked.model().index(0, 0).data()
    assert line == "gone.png: there is no file or folder with that name."


def test_adding_is_held_up_and_goes_on(qtbot: QtBot, page: IntakePage, reported: Path) -> None:
    drop(page, here(reported))
    press(page.add_progress.pause_button)
    assert "Paused" in page.add_progress.text.text()
    drop(page, here(reported))
    assert page.notice.isVisible()  # one after the other
    press(page.add_progress.pause_button)
    wait_until_done(qtbot, page, 4)
    assert not page.add_progress.isVisible()


def test_adding_is_stopped_and_what_came_in_can_be_looked_at(
    qtbot: QtBot, page: IntakePage, reported: Path
) -> None:
    task = page.session.intake.add([], page.add_panel.take_details())
    with qtbot.waitSignal(task.ended):
        pass
    qtbot.waitUntil(lambda: not page.session.intake.busy)
    drop(page, here(reported))
    press(page.add_progress.stop_button)
    qtbot.waitUntil(lambda: page.session.intake.adding is None)
    assert page.session.intake.scanning is None
    assert page.add_panel.add_button.isEnabled()


def test_what_an_export_names_and_does_not_hold_is_counted_and_listed(
    qtbot: QtBot, page: IntakePage, tmp_path: Path
) -> None:
    absent = message(7, photo="(File not included. Change data exporting settings to download.)")
    write_telegram(tmp_path / "export", room([absent]), {})
    drop(page, here(tmp_path / "export"))
    wait_until_done(qtbot, page, 1)
    assert "Mentioned in an export, but not in it: 1" in page.outcome.added.text()
    assert page.table.rows[0].coverage is Coverage.UNCHECKED


def test_an_export_a_page_and_an_archive_are_dropped_alike(
    qtbot: QtBot, page: IntakePage, tmp_path: Path
) -> None:
    files = {"photos/one.png": picture(ME)}
    export = write_telegram(tmp_path / "export", room([message(5, photo="photos/one.png")]), files)
    saved, archive = tmp_path / "saved.mhtml", tmp_path / "room.zip"
    saved.write_bytes(mhtml([("image/png", "https://example.org/two.png", picture(SOMEBODY))]))
    archive.write_bytes(zipped({"three.png": picture(SOMEBODY_ELSE)}))
    drop(page, here(export, saved, archive))
    wait_until_done(qtbot, page, 3)
    assert {row.coverage for row in page.table.rows} == {Coverage.DONE}
    assert bullet_list(page) == ["one.png", "two.png", "three.png"]


def test_the_log_says_who_added_it_until_the_case_is_locked(
    qtbot: QtBot, application: Application, page: IntakePage, reported: Path
) -> None:
    press(page.add_panel.origin.toggle_button)
    assert page.add_panel.acting_role.radios[""].isChecked()
    QTest.keyClick(page.add_panel.acting_role.radios["counsellor"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: application.window.page is not page)  # it speaks of the client now
    page = shown(application)
    assert page.add_panel.origin.is_open
    drop(page, here(reported / "face.png"))
    wait_until_done(qtbot, page, 1)
    (added,) = (each for each in log_of(qtbot, page) if each.action == "add")
    assert added.role == "counsellor"
    with qtbot.waitSignal(page.session.closed):
        page.session.lock(finish_work=False)
    assert not application.session.acting_role.role
    anew = application.window.page_named("intake")
    assert isinstance(anew, IntakePage)
    assert anew.add_panel.acting_role.radios[""].isChecked()


def test_a_check_says_who_is_there(page: IntakePage) -> None:
    page.session.check.start(Attestation.SELF)
    assert page.add_panel.acting_role.radios["self"].isChecked()
