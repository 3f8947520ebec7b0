"""Group the hits of an answer: those in one item and in its copies, clips and thumbnails."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.cases.near_duplicates import duplicate_groups, usable_hashes
from app.check.answer import Hit


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits to be reviewed together.

    Attributes:
        hits: At least one, best first.
        several_people: Whether two of them are seen at the same moment of one item, so that one
            decision cannot hold for all.
    """

    hits: tuple[Hit, ...]
    several_people: bool


def group_hits(hits: Sequence[Hit]) -> tuple[HitGroup, ...]:
    """Put each hit of an answer (best first) into one group; return the group of the best first."""
    items = list(dict.fromkeys(hit.item for hit in hits))
    of_item = {hit.item: hit for hit in hits}
    alike = dict(zip(items, _alike([of_item[item] for item in items]), strict=True))
    together: dict[int, list[Hit]] = {}
    for hit in hits:
        together.setdefault(alike[hit.item], []).append(hit)
    return tuple(HitGroup(tuple(each), _several_people(each)) for each in together.values())


def _several_people(hits: Sequence[Hit]) -> bool:
    by_item: dict[int, list[Hit]] = {}
    for hit in hits:
        by_item.setdefault(hit.item, []).append(hit)
    return any(_overlap(each) for each in by_item.values())


def _overlap(hits: Sequence[Hit]) -> bool:
    """Return whether any two intervals share a moment."""
    spans = sorted(hit.interval_ms for hit in hits)
    latest = -1
    for first, last in spans:
        if first <= latest:
            return True
        latest = max(latest, last)
    return False


def _alike(hits: Sequence[Hit]) -> list[int]:
    """Return a group number for the item of each hit."""
    return duplicate_groups([usable_hashes(hit) for hit in hits])
