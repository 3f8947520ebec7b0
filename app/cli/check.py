"""Check whether her face resembles faces in the case, and print the answer.

A resemblance is a lead: a person decides.
"""

import shlex
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cases.people import next_person, person_meant
from app.check.answer import BANDS, Answer, Hit, PackComparison
from app.check.answer_text import (
    caution_lines,
    compared_text,
    confirmed_lines,
    differing_photos_text,
    earlier_hit_headings,
    earlier_hits,
    new_hit_headings,
    new_hits,
    next_steps,
    notes_on_hit,
    notes_on_hits,
    nothing_new_text,
    numbered_face_text,
    other_version_lines,
    photo_feedback_lines,
    unchecked_count_text,
    unchecked_line,
    unlisted_faces_text,
)
from app.check.check import check_photos
from app.check.first_answers import first_answer_record
from app.cli.arguments import USAGE_STATUS
from app.cli.opening import open_case
from app.cli.packs import say_pack
from app.cli.parser import NEW
from app.cli.progress import run_with_progress
from app.cli.terminal import Terminal
from app.enrol.attestation import Attestation
from app.enrol.errors import OwnPhotosUnusableError
from app.enrol.photo_feedback import MOST_PHOTOS, Feedback, OwnPhoto
from app.messages import Words, plain_name
from app.messages.support import LINES, Country, as_of, lines
from app.messages.terminal_columns import columns, padded
from app.messages.times import clock_time, clock_time_after
from app.program import Services
from app.scan.case_pack import require_pack_of_case
from storage.case import Case


def check(options: Namespace, terminal: Terminal, services: Services) -> int | None:
    """Run `geoul check`."""
    if len(options.me) > MOST_PHOTOS:
        terminal.warn("usage.photos", most=MOST_PHOTOS)
        return USAGE_STATUS
    terminal.speak_of(options.attest)
    with open_case(options, terminal, services) as case:
        pack = require_pack_of_case(case.info(), services.packs())
        say_pack(pack, terminal, services)
        photos = [Path(each) for each in options.me]
        person = _person(case, options.person)
        if options.person == NEW:
            terminal.remark("check.person_new", person=person)
        try:
            with services.scanner(pack, children=1, crops=False, thorough=True) as scanner:
                job = check_photos(
                    case, photos, scanner, services.calibration, Attestation(options.attest), person
                )
                answer = run_with_progress(job, terminal, "progress.photos")
        except OwnPhotosUnusableError as error:
            say_photos(error.photos, options.me, terminal)
            raise
    _say_result(answer, options, terminal)
    return None


def _person(case: Case, said: int | str | None) -> int | None:
    """Return the number of the person who was named; None where nobody was."""
    if said == NEW:
        return next_person(case)
    return None if said is None else person_meant(case, int(said))


def _say_result(answer: Answer, options: Namespace, terminal: Terminal) -> None:
    terminal.answer(answer_record(answer))
    say_photos(answer.photos, options.me, terminal)
    if answer.differ:
        typed = {photo.label: each for photo, each in zip(answer.photos, options.me, strict=True)}
        first, second = (typed[label] for label in answer.differ)
        terminal.err.write(differing_photos_text(first, second, terminal.words) + "\n")
    say_answer(answer, options.case, terminal)


def answer_record(answer: Answer) -> dict[str, object]:
    """Return the answer as JSON. Scripts rely on the names."""
    origin, size = answer.cohort
    return {
        "person": answer.person,
        "pack": answer.pack,
        "pipeline": answer.pipeline,
        "items": answer.items,
        "faces": answer.faces,
        "tracks": answer.tracks,
        "own_photos": sum(photo.used for photo in answer.photos),
        "confirmed_faces": answer.confirmed,
        "earlier_checks": answer.earlier_checks,
        "new": {band: len(new_hits(answer, band)) for band in BANDS},
        **{kind: len(hits) for kind, hits in earlier_hits(answer).items()},
        "cohort": {"origin": origin, "size": size},
        "expected_lookalikes": {"strong": answer.expected_strong, "some": answer.expected_some},
        "groups": [_group_record(group) for group in answer.groups],
        "results": [_hit_record(hit) for hit in answer.hits],
        "unchecked": [
            {"item": each.item, "name": each.name, "reason": each.reason}
            for each in answer.unchecked
        ],
    }


def _group_record(group: PackComparison) -> dict[str, object]:
    return {
        "pack": group.pack,
        "pipeline": group.pipeline,
        "items": group.items,
        "tracks": group.tracks,
        "older": group.older,
        "calibrated": group.calibrated,
        "cohort": dict(zip(("origin", "size"), group.cohort, strict=True)),
        "expected_lookalikes": dict(zip(BANDS, group.expected, strict=True)),
        "threshold": dict(zip(BANDS, group.threshold, strict=True)),
    }


