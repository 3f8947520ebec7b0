from pathlib import Path

import pytest

from storage.case import Case
from storage.errors import (
    CaseInUseError,
    EmptyPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from storage.rekey import unfinished
from storage.schema import MAJOR, MINOR
from tests.support.case_samples import (
    PASSPHRASE,
    add,
    make_case,
    names_in,
    open_case,
    scan_of,
)


def test_a_new_passphrase_takes_the_place_of_the_old(path: Path) -> None:
    case, old_code = make_case(path)
    with case:
        case.store_scan(add(case, "a"), scan_of("x"))
        salt = path.read_bytes()[:16]
        new_code = case.change_passphrase("new")
        assert add(case, "b") == 2  # open, and numbers go on
    assert path.read_bytes()[:16] != salt
    for passphrase in (PASSPHRASE, ""):
        with pytest.raises((WrongPassphraseError, EmptyPassphraseError)):
            open_case(path, passphrase)
    with pytest.raises(WrongRecoveryCodeError):
        Case.open_with_recovery_code(path, old_code)
    with Case.open_with_recovery_code(path, new_code) as case:
        assert len(case.tracks("open", "1")) == 1
        assert case.info().custody_ok
        done = [entry.action for entry in case.custody.entries()]
        assert done == ["created", "passphrase-changed", "unlock"]
    assert names_in(path.parent) == [path.name]


def test_the_tables_and_their_triggers_are_the_same(path: Path) -> None:
    case, _ = make_case(path)
    with case:
        before = case._db.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall()
        case.change_passphrase("new")
        assert case._db.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall() == before
        assert case.info().format == (MAJOR, MINOR)
        for setting, value in (("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)):
            assert case._db.execute(f"PRAGMA {setting}").fetchone() == (value,)


def test_an_empty_passphrase_changes_nothing(case: Case, path: Path) -> None:
    with pytest.raises(EmptyPassphraseError):
        case.change_passphrase(" ")
    add(case, "a")
    case.close()
    open_case(path).close()


def test_the_case_stays_locked_afterwards(case: Case, path: Path) -> None:
    case.change_passphrase("new")
    with pytest.raises(CaseInUseError):
        open_case(path, "new")


def test_it_is_refused_inside_a_transaction(case: Case) -> None:
    with case.transaction(), pytest.raises(RuntimeError):
        case.change_passphrase("new")


def test_through_a_link_the_case_itself_is_changed(path: Path) -> None:
    make_case(path)[0].close()
    link = path.with_name("link")
    link.symlink_to(path)
    with open_case(link) as case:
        case.change_passphrase("new")
    assert link.is_symlink()
    open_case(path, "new").close()


def test_what_a_killed_re_key_left_is_removed(path: Path) -> None:
    make_case(path)[0].close()
    unfinished(path).write_bytes(b"half")
    open_case(path).close()
    assert names_in(path.parent) == [path.name]
