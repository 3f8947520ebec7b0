"""The answer of a check in words, for the command line and the window alike.

A resemblance is a lead: a person decides. Nothing here says how likely anything is.
"""

from app.check.answer import BANDS, Answer, Hit, UncheckedItem
from app.check.first_answers import FirstAnswer
from app.enrol.photo_feedback import NumberedFace, OwnPhoto
from app.messages import Words, plain_name
from app.messages.times import to_the_minute
from storage.types import Verdict

MORE_THAN_ONE, ABOUT_ONE = 1.25, 2 / 3
MOST_CHECKS = 1000
"""What is rarer than once in so many checks is not distinguished: no measurement says more."""


def photo_feedback_lines(photo: OwnPhoto, words: Words) -> tuple[str, ...]:
    """Say what an own photo is good for, one sentence for each point."""
    why = words.reason(photo.reason) if photo.reason else ""
    values = {"why": why, "face": photo.face, "found": photo.found}
    return tuple(words.say(f"photo.{feedback}", **values) for feedback in photo.feedback)


def numbered_face_text(face: NumberedFace, words: Words) -> str:
    """Name a face in a photo by its number and place."""
    return words.say("photo.face", number=face.number, place=words.say(f"face.place.{face.place}"))


def unlisted_faces_text(photo: OwnPhoto, words: Words) -> str:
    """Say how many faces of a photo are not listed to choose from; empty when all are."""
    count = photo.found - len(photo.faces)
    return words.say("photo.not_listed", count=count) if count else ""


def differing_photos_text(first: str, second: str, words: Words) -> str:
    """Say that two own photos do not look like one person.

    Args:
        first, second: What the photos are called wherever this is said; both may have one name.
    """
    key = "photos.namesakes" if first == second else "photos.pair"
    pair = words.say(key, first=plain_name(first), second=plain_name(second))
    return words.say("photos.differ", pair=pair)


def hits_in_band(answer: Answer, band: str) -> tuple[Hit, ...]:
    """Return the hits of a band, best first."""
    return tuple(hit for hit in answer.hits if hit.band == band)


def new_hits(answer: Answer, band: str) -> tuple[Hit, ...]:
    """Return the hits of a band that came up for the first time and are undecided, best first."""
    return tuple(hit for hit in hits_in_band(answer, band) if hit.is_new)


def earlier_hits(answer: Answer) -> dict[str, tuple[Hit, ...]]:
    """Return the hits that are not new: still open ones, then decided ones, best first in each."""
    return {
        "open_before": tuple(h for h in answer.hits if h.decision is None and not h.is_new),
        "decided": tuple(hit for hit in answer.hits if hit.decision is not None),
    }


def new_hit_headings(answer: Answer, words: Words) -> dict[str, str]:
    """Say how many new faces came up, for each band that has some.

    In a first check, where everything is new, the word is left out. In a check copy, where nothing
    can be looked at, nobody is asked to decide.
    """
    key = "outcome.copy" if answer.is_copy else "outcome"
    if answer.earlier_checks:
        key = f"{key}.new"
    counts = {band: len(new_hits(answer, band)) for band in BANDS}
    return {
        band: words.say(f"{key}.{band}", count=count) for band, count in counts.items() if count
    }


def nothing_new_text(answer: Answer, words: Words) -> str:
    """Say that no face came up, or no new one, or that nothing was compared."""
    if not answer.tracks:
        return words.say("outcome.not_compared")
    return words.say("outcome.nothing_new" if answer.hits else "outcome.none")


def earlier_hit_headings(answer: Answer, words: Words) -> dict[str, str]:
    """Say how many hits are not new, for each kind that has some."""
    counts = {kind: len(hits) for kind, hits in earlier_hits(answer).items()}
    keys = {kind: f"outcome.{kind}" for kind in counts}
    if answer.is_copy:
        keys["open_before"] = "outcome.copy.open_before"
    return {kind: words.say(keys[kind], count=count) for kind, count in counts.items() if count}


