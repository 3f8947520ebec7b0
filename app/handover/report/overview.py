"""The list of exhibits at the beginning of a report: one row for each item that is handed over.

What the person's own photos found stands apart from what was found with confirmed faces only.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from app.check.answer import BANDS
from app.check.first_answers import FirstAnswer
from app.handover.bundle_plan import Level
from app.handover.item_files import is_wanted, is_withheld
from app.handover.report import document as doc
from app.handover.report.content import Appearance, Exhibit, Report
from app.intake.field_display import display_lines
from app.messages import Words, plain_name
from app.messages.times import NONE, to_the_minute, utc_of
from storage.captures import capture_kind_of
from storage.types import Decision, Source, Verdict


class Found(StrEnum):
    """What brought a face up first. The words are "report.found.NAME"."""

    PHOTOS = "photos"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    NOT = "not"


ORDER = tuple(Found)


def found_of(seen: Appearance, *, log_intact: bool) -> Found:
    """Return what brought a face up first: UNKNOWN where the log does not say or was changed."""
    if seen.first:
        return Found.CONFIRMED if seen.first.with_confirmed else Found.PHOTOS
    return Found.NOT if log_intact and seen.band is None else Found.UNKNOWN


def found_of_item(exhibit: Exhibit, *, log_intact: bool) -> Found:
    """Return what brought up the first of an item's faces, own photos before all others."""
    found = {found_of(each, log_intact=log_intact) for each in exhibit.seen}
    return next((each for each in ORDER if each in found), Found.NOT)


def first_of(exhibit: Exhibit) -> FirstAnswer | None:
    """Return the first answer on an item: of its first check, the strongest."""
    known = [each.first for each in exhibit.seen if each.first]
    return min(known, key=_first_and_strongest, default=None)


def _first_and_strongest(answer: FirstAnswer) -> tuple[bool, str, int]:
    return answer.with_confirmed, answer.at_utc, BANDS.index(answer.band)


def in_order(report: Report) -> tuple[Exhibit, ...]:
    """Return the items in the order of the list: by what brought them up, then by number."""
    intact = report.custody.intact
    return tuple(
        sorted(
            report.exhibits,
            key=lambda each: (ORDER.index(found_of_item(each, log_intact=intact)), each.number),
        )
    )


class Overview:
    """Writes the list of exhibits."""

    def __init__(self, words: Words, report: Report) -> None:
        self._words = words
        self._say = words.say
        self._report = report

    def blocks(self, listed: Sequence[Exhibit]) -> Iterator[doc.Block]:
        """Yield a table for each way in which items were found.

        Args:
            listed: Items in the order of `in_order`.
        """
        widths = {"where": 1.0, "when": 1.25, "first": 1.25, "decision": 1.25, "attached": 0.85}
        columns = [
            doc.Column(self._say("report.overview.item"), right=True),
            *(doc.Column(self._say(f"report.overview.{name}"), widths[name]) for name in widths),
        ]
        for found in Found:
            rows = [self._row(each) for each in listed if self._found(each) is found]
            if rows:
                yield doc.Text(self._say(f"report.found.{found}"), "caption")
                yield doc.Table(columns, rows, compact=True)

    def counts(self) -> dict[Found, int]:
        """Return how many items were found in each way."""
        found = [self._found(each) for each in self._report.exhibits]
        return {each: found.count(each) for each in Found}

    def _found(self, exhibit: Exhibit) -> Found:
        return found_of_item(exhibit, log_intact=self._report.custody.intact)

    def _row(self, exhibit: Exhibit) -> list[str]:
        return [
            str(exhibit.number),
            self._where(exhibit.detail.sources),
            self._when(exhibit.detail.sources),
            self._first(exhibit),
            self._decision(exhibit),
            self._attached(exhibit),
        ]

    def _where(self, sources: Sequence[Source]) -> str:
        if not sources:
            return NONE
        source = sources[0]
        platform = source.platform and display_lines("platform", source.platform, self._words)[0]
        place = source.room_title or source.post_title or source.url or source.room_link
        parts = [plain_name(each) for each in (platform, place) if each]
        lines = parts or [plain_name(source.filename or NONE)]
        if more := len(sources) - 1:
            lines.append(self._say("report.overview.more_places", count=more))
        return "\n".join(lines)

    def _when(self, sources: Sequence[Source]) -> str:
        for source in sources:
            if source.message_time_unix is not None:
                posted = _in_two_lines(utc_of(source.message_time_unix))
                return f"{self._say('report.overview.posted')}\n{posted}"
        captured = next((each.acquired_at_utc for each in sources if each.acquired_at_utc), None)
        if captured is None:
            return NONE
        return f"{self._say('report.overview.captured')}\n{_in_two_lines(captured)}"

    def _first(self, exhibit: Exhibit) -> str:
        first = first_of(exhibit)
        return (
            f"{self._say(f'band.{first.band}')}\n{_in_two_lines(first.at_utc)}" if first else NONE
        )

    def _decision(self, exhibit: Exhibit) -> str:
        if exhibit.verdict is None and capture_kind_of(exhibit.detail.operation):
            return self._say("report.capture")
        said = self._say(f"report.verdict.{exhibit.verdict or 'none'}")
        decision = decision_of(exhibit.detail.decisions, exhibit.verdict)
        return f"{said}\n{_in_two_lines(decision.at_utc)}" if decision else said

    def _attached(self, exhibit: Exhibit) -> str:
        said = list(attached(exhibit, self._report.level, self._words))
        return "\n".join(said) or self._say("report.attached.nothing")


def decision_of(decisions: Sequence[Decision], verdict: Verdict | None) -> Decision | None:
    """Return the decision that made the verdict on an item: on the whole of it, else on a face."""
    fitting = [each for each in decisions if each.verdict is verdict]
    return min(fitting, key=lambda each: (each.face is not None, each.at_utc), default=None)


def attached(exhibit: Exhibit, level: Level, words: Words) -> Iterator[str]:
    """Yield in words what of an item is in the bundle."""
    detail = exhibit.detail
    if detail.item.sha256 is None:
        yield words.say("report.attached.no_file")
    elif is_wanted(detail, level) and detail.original_kept and not is_withheld(detail):
        capture = capture_kind_of(detail.operation)
        yield words.say("report.attached.capture" if capture else "report.attached.original")
    pictures = sum(each.crop is not None for each in exhibit.appearances)
    if pictures:
        key = "face" if pictures == 1 else "faces"
        yield words.say(f"report.attached.{key}", count=pictures)
    if exhibit.captures:
        numbers = ", ".join(map(str, exhibit.captures))
        yield words.say("report.attached.captures", items=numbers)


def _in_two_lines(utc: str) -> str:
    return to_the_minute(utc).replace(" (", "\n(")
