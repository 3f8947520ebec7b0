"""The answer of a check in words, for the command line and the window alike.

A resemblance is a lead: a person decides. Nothing here says how likely anything is.
"""

from app.check.answer import Answer, Hit, UncheckedItem
from app.check.first_answers import FirstAnswer
from app.enrol.photo_feedback import NumberedFace, OwnPhoto
from app.messages import Words, plain_name
from app.messages.times import local_time

BANDS = ("strong", "some")
MORE_THAN_ONE, ABOUT_ONE = 1.25, 2 / 3
MOST_CHECKS = 1000
"""Rarer than once in so many checks is not told apart: no measurement reaches that far."""


def photo_feedback_lines(photo: OwnPhoto, words: Words) -> tuple[str, ...]:
    """What an own photo is good for, a sentence for each thing to say."""
    why = words.reason(photo.reason) if photo.reason else ""
    values = {"why": why, "face": photo.face, "found": photo.found}
    return tuple(words.say(f"photo.{feedback}", **values) for feedback in photo.feedback)


def numbered_face_text(face: NumberedFace, words: Words) -> str:
    """The number of a face in a photo, and its place there."""
    return words.say("photo.face", number=face.number, place=words.say(f"face.place.{face.place}"))


def unlisted_faces_text(photo: OwnPhoto, words: Words) -> str:
    """How many faces of a photo are not among those to choose from; empty if all are."""
    count = photo.found - len(photo.faces)
    return words.say("photo.not_listed", count=count) if count else ""


def hits_in_band(answer: Answer, band: str) -> tuple[Hit, ...]:
    """The faces that came up in a band, best first."""
    return tuple(hit for hit in answer.hits if hit.band == band)


def new_hits(answer: Answer, band: str) -> tuple[Hit, ...]:
    """What of them came up for the first time and nobody has decided on, best first."""
    return tuple(hit for hit in hits_in_band(answer, band) if hit.is_new)


def earlier_hits(answer: Answer) -> dict[str, tuple[Hit, ...]]:
    """The others: what came up before and is still open, then what was decided; best first."""
    return {
        "open_before": tuple(h for h in answer.hits if h.decision is None and not h.is_new),
        "decided": tuple(hit for hit in answer.hits if hit.decision is not None),
    }


def new_hit_headings(answer: Answer, words: Words) -> dict[str, str]:
    """How many new faces came up in each band that has some.

    Only where something can be new is it called so: not in a first check.
    """
    key = "outcome.new" if answer.earlier_checks else "outcome"
    counts = {band: len(new_hits(answer, band)) for band in BANDS}
    return {
        band: words.say(f"{key}.{band}", count=count) for band, count in counts.items() if count
    }


def nothing_new_text(answer: Answer, words: Words) -> str:
    """That nothing came up, or nothing new."""
    return words.say("outcome.nothing_new" if answer.hits else "outcome.none")


def earlier_hit_headings(answer: Answer, words: Words) -> dict[str, str]:
    """How many of the others there are, of each kind that has some."""
    counts = {kind: len(hits) for kind, hits in earlier_hits(answer).items()}
    return {
        kind: words.say(f"outcome.{kind}", count=count) for kind, count in counts.items() if count
    }


def notes_on_hits(answer: Answer, words: Words) -> tuple[str, ...]:
    """How many came up by confirmed faces alone, and whether it is known what is new."""
    count = sum(hit.by_photos is None for hit in answer.hits)
    said = [words.say("outcome.with_confirmed", count=count)] if count else []
    if answer.earlier_checks is None:
        said.append(words.say("outcome.log_changed"))
    return tuple(said)


def notes_on_hit(hit: Hit, words: Words) -> tuple[str, ...]:
    """What a face was called when it first came up, and whether it took confirmed faces."""
    alone = [] if hit.by_photos else [words.say("found.with_confirmed")]
    return (*first_answer_lines(hit.first, words), *alone)


def first_answer_lines(first: FirstAnswer | None, words: Words) -> tuple[str, ...]:
    """What a face was called when it first came up; nothing where it never did before."""
    if first is None:
        return ()
    key = "first.with_confirmed" if first.with_confirmed else "first.answer"
    band = words.say(f"band.{first.band}")
    return (words.say(key, date=local_time(first.at_utc), band=band),)


def compared_text(answer: Answer, words: Words) -> str:
    """What her face was compared with."""
    if not answer.tracks:
        return words.say("check.nothing_comparable" if answer.apart else "check.nothing")
    return words.say("check.compared", tracks=answer.tracks, items=answer.items)


def other_version_lines(answer: Answer, words: Words) -> tuple[str, ...]:
    """How much was looked at in another way than her photos, and what that means."""
    counts = {"check.older": answer.older, "check.apart": answer.apart}
    return tuple(words.say(key, count=count) for key, count in counts.items() if count)


def confirmed_lines(answer: Answer, words: Words) -> tuple[str, ...]:
    """Which faces that she confirmed took part."""
    counts = {
        "photos.confirmed": answer.confirmed,
        "photos.confirmed_left_out": answer.left_out,
    }
    return tuple(words.say(key, count=count) for key, count in counts.items() if count)


def caution_lines(answer: Answer, words: Words) -> tuple[str, ...]:
    """What to keep in mind about whatever came up, and what did not."""
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
    """How often a stranger comes up: "0.07 strangers" says nothing to anybody."""
    if expected >= MORE_THAN_ONE:
        return words.say("lookalikes.many", count=f"{expected:.2g}")
    if expected >= ABOUT_ONE:
        return words.say("lookalikes.one")
    if expected >= 1 / MOST_CHECKS:
        return words.say("lookalikes.few", checks=f"{float(f'{1 / expected:.2g}'):.0f}")
    return words.say("lookalikes.fewest", checks=MOST_CHECKS)


def unchecked_count_text(answer: Answer, words: Words) -> str:
    """How many items could not be checked, and how many only in part."""
    if not answer.unchecked:
        return words.say("outcome.unchecked_none")
    partly = sum(each.partly for each in answer.unchecked)
    counts = {"outcome.unchecked": len(answer.unchecked) - partly, "outcome.partly": partly}
    return " · ".join(words.say(key, count=count) for key, count in counts.items() if count)


def unchecked_line(each: UncheckedItem, words: Words) -> str:
    """One of them, and why."""
    key = "unchecked.partly" if each.partly else "unchecked.line"
    name = plain_name(each.name or "-")
    return words.say(key, item=each.item, name=name, why=words.reason(each.reason))


def next_steps(answer: Answer) -> tuple[str, ...]:
    """What can be done next: the last parts of the keys "next.…"."""
    first = ("copy" if answer.is_copy else "look") if answer.hits else "none"
    again = ["scan_copy" if answer.is_copy else "scan"] if answer.again else []
    return (first, *again, *(["unchecked"] if answer.unchecked else []), "safe")