def notes_on_hits(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say how many came up only with confirmed faces, and whether the log says what is new."""
    count = sum(hit.by_photos is None for hit in answer.hits)
    said = [words.say("outcome.with_confirmed", count=count)] if count else []
    if answer.earlier_checks is None:
        said.append(words.say("outcome.log_changed"))
    return tuple(said)


def notes_on_hit(hit: Hit, words: Words) -> tuple[str, ...]:
    """Say what a face was called when it first came up, and whether it took confirmed faces."""
    alone = [] if hit.by_photos else [words.say("found.with_confirmed")]
    return (*first_answer_lines(hit.first, words), *alone)


def first_answer_lines(first: FirstAnswer | None, words: Words) -> tuple[str, ...]:
    """Say what a face was called when it first came up; empty when it never did."""
    if first is None:
        return ()
    key = "first.with_confirmed" if first.with_confirmed else "first.answer"
    band = words.say(f"band.{first.band}")
    return (words.say(key, date=to_the_minute(first.at_utc), band=band),)


def compared_text(answer: Answer, words: Words) -> str:
    """Say how many faces and items her face was compared with."""
    if not answer.tracks:
        return words.say("check.nothing_comparable" if answer.not_comparable else "check.nothing")
    return words.say("check.compared", tracks=answer.tracks, items=answer.items)


def other_version_lines(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say how much another pack or version has scanned, and what that means."""
    counts = {"check.older": answer.older, "check.apart": answer.not_comparable}
    return tuple(words.say(key, count=count) for key, count in counts.items() if count)


def confirmed_lines(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say how many confirmed faces were used, and how many were left out."""
    counts = {
        "photos.confirmed": answer.confirmed,
        "photos.confirmed_left_out": answer.left_out,
    }
    return tuple(words.say(key, count=count) for key, count in counts.items() if count)


def caution_lines(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say what to keep in mind: rejected faces, look-alikes, face swaps, missing calibration."""
    said = []
    if answer.rejected:
        said.append(words.say("outcome.rejected", count=answer.rejected))
    if answer.tracks:
        strong = lookalike_rate(answer.expected_strong, words)
        some = lookalike_rate(answer.expected_some, words)
        said.append(words.say("lookalikes", strong=strong, some=some))
        said.append(words.say("outcome.swaps"))
    if not answer.calibrated:
        said.append(words.say("pack.uncalibrated"))
    return tuple(said)


def lookalike_rate(expected: float, words: Words) -> str:
    """Say how often a stranger comes up: "0.07 strangers" would mean nothing to people."""
    if expected >= MORE_THAN_ONE:
        return words.say("lookalikes.many", count=f"{expected:.2g}")
    if expected >= ABOUT_ONE:
        return words.say("lookalikes.one")
    if expected >= 1 / MOST_CHECKS:
        return words.say("lookalikes.few", checks=f"{float(f'{1 / expected:.2g}'):.0f}")
    return words.say("lookalikes.fewest", checks=MOST_CHECKS)


def unchecked_count_text(answer: Answer, words: Words) -> str:
    """Say how many items could not be checked, and how many only in part."""
    if not answer.unchecked:
        return words.say("outcome.unchecked_none")
    partly = sum(each.partly for each in answer.unchecked)
    counts = {"outcome.unchecked": len(answer.unchecked) - partly, "outcome.partly": partly}
    return " · ".join(words.say(key, count=count) for key, count in counts.items() if count)


def unchecked_line(each: UncheckedItem, words: Words) -> str:
    """Name an item that could not be checked, and say why."""
    key = "unchecked.partly" if each.partly else "unchecked.line"
    name = plain_name(each.name or "-")
    return words.say(key, item=each.item, name=name, why=words.reason(each.reason))


def next_steps(answer: Answer) -> tuple[str, ...]:
    """Return the last parts of the text keys "next.NAME" for what can be done next."""
    again = ["scan_copy" if answer.is_copy else "scan"] if answer.rescan_helps else []
    # other photos help only where something was compared; before that, another scan does
    first = [] if again and not answer.tracks else [_first_step(answer)]
    return (*first, *again, *(["unchecked"] if answer.unchecked else []), "safe")


def _first_step(answer: Answer) -> str:
    if not answer.hits:
        return "none"
    if answer.is_copy:
        return "copy"
    decisions = {hit.decision for hit in answer.hits}
    return "export" if None not in decisions and Verdict.CONFIRM in decisions else "look"
