import json
from itertools import pairwise
from pathlib import Path

import pytest

from storage.case import Case
from storage.custody import MAX_ENTRY_BYTES, Head, canonical, sha256_of
from storage.errors import CaseDamagedError, CaseInternalError, WrongPassphraseError
from tests.support.case_samples import CHEAP, make_case, open_case
from tests.support.tampered_logs import TAMPERING, cut, rewrite, with_triggers, without_triggers


@pytest.fixture
def logged(case: Case) -> Case:
    """`created` and four more."""
    for number in range(4):
        case.custody.append("viewed", "self", {"item": number, "이름": ["a", None, True]})
    return case


def test_entries_say_who_did_what_when_by_which_clock(logged: Case) -> None:
    first, *_, last = logged.custody.entries()
    assert (first.action, first.role, first.seq) == ("created", "program", 1)
    assert (last.action, last.role, last.seq) == ("viewed", "self", 5)
    assert last.details == {"item": 3, "이름": ["a", None, True]}
    assert last.clock == "system"
    assert last.at_utc.endswith("+00:00")
    assert last.at_utc <= last.at_local or last.tz
    assert json.loads(last.body)["previous"] == last.previous


def test_every_entry_seals_the_one_before(logged: Case) -> None:
    entries = list(logged.custody.entries())
    assert entries[0].previous == sha256_of(logged.info().id)
    for before, after in pairwise(entries):
        assert after.previous == before.sha256 == sha256_of(before.body)
    assert logged.custody.head() == Head(5, entries[-1].sha256)
    report = logged.custody.verify()
    assert (report.ok, report.head.entries, report.broken_at) == (True, 5, None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE custody SET body = '' WHERE seq = 2",
        "DELETE FROM custody WHERE seq = 5",
        "INSERT INTO custody VALUES (9, '', '')",
        "INSERT OR REPLACE INTO custody VALUES (5, '', '')",
        "DELETE FROM custody_head",
        "UPDATE custody_head SET entries = 1",
        "INSERT OR REPLACE INTO custody_head VALUES (1, 1, '')",
    ],
)
def test_the_log_can_only_grow(logged: Case, statement: str) -> None:
    with pytest.raises(CaseInternalError):
        logged._db.execute(statement)
    assert logged.custody.verify().ok


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_is_found(logged: Case, how: str) -> None:
    tamper, where = TAMPERING[how]
    without_triggers(logged)
    tamper(logged)
    report = logged.custody.verify()
    assert (report.ok, report.broken_at) == (False, where)
    assert logged.info().custody_ok is False


def test_a_cut_with_the_head_set_back_is_found_by_the_seal(logged: Case) -> None:
    without_triggers(logged)
    cut(logged, 3)
    assert logged.custody.verify().broken_at == 4
    assert logged.info().custody_ok is False
    for _ in range(3):  # going on does not heal it
        logged.custody.append("later", "self")
        assert logged.custody.verify().ok is False


def test_a_seal_that_was_taken_away_is_missed(logged: Case) -> None:
    logged._db.execute("DELETE FROM meta WHERE name = 'custody_seal'")
    assert logged.custody.verify().broken_at == 6
    logged.custody.append("later", "self")
    assert logged.custody.verify().ok is False


def test_a_new_chain_without_a_seal_is_found(logged: Case) -> None:
    without_triggers(logged)
    rewrite(logged)
    assert logged.custody.verify().broken_at == 5
    logged._db.execute("DELETE FROM meta WHERE name = 'custody_seal'")
    assert logged.custody.verify().broken_at == 5


@pytest.mark.parametrize("how", TAMPERING)
def test_a_log_that_was_tampered_with_goes_on_and_stays_broken(logged: Case, how: str) -> None:
    tamper, _ = TAMPERING[how]
    without_triggers(logged)
    tamper(logged)
    with_triggers(logged)
    there = set(logged.custody.bodies())
    for _ in range(2):
        logged.custody.append("later", "self")
        assert logged.custody.verify().ok is False
    assert set(logged.custody.bodies()) > there  # nothing was written over


def test_the_seal_goes_over_to_a_new_passphrase_but_only_a_good_one(logged: Case) -> None:
    logged.change_passphrase("another one")
    assert logged.custody.verify().ok
    without_triggers(logged)
    cut(logged, 3)
    with_triggers(logged)
    logged.change_passphrase("one more")
    assert logged.custody.verify().ok is False


def test_a_new_chain_is_found_by_a_head_noted_elsewhere(logged: Case) -> None:
    noted = logged.custody.head()
    logged.custody.append("later", "self")
    assert logged.custody.verify(noted).ok
    without_triggers(logged)
    logged._db.execute("DELETE FROM custody WHERE seq > 3")
    logged._db.execute(
        "UPDATE custody_head SET (entries, sha256) ="
        " (SELECT seq, sha256 FROM custody WHERE seq = 3)"
    )
    seal = logged.custody._seal_of(logged.custody.head())
    logged.custody._write_seal(seal)  # somebody who has this program
    assert logged.custody.verify().ok  # inside the file nothing shows any more
    assert logged.custody.verify(noted).broken_at == 4
    for _ in range(5):
        logged.custody.append("forged", "self")
    assert logged.custody.verify().ok
    assert logged.custody.verify(noted).broken_at == 5


