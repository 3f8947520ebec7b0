"""The chooser in a home folder of its own."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.messages import Words
from tests.ui.inspection import not_reached, round_trip
from ui.widgets.file_chooser import ChooserMode, FileChooser

Open: TypeAlias = Callable[..., FileChooser]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    for folder in ("Documents", "pictures", ".secret"):
        (home / folder).mkdir(parents=True)
    for name in ("b.jpg", "A.jpg", ".hidden", "가나.png", "pictures/inner.jpg"):
        (home / name).write_bytes(b"12345")
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def opened(qtbot: QtBot, home: Path) -> Open:
    def show(choose: ChooserMode, name: str = "", language: str = "en") -> FileChooser:
        chooser = FileChooser(Words(language), choose, "Choose something", name)
        qtbot.addWidget(chooser)
        chooser.resize(800, 600)
        with qtbot.waitExposed(chooser):
            chooser.show()
        chooser.activateWindow()
        chooser.list.setFocus()
        at(qtbot, chooser, home)
        return chooser

    return show


def at(qtbot: QtBot, chooser: FileChooser, folder: Path) -> None:
    """Wait until that folder was read."""
    qtbot.waitUntil(lambda: chooser.folder == folder and chooser._task is None)


def names(chooser: FileChooser) -> list[str]:
    return [entry.name for entry in chooser.table.shown]


def go_to(chooser: FileChooser, name: str) -> None:
    chooser.list.go_to(chooser.table.find(name))


def type_path(chooser: FileChooser, text: str) -> None:
    chooser.path_line.selectAll()
    QTest.keyClicks(chooser.path_line, text)
    QTest.keyClick(chooser.path_line, Qt.Key.Key_Return)


def test_folders_come_first_then_files_whatever_their_capitals(opened: Open) -> None:
    assert names(opened(ChooserMode.CONTENT)) == [
        "Documents",
        "pictures",
        "A.jpg",
        "b.jpg",
        "가나.png",
    ]


def test_hidden_files_are_shown_when_wanted(opened: Open) -> None:
    chooser = opened(ChooserMode.CONTENT)
    QTest.keyClick(chooser.hidden_box, Qt.Key.Key_Space)
    assert {".secret", ".hidden"} <= set(names(chooser))


def test_enter_opens_a_folder_and_backspace_comes_back_to_it(
    qtbot: QtBot, opened: Open, home: Path
) -> None:
    chooser = opened(ChooserMode.FILES)
    go_to(chooser, "pictures")
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    at(qtbot, chooser, home / "pictures")
    assert names(chooser) == ["inner.jpg"]
    QTest.keyClick(chooser.list, Qt.Key.Key_Backspace)
    at(qtbot, chooser, home)
    assert [entry.name for entry in chooser.list.chosen()] == ["pictures"]


def test_enter_on_a_file_chooses_it(qtbot: QtBot, opened: Open, home: Path) -> None:
    chooser = opened(ChooserMode.FILE)
    go_to(chooser, "b.jpg")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    assert chosen.args == [[home / "b.jpg"]]


def test_files_and_folders_are_chosen_together(qtbot: QtBot, opened: Open, home: Path) -> None:
    chooser = opened(ChooserMode.CONTENT)
    assert not chooser.choose_button.isEnabled()
    go_to(chooser, "pictures")
    QTest.keyClick(chooser.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.mouseClick(chooser.choose_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [[home / "pictures", home / "A.jpg"]]


def test_a_folder_among_files_is_refused_in_words(opened: Open) -> None:
    chooser = opened(ChooserMode.FILES)
    chooser.list.selectAll()
    QTest.mouseClick(chooser.choose_button, Qt.MouseButton.LeftButton)
    assert chooser.notice.isVisible()


def test_where_a_folder_is_wanted_no_file_is_shown(qtbot: QtBot, opened: Open, home: Path) -> None:
    chooser = opened(ChooserMode.FOLDER)
    assert names(chooser) == ["Documents", "pictures"]
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.mouseClick(chooser.choose_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [[home]]


def test_typed_letters_go_to_a_name(opened: Open) -> None:
    chooser = opened(ChooserMode.FILES)
    QTest.keyClicks(chooser.list, "b.")
    assert [entry.name for entry in chooser.list.chosen()] == ["b.jpg"]


@pytest.mark.parametrize("typed", ["pictures", "~/pictures", "Documents/../pictures"])
def test_a_typed_folder_is_shown(qtbot: QtBot, opened: Open, home: Path, typed: str) -> None:
    chooser = opened(ChooserMode.FILES)
    type_path(chooser, typed)
    at(qtbot, chooser, home / "pictures")


def test_a_typed_file_is_chosen(qtbot: QtBot, opened: Open, home: Path) -> None:
    chooser = opened(ChooserMode.FILES)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        type_path(chooser, "pictures/inner.jpg")
    assert chosen.args == [[home / "pictures/inner.jpg"]]


@pytest.mark.parametrize("typed", ["nothing", "~nobody-of-this-name/x"])
def test_a_typed_path_that_leads_nowhere_is_said(qtbot: QtBot, opened: Open, typed: str) -> None:
    chooser = opened(ChooserMode.FILES)
    type_path(chooser, typed)
    qtbot.waitUntil(chooser.notice.isVisible)
    assert typed in chooser.notice.text()


def test_a_new_file_gets_the_offered_name(qtbot: QtBot, opened: Open, home: Path) -> None:
    chooser = opened(ChooserMode.NEW_FILE, "new")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(chooser.name_line, Qt.Key.Key_Return)
    assert chosen.args == [[home / "new"]]


@pytest.mark.parametrize("name", ["b.jpg", ".hidden", "Documents", "a/b", ".."])
def test_a_name_that_cannot_be_taken_is_refused_in_words(
    qtbot: QtBot, opened: Open, name: str
) -> None:
    chooser = opened(ChooserMode.NEW_FILE, name)
    chooser.chosen.connect(pytest.fail)
    QTest.keyClick(chooser.name_line, Qt.Key.Key_Return)
    qtbot.waitUntil(chooser.notice.isVisible)


def test_a_folder_that_vanished_is_said_and_left_upwards(
    qtbot: QtBot, opened: Open, home: Path
) -> None:
    chooser = opened(ChooserMode.FILES)
    go_to(chooser, "Documents")
    (home / "Documents").rmdir()
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    qtbot.waitUntil(chooser.notice.isVisible)
    QTest.mouseClick(chooser.up_button, Qt.MouseButton.LeftButton)
    at(qtbot, chooser, home)
    assert not chooser.notice.isVisible()


def test_a_name_cannot_forge_another(qtbot: QtBot, opened: Open, home: Path) -> None:
    (home / "pictures" / "x\n\u202egpj.exe").write_bytes(b"")
    chooser = opened(ChooserMode.FILES)
    type_path(chooser, "pictures")
    at(qtbot, chooser, home / "pictures")
    shown = [chooser.table.cell(entry, 0) for entry in chooser.table.shown]
    assert shown == ["inner.jpg", "x\\n\\u202egpj.exe"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_is_shown_as_one(qtbot: QtBot, opened: Open, home: Path) -> None:
    (home / "Documents" / "away").symlink_to(home / "pictures")
    (home / "Documents" / "broken").symlink_to(home / "nowhere")
    chooser = opened(ChooserMode.FILES)
    type_path(chooser, "Documents")
    at(qtbot, chooser, home / "Documents")
    assert [chooser.table.cell(entry, 1) for entry in chooser.table.shown] == ["link", "link"]
    go_to(chooser, "away")
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    at(qtbot, chooser, home / "Documents" / "away")
    assert names(chooser) == ["inner.jpg"]


def test_escape_chooses_nothing(qtbot: QtBot, opened: Open) -> None:
    chooser = opened(ChooserMode.FILES)
    with qtbot.waitSignal(chooser.cancelled):
        QTest.keyClick(chooser.list, Qt.Key.Key_Escape)


def test_its_thread_ends_when_it_is_hidden(opened: Open) -> None:
    chooser = opened(ChooserMode.FILES)
    worker = chooser._worker
    assert worker is not None
    chooser.hide()
    worker._thread.join(5)
    assert not worker._thread.is_alive()


def test_home_is_among_the_places(qtbot: QtBot, opened: Open, home: Path) -> None:
    chooser = opened(ChooserMode.FILES, language="ko")
    qtbot.waitUntil(lambda: chooser.places_box.count() > 0)
    assert chooser.places_box.itemData(0) == home


def test_tab_comes_to_everything(opened: Open) -> None:
    chooser = opened(ChooserMode.NEW_FILE, "notes")
    visited, end = round_trip(chooser.path_line)
    assert end is visited[0]
    assert not_reached(chooser, visited) == []


def test_enter_takes_all_that_is_chosen_when_no_name_was_gone_to(
    qtbot: QtBot, opened: Open, home: Path
) -> None:
    chooser = opened(ChooserMode.CONTENT)
    type_path(chooser, "pictures")
    at(qtbot, chooser, home / "pictures")
    QTest.keyClick(chooser.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    assert chosen.args == [[home / "pictures/inner.jpg"]]


def test_whoever_goes_elsewhere_before_a_name_is_taken_has_chosen_nothing(
    qtbot: QtBot, opened: Open
) -> None:
    chooser = opened(ChooserMode.NEW_FILE, "new")
    chooser.chosen.connect(pytest.fail)
    QTest.mouseClick(chooser.choose_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chooser.cancelled):
        chooser.hide()
