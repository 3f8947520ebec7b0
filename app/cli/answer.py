"""The answer of a check, in words and in JSON. A resemblance is a lead: a person decides."""

import shlex
from collections.abc import Sequence

from app.check import Answer, Hit
from app.cli.terminal import Terminal
from app.enrol import MOST_PHOTOS, OwnPhoto
from app.messages import plain_name
from app.times import clock_time, clock_time_after

BANDS = ("strong", "some")
MORE_THAN_ONE, ABOUT_ONE = 1.25, 2 / 3
MOST_CHECKS = 1000
"""Rarer than once in so many checks is not told apart: no measurement reaches that far."""


def record(answer: Answer) -> dict[str, object]:
    """The answer as scripts read it; the names are part of what people rely on."""
    origin, size = answer.cohort
    return {
        "pack": answer.pack,
        "pipeline": answer.pipeline,
        "items": answer.items,
        "faces": answer.faces,
        "tracks": answer.tracks,
        "own_photos": sum(photo.used for photo in answer.photos),
        "cohort": {"origin": origin, "size": size},
        "expected_lookalikes": {"strong": answer.expected_strong, "some": answer.expected_some},
        "results": [_hit_record(hit) for hit in answer.hits],
        "unchecked": [
            {"item": each.item, "name": each.name, "reason": each.reason}
            for each in answer.unchecked
        ],
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
    }


def say_photos(photos: Sequence[OwnPhoto], terminal: Terminal) -> None:
    """What each own photo is good for. Beside a JSON answer it goes to standard error."""
    say = terminal.remark if terminal.json else terminal.say
    reason = terminal.words.reason
    say("photos.heading")
    for photo in photos:
        why = reason(photo.reason) if photo.reason else ""
        for feedback in photo.feedback:
            text = terminal.words.say(f"photo.{feedback}", why=why)
            say("photo.line", name=plain_name(photo.name), feedback=text)
    if len([photo for photo in photos if photo.used]) == 1:
        say("photos.more", most=MOST_PHOTOS)


def say_answer(answer: Answer, case: str, terminal: Terminal) -> None:
    """The outcomes, then what to do next, then who helps: these two with every outcome."""
    if answer.confirmed:
        terminal.say("photos.confirmed", count=answer.confirmed)
    if answer.left_out:
        terminal.say("photos.confirmed_left_out", count=answer.left_out)
    terminal.blank()
    if answer.tracks:
        terminal.say("check.compared", tracks=answer.tracks, items=answer.items)
    else:
        terminal.say("check.nothing")
    _say_hits(answer, terminal)
    _say_unchecked(answer, terminal)
    terminal.blank()
    _say_next(answer, case, terminal)
    say_support(terminal)


def _say_hits(answer: Answer, terminal: Terminal) -> None:
    for band in BANDS:
        hits = [hit for hit in answer.hits if hit.band == band]
        if hits:
            terminal.blank()
            terminal.say(f"outcome.{band}", count=len(hits))
        for hit in hits:
            _say_hit(hit, terminal)
    terminal.blank()
    if not answer.hits:
        terminal.say("outcome.none")
    if answer.rejected:
        terminal.say("outcome.rejected", count=answer.rejected)
    if answer.tracks:
        strong, some = (
            _how_often(expected, terminal)
            for expected in (answer.expected_strong, answer.expected_some)
        )
        terminal.say("lookalikes", strong=strong, some=some)
    if not answer.calibrated:
        terminal.say("pack.uncalibrated")


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


def _say_unchecked(answer: Answer, terminal: Terminal) -> None:
    terminal.blank()
    if not answer.unchecked:
        terminal.say("outcome.unchecked_none")
        return
    terminal.say("outcome.unchecked", count=len(answer.unchecked))
    for each in answer.unchecked:
        terminal.say(
            "unchecked.partly" if each.partly else "unchecked.line",
            item=each.item,
            name=plain_name(each.name or "-"),
            why=terminal.words.reason(each.reason),
        )


def _say_next(answer: Answer, case: str, terminal: Terminal) -> None:
    terminal.say("next.heading")
    if answer.hits and answer.is_copy:
        terminal.say("next.copy")
    elif answer.hits:
        terminal.say("next.look", case=shlex.quote(case))
    else:
        terminal.say("next.none")
    if answer.unchecked:
        terminal.say("next.unchecked")
    terminal.say("next.safe")
    terminal.blank()


def say_support(terminal: Terminal) -> None:
    """Who helps."""
    for key in ("support.heading", "support.lines", "support.young"):
        terminal.say(key)


def _how_often(expected: float, terminal: Terminal) -> str:
    """How often a stranger comes up: "0.07 strangers" says nothing to anybody."""
    say = terminal.words.say
    if expected >= MORE_THAN_ONE:
        return say("lookalikes.many", count=f"{expected:.2g}")
    if expected >= ABOUT_ONE:
        return say("lookalikes.one")
    if expected >= 1 / MOST_CHECKS:
        return say("lookalikes.few", checks=f"{float(f'{1 / expected:.2g}'):.0f}")
    return say("lookalikes.fewest", checks=MOST_CHECKS)
