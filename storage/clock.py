"""The present time, and which clock it comes from."""

from dataclasses import dataclass
from datetime import UTC, datetime

SOURCE = "system"
"""The computer's own clock, which nobody else has confirmed."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as ISO 8601 in UTC, as ISO 8601 with the local offset, and the local zone's name."""

    utc: str
    local: str
    tz: str


def now() -> Moment:
    """Return the present time, to the millisecond."""
    utc = datetime.now(UTC)
    local = utc.astimezone()
    return Moment(
        utc.isoformat(timespec="milliseconds"),
        local.isoformat(timespec="milliseconds"),
        local.tzname() or "",
    )
