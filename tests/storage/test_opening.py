import os
import sys
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from storage import errors
from storage.case import Case
from storage.opening import make_file
from storage.schema import MAJOR, MINOR, STAMP
from storage.sqlcipher_pages import PAGE_SIZE
from tests.support.case_samples import CHEAP, PASSPHRASE, add, make_case, names_in, open_case


@pytest.fixture
def closed(path: Path) -> Path:
    """A closed case with some items."""
    with make_case(path)[0] as case, case.transaction():
        for number in range(200):
            add(case, f"{number}.jpg")
    return path


def alter(path: Path, offset: int) -> None:
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


def test_what_was_stored_is_there_when_opened_again(closed: Path) -> None:
    with open_case(closed) as case:
        assert len(case.items()) == 200


def test_at_full_cost_a_case_opens_with_passphrase_and_with_code(path: Path) -> None:
    case, code = Case.create(path, PASSPHRASE)
    case.close()
    Case.open(path, PASSPHRASE).close()
    Case.open_with_recovery_code(path, code).close()


def test_a_wrong_passphrase_does_not_open_it(closed: Path) -> None:
    with pytest.raises(errors.WrongPassphraseError):
        open_case(closed, "거울")
    open_case(closed).close()


def test_the_recovery_code_opens_it(path: Path) -> None:
    case, code = make_case(path)
    case.close()
    Case.open_with_recovery_code(path, code.lower()).close()


def test_a_mistyped_recovery_code_is_told_from_a_wrong_one(path: Path, tmp_path: Path) -> None:
    case, code = make_case(path)
    other, other_code = make_case(tmp_path / "other")
    case.close()
    other.close()
    with pytest.raises(errors.RecoveryCodeError):
        Case.open_with_recovery_code(path, code[:-1] + ("0" if code[-1] != "0" else "1"))
    with pytest.raises(errors.WrongRecoveryCodeError):
        Case.open_with_recovery_code(path, other_code)


@pytest.mark.parametrize("content", [b"", b"x", os.urandom(5000), os.urandom(8 * PAGE_SIZE)])
def test_a_file_that_is_no_case_looks_like_a_wrong_passphrase(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(errors.WrongPassphraseError):
        open_case(path)
    assert path.read_bytes() == content
    assert names_in(path.parent) == [path.name]


def test_a_missing_case_and_a_folder_are_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path, tmp_path / "none" / "none"):
        with pytest.raises(errors.CaseMissingError):
            open_case(path)


def test_a_loop_of_links_has_no_case_at_its_end(tmp_path: Path) -> None:
    loop, other = tmp_path / "loop", tmp_path / "other"
    loop.symlink_to(other)
    other.symlink_to(loop)
    for path in (loop, loop / "case"):
        with pytest.raises(errors.LinkLoopError):
            open_case(path)
    with pytest.raises(errors.LinkLoopError):
        make_case(loop / "case")
    with pytest.raises(errors.CaseExistsError):
        make_case(loop)


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_bytes(b"a letter")
    with pytest.raises(errors.CaseExistsError):
        make_case(path)
    assert path.read_bytes() == b"a letter"


def test_a_case_needs_a_folder(path: Path) -> None:
    with pytest.raises(errors.CaseMissingError):
        make_case(path / "case")


