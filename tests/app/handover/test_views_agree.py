"""Whatever is done to a case, its list, its report, items.json and its custody log agree."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from app.cases.evidence_record import evidence_record
from app.cases.people import of_person, people
from app.check.first_answers import first_answers
from app.handover.bundle_plan import Level
from app.handover.item_records import item_record
from app.handover.report.gather import ReportRequest, gather_report
from app.intake.provenance import ProvenanceChange, change_provenance
from storage import clock
from storage.captures import CaptureKind
from storage.case import Case
from storage.types import Source, Verdict
from tests.support.case_samples import CHEAP, hashes_of, scan_of

ITEMS = st.integers(1, 4)
PEOPLE = st.integers(1, 2)
ROLES = st.sampled_from(["self", "counsellor", "guardian", ""])
FIELDS = st.sampled_from(["platform", "url", "note", "room_title"])
VALUES = st.sampled_from(["x", "y", None])
SAID = st.dictionaries(FIELDS, VALUES, max_size=3)


class Views(RuleBasedStateMachine):
    """A case under random actions."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.case, _ = Case.create(Path(self.folder.name) / "case", "x", cost=CHEAP)
        self.taken_in_by: dict[int, str] = {}

    def teardown(self) -> None:
        self.case.close()
        self.folder.cleanup()

    def has(self, item: int) -> bool:
        return item in {each.item for each in self.case.items()}

    @rule(number=ITEMS, role=ROLES, said=SAID)
    def add(self, number: int, role: str, said: dict[str, Any]) -> None:
        content, path = b"%d" % number, f"/{number}.jpg"
        moment = clock.now()
        at = (moment.utc, moment.local, moment.tz)
        source = Source(path, path[1:], 1, *at, role=role or None, **said)
        with self.case.transaction():
            self.case.log_leftovers()
            added = self.case.add_content(hashes_of(content), len(content), source)
            self.case.log("add", role, {"new": int(added.new_item)})
        if added.new_item:
            self.taken_in_by[added.item] = role
            self.case.store_scan(added.item, scan_of("her", "somebody"))

    @rule(item=ITEMS, role=ROLES, said=SAID)
    def correct(self, item: int, role: str, said: dict[str, Any]) -> None:
        if self.has(item):
            change_provenance(self.case, [ProvenanceChange(item, said)], role)

    @rule(item=ITEMS, role=ROLES, person=PEOPLE, verdict=st.sampled_from(Verdict), at=st.booleans())
    def decide(self, item: int, role: str, person: int, verdict: Verdict, at: bool) -> None:
        if self.has(item):
            face = self.case.item(item).tracks[int(at)].face
            self.case.decide(item, verdict, face, role, person)

    @rule(item=ITEMS, role=ROLES, person=PEOPLE, at=st.booleans())
    def take_back(self, item: int, role: str, person: int, at: bool) -> None:
        if self.has(item):
            face = self.case.item(item).tracks[int(at)].face
            self.case.undecide(item, face, role, person)

    @rule(item=ITEMS)
    def scan_again(self, item: int) -> None:
        if self.has(item):
            self.case.store_scan(item, scan_of("her", "somebody"))

    @rule(role=ROLES, person=PEOPLE, band=st.sampled_from(["strong", "some"]))
    def check(self, role: str, person: int, band: str) -> None:
        found = [
            [each.item, self.case.item(each.item).tracks[0].face, band]
            for each in self.case.items()
        ]
        details = {"pack": "open", "pipeline": "1", "found": found, "person": person}
        self.case.custody.append("check", role, details)

    @rule(item=ITEMS, shows=ITEMS, role=ROLES, mark=st.booleans())
    def capture(self, item: int, shows: int, role: str, mark: bool) -> None:
        marked = {each.item for each in self.case.captures.all()}
        if not (self.has(item) and self.has(shows)) or item == shows or shows in marked:
            return
        if mark:
            self.case.captures.mark(item, CaptureKind.WHOLE, shows, role)
        else:
            self.case.captures.unmark(item, role)

    @invariant()
    def who_took_it_in_stays(self) -> None:
        for item, role in self.taken_in_by.items():
            assert (self.case.item(item).sources[0].role or "") == role

    @invariant()
    def all_views_agree(self) -> None:
        assert not self.case.contradictions()
        entries = list(self.case.custody.entries())
        logged = {
            (item, field, each.role)
            for each in entries
            if each.action == "provenance"
            for item in each.details["items"]
            for field in each.details["fields"]
        }
        decided = {
            each.details["decision"]: (each.details["verdict"], each.role, each.at_utc)
            for each in entries
            if each.action == "decided"
        }
        numbers = [each.item for each in self.case.items()]
        for person in people(self.case):
            wanted = ReportRequest(numbers, Level.CROPS, clock.now(), person=person)
            report = gather_report(self.case, wanted)
            answers = first_answers(self.case, person)
            for number, exhibit in zip(numbers, report.exhibits, strict=True):
                detail = of_person(self.case.item(number), person)
                for name in ("sources", "statements", "decisions", "operation"):
                    assert getattr(exhibit.detail, name) == getattr(detail, name)
                shown = evidence_record(detail)
                listed: dict[str, Any] = item_record(detail, Level.CROPS, before=answers)
                for name in ("acquired_by_role", "platform", "url", "note", "statements"):
                    assert listed[name] == shown[name]
                for each in listed["decisions"]:
                    said = (each["verdict"], each["role"], each["at_utc"])
                    assert said in decided.values()
                    assert each["person"] == person
                for stated in detail.statements:
                    is_own = (number, stated.field, stated.role) in logged
                    assert is_own or stated.source is None or stated.role in _added_by(entries)
                said_first = {face["face"]: face["first_answer"] for face in listed["faces"]}
                for each in exhibit.appearances:
                    first = said_first.get(each.face)
                    assert (first and first["band"]) == (each.first and each.first.band)


def _added_by(entries: list[Any]) -> set[str]:
    return {each.role for each in entries if each.action == "add"}


ACTIONS = settings(
    max_examples=20,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.slow  # a thousand actions, each view after each of them
def test_all_views_agree_after_whatever_was_done() -> None:
    run_state_machine_as_test(Views, settings=ACTIONS)
