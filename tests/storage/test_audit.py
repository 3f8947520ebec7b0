"""What somebody with the key changes past the program contradicts the custody log."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from face.types import Reason
from storage.audit import Contradictions
from storage.case import Case
from storage.errors import CaseInternalError
from storage.schema import EVENTS
from storage.types import Source, Verdict
from tests.support.case_samples import (
    FULL,
    PASSPHRASE,
    add,
    hashes_of,
    make_case,
    open_case,
    scan_of,
)
from tests.support.decided_case import make
from tests.support.tampered_logs import with_triggers, without_triggers


@pytest.fixture
def decided(tmp_path: Path) -> Iterator[Case]:
    with make(tmp_path / "decided") as case:
        case.log("add", "self")
        without_triggers(case)
        yield case


def test_what_was_decided_and_taken_back_fits_the_log(decided: Case) -> None:
    decided.decide(2, Verdict.REJECT, role="self")
    decided.undecide(2)
    decided.decide(4, Verdict.UNSURE, person=2)
    decided.undecide(4)
    decided.undecide(3)
    assert not decided.contradictions()


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ("UPDATE decision SET verdict = 'reject' WHERE item = 2", 2),
        ("UPDATE decision SET role = 'counsellor' WHERE item = 5", 5),
        ("UPDATE decision SET person = 2 WHERE item = 5", 5),
        ("UPDATE decision SET at_utc = '2020' WHERE item = 5", 5),
        ("UPDATE decision SET face = 99 WHERE item = 1", 1),
        ("DELETE FROM decision WHERE item = 1", 1),
        ("DELETE FROM decision WHERE item = 3", 3),
        (
            "INSERT INTO decision (item, face, person, verdict, role, at_utc, at_local, tz)"
            " SELECT 4, NULL, 1, verdict, role, at_utc, at_local, tz FROM decision WHERE item = 2",
            4,
        ),
        ("UPDATE decision SET verdict = 'foo', role = x'ff00' WHERE item = 2", 2),
    ],
)
def test_a_decision_changed_past_the_log_is_found(decided: Case, change: str, item: int) -> None:
    decided._db.execute(change)
    assert decided.custody.verify().ok
    assert decided.contradictions() == Contradictions(decisions=(item,))


def test_a_decision_that_counts_again_past_the_log_is_found(decided: Case) -> None:
    decided.decide(2, Verdict.REJECT)
    decided.undecide(2)
    decided._db.execute("DELETE FROM decision WHERE takes_back IS NOT NULL")
    assert decided.contradictions() == Contradictions(decisions=(2,))


def test_a_decision_on_an_item_that_is_not_there_is_found(decided: Case) -> None:
    decided.custody.append("decided", "", {"item": 99, "face": None, "verdict": "confirm"})
    assert decided.contradictions() == Contradictions(decisions=(99,))


def test_faces_found_again_under_other_numbers_fit_the_log(decided: Case) -> None:
    decided.store_scan(1, scan_of("her", "somebody"))
    face = decided.item(1).tracks[0].face
    assert [each.face for each in decided.item(1).decisions] == [face]
    assert not decided.contradictions()
    decided._db.execute("UPDATE renumbered SET new = new + 1")
    assert decided.contradictions() == Contradictions(decisions=(1,))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE source SET role = 'counsellor' WHERE item = 1",
        "UPDATE source SET note = NULL WHERE item = 1",
        "UPDATE source SET path = x'ff' WHERE item = 1",
        "UPDATE source SET path = 1.5 WHERE item = 1",
        "DELETE FROM source WHERE item = 6",
        "UPDATE item SET sha256 = md5 WHERE id = 2",
        "DELETE FROM item WHERE id = 6",
        "UPDATE statement SET role = 'guardian'",
        "UPDATE statement SET value = 'z' WHERE value = 'y'",
        "UPDATE statement SET corrects = NULL WHERE corrects = 1",
        "DELETE FROM statement WHERE id = 2",
        "INSERT INTO superseded SELECT 6, NULL, at_utc, at_local, tz FROM statement LIMIT 1",
    ],
)
def test_what_was_stated_and_changed_past_the_log_is_found(decided: Case, change: str) -> None:
    for platform in ("x", "y"):
        decided.provenance.change(1, {"platform": platform}, role="self")
        decided.log("provenance", "self")
    assert not decided.contradictions()
    decided._db.execute("PRAGMA foreign_keys = OFF")
    decided._db.execute(change)
    assert decided.contradictions() == Contradictions(statements=True)


def test_where_the_log_was_changed_nothing_is_compared_with_it(decided: Case) -> None:
    decided._db.execute("DELETE FROM decision")
    decided._db.execute("DELETE FROM meta WHERE name = 'custody_seal'")
    assert decided.contradictions() == Contradictions(log=True)


@pytest.mark.parametrize(
    "rows",
    [
        None,
        {"hmac": 5, "items": [0, 1], "places": [0, 1], "statements": [0, 0]},
        {"hmac": "", "items": [0, 1], "places": [0], "statements": [0, 0]},
        {"hmac": "", "items": [0, "1"], "places": [0, 1], "statements": [0, 0]},
        {"hmac": "\ud800", "items": [0, 1], "places": [0, 1], "statements": [0, 0]},
    ],
)
def test_what_the_program_would_not_write_of_rows_stops_nothing(case: Case, rows: object) -> None:
    case.custody.append("add", "", {"rows": rows})
    add(case, "a")
    case.log("add", "")
    case.contradictions()


def test_rows_of_an_add_that_was_killed_are_logged_before_anything_else_is(path: Path) -> None:
    case, _ = make_case(path)
    add(case, "a")
    case.close()
    with open_case(path) as case:
        case.log_leftovers()
        case.log_leftovers()
        actions = [(each.action, each.role) for each in case.custody.entries()]
        assert actions == [
            ("created", "program"),
            ("unlock", "program"),
            ("add-unfinished", "program"),
        ]
        assert not case.contradictions()
        case._db.execute("DROP TRIGGER source_no_delete")
        case._db.execute("DELETE FROM source")
        assert case.contradictions() == Contradictions(statements=True)


@pytest.mark.parametrize("table", EVENTS)
def test_no_statement_of_the_program_can_change_or_remove_an_event(case: Case, table: str) -> None:
    case.add_content(hashes_of(b"a"), 1, FULL)
    case.store_scan(1, scan_of("x"))
    case.decide(1, Verdict.UNSURE, face=1)
    case.store_scan(1, scan_of("x"))
    case.provenance.change(1, {"platform": "x"})
    case.placeholders.add(Source("/b", "b"), Reason.GONE)
    case.placeholders.drop(2)
    count = case._db.table(table).count
    assert count
    for statement in ("DELETE FROM {}", "UPDATE {} SET item = item"):
        with pytest.raises(CaseInternalError):
            case._db.execute(statement.format(table))


def test_what_an_item_is_stays(case: Case) -> None:
    add(case, "a")
    for statement in ("DELETE FROM item", "UPDATE item SET sha256 = 'x'"):
        with pytest.raises(CaseInternalError):
            case._db.execute(statement)


def test_pages_of_an_older_copy_in_a_newer_case_contradict_it(path: Path) -> None:
    """Every page is sealed, so a mixed file opens; what it says does not fit together."""
    case, _ = make_case(path)
    with case:
        add(case, "a")
        case.store_scan(1, scan_of("x", "y"))
        case.decide(1, Verdict.REJECT, face=1, role="self")
        case.log("add", "self")
    older = path.read_bytes()
    with open_case(path) as case:
        case.undecide(1, face=1, role="self")
        case.decide(1, Verdict.CONFIRM, face=1, role="self")
        (page,) = case._db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'decision'"
        ).fetchone()
    newer = bytearray(path.read_bytes())
    size = 16384
    newer[size * (page - 1) : size * page] = older[size * (page - 1) : size * page]
    path.write_bytes(newer)
    with open_case(path) as mixed:
        assert mixed.custody.verify().ok
        assert mixed.contradictions() == Contradictions(decisions=(1,))


def test_a_case_with_its_triggers_made_anew_opens(path: Path) -> None:
    case, _ = make_case(path)
    with case:
        add(case, "a")
        without_triggers(case)
        with_triggers(case)
    Case.open(path, PASSPHRASE, cost=case._cost).close()


def test_a_new_passphrase_leaves_what_was_stated_and_its_log(path: Path) -> None:
    case, _ = make_case(path)
    with case:
        case.add_content(hashes_of(b"a"), 1, replace(FULL, path="\udcff"))
        case.log("add", "self")
        case.change_passphrase("another")
        assert not case.contradictions()
