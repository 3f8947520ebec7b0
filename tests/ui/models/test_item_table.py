import unicodedata

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.messages import Words
from app.scan.coverage import coverage
from face.types import Reason
from storage.types import ItemState
from ui.models.item_table import Column, ItemFilter, ItemRow, ItemTable, count_by_filter, filtered
from ui.models.search import searchable


def row(
    number: int, name: str = "", state: ItemState = ItemState.DONE, reason: Reason | None = None
) -> ItemRow:
    return ItemRow(number, name, "image/png", coverage(state, reason), reason, searchable(name))


ROWS = [
    row(1, "A.jpg"),
    row(2, unicodedata.normalize("NFD", "사진.jpg"), ItemState.PENDING),
    row(3, "c2.jpg", ItemState.UNCHECKED, Reason.DAMAGED),
    row(4, "d.mp4", ItemState.NO_FACE),
]


@pytest.fixture
def table(qtbot: QtBot) -> ItemTable:
    made = ItemTable(Words("en"))
    QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )  # Qt looks on
    made.append(list(ROWS))
    return made


def numbers(table: ItemTable) -> list[int]:
    return [each.number for each in table.shown]


@pytest.mark.parametrize(
    ("show", "text", "left"),
    [
        (ItemFilter.ALL, "", [1, 2, 3, 4]),
        (ItemFilter.PENDING, "", [2]),
        (ItemFilter.NO_FACE, "", [4]),
        (ItemFilter.ALL, "사진", [2]),
        (ItemFilter.ALL, " a.J", [1]),
        (ItemFilter.ALL, "2", [2, 3]),
        (ItemFilter.UNCHECKED, "a.jpg", []),
    ],
)
def test_rows_are_narrowed_by_state_name_and_number(
    show: ItemFilter, text: str, left: list[int]
) -> None:
    assert [each.number for each in filtered(ROWS, show, text)] == left


def test_every_state_is_counted() -> None:
    assert count_by_filter(ROWS) == {
        ItemFilter.ALL: 4,
        ItemFilter.PENDING: 1,
        ItemFilter.UNCHECKED: 1,
        ItemFilter.NO_FACE: 1,
        ItemFilter.DONE: 1,
        ItemFilter.PARTLY: 0,
    }


def test_new_rows_come_below_without_moving_the_others(qtbot: QtBot, table: ItemTable) -> None:
    table.modelReset.connect(pytest.fail)
    with qtbot.waitSignal(table.rowsInserted):
        table.replace([*ROWS, row(5)])
    assert numbers(table) == [1, 2, 3, 4, 5]


def test_a_row_that_changed_is_told_in_its_place(qtbot: QtBot, table: ItemTable) -> None:
    table.modelReset.connect(pytest.fail)
    with qtbot.waitSignal(table.dataChanged):
        table.replace([*ROWS[:1], row(2, "x"), *ROWS[2:]])
    assert table.index(1, Column.STATE).data() == "scanned"


def test_a_row_that_went_is_gone(qtbot: QtBot, table: ItemTable) -> None:
    with qtbot.waitSignal(table.modelReset):
        table.replace(ROWS[1:])
    assert numbers(table) == [2, 3, 4]


def test_what_is_narrowed_stays_so_when_rows_come(table: ItemTable) -> None:
    table.restrict(ItemFilter.PENDING, "")
    table.append([row(5), row(6, "", ItemState.PENDING)])
    assert numbers(table) == [2, 6]


def test_a_cell_says_what_is_known(table: ItemTable) -> None:
    cells = [table.index(2, column).data() for column in Column]
    assert cells[:4] == ["3", "c2.jpg", "picture", "could not be checked"]
    assert "damaged" in cells[4]


def test_a_look_in_part_is_no_whole_look(table: ItemTable) -> None:
    table.replace([row(1, "x", ItemState.DONE, Reason.TRUNCATED)])
    assert table.index(0, Column.STATE).data() == "scanned in part"


def test_a_name_cannot_forge_a_line(table: ItemTable) -> None:
    table.replace([row(1, "a\n\u202eb")])
    assert table.index(0, Column.NAME).data() == "a\\n\\u202eb"
