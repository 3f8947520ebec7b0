"""A custody log that was changed in the case: she hands over all the same, and it is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.handover.bundle import BundleResult, build_bundle
from app.handover.bundle_plan import BundlePlan, Level
from app.handover.report.gather import ReportRequest, gather_report
from app.handover.report.report_document import report_documents
from app.job import finish
from storage import clock
from storage.bundle.bag import CUSTODY
from storage.bundle.verify import VerifyResult, verify
from storage.bundle.write import Lock, UnderPassphrase
from storage.case import Case
from storage.custody import canonical
from tests.storage.bundle import independent_verifier
from tests.support.bundle_samples import IDENTITY, every_lock
from tests.support.bundle_samples import PHRASE as LOCK
from tests.support.case_samples import CHEAP
from tests.support.decided_case import PHRASE, make
from tests.support.tampered_logs import TAMPERING, cut, rewrite, with_triggers, without_triggers


def replace(body: str) -> Callable[[Case], object]:
    """Something else in the place of the third entry."""
    return lambda case: case._db.execute(f"UPDATE custody SET body = {body} WHERE seq = 3")  # noqa: S608


def retell(case: Case) -> None:
    """Decisions about what is no item."""
    decided = [json.loads(body) for body in case.custody.bodies()][1:4]
    others: tuple[object, ...] = ([], "2", None)
    for entry, item in zip(decided, others, strict=True):
        details = {**entry["details"], "item": item, "face": item}
        changed = (canonical({**entry, "details": details}), entry["seq"])
        case._db.execute("UPDATE custody SET body = ? WHERE seq = ?", changed)


def rewrite_without_seal(case: Case) -> None:
    rewrite(case)
    case._db.execute("DELETE FROM meta WHERE name = 'custody_seal'")


WAYS: dict[str, Callable[[Case], object]] = {
    **{how: tamper for how, (tamper, _) in TAMPERING.items()},
    "cut off with the head set back": lambda case: cut(case, 3),
    "written anew": rewrite,
    "written anew without a seal": rewrite_without_seal,
    "no text": replace("CAST(x'ff' AS TEXT)"),
    "bytes": replace("x'ff00'"),
    "details of other kinds": retell,
    "deep": replace(f"'{'[' * 200_000}'"),
}


def changed(path: Path, how: str) -> Case:
    """A case with a log that was changed with SQL, opened again."""
    with make(path) as case:
        without_triggers(case)
        WAYS[how](case)
        with_triggers(case)
    return Case.open(path, PHRASE, cost=CHEAP)


def exported(case: Case, target: Path, lock: Lock) -> BundleResult:
    return finish(build_bundle(case, BundlePlan(target, lock, Level.LIST)))


@every_lock
@pytest.mark.parametrize("how", WAYS)
def test_a_log_that_was_changed_is_found_in_the_case_and_in_the_bundle(
    tmp_path: Path, how: str, lock: Lock
) -> None:
    target = tmp_path / "documents"
    with changed(tmp_path / "case", how) as case:
        assert not case.info().custody_ok
        made = exported(case, target, lock)
        assert (made.custody_sound, made.items) == (False, (1, 2, 5))
        assert not case.info().custody_ok
    secret = LOCK if isinstance(lock, UnderPassphrase) else IDENTITY
    found = finish(verify(target, secret))
    assert (found.is_whole, found.result, found.digest) == (
        False,
        VerifyResult.LOG_CHANGED,
        made.digest,
    )
    assert [(each.member, str(each.kind)) for each in found.problems] == [(CUSTODY, "case-log")]


@pytest.mark.parametrize("how", ["edited", "written anew"])
def test_another_verifier_finds_it_too(tmp_path: Path, how: str) -> None:
    with changed(tmp_path / "case", how) as case:
        exported(case, tmp_path / "x.zip", UnderPassphrase(LOCK))
    assert "log in the case" in independent_verifier.verify(tmp_path / "x.zip", LOCK)


@every_lock
def test_of_a_log_as_it_was_written_nothing_is_said(tmp_path: Path, lock: Lock) -> None:
    with make(tmp_path / "case") as case:
        assert exported(case, tmp_path / "x", lock).custody_sound
    secret = LOCK if isinstance(lock, UnderPassphrase) else IDENTITY
    assert finish(verify(tmp_path / "x", secret)).result is VerifyResult.SOUND


@pytest.mark.parametrize(
    "how", ["no JSON", "no text", "deep", "written anew", "details of other kinds"]
)
def test_the_report_says_it_and_tells_what_can_be_read(tmp_path: Path, how: str) -> None:
    with changed(tmp_path / "case", how) as case:
        custody = gather_report(case, ReportRequest((1,), Level.LIST, clock.now())).custody
    assert not custody.intact
    assert custody.counts["unlock"] == 1


def test_what_a_changed_log_says_of_a_check_is_not_repeated(tmp_path: Path) -> None:
    with changed(tmp_path / "case", "edited") as case:
        case.custody.append("check", "self", {"found": [1], "tracks": {}, "thresholds": "x"})
        told = gather_report(case, ReportRequest((1,), Level.LIST, clock.now()))
    (document,) = report_documents(told, "en")
    assert str(document.blocks).count("what it says of a comparison of faces is not repeated") == 2


def test_a_changed_log_accuses_no_decision(tmp_path: Path) -> None:
    with make(tmp_path / "case") as case:
        without_triggers(case)
        case._db.execute("""UPDATE custody SET body = replace(body, '"confirm"', '"reject"')""")
        custody = gather_report(case, ReportRequest((1,), Level.LIST, clock.now())).custody
    assert (custody.intact, custody.unlike) == (False, ())
