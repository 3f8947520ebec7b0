"""Review: list the items of a case, show one, decide on one, look for its source photo."""

import shlex
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from app.cases.evidence_record import evidence_record, source_record
from app.cases.people import people, person_meant
from app.check.answer_text import first_answer_lines
from app.check.decisions_by_track import verdicts_on_last_check
from app.check.first_answers import FirstAnswers, first_answer_records, first_answers
from app.check.whose_face import whose_face
from app.cli.opening import open_case
from app.cli.progress import run_with_progress
from app.cli.terminal import Terminal
from app.enrol.attestation import Attestation
from app.intake.field_display import display_lines
from app.messages import plain_name
from app.messages.terminal_columns import padded
from app.messages.times import clock_time, clock_time_after
from app.program import Services
from app.review.decisions import decide as keep_decision
from app.review.decisions import view_item
from app.review.source_photos import ComparisonTarget, SourcePhotos, find_source_photos
from app.review.source_photos_text import other_lines, source_photo_lines
from face.types import Reason
from storage.decisions import FIRST_PERSON
from storage.types import Item, ItemDetail, ItemState, Verdict

NOT_SHOWN = {"item_no", "sources", "statements", "faces", "decisions"}
"""Fields of the record that are printed in another form."""
OVER_A_LIMIT = frozenset({Reason.TOO_LARGE, Reason.TOO_LONG, Reason.TOO_DEEP})
LABEL_COLUMNS = 22


def list_items(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul list`."""
    state = ItemState(options.state) if options.state else None
    with open_case(options, terminal, services) as case:
        items = case.items(state)
    terminal.answer(
        {
            "items": [
                {
                    "item": item.item,
                    "name": item.name,
                    "sha256": item.sha256,
                    "mime": item.mime,
                    "state": str(item.state),
                    "reason": item.reason and str(item.reason),
                    "detail": item.detail or None,
                }
                for item in items
            ]
        }
    )
    for item in items:
        terminal.say(
            _line_key(item),
            item=item.item,
            state=terminal.words.say(f"state.{item.state}"),
            name=plain_name(item.name or ""),
            why=terminal.words.reason(item.reason) if item.reason else "",
            limit=item.detail,
        )
    if not items:
        terminal.say("list.none")


def _line_key(item: Item) -> str:
    """Return the key of a line. Only a limit shows its detail; other details are for JSON."""
    if item.reason in OVER_A_LIMIT and item.detail:
        return "list.line_limit"
    return "list.line_why" if item.reason else "list.line"


def show(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul show`."""
    with open_case(options, terminal, services) as case:
        detail = view_item(case, options.item, options.role)
        before = first_answers(case, (people(case) or (FIRST_PERSON,))[0])
        terminal.speak_of(whose_face(case))
    fields = evidence_record(detail, first_answer_records(before, detail))
    terminal.answer(fields)
    terminal.say("show.item", item=detail.item.item)
    _say_fields(fields, terminal)
    for source in detail.sources[1:]:
        terminal.say("show.sources")
        _say_fields(source_record(source), terminal)
    _say_faces(detail, before, terminal)


def decide(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul decide`."""
    verdict = Verdict(options.verdict)
    with open_case(options, terminal, services) as case:
        person = person_meant(case, options.person)
        faces = keep_decision(case, options.item, verdict, options.face, options.role, person)
        verdicts = verdicts_on_last_check(case, person)
        terminal.speak_of(whose_face(case))
    terminal.answer(
        {"item": options.item, "face": options.face, "person": person, "verdict": str(verdict)}
    )
    terminal.say(
        "decided" if options.face is None else "decided.face",
        item=options.item,
        face=options.face,
        verdict=terminal.words.say(f"decision.{verdict}"),
    )
    if verdict is Verdict.CONFIRM and options.face is None and faces > 1:
        terminal.remark("decided.which_face", count=faces)
    if verdicts and None not in verdicts:
        key = "decided.all" if Verdict.CONFIRM in verdicts else "review.next_none"
        terminal.say(key, case=shlex.quote(options.case))
    if not options.role:
        terminal.remark("decided.by_nobody")


def _say_fields(fields: Mapping[str, object], terminal: Terminal) -> None:
    say = terminal.words.say
    for name, value in fields.items():
        if name in NOT_SHOWN or value is None:
            continue
        label = padded(say(f"field.{name}"), LABEL_COLUMNS)
        terminal.say("show.line", label=label, value=_in_words(name, value, terminal))


def _in_words(name: str, value: object, terminal: Terminal) -> str:
    words = terminal.words
    if isinstance(value, bool):
        return words.say("yes" if value else "no")
    if name == "state":
        return words.say(f"state.{value}").rstrip()
    if name == "reason":
        return words.reason(str(value))
    return " / ".join(display_lines(name, str(value), words))


def _say_faces(detail: ItemDetail, before: FirstAnswers, terminal: Terminal) -> None:
    say = terminal.words.say
    decisions = {each.face: say(f"decision.{each.verdict}") for each in detail.decisions}
    times = {face.number: face.time_ms for face in detail.faces}
    terminal.say("show.faces", count=len(detail.tracks))
    for track in detail.tracks:
        decision = decisions.get(track.face)
        terminal.say(
            "show.face_line",
            face=track.face,
            time=clock_time(times.get(track.face, 0)),
            first=clock_time(track.first_ms),
            last=clock_time_after(track.last_ms),
            decision=f": {decision}" if decision else "",
        )
        for said in first_answer_lines(before.of(detail, track), terminal.words):
            terminal.write(f"    {said}")
    if None in decisions:
        terminal.say("show.decision_line", verdict=decisions[None])


def sources(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul sources`."""
    photos = Path(options.photos)
    of, attestation = ComparisonTarget(options.item, options.face), Attestation(options.attest)
    terminal.speak_of(attestation)
    with open_case(options, terminal, services) as case:
        job = find_source_photos(case, services, of, photos, attestation)
        found = run_with_progress(job, terminal, "progress.photos")
    terminal.answer(_sources_record(options.item, found))
    _say_sources(options.item, found, terminal)


def _sources_record(item: int, found: SourcePhotos) -> dict[str, object]:
    return {
        "item": item,
        "leads": [
            {
                "photo": lead.photo,
                "because": str(lead.because),
                "face": lead.face,
                "time_ms": lead.time_ms,
            }
            for lead in found.leads
        ],
        "others": [{"photo": name, "why": str(why)} for name, why in found.others],
    }


def _say_sources(item: int, found: SourcePhotos, terminal: Terminal) -> None:
    terminal.write(*source_photo_lines(item, found, terminal.words))
    terminal.write(*other_lines(found, terminal.words))
    terminal.blank()
    terminal.say("sources.what")
