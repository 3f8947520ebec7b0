"""The review queue: what a check found, entry by entry, with decisions to take back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.check.answer import Answer, Hit
from app.review.grouping import HitGroup, group_hits
from storage.case import Case
from storage.types import Verdict


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """The faces that are shown and decided on together.

    Attributes:
        hits: At least one, best first: all hits of the group, or a single one.
        group: The group that they belong to.
    """

    hits: tuple[Hit, ...]
    group: HitGroup

    @property
    def best(self) -> Hit:
        """The hit that stands for the others."""
        return self.hits[0]


@dataclass(frozen=True, slots=True)
class _DoneDecision:
    entry: QueueEntry
    before: Mapping[int, Verdict]


def review_queue(case: Case, answer: Answer) -> "ReviewQueue":
    """Make the queue of an answer, with the decisions that the case has by now."""
    return ReviewQueue(answer, group_hits(answer.hits), verdicts_by_face(case, answer))


def verdicts_by_face(case: Case, answer: Answer) -> dict[int, Verdict]:
    """Return the decisions by face number; one on the face itself goes before one on its item."""
    hits = answer.hits
    verdicts = {hit.face: hit.decision for hit in hits if hit.decision is not None}
    of_faces = {
        each.face: each.verdict
        for each in case.decisions()
        if each.face is not None and each.person == answer.person
    }
    return {
        **verdicts,
        **{hit.face: of_faces[hit.face] for hit in hits if hit.face in of_faces},
    }


def keep_decisions(
    case: Case, hits: Sequence[Hit], verdict: Verdict, role: str = "", person: int = 1
) -> None:
    """Store a decision about a person on all these faces, or on none.

    Raises:
        ItemMissingError, FaceMissingError: There is no such item or face any more.
    """
    with case.transaction():
        for hit in hits:
            case.decide(hit.item, verdict, hit.face, role, person)


def take_back_decisions(case: Case, hits: Sequence[Hit], role: str = "", person: int = 1) -> None:
    """Take back the latest decision about a person on each of these faces."""
    with case.transaction():
        for hit in hits:
            case.undecide(hit.item, hit.face, role, person)


class ReviewQueue:
    """The entries to review, the position in them, and what was decided.

    Nothing is stored here: `keep_decisions` and `take_back_decisions` do.

    Attributes:
        answer: The answer of the check that is reviewed.
        entries: All entries in their order.
        position: Index of the current entry; len(entries) behind the last.
    """

    def __init__(
        self, answer: Answer, groups: Sequence[HitGroup], verdicts: Mapping[int, Verdict]
    ) -> None:
        """Begin at the first open entry, or behind the last when none is open."""
        self.answer = answer
        self._verdicts = dict(verdicts)
        self._done: list[_DoneDecision] = []
        self.entries = [entry for group in groups for entry in _first_entries(group)]
        self.position = 0
        self.go_to_first_open()

    @property
    def current(self) -> QueueEntry | None:
        """The current entry; None behind the last."""
        return self.entries[self.position] if self.position < len(self.entries) else None

    def verdict(self, entry: QueueEntry) -> Verdict | None:
        """Return the decision on an entry; None unless all its faces have the same one."""
        verdicts = {self._verdicts.get(hit.face) for hit in entry.hits}
        return verdicts.pop() if len(verdicts) == 1 else None

    def count(self, verdict: Verdict | None) -> int:
        """Return how many entries have this decision, or (None) are open."""
        return sum(self.verdict(entry) is verdict for entry in self.entries)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry before this one."""
        return self.position > 0

    def go_back(self) -> None:
        """Go to the entry before this one."""
        self.position = max(0, self.position - 1)

    def go_forward(self) -> None:
        """Go to the next entry, decided or not, or behind the last."""
        self.position = min(len(self.entries), self.position + 1)

    def go_to_first_open(self) -> None:
        """Go to the first open entry, or behind the last when none is open."""
        undecided = (at for at, entry in enumerate(self.entries) if self.verdict(entry) is None)
        self.position = next(undecided, len(self.entries))

    def decide(self, verdict: Verdict) -> tuple[Hit, ...]:
        """Decide on this entry and go to the next; return the hits to store it for."""
        entry = self.current
        if entry is None:
            return ()
        faces = [hit.face for hit in entry.hits]
        before = {face: self._verdicts[face] for face in faces if face in self._verdicts}
        self._done.append(_DoneDecision(entry, before))
        self._verdicts.update(dict.fromkeys(faces, verdict))
        self.go_forward()
        return entry.hits

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to undo."""
        return bool(self._done)

    def undo(self) -> tuple[Hit, ...]:
        """Go back to the entry decided last and reopen it; return the hits to be taken back."""
        if not self._done:
            return ()
        done = self._done.pop()
        for hit in done.entry.hits:
            self._verdicts.pop(hit.face, None)
        self._verdicts.update(done.before)
        self.position = self._index_of(done.entry.best)
        return done.entry.hits

    def _index_of(self, hit: Hit) -> int:
        return next(at for at, entry in enumerate(self.entries) if hit in entry.hits)

    @property
    def can_split(self) -> bool:
        """Whether this entry holds several hits."""
        return self.current is not None and len(self.current.hits) > 1

    def split(self) -> None:
        """Split this entry into one for each hit."""
        if self.current is not None:
            self.entries[self.position : self.position + 1] = _one_by_one(self.current.group)

    @property
    def can_join(self) -> bool:
        """Whether this entry is one of several of a group that one decision may hold for."""
        entry = self.current
        return (
            entry is not None
            and len(entry.hits) < len(entry.group.hits)
            and not entry.group.several_people
        )

    def join(self) -> None:
        """Join all entries of this group into one."""
        if self.current is None:
            return
        group = self.current.group
        first = next(at for at, entry in enumerate(self.entries) if entry.group is group)
        self.entries[first : first + len(group.hits)] = [QueueEntry(group.hits, group)]
        self.position = first


def _first_entries(group: HitGroup) -> list[QueueEntry]:
    return _one_by_one(group) if group.several_people else [QueueEntry(group.hits, group)]


def _one_by_one(group: HitGroup) -> list[QueueEntry]:
    return [QueueEntry((hit,), group) for hit in group.hits]