def _hit_record(hit: Hit) -> dict[str, object]:
    return {
        "item": hit.item,
        "face": hit.face,
        "name": hit.name,
        "sha256": hit.sha256,
        "band": hit.band,
        "similarity": hit.similarity,
        "score": hit.score,
        "time_ms": hit.time_ms,
        "interval_ms": list(hit.interval_ms),
        "decision": hit.decision and str(hit.decision),
        "new": hit.is_new,
        "by_photos": hit.by_photos,
        "first_answer": hit.first and first_answer_record(hit.first),
    }


CHOOSABLE = frozenset({Feedback.SEVERAL_FACES, Feedback.NO_SUCH_FACE, Feedback.BACKGROUND})
"""For photos with this feedback, say how to choose a face."""


def say_photos(photos: Sequence[OwnPhoto], given: Sequence[str], terminal: Terminal) -> None:
    """Say what each own photo is good for; beside a JSON answer on standard error.

    Args:
        given: What was typed for each photo.
    """
    say = terminal.remark if terminal.json else terminal.say
    say("photos.heading")
    for photo, typed in zip(photos, given, strict=True):
        for worth in photo_feedback_lines(photo, terminal.words):
            say("photo.line", name=plain_name(typed), feedback=worth)
        if CHOOSABLE.intersection(photo.feedback):
            _say_faces(photo, typed, say, terminal.words)
    if len([photo for photo in photos if photo.used]) == 1:
        say("photos.more", most=MOST_PHOTOS)


def _say_faces(photo: OwnPhoto, typed: str, say: Callable[..., None], words: Words) -> None:
    """List the faces in a photo, and say what to type to choose one."""
    for face in photo.faces:
        say("photo.face_line", face=numbered_face_text(face, words))
    if more := unlisted_faces_text(photo, words):
        say("photo.face_line", face=more)
    without = typed if photo.face is None else typed.rpartition(":")[0]
    number = photo.faces[min(1, len(photo.faces) - 1)].number
    say("photo.which", number=number, typed=shlex.quote(f"{without}:{number}"))


def say_answer(answer: Answer, case: str, terminal: Terminal) -> None:
    """Print the outcome, then always what to do next and who helps."""
    words = terminal.words
    terminal.write(*confirmed_lines(answer, words))
    terminal.blank()
    terminal.write(compared_text(answer, words), *other_version_lines(answer, words))
    _say_hits(answer, terminal)
    terminal.blank()
    terminal.write(unchecked_count_text(answer, words))
    terminal.write(*(unchecked_line(each, words) for each in answer.unchecked))
    terminal.blank()
    terminal.say("next.heading")
    for step in next_steps(answer):
        terminal.say(f"next.{step}", case=shlex.quote(case))
    terminal.blank()
    say_support(terminal)


def _say_hits(answer: Answer, terminal: Terminal) -> None:
    words = terminal.words
    headings = new_hit_headings(answer, words)
    for band, heading in headings.items():
        terminal.blank()
        terminal.write(heading)
        for hit in new_hits(answer, band):
            _say_hit(hit, terminal)
    terminal.blank()
    if not headings:
        terminal.write(nothing_new_text(answer, words))
    for kind, heading in earlier_hit_headings(answer, words).items():
        terminal.write(heading)
        for hit in earlier_hits(answer)[kind]:
            _say_hit(hit, terminal)
            terminal.say("hit.now", band=words.say(f"band.{hit.band}"))
        terminal.blank()
    terminal.write(*notes_on_hits(answer, words), *caution_lines(answer, words))


def _say_hit(hit: Hit, terminal: Terminal) -> None:
    first, last = hit.interval_ms
    terminal.say(
        "hit.line_time" if last > 0 else "hit.line",
        item=hit.item,
        face=hit.face,
        name=plain_name(hit.name or "-"),
        time=clock_time(hit.time_ms),
        first=clock_time(first),
        last=clock_time_after(last),
    )
    if hit.decision is not None:
        terminal.say(f"hit.{hit.decision}")
    terminal.write(*(f"    {said}" for said in notes_on_hit(hit, terminal.words)))


def say_support(terminal: Terminal) -> None:
    """Print who helps, by country."""
    say = terminal.words.say
    terminal.say("support.heading")
    names = {line: say(f"support.{line.key}") for line in LINES}
    width = max(map(columns, names.values()))
    for country in Country:
        terminal.say(f"support.{country}")
        for line in lines(country):
            name = padded(names[line], width)
            terminal.say("show.line", label=f"  {name} ", value=line.contact)
    terminal.say("support.young")
    terminal.say("support.as_of", **as_of())
