"""The way through what a check found: one stop after the other, decided on, taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.check.answer import Answer, Hit
from app.review.grouping import HitGroup, group_hits
from storage.case import Case
from storage.types import Verdict


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """What is looked at and decided on at once.

    Attributes:
        hits: Best first, at least one: the whole group, or one of it.
        group: What it is part of.
    """

    hits: tuple[Hit, ...]
    group: HitGroup

    @property
    def best(self) -> Hit:
        """The appearance that speaks for the others."""
        return self.hits[0]


@dataclass(frozen=True, slots=True)
class _DoneDecision:
    stop: QueueEntry
    before: Mapping[int, Verdict]


def review_queue(case: Case, answer: Answer) -> "ReviewQueue":
    """Put what a check found into groups, with the decisions that hold by now."""
    return ReviewQueue(answer, group_hits(answer.hits), verdicts_by_face(case, answer.hits))


def verdicts_by_face(case: Case, hits: Sequence[Hit]) -> dict[int, Verdict]:
    """The decision that holds for each face that has one; one on the face before any other."""
    verdicts = {hit.face: hit.decision for hit in hits if hit.decision is not None}
    of_faces = {each.face: each.verdict for each in case.decisions() if each.face is not None}
    return {
        **verdicts,
        **{hit.face: of_faces[hit.face] for hit in hits if hit.face in of_faces},
    }


def keep_decisions(case: Case, hits: Sequence[Hit], verdict: Verdict, role: str = "") -> None:
    """Keep a decision on all these faces, or on none.

    Raises:
        ItemMissingError, FaceMissingError
    """
    with case.transaction():
        for hit in hits:
            case.decide(hit.item, verdict, hit.face, role)


def take_back_decisions(case: Case, hits: Sequence[Hit], role: str = "") -> None:
    """Take the latest decision on all these faces back."""
    with case.transaction():
        for hit in hits:
            case.undecide(hit.item, hit.face, role)


class ReviewQueue:
    """The position of a person in the queue, and what she decided. `keep_decisions` stores it."""

    def __init__(
        self, answer: Answer, of: Sequence[HitGroup], verdicts: Mapping[int, Verdict]
    ) -> None:
        """Begin at the first stop that is open; behind the last if there is none."""
        self.answer = answer
        self._verdicts = dict(verdicts)
        self._done: list[_DoneDecision] = []
        self.stops = [stop for group in of for stop in _first_entries(group)]
        self.at = 0
        self.to_first_open()

    @property
    def stop(self) -> QueueEntry | None:
        """Where she is; None behind the last."""
        return self.stops[self.at] if self.at < len(self.stops) else None

    def verdict(self, stop: QueueEntry) -> Verdict | None:
        """What was decided on a stop; None while not all of it is, and all alike."""
        verdicts = {self._verdicts.get(hit.face) for hit in stop.hits}
        return verdicts.pop() if len(verdicts) == 1 else None

    def count(self, verdict: Verdict | None) -> int:
        """How many stops were decided so, or (None) are open."""
        return sum(self.verdict(stop) is verdict for stop in self.stops)

    # the way

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stop before this one."""
        return self.at > 0

    def back(self) -> None:
        """Go to the stop before."""
        self.at = max(0, self.at - 1)

    def forward(self) -> None:
        """Go to the next stop, decided or not; behind the last there is none."""
        self.at = min(len(self.stops), self.at + 1)

    def to_first_open(self) -> None:
        """Go to the first stop that is open; behind the last if there is none."""
        undecided = (at for at, stop in enumerate(self.stops) if self.verdict(stop) is None)
        self.at = next(undecided, len(self.stops))

    # decisions

    def decide(self, verdict: Verdict) -> tuple[Hit, ...]:
        """Decide on this stop and go on; return what is to be kept."""
        stop = self.stop
        if stop is None:
            return ()
        faces = [hit.face for hit in stop.hits]
        before = {face: self._verdicts[face] for face in faces if face in self._verdicts}
        self._done.append(_DoneDecision(stop, before))
        self._verdicts.update(dict.fromkeys(faces, verdict))
        self.forward()
        return stop.hits

    @property
    def can_undo(self) -> bool:
        """Whether anything was decided on this way."""
        return bool(self._done)

    def undo(self) -> tuple[Hit, ...]:
        """Go back to what was decided last and open it again; return what is to be taken back."""
        if not self._done:
            return ()
        done = self._done.pop()
        for hit in done.stop.hits:
            self._verdicts.pop(hit.face, None)
        self._verdicts.update(done.before)
        self.at = self._where(done.stop.best)
        return done.stop.hits

    def _where(self, hit: Hit) -> int:
        return next(at for at, stop in enumerate(self.stops) if hit in stop.hits)

    # together or one by one

    @property
    def can_part(self) -> bool:
        """Whether this stop holds several appearances."""
        return self.stop is not None and len(self.stop.hits) > 1

    def part(self) -> None:
        """Make a stop of each appearance that is together in this one."""
        if self.stop is not None:
            self.stops[self.at : self.at + 1] = _one_by_one(self.stop.group)

    @property
    def can_join(self) -> bool:
        """Whether this stop is one of several that one decision may hold for."""
        stop = self.stop
        return (
            stop is not None
            and len(stop.hits) < len(stop.group.hits)
            and not stop.group.several_people
        )

    def join(self) -> None:
        """Make one stop again of all that belong together with this one."""
        if self.stop is None:
            return
        group = self.stop.group
        first = next(at for at, stop in enumerate(self.stops) if stop.group is group)
        self.stops[first : first + len(group.hits)] = [QueueEntry(group.hits, group)]
        self.at = first


def _first_entries(group: HitGroup) -> list[QueueEntry]:
    return _one_by_one(group) if group.several_people else [QueueEntry(group.hits, group)]


def _one_by_one(group: HitGroup) -> list[QueueEntry]:
    return [QueueEntry((hit,), group) for hit in group.hits]
