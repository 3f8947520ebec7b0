"""Saying on the page where items are from."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.intake.provenance import photo_hash as hash_of
from app.intake.provenance import provenance_of
from app.preferences import Preferences
from app.scan.coverage import Coverage
from storage.types import FieldValue
from tests.support.case_samples import without_rows
from tests.support.fake_program import ME, write_picture
from tests.ui import inspection
from tests.ui.pages.hands import log_of, press, said
from tests.ui.pages.intake.hands import bullet_list, drop, here, shown, wait_until_done
from ui.application import Application
from ui.pages.intake import IntakePage
from ui.pages.intake.provenance_form import ProvenanceForm
from ui.widgets.file_chooser import FileChooser

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
URL = "https://t.me/somewhere/5"


@pytest.fixture
def filled(qtbot: QtBot, page: IntakePage, reported: Path) -> IntakePage:
    """The page with four items."""
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    return page


def form_of(qtbot: QtBot, page: IntakePage) -> ProvenanceForm:
    """Return the form, once it is there."""
    qtbot.waitUntil(lambda: page.provenance_editor.form is not None)
    form = page.provenance_editor.form
    assert form is not None
    return form


def type_in(form: ProvenanceForm, field: str, text: str) -> None:
    form.lines[field].selectAll()
    QTest.keyClicks(form.lines[field], text)


def gone(qtbot: QtBot, page: IntakePage) -> None:
    qtbot.waitUntil(lambda: page.provenance_editor.form is None)


def known_of(qtbot: QtBot, page: IntakePage, item: int) -> dict[str, FieldValue | None]:
    told: list[dict[str, FieldValue | None]] = []
    page.session.ask(lambda case: provenance_of(case, item), told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def test_several_items_are_described_at_once_by_keyboard(qtbot: QtBot, filled: IntakePage) -> None:
    view = filled.item_list.view
    view.setFocus()
    filled.item_list.view.go_to(0)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert filled.item_list.numbers == [1, 2, 3]
    qtbot.waitUntil(lambda: "3 items chosen" in said(filled.item_list.detail))
    filled.item_list.detail.describe_button.setFocus()
    QTest.keyClick(filled.item_list.detail.describe_button, Qt.Key.Key_Return)
    form = form_of(qtbot, filled)
    assert QApplication.focusWidget() is form.lines["platform"]
    type_in(form, "platform", "Telegram")
    type_in(form, "sender_username", "@x")
    QTest.keyClick(form.lines["platform"], Qt.Key.Key_Return)
    gone(qtbot, filled)
    assert "3 items" in filled.notice.text()
    assert known_of(qtbot, filled, 3)["sender_username"] == "@x"
    assert known_of(qtbot, filled, 4)["platform"] is None
    *_, entry = log_of(qtbot, filled)
    assert without_rows(entry.details) == {
        "items": [1, 2, 3],
        "fields": ["platform", "sender_username"],
    }


def test_where_they_differ_only_what_is_typed_is_changed(qtbot: QtBot, filled: IntakePage) -> None:
    view = filled.item_list.view
    view.go_to(0)
    qtbot.waitUntil(lambda: "Item 1" in said(filled.item_list.detail))
    press(filled.item_list.detail.describe_button)
    form = form_of(qtbot, filled)
    type_in(form, "platform", "Discord")
    type_in(form, "note", "first")
    press(form.keep_button)
    gone(qtbot, filled)
    qtbot.waitUntil(lambda: "Discord" in said(filled.item_list.detail))
    first = view.visualRect(view.model().index(0, 1)).center()
    third = view.visualRect(view.model().index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), first)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, third)
    assert filled.item_list.numbers == [1, 3]
    press(filled.item_list.detail.describe_button)
    form = form_of(qtbot, filled)
    assert form.lines["platform"].text() == ""
    assert "several values" in form.lines["platform"].placeholderText()
    type_in(form, "url", URL)
    press(form.keep_button)
    gone(qtbot, filled)
    kept = known_of(qtbot, filled, 1)
    assert (kept["platform"], kept["note"], kept["url"]) == ("Discord", "first", URL)
    assert known_of(qtbot, filled, 3)["platform"] is None


def test_what_does_not_fit_is_said_where_it_stands(qtbot: QtBot, filled: IntakePage) -> None:
    filled.provenance_editor.items([1])
    form = form_of(qtbot, filled)
    type_in(form, "message_time_unix", "soon")
    press(form.keep_button)
    assert "When it was posted" in form.notice.text()
    assert QApplication.focusWidget() is form.lines["message_time_unix"]
    type_in(form, "message_time_unix", "2024-08-27T12:05Z")
    press(form.keep_button)
    gone(qtbot, filled)
    assert known_of(qtbot, filled, 1)["message_time_unix"] == 1724760300


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, filled: IntakePage) -> None:
    before = len(log_of(qtbot, filled))
    filled.provenance_editor.items([1])
    form = form_of(qtbot, filled)
    type_in(form, "platform", "x")
    QTest.keyClick(form.lines["platform"], Qt.Key.Key_Escape)
    assert filled.provenance_editor.form is None
    assert len(log_of(qtbot, filled)) == before
    qtbot.waitUntil(filled.item_list.view.isVisible)


def test_the_photo_it_was_made_from_is_named_by_its_hash(
    qtbot: QtBot, filled: IntakePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    photo = write_picture(mine / "me.png", ME)
    monkeypatch.setenv("HOME", str(mine))
    filled.provenance_editor.items([1, 2])
    form = form_of(qtbot, filled)
    assert "No photo chosen" in said(form)
    press(form.photo_button)
    chooser = filled.findChild(FileChooser)
    assert chooser is not None
    qtbot.waitUntil(lambda: bool(chooser.table.shown))
    chooser.list.go_to(chooser.table.find("me.png"))
    press(chooser.choose_button)
    qtbot.waitUntil(lambda: hash_of(photo) in said(form))
    press(form.keep_button)
    gone(qtbot, filled)
    assert known_of(qtbot, filled, 2)["parent_sha256"] == hash_of(photo)
    filled.provenance_editor.items([2])
    form = form_of(qtbot, filled)
    press(form.no_photo_button)
    press(form.keep_button)
    gone(qtbot, filled)
    assert known_of(qtbot, filled, 2)["parent_sha256"] is None


def test_a_link_without_a_file_is_an_item(qtbot: QtBot, page: IntakePage) -> None:
    press(page.add_panel.link_button)
    form = form_of(qtbot, page)
    assert QApplication.focusWidget() is form.lines["url"]
    assert not form.keep_button.isEnabled()
    type_in(form, "url", URL)
    type_in(form, "post_title", "a title")
    type_in(form, "how_obtained", "a friend told me")
    QTest.keyClick(form.lines["url"], Qt.Key.Key_Return)
    gone(qtbot, page)
    qtbot.waitUntil(lambda: bullet_list(page) == ["a title"])
    assert page.table.rows[0].coverage is Coverage.UNCHECKED
    assert known_of(qtbot, page, 1)["how_obtained"] == "a friend told me"
    press(page.add_panel.link_button)
    form = form_of(qtbot, page)
    type_in(form, "url", URL)
    type_in(form, "room_title", "a room")
    press(form.keep_button)
    gone(qtbot, page)
    assert "already" in page.notice.text()
    qtbot.waitUntil(lambda: len(page.table.rows) == 1)
    assert known_of(qtbot, page, 1)["room_title"] == "a room"


def test_the_form_goes_with_the_case(qtbot: QtBot, filled: IntakePage) -> None:
    filled.provenance_editor.items([1])
    form_of(qtbot, filled)
    with qtbot.waitSignal(filled.session.closed):
        filled.session.close()
    assert filled.provenance_editor.form is None


def test_a_table_describes_many_items_or_says_what_is_wrong(
    qtbot: QtBot, filled: IntakePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    table = folder / "table.csv"
    table.write_bytes("item_no;platform\r\n1;텔레그램\r\n9;x\r\n".encode("cp949"))
    monkeypatch.setenv("HOME", str(folder))

    def choose_table() -> None:
        press(filled.add_panel.table_button)
        chooser = filled.findChild(FileChooser)
        assert chooser is not None
        qtbot.waitUntil(lambda: bool(chooser.table.shown))
        chooser.list.go_to(0)
        press(chooser.choose_button)
        qtbot.waitUntil(lambda: filled.findChild(FileChooser) is None)

    choose_table()
    qtbot.waitUntil(lambda: "Line 3: the case has no such item" in filled.notice.text())
    assert known_of(qtbot, filled, 1)["platform"] is None
    table.write_bytes("item_no;platform\r\n1;텔레그램\r\n".encode("cp949"))
    choose_table()
    qtbot.waitUntil(lambda: "Updated from the table: 1" in filled.notice.text())
    assert known_of(qtbot, filled, 1)["platform"] == "텔레그램"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("text_size", "size"), [(100, (1100, 760)), (200, (720, 480))])
def test_the_form_can_be_read_and_used_by_keyboard(
    qtbot: QtBot,
    application: Application,
    filled: IntakePage,
    language: str,
    text_size: int,
    size: tuple[int, int],
) -> None:
    application.session.prefer(Preferences(language=language, text_size=text_size))
    application.window.resize(*size)
    page = shown(application)
    page.provenance_editor.items([1, 2])
    form = form_of(qtbot, page)
    press(form.more.toggle_button)
    qtbot.waitUntil(form.lines["room_type"].isVisible)
    form.setFocus()
    qtbot.waitUntil(lambda: inspection.cut_off(application.window) == [])  # once it is laid out
    for check in (
        inspection.without_name,
        inspection.shared_mnemonics,
        inspection.cut_off,
        inspection.too_wide,
        inspection.selectable,
    ):
        assert check(application.window) == []
    visited, end = inspection.round_trip(application.window.leave_button)
    assert inspection.not_reached(application.window, visited) == []
    assert inspection.trapped(visited, end) == []
    fields = [each for each in visited if each in form.lines.values()]
    assert fields == list(form.lines.values())
