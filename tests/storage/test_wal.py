"""A log left behind by a killed program, beside the wrong case."""

import os
from pathlib import Path

import pytest

from storage.errors import CaseDamagedError, WrongPassphraseError
from storage.wal import is_foreign
from tests.support.case_samples import (
    add,
    die,
    make_case,
    needs_fork,
    never,
    open_case,
    run_until,
    size_of,
)

KEY, SALT = bytearray(32), bytes(16)


def die_while_adding(path: Path) -> None:
    """Leave the log that holds what was stored last."""

    def work() -> None:
        case = open_case(path)
        for number in range(5):
            add(case, f"late-{number}")
        die()

    run_until(never, work)
    assert size_of(path.with_name(path.name + "-wal"))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case"
    with make_case(path)[0] as made:
        add(made, "early")
    return path


@needs_fork
def test_the_log_of_another_case_destroys_nothing(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    make_case(other)[0].close()
    die_while_adding(other)
    log = tmp_path / "case-wal"
    log.write_bytes((tmp_path / "other-wal").read_bytes())
    before = case.read_bytes(), log.read_bytes()
    with pytest.raises(CaseDamagedError) as caught:
        open_case(case)
    assert caught.value.path == str(log)
    assert (case.read_bytes(), log.read_bytes()) == before
    log.unlink()
    with open_case(case) as opened:
        assert len(opened.items()) == 1


@needs_fork
def test_a_wrong_passphrase_is_a_wrong_passphrase_and_leaves_the_log(case: Path) -> None:
    die_while_adding(case)
    log = case.with_name("case-wal")
    before = log.read_bytes()
    with pytest.raises(WrongPassphraseError):
        open_case(case, "another")
    assert log.read_bytes() == before
    with open_case(case) as opened:
        assert len(opened.items()) == 6


@pytest.mark.parametrize("content", [b"", b"x" * 40_000, os.urandom(40_000)])
def test_what_sqlite_passes_over_is_left_to_it(tmp_path: Path, content: bytes) -> None:
    log = tmp_path / "case-wal"
    assert not is_foreign(log, KEY, SALT)
    log.write_bytes(content)
    assert not is_foreign(log, KEY, SALT)
