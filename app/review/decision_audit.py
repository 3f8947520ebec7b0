"""Compare the stored decisions with what the custody log says was decided.

The log is sealed and the decisions are not: whoever opens the case with another program can change
or remove one there, and every entry of the log still fits the one before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from storage.case import Case
from storage.errors import CaseDamagedError, ItemMissingError

Said: TypeAlias = tuple[str, str]
"""A verdict and the role of the person who gave it."""


@dataclass(slots=True)
class _Noted:
    """The decisions on one item, by the log.

    Attributes:
        said: By face number, or None for the item as a whole; the last one counts now.
        ever: All decisions that were ever made on a face.
        faces: The numbers of those faces.
        taken_back: Whether a decision was taken back on a face that had none.
    """

    said: dict[int | None, list[Said]] = field(default_factory=dict)
    ever: set[Said] = field(default_factory=set)
    faces: set[int] = field(default_factory=set)
    taken_back: bool = False

    def add(self, face: int | None, said: Said) -> None:
        self.said.setdefault(face, []).append(said)
        if face is not None:
            self.ever.add(said)
            self.faces.add(face)

    def take_back(self, face: int | None) -> None:
        if self.said.get(face):
            self.said[face].pop()
        else:
            self.taken_back = True

    def counts(self) -> dict[int | None, Said]:
        return {face: said[-1] for face, said in self.said.items() if said}


def items_contradicting_log(case: Case) -> tuple[int, ...]:
    """Return the numbers of items whose stored decisions differ from those in the custody log.

    An entry that the program would not write is ignored: then the log itself is broken.
    """
    noted = _noted(case)
    kept: dict[int, dict[int | None, Said]] = {}
    for item, face, *said in case.stored_decisions():
        kept.setdefault(item, {})[face] = (said[0], said[1])
    return tuple(
        item
        for item in sorted(noted.keys() | kept.keys())
        if not _fits(case, item, kept.get(item, {}), noted.get(item, _Noted()))
    )


def _noted(case: Case) -> dict[int, _Noted]:
    items: dict[int, _Noted] = {}
    for entry in case.custody.entries():
        item, face = entry.details.get("item"), entry.details.get("face")
        if not isinstance(item, int) or not isinstance(face, int | None):
            continue
        match entry.action:
            case "decided":
                said = str(entry.details.get("verdict")), entry.role
                items.setdefault(item, _Noted()).add(face, said)
            case "decision-taken-back":
                items.setdefault(item, _Noted()).take_back(face)
            case "forgotten":
                items.pop(item, None)
    return items


def _fits(case: Case, item: int, kept: Mapping[int | None, Said], noted: _Noted) -> bool:
    counts = noted.counts()
    if kept == counts:
        return True
    if kept.get(None) != counts.get(None) or not _was_scanned_again(case, item, noted.faces):
        return False
    # The item was scanned again since, and its faces have numbers that the log does not know.
    faces = _of_faces(kept)
    lost = bool(_of_faces(counts)) and not faces and not noted.taken_back
    return not lost and set(faces) <= noted.ever


def _was_scanned_again(case: Case, item: int, faces: Iterable[int]) -> bool:
    try:
        present = {face.number for face in case.item(item).faces}
    except (ItemMissingError, CaseDamagedError):
        return False
    return not present.issuperset(faces)


def _of_faces(decisions: Mapping[int | None, Said]) -> list[Said]:
    return [said for face, said in decisions.items() if face is not None]