def test_the_log_of_another_case_does_not_fit(logged: Case) -> None:
    logged._db.execute("UPDATE meta SET value = 'x' WHERE name = 'id'")
    assert logged.custody.verify().broken_at == 1


@pytest.mark.parametrize("details", [{"a": 0.5}, {"a": [b""]}, {"a": {1: 2}}, {"a": object()}])
def test_what_could_be_written_in_two_ways_is_refused(logged: Case, details: object) -> None:
    with pytest.raises(TypeError):
        logged.custody.append("x", "self", details)  # type: ignore[arg-type]
    assert logged.custody.head().entries == 5


def test_the_canonical_form_never_changes() -> None:
    assert canonical({"b": [1, None, True], "a": '가"\n', "c": {}}) == (
        '{"a":"\\uac00\\"\\n","b":[1,null,true],"c":{}}'
    )


@pytest.mark.parametrize(
    "body", ["[1, 2]", "no json", "{}", b"{}", b"\xff", None, 7, "[" * 200_000, '{"seq":2}\n']
)
def test_what_was_put_in_the_place_of_an_entry_is_damage_and_no_crash(
    logged: Case, body: object
) -> None:
    without_triggers(logged)
    logged._db.execute("PRAGMA ignore_check_constraints = ON")
    for seq in (2, 3):
        logged._db.execute("DELETE FROM custody WHERE seq = ?", (seq,))
    if body is not None:
        logged._db.execute("INSERT INTO custody VALUES (2, ?, 'x')", (body,))
    assert [each.seq for each in logged.custody.entries()] == [1, 4, 5]
    assert logged.custody.verify().broken_at == 2


def test_text_that_is_none_is_an_entry_that_was_changed_and_no_crash(logged: Case) -> None:
    without_triggers(logged)
    logged._db.execute("UPDATE custody SET body = CAST(x'ff' AS TEXT) WHERE seq = 2")
    logged._db.execute("UPDATE custody SET sha256 = CAST(x'ff' AS TEXT) WHERE seq = 3")
    logged._db.execute("UPDATE meta SET value = CAST(x'ff' AS TEXT) WHERE name = 'custody_seal'")
    assert [each.seq for each in logged.custody.entries()] == [1, 3, 4, 5]
    assert list(logged.custody.bodies())[1] == b"\xff"
    assert logged.custody.verify().broken_at == 2


@pytest.mark.parametrize("field", ["at_utc", "action", "details", "seq", "tz"])
def test_an_entry_with_a_field_of_another_kind_is_left_out(logged: Case, field: str) -> None:
    without_triggers(logged)
    entry = json.loads(next(logged.custody.bodies()))
    values: tuple[object, object] = ([], {field: "\ud800"})
    for value in values:
        body = canonical({**entry, field: value})
        logged._db.execute("UPDATE custody SET body = ? WHERE seq = 1", (body,))
        assert [each.seq for each in logged.custody.entries()] == [2, 3, 4, 5]


@pytest.mark.parametrize("number", ["many", b"\xff", -1, 1e300])
def test_a_head_that_is_no_number_is_damage_and_no_crash(logged: Case, number: object) -> None:
    without_triggers(logged)
    logged._db.execute("UPDATE custody_head SET entries = ?", (number,))
    with pytest.raises(CaseDamagedError):
        logged.custody.verify()
    with pytest.raises(CaseDamagedError):
        logged.custody.append("later", "self")


def test_an_entry_is_no_longer_than_can_be_verified(logged: Case) -> None:
    logged.custody.append("long", "self", {"text": "x" * (MAX_ENTRY_BYTES - 1000)})
    with pytest.raises(ValueError, match="too long"):
        logged.custody.append("too long", "self", {"text": "x" * MAX_ENTRY_BYTES})
    assert logged.custody.verify().ok


def test_a_log_without_its_head_is_damaged(logged: Case) -> None:
    without_triggers(logged)
    logged._db.execute("DELETE FROM custody_head")
    with pytest.raises(CaseDamagedError):
        logged.custody.verify()


def test_every_opening_is_logged(path: Path) -> None:
    case, code = make_case(path)
    case.close()
    open_case(path).close()
    Case.open_with_recovery_code(path, code, cost=CHEAP).close()
    with pytest.raises(WrongPassphraseError):
        open_case(path, "wrong")
    with open_case(path) as case:
        opened = [each for each in case.custody.entries() if each.action == "unlock"]
    assert [each.details["by"] for each in opened] == [
        *("passphrase", "recovery-code", "passphrase"),
    ]
    assert {each.role for each in opened} == {"program"}
