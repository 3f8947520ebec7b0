"""Who helps and what the law gives, as of a day: the one table of routes.

Facts only: the words are "support.KEY" and "support.KEY.for" for whoever answers, and
"takedown" and "help" texts for the rest. Korea first; a number stands here only when an office
published it. Numbers, offices and laws change: docs/routes.md says how to renew an entry.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Country(StrEnum):
    """Where a line can be reached."""

    KOREA = "korea"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry is from.

    Attributes:
        source: Who said it, and when.
        as_of: The latest day of which that is known to be true.
    """

    source: str
    as_of: date


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
    origin: Origin
    day_and_night: bool = False


_MINISTRY = (
    "Ministry of Gender Equality and Family, 16 April 2025, of 17 April on (korea.kr, Yonhap)"
)

LINES = (
    SupportLine(
        "women", Country.KOREA, "1366", Origin(_MINISTRY, date(2025, 4, 17)), day_and_night=True
    ),
    SupportLine("d4u", Country.KOREA, "02-735-8994", Origin(_MINISTRY, date(2025, 4, 17))),
    SupportLine(
        "youth",
        Country.KOREA,
        "117",
        Origin("Police, line for violence at school (secondary source)", date(2026, 11, 30)),
    ),
    SupportLine(
        "police",
        Country.KOREA,
        "112",
        Origin("Police, emergency call (secondary source)", date(2026, 11, 30)),
        day_and_night=True,
    ),
    SupportLine(
        "ecrm",
        Country.KOREA,
        "ECRM",
        Origin("Police, online report of cybercrime (secondary source)", date(2026, 11, 30)),
    ),
    SupportLine(
        "stopncii",
        Country.ELSEWHERE,
        "StopNCII.org",
        Origin("StopNCII.org (secondary source)", date(2026, 11, 30)),
    ),
    SupportLine(
        "take_it_down",
        Country.ELSEWHERE,
        "Take It Down",
        Origin("NCMEC (secondary source)", date(2026, 11, 30)),
    ),
)

FACTS = {
    "regulator": Origin(
        "Law of 1 October 2025. No quorum from June 2025 on (ZDNet Korea, 16 July 2025; News1, "
        "23 October 2025); three of nine members in January 2026 (Kyunghyang Shinmun)",
        date(2026, 1, 1),
    ),
    "take_it_down_act": Origin(
        "47 U.S.C. 223a, Public Law 119-12 of 19 May 2025; letters of the FTC to platforms, "
        "11 May 2026 (XBIZ, Free Speech Coalition); complaints: takeitdown.ftc.gov",
        date(2026, 5, 19),
    ),
    "undercover": Origin(
        "Act on Special Cases concerning Sexual Crimes, in force in June 2025 (secondary source)",
        date(2026, 11, 30),
    ),
    "minors": Origin(
        "Seoul Metropolitan Government, centre for digital sex crimes (secondary source)",
        date(2026, 11, 30),
    ),
    "likeness": Origin("YouTube, likeness detection (secondary source)", date(2026, 11, 30)),
}
"""What texts say of offices, laws and services that are no line to call."""


def lines(country: Country) -> tuple[SupportLine, ...]:
    """The lines of one country, the one to try first coming first."""
    return tuple(line for line in LINES if line.country is country)


def as_of() -> dict[str, str]:
    """Return the months of the oldest and of the newest entry, the values of "support.as_of"."""
    days = [*(line.origin.as_of for line in LINES), *(each.as_of for each in FACTS.values())]
    return {"first": f"{min(days):%Y-%m}", "last": f"{max(days):%Y-%m}"}
