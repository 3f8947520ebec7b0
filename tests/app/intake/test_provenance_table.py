"""Tables of provenance."""

import unicodedata
from pathlib import Path

import pytest

from app.intake.add import add
from app.intake.provenance import provenance_of
from app.intake.provenance_table import (
    ProvenanceTableError,
    TableFault,
    TableProblem,
    TableResult,
    apply_table,
    read_provenance_table,
)
from app.intake.source_details import SourceDetails
from app.job import finish
from storage.case import Case
from tests.support.fake_program import ME, SOMEBODY, SOMEBODY_ELSE, write_picture


@pytest.fixture
def case(case: Case, folder: Path) -> Case:
    """A case with three items: a.png, 사진.png and another a.png."""
    write_picture(folder / "a.png", ME)
    write_picture(folder / "사진.png", SOMEBODY)
    (folder / "more").mkdir()
    write_picture(folder / "more" / "a.png", SOMEBODY_ELSE)
    pictures = [folder / "a.png", folder / "사진.png", folder / "more"]
    finish(add(case, pictures, SourceDetails()))
    return case


def kept(case: Case, folder: Path, *rows: str) -> TableResult:
    path = folder / "table.csv"
    path.write_text("\n".join(rows), "utf-8")
    return apply_table(case, path, read_provenance_table(path), "counsellor")


def faults(case: Case, folder: Path, *rows: str) -> tuple[TableFault, ...]:
    head = case.custody.head()
    with pytest.raises(ProvenanceTableError) as caught:
        kept(case, folder, *rows)
    assert case.custody.head() == head  # nothing was done
    return caught.value.faults


def test_items_are_found_by_number_hash_path_or_name(case: Case, folder: Path) -> None:
    sha256 = case.item(2).item.sha256
    made = kept(
        case,
        folder,
        "Item_No,sha256,path,original_filename,platform",
        "1,,,,one",
        f",{sha256},,,two",
        ",,more/a.png,,three",
    )
    assert made == TableResult((1, 2, 3), 0)
    assert [provenance_of(case, item)["platform"] for item in (1, 2, 3)] == ["one", "two", "three"]
    name = unicodedata.normalize("NFD", "사진.png")
    assert kept(case, folder, "original_filename,note", f"{name},새 메모").changed == (2,)


def test_the_same_table_again_changes_nothing(case: Case, folder: Path) -> None:
    rows = ("item_no,platform,url", "1,x,", ",,https://example.org/1")
    assert kept(case, folder, *rows) == TableResult((1,), 1)
    head, items = case.custody.head(), len(case.items())
    assert kept(case, folder, *rows) == TableResult((), 0)
    assert (case.custody.head(), len(case.items())) == (head, items)


def test_a_row_with_a_link_alone_is_an_item_without_a_file(case: Case, folder: Path) -> None:
    rows = ("url,post_title,message_time_unix", "https://example.org/1,제목,2024-08-27T12:05Z")
    assert kept(case, folder, *rows).links == 1
    item = case.items()[-1]
    assert item.name == "제목"
    assert provenance_of(case, item.item)["message_time_unix"] == 1724760300


def test_unknown_columns_are_refused(case: Case, folder: Path) -> None:
    found = faults(case, folder, "item_no,plattform,note,note", "1,x,y,z")
    assert found == (
        TableFault(TableProblem.COLUMN_UNKNOWN, 1, "plattform"),
        TableFault(TableProblem.COLUMN_TWICE, 1, "note"),
    )


def test_every_cell_that_is_wrong_is_told_by_line_and_column(case: Case, folder: Path) -> None:
    found = faults(
        case,
        folder,
        "item_no,message_time_unix,parent_sha256",
        "x,,",
        "1,yesterday,abc",
        ",2024-08-27 21:05,",
        "1,,,more",
    )
    assert found == (
        TableFault(TableProblem.VALUE_UNFIT, 2, "item_no", "x"),
        TableFault(TableProblem.VALUE_UNFIT, 3, "message_time_unix", "yesterday"),
        TableFault(TableProblem.VALUE_UNFIT, 3, "parent_sha256", "abc"),
        TableFault(TableProblem.NO_ITEM_NAMED, 4),
        TableFault(TableProblem.TOO_MANY_CELLS, 5),
    )


def test_nothing_is_kept_when_one_row_leads_nowhere(case: Case, folder: Path) -> None:
    found = faults(
        case,
        folder,
        "item_no,original_filename,platform,url",
        "1,,x,",
        ",,,https://example.org/1",
        "77,,x,",
        ",a.png,x,",
        "2,a.png,x,",
    )
    assert found == (
        TableFault(TableProblem.ITEM_MISSING, 4, "item_no", "77"),
        TableFault(TableProblem.SEVERAL_ITEMS, 5, "original_filename", "a.png"),
        TableFault(TableProblem.ITEM_MISSING, 6, "item_no", "2"),
    )
    assert provenance_of(case, 1)["platform"] is None
    assert len(case.items()) == 3


def test_two_rows_may_not_contradict_each_other(case: Case, folder: Path) -> None:
    found = faults(case, folder, "item_no,platform,note", "1,x,same", "1,y,same")
    assert found == (TableFault(TableProblem.SAID_OTHERWISE, 3, "platform", "y"),)
