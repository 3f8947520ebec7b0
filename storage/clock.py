"""What time it is, and how far that can be trusted."""

from dataclasses import dataclass
from datetime import UTC, datetime

SOURCE = "system"
"""The computer's own clock: nobody else has confirmed it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment: ISO 8601 in UTC, ISO 8601 with the local offset, and the local zone's name."""

    utc: str
    local: str
    tz: str


def now() -> Moment:
    """The present moment, to the millisecond."""
    utc = datetime.now(UTC)
    local = utc.astimezone()
    return Moment(
        utc.isoformat(timespec="milliseconds"),
        local.isoformat(timespec="milliseconds"),
        local.tzname() or "",
    )