def test_when_making_it_fails_no_file_is_left(path: Path) -> None:
    def fail(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_file(path, lambda _: bytearray(32), fail)
    assert names_in(path.parent) == []
    make_case(path)[0].close()


def test_an_empty_passphrase_makes_no_file(path: Path) -> None:
    with pytest.raises(errors.EmptyPassphraseError):
        Case.create(path, " ", cost=CHEAP)
    assert not path.exists()


def test_a_newer_major_format_is_refused_and_a_newer_minor_is_not(path: Path) -> None:
    for version, opens in ((STAMP + 7, True), (1000 * (MAJOR + 1), False)):
        case, _ = make_case(path)
        case._db.execute(f"PRAGMA user_version = {version}")
        case.close()
        if opens:
            with open_case(path) as case:
                assert case.info().format == (MAJOR, MINOR + 7)
        else:
            with pytest.raises(errors.CaseTooNewError) as caught:
                open_case(path)
            assert (caught.value.found, caught.value.known) == (MAJOR + 1, MAJOR)
        path.unlink()


@pytest.mark.parametrize("major", [1, 2])
def test_a_case_of_a_trial_version_is_refused_and_not_touched(closed: Path, major: int) -> None:
    with open_case(closed) as case:
        case._db.execute(f"PRAGMA user_version = {1000 * major}")
    before = closed.read_bytes()
    with pytest.raises(errors.CaseTooOldError) as caught:
        open_case(closed)
    assert (caught.value.found, caught.value.known) == (major, MAJOR)
    assert closed.read_bytes() == before


def test_an_altered_page_is_damage(closed: Path) -> None:
    with open_case(closed) as case:
        root = case._db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'item'")
        page = root.fetchone()[0]
    alter(closed, (page - 1) * PAGE_SIZE + 1000)
    with open_case(closed) as case, pytest.raises(errors.CaseDamagedError):
        case.items()


def test_an_altered_first_page_is_damage_not_a_wrong_passphrase(closed: Path) -> None:
    alter(closed, 1000)
    with pytest.raises(errors.CaseDamagedError):
        open_case(closed)
    with pytest.raises(errors.WrongPassphraseError):
        open_case(closed, "거울")


@pytest.mark.parametrize("lost", [1, PAGE_SIZE, 5 * PAGE_SIZE + 7])
def test_a_truncated_file_is_damage(closed: Path, lost: int) -> None:
    os.truncate(closed, closed.stat().st_size - lost)
    with pytest.raises(errors.CaseDamagedError):
        open_case(closed)
    with pytest.raises(errors.WrongPassphraseError):
        open_case(closed, "거울")


def test_the_file_looks_random_from_the_first_byte_to_the_last(closed: Path) -> None:
    content = closed.read_bytes()
    assert b"SQLite" not in content
    assert b"CREATE" not in content
    for start in range(0, len(content), PAGE_SIZE):
        page = content[start : start + PAGE_SIZE]
        expected = len(page) / 256
        chi2 = sum((page.count(value) - expected) ** 2 / expected for value in range(256))
        assert chi2 < 400, start  # 255 degrees of freedom: above 400 once in 10^8


def test_the_log_beside_an_open_case_shows_no_content(path: Path) -> None:
    case, _ = make_case(path)
    add(case, "a name that is long enough.jpg")
    log = path.with_name(path.name + "-wal").read_bytes()
    assert log[:2] == b"\x37\x7f"  # its header is plain: docs/case-format.md
    assert b"long enough" not in log
    assert b"item" not in log
    case.close()


def test_the_log_of_a_removed_case_does_not_harm_a_new_one(path: Path) -> None:
    case, _ = make_case(path)
    add(case, "a.jpg")
    log = path.with_name(path.name + "-wal")
    stale = log.read_bytes()
    case.close()
    path.unlink()
    log.write_bytes(stale)
    with make_case(path)[0] as case:
        assert case.items() == []
        add(case, "b.jpg")
    with open_case(path) as case:
        assert [item.name for item in case.items()] == ["b.jpg"]


def test_only_the_one_file_is_left_when_closed(path: Path) -> None:
    case, _ = make_case(path)
    add(case, "a.jpg")
    assert {each.name for each in path.parent.iterdir()} <= {path.name, path.name + "-wal"}
    case.close()
    assert names_in(path.parent) == [path.name]


@pytest.mark.skipif(os.name != "posix", reason="Windows knows no such mode")
def test_only_this_person_may_read_it(path: Path) -> None:
    make_case(path)[0].close()
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_case_may_have_any_name(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    path = tmp_path / (unicodedata.normalize(form, "거울") + " 1?&#%.x")
    make_case(path)[0].close()
    open_case(path).close()


@pytest.mark.skipif(os.name != "posix", reason="Windows forbids such names")
def test_a_name_with_a_newline_is_a_name(tmp_path: Path) -> None:
    make_case(tmp_path / "a\nb")[0].close()
    open_case(tmp_path / "a\nb").close()


def test_a_closed_case_says_so_and_closes_again(path: Path) -> None:
    case, _ = make_case(path)
    case.close()
    case.close()
    with pytest.raises(errors.CaseClosedError):
        case.items()


def test_the_key_is_wiped_when_closed(path: Path) -> None:
    case, _ = make_case(path)
    key = case._file.key
    assert any(key)
    case.close()
    assert not any(key)


def test_a_case_of_somebody_else_is_read_only(closed: Path) -> None:
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs another user")
    closed.chmod(0o644)
    closed.parent.chmod(0o755)
    os.seteuid(65534)
    try:
        with pytest.raises(errors.CaseReadOnlyError):
            open_case(closed)
        with pytest.raises(errors.CaseReadOnlyError):
            make_case(closed.with_name("new"))
    finally:
        os.seteuid(0)
