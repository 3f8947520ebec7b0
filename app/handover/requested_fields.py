"""What police and support centres ask for, and which of it a case does not say yet.

Source fields that answer the same question are asked for together: a link to the post or to the
room will do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.cases.source_fields import TYPED_FIELDS
from storage.types import ItemDetail, Source


class RequestedField(StrEnum):
    """Something that is asked for, the most useful first. The words are "asked.NAME"."""

    LINK = "link"
    PLATFORM = "platform"
    PLACE = "place"
    ACCOUNT = "account"
    TIME = "time"
    MESSAGE = "message"
    HOW_OBTAINED = "how_obtained"
    KEYWORDS = "keywords"
    PERSONAL_DATA = "personal_data"


FIELDS = {
    asked: tuple(field.name for field in TYPED_FIELDS if field.answers == asked)
    for asked in RequestedField
}
"""The source fields of which any one answers what is asked for."""

ROOM = ("room_title", "room_id", "room_link")


@dataclass(frozen=True, slots=True)
class MissingField:
    """Something that is asked for, and the numbers of the items of which it is not known."""

    asked: RequestedField
    items: tuple[int, ...]


def missing_fields(items: Iterable[ItemDetail]) -> tuple[MissingField, ...]:
    """Return what is asked for and not known of these items, the most useful first."""
    missing: dict[RequestedField, list[int]] = {asked: [] for asked in RequestedField}
    for detail in items:
        for asked in _missing(detail.sources):
            missing[asked].append(detail.item.item)
    return tuple(MissingField(asked, tuple(items)) for asked, items in missing.items() if items)


def _missing(sources: Sequence[Source]) -> list[RequestedField]:
    return [
        asked for asked in RequestedField if _applies(asked, sources) and not _known(asked, sources)
    ]


def _applies(asked: RequestedField, sources: Sequence[Source]) -> bool:
    # Only what was written in a room has the number of a message.
    return asked is not RequestedField.MESSAGE or _any(ROOM, sources)


def _known(asked: RequestedField, sources: Sequence[Source]) -> bool:
    return _any(FIELDS[asked], sources)


def _any(fields: tuple[str, ...], sources: Sequence[Source]) -> bool:
    return any(getattr(source, field) not in (None, "") for source in sources for field in fields)
