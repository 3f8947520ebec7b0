import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.case import Case
from storage.errors import CaseInUseError, WrongPassphraseError
from storage.lock import is_open_here
from tests.support.case_samples import (
    CHEAP,
    PASSPHRASE,
    add,
    die,
    hashes_of,
    make_case,
    needs_fork,
    never,
    open_case,
    run_until,
)

OPEN_ELSEWHERE = f"""
import sys
from pathlib import Path
from storage.case import Case
from storage.errors import CaseInUseError, WrongPassphraseError
from storage.keys import KdfCost
try:
    Case.open(Path(sys.argv[1]), sys.argv[2], cost={CHEAP!r}).close()
except CaseInUseError:
    print("in use")
else:
    print("opened")
"""


def opened_elsewhere(path: Path) -> bool:
    """Whether another process can open the case."""
    root = Path(__file__).parents[2]
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", OPEN_ELSEWHERE, str(path), PASSPHRASE],
        capture_output=True,
        check=True,
        cwd=root,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    return done.stdout.strip() == "opened"


def test_a_second_opener_is_refused_before_its_passphrase_costs_a_second(
    path: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the key was derived")

    monkeypatch.setattr("storage.case.derive_key", refuse)
    with pytest.raises(CaseInUseError):
        Case.open(path, PASSPHRASE)
    add(case, "a.jpg")


def test_a_second_opener_in_another_process_is_refused(path: Path, case: Case) -> None:
    assert not opened_elsewhere(path)
    case.close()
    assert opened_elsewhere(path)


@pytest.mark.skipif(sys.platform == "darwin", reason="a limit that docs/case-format.md names")
def test_reading_the_file_elsewhere_in_the_program_does_not_unlock_it(
    path: Path, case: Case
) -> None:
    hashes_of(path.read_bytes())
    assert not opened_elsewhere(path)


def test_a_link_to_an_open_case_is_in_use(path: Path, case: Case) -> None:
    link = path.with_name("link")
    link.symlink_to(path)
    with pytest.raises(CaseInUseError):
        open_case(link)


def test_the_program_knows_which_files_are_its_open_cases(path: Path, case: Case) -> None:
    assert is_open_here(path.stat())
    case.close()
    assert not is_open_here(path.stat())


def test_a_wrong_passphrase_leaves_no_lock(path: Path) -> None:
    make_case(path)[0].close()
    with pytest.raises(WrongPassphraseError):
        open_case(path, "wrong")
    open_case(path).close()


@needs_fork
def test_a_killed_program_leaves_no_lock(path: Path) -> None:
    make_case(path)[0].close()

    def hold() -> None:
        open_case(path)
        path.with_name("held").touch()
        die()

    run_until(never, hold)
    assert path.with_name("held").exists()
    open_case(path).close()
