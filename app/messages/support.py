"""Who helps, by country. Facts only: the words are "support.KEY" and "support.KEY.for".

Korea first; a number stands here only when an office published it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Country(StrEnum):
    """Where a line can be reached."""

    KOREA = "korea"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class SupportLine:
    """Somebody to turn to, free of charge.

    Attributes:
        key: Finds the words: who they are, and for whom.
        contact: A telephone number, or the name to look for where there is none.
        day_and_night: Known to answer at any hour; False: not known.
    """

    key: str
    country: Country
    contact: str
    day_and_night: bool = False


LINES = (
    SupportLine("d4u", Country.KOREA, "02-735-8994"),
    # Since 17 April 2025 it puts through to the support centres, too (Ministry of Gender Equality
    # and Family, 16 April 2025).
    SupportLine("women", Country.KOREA, "1366", day_and_night=True),
    SupportLine("youth", Country.KOREA, "117"),
    SupportLine("police", Country.KOREA, "112", day_and_night=True),
    SupportLine("ecrm", Country.KOREA, "ECRM"),
    SupportLine("stopncii", Country.ELSEWHERE, "StopNCII.org"),
    SupportLine("take_it_down", Country.ELSEWHERE, "Take It Down"),
)


def lines(country: Country) -> tuple[SupportLine, ...]:
    """Return the lines of one country, the one to try first coming first."""
    return tuple(line for line in LINES if line.country is country)
