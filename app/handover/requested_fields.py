"""What the police and the support centre ask for and the case does not say yet.

Fields that tell the same thing are asked for together: a link to the post or to the room will do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.case import Case
from storage.types import ItemDetail, Source, Verdict


class Asked(StrEnum):
    """What is asked for, the most useful first. The words are "asked.NAME"."""

    LINK = "link"
    PLATFORM = "platform"
    PLACE = "place"
    ACCOUNT = "account"
    TIME = "time"
    MESSAGE = "message"
    HOW_OBTAINED = "how_obtained"
    KEYWORDS = "keywords"


FIELDS: dict[Asked, tuple[str, ...]] = {
    Asked.LINK: ("url", "room_link"),
    Asked.PLATFORM: ("platform",),
    Asked.PLACE: ("post_title", "room_title"),
    Asked.ACCOUNT: ("sender_display", "sender_id", "sender_username"),
    Asked.TIME: ("message_time_unix",),
    Asked.MESSAGE: ("message_id",),
    Asked.HOW_OBTAINED: ("how_obtained",),
    Asked.KEYWORDS: ("search_keywords",),
}
"""Any one of these fields of a source answers it."""

ROOM = ("room_title", "room_id", "room_link")


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is asked for and not known of these items."""

    asked: Asked
    items: tuple[int, ...]


def confirmed_items(case: Case) -> tuple[int, ...]:
    """The items that the person confirmed, as a whole or one face of them, by number."""
    confirmed = {each.item for each in case.decisions() if each.verdict is Verdict.CONFIRM}
    return tuple(sorted(confirmed))


def gaps(items: Iterable[ItemDetail]) -> tuple[Gap, ...]:
    """What is not known of these items, grouped; the most useful first."""
    missing: dict[Asked, list[int]] = {asked: [] for asked in Asked}
    for detail in items:
        for asked in _missing(detail.sources):
            missing[asked].append(detail.item.item)
    return tuple(Gap(asked, tuple(items)) for asked, items in missing.items() if items)


def _missing(sources: Sequence[Source]) -> list[Asked]:
    return [asked for asked in Asked if _applies(asked, sources) and not _known(asked, sources)]


def _applies(asked: Asked, sources: Sequence[Source]) -> bool:
    # Only what was written in a room has the number of a message.
    return asked is not Asked.MESSAGE or _any(ROOM, sources)


def _known(asked: Asked, sources: Sequence[Source]) -> bool:
    return _any(FIELDS[asked], sources)


def _any(fields: tuple[str, ...], sources: Sequence[Source]) -> bool:
    return any(getattr(source, field) not in (None, "") for source in sources for field in fields)
