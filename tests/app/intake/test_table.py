"""Tables as spreadsheets write them."""

from pathlib import Path

import pytest

from app.errors import FileMissingError
from app.intake.errors import TableUnreadableError
from app.intake.table import read_table

EXPECTED = frozenset({"item_no", "platform", "note"})
KOREAN = "item_no,platform,note\r\n1,텔레그램,제보받음\r\n"


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_excel_writes_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    text = KOREAN.replace(",", separator)
    table = read_table(written(tmp_path, text.encode(encoding)), EXPECTED)
    assert table.columns == ("item_no", "platform", "note")
    (row,) = table.rows
    assert row.cells == {"item_no": "1", "platform": "텔레그램", "note": "제보받음"}


def test_a_row_knows_the_line_on_which_it_begins(tmp_path: Path) -> None:
    text = 'item_no,note\n1,"two\nlines"\n\n;;\n2,x\n'.replace(";;", ",")
    table = read_table(written(tmp_path, text.encode()), EXPECTED)
    assert [(row.line, row.cells["note"]) for row in table.rows] == [(2, "two\nlines"), (6, "x")]


def test_what_stands_in_no_column_is_told(tmp_path: Path) -> None:
    text = "item_no,,note\n1,x,y\n2,,y\n3,,y,z\n"
    table = read_table(written(tmp_path, text.encode()), EXPECTED)
    assert [row.too_many for row in table.rows] == [True, False, True]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\x02", b"\xff\xff\xff", b'a,b\n"x'])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(TableUnreadableError):
        read_table(written(tmp_path, content), EXPECTED)


def test_a_table_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_table(tmp_path / "none.csv", EXPECTED)
    with pytest.raises(FileMissingError):
        read_table(tmp_path, EXPECTED)
