"""A file from somebody else runs nothing of its own."""

from pathlib import Path

import pytest

from storage.errors import CaseDamagedError
from storage.schema import STAMP
from tests.support.case_samples import add, make_case, open_case

DOCTORED = {
    "a trigger": ("CREATE TRIGGER more AFTER INSERT ON source BEGIN DELETE FROM decision; END",),
    "a view": ("CREATE VIEW more AS SELECT * FROM item",),
    "a view in the place of a table": (
        "ALTER TABLE crop RENAME TO was_crop",
        "CREATE VIEW crop AS SELECT 1 AS face, randomblob(1000000000) AS jpeg",
    ),
    "a table": ("CREATE TABLE more (x)",),
    "an index": ("CREATE INDEX more ON item (abs(size))",),
    "one column more": ("ALTER TABLE item ADD COLUMN more DEFAULT 'x'",),
    "a trigger less": ("DROP TRIGGER custody_no_update",),
    "a table less": ("DROP TABLE crop",),
    "another text": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'append only', 'x') WHERE type = 'trigger'",
        "PRAGMA writable_schema = OFF",
    ),
    "another text that means the same": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'item_state'",
        "PRAGMA writable_schema = OFF",
    ),
}


def doctor(path: Path, *statements: str) -> None:
    with make_case(path)[0] as case:
        add(case, "a.jpg")
        for statement in statements:
            case._db.execute(statement)


@pytest.mark.parametrize("how", DOCTORED)
def test_a_doctored_file_is_refused_and_not_touched(path: Path, how: str) -> None:
    doctor(path, *DOCTORED[how])
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(CaseDamagedError):
            open_case(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("how", DOCTORED)
def test_calling_itself_newer_does_not_help_it(path: Path, how: str) -> None:
    doctor(path, *DOCTORED[how], f"PRAGMA user_version = {STAMP + 1}")
    if how == "a table":
        open_case(path).close()
    else:
        with pytest.raises(CaseDamagedError):
            open_case(path)


def test_a_newer_minor_may_have_tables_of_its_own_with_indexes(path: Path) -> None:
    doctor(
        path,
        "CREATE TABLE more (x UNIQUE, y)",
        "CREATE INDEX more_y ON more (y)",
        f"PRAGMA user_version = {STAMP + 1}",
    )
    with open_case(path) as case:
        assert add(case, "b.jpg") == 2


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE VIRTUAL TABLE more USING fts5 (x)",),
        (
            "CREATE TABLE more (x)",
            "CREATE TRIGGER more_in AFTER INSERT ON more BEGIN DELETE FROM decision; END",
        ),
    ],
)
def test_but_none_that_run_anything(path: Path, statements: tuple[str, ...]) -> None:
    doctor(path, *statements, f"PRAGMA user_version = {STAMP + 1}")
    with pytest.raises(CaseDamagedError):
        open_case(path)


def test_the_guards_stand_before_the_first_page_is_read(path: Path) -> None:
    with make_case(path)[0] as case:
        values = {
            name: case._db.execute(f"PRAGMA {name}").fetchone()
            for name in ("trusted_schema", "cell_size_check")
        }
        assert values == {"trusted_schema": (0,), "cell_size_check": (1,)}
