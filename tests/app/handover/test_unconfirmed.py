"""A bundle whose passphrase nobody wrote down is never left without a word."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.handover.hand_over import hand_over
from app.handover.handover_choices import HandoverChoices, LockedFor
from app.handover.unconfirmed import HandoverResult, confirm, unconfirmed
from app.job import Job, finish
from storage.bundle.target import part_path
from storage.bundle.verify import verify
from storage.case import Case
from storage.errors import BundleExistsError, DiskFullError
from storage.pending_handovers import PendingHandovers
from tests.support.bundle_samples import to_identity
from tests.support.case_samples import CHEAP, needs_fork, run_until, size_of
from tests.support.decided_case import PHRASE, with_one_original
from tests.support.typesetting import replace_typesetting

LONG = os.urandom(6 << 20)


@pytest.fixture(autouse=True)
def _documents(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_typesetting(monkeypatch)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return with_one_original(tmp_path / "case", LONG)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "documents.zip"


def opened(path: Path) -> Case:
    return Case.open(path, PHRASE, cost=CHEAP)


def job(case: Case, target: Path) -> Job[HandoverResult]:
    return hand_over(case, HandoverChoices(), target, "en", "self")


def test_the_words_are_kept_in_the_case_until_somebody_says_they_are_written_down(
    path: Path, target: Path
) -> None:
    with opened(path) as case:
        made = finish(job(case, target))
    assert made.passphrase is not None
    secret = made.passphrase.passphrase
    assert secret.encode() not in path.read_bytes()
    with opened(path) as case:
        (left,) = unconfirmed(case)
        assert left.was_left
        assert (left.target, left.passphrase) == (target, made.passphrase)
        assert (left.exported, left.beside) == (made.exported, made.beside)
        assert left.begun_utc == made.begun_utc
        assert finish(verify(target, secret)).is_whole
        confirm(case, left, "self")
        assert unconfirmed(case) == []
        *_, last = case.custody.entries()
        assert (last.action, last.role) == ("passphrase-noted", "self")
        assert last.details["digest"] == made.exported.digest if made.exported else False


def test_two_of_them_are_both_kept_the_oldest_first(path: Path, target: Path) -> None:
    with opened(path) as case:
        first = finish(job(case, target))
        second = finish(job(case, target.with_name("b.zip")))
        assert [each.target for each in unconfirmed(case)] == [first.target, second.target]
        confirm(case, unconfirmed(case)[0], "")
        assert [each.passphrase for each in unconfirmed(case)] == [second.passphrase]


def test_for_the_holder_of_a_key_nothing_is_kept(path: Path, target: Path) -> None:
    plan = HandoverChoices(locked_for=LockedFor.RECIPIENT, recipient=to_identity().recipient)
    with opened(path) as case:
        made = finish(hand_over(case, plan, target, "en"))
        assert (made.passphrase, made.number) == (None, None)
        assert unconfirmed(case) == []
        confirm(case, made, "")
        assert "passphrase-noted" not in [each.action for each in case.custody.entries()]


def test_one_that_fails_or_is_stopped_leaves_nothing(path: Path, target: Path) -> None:
    with opened(path) as case:
        stopped = job(case, target)
        for _ in range(3):
            next(stopped)
        assert PendingHandovers(case._db).all()
        stopped.close()
        assert PendingHandovers(case._db).all() == []
        target.write_bytes(b"in the way")
        with pytest.raises(BundleExistsError):
            finish(job(case, target))
        assert PendingHandovers(case._db).all() == []


@needs_fork
def test_killed_at_any_moment_a_bundle_that_is_there_has_its_words_in_the_case(
    path: Path, target: Path
) -> None:
    part = part_path(target)
    moments: list[Callable[[], bool]] = [
        part.exists,
        lambda: size_of(part) > 20_000,
        target.exists,
    ]
    for moment in moments:
        run_until(moment, lambda: run_and_close(path, target))
        with opened(path) as case:
            found = unconfirmed(case)
            assert len(found) == target.exists()
            for each in found:
                assert each.passphrase is not None
                assert finish(verify(target, each.passphrase.passphrase)).is_whole
                confirm(case, each, "")
        target.unlink(missing_ok=True)


def run_and_close(path: Path, target: Path) -> None:
    with opened(path) as case:
        finish(job(case, target))


def test_one_on_a_stick_that_is_not_there_is_not_forgotten(path: Path, target: Path) -> None:
    with opened(path) as case:
        begun = job(case, target)
        for _ in range(3):
            next(begun)
        (_, text), *_ = PendingHandovers(case._db).all()
        begun.close()
        PendingHandovers(case._db).add(text)  # as a program that was killed leaves it
        gone = target.parent.rename(target.parent.with_name("pulled out"))
        (left,) = unconfirmed(case)
        assert left.exported is None
        assert left.passphrase is not None
        gone.rename(target.parent)
        assert unconfirmed(case) == []


def test_a_full_case_does_not_hide_a_bundle_that_was_made(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError(str(path))

    monkeypatch.setattr(PendingHandovers, "replace", full)
    with opened(path) as case:
        made = finish(job(case, target))
        assert made.passphrase is not None
        (left,) = unconfirmed(case)
        assert (left.exported, left.passphrase) == (None, made.passphrase)


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", '{"passphrase": 1}', "\ud800"])
def test_what_no_program_of_ours_wrote_is_no_crash(path: Path, text: str) -> None:
    with opened(path) as case:
        db = case._db
        with db.atomic():
            value = text.encode("utf-8", "surrogatepass") if text == "\ud800" else text
            db.execute("INSERT INTO meta VALUES ('pending_handover:7', ?)", (value,))
            db.execute("INSERT INTO meta VALUES ('pending_handover:x', 'y')")
        assert unconfirmed(case) == []
