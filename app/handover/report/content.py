"""What the report and the hash sheet say, as plain data; `gather` reads it from a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.check.first_answers import FirstAnswer
from app.handover.bundle_plan import Level
from face.packs.catalogue import People
from storage.bundle.bag import BundleIdentity
from storage.custody import Details, Head
from storage.types import CaseInfo, Decision, ItemDetail, Verdict


@dataclass(frozen=True, slots=True)
class Appearance:
    """A face of an item, and when it is seen there.

    Attributes:
        face: Number of the best face of its track.
        time_ms: When the face is seen best in a video; 0 in a picture.
        interval_ms: When the face is first and last seen.
        band: Band in the last check, "strong" or "some"; None where the check did not find it.
        crop: JPEG of the face; None where no picture may be shown.
        first: The first answer about the face; None where that is not known.
    """

    face: int
    time_ms: int
    interval_ms: tuple[int, int]
    band: str | None
    crop: bytes | None = None
    first: FirstAnswer | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An item that is handed over.

    Attributes:
        verdict: The decision about the item as a whole or, where there is none, about a face.
        appearances: Appearances of the confirmed faces, in the order of time.
        undecided: Other faces of a confirmed item that the last check found and nobody decided on;
            never with a picture, as nobody says that they are the person.
        shows: The number of the item that a screen capture shows, where it is one.
        captures: Numbers of the screen captures that show it.
    """

    detail: ItemDetail
    verdict: Verdict | None
    appearances: tuple[Appearance, ...]
    undecided: tuple[Appearance, ...] = ()
    shows: int | None = None
    captures: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """The number of the item in the case."""
        return self.detail.item.item

    @property
    def seen(self) -> tuple[Appearance, ...]:
        """All appearances, confirmed or undecided."""
        return self.appearances + self.undecided


@dataclass(frozen=True, slots=True)
class Check:
    """The last check that the custody log knows of.

    Attributes:
        details: Details of the log's entry "check".
        attested: Details of the entry "attest" before it; empty when there is none.
        files: Name and SHA-256 of each model file of the pack; empty when the pack is not known.
        poor_at: Groups of people whom the recognisers that were used tell apart poorly.
    """

    at_utc: str
    role: str
    details: Details
    attested: Details
    files: tuple[tuple[str, str], ...]
    poor_at: tuple[People, ...]

    @property
    def groups(self) -> list[Details]:
        """What the check compared separately, for each pack and pipeline."""
        return groups_of(self.details)


def groups_of(details: Details) -> list[Details]:
    """Return what a check compared separately, from a well-formed log entry; else nothing."""
    groups = details.get("groups")
    return [
        group
        for group in (groups if isinstance(groups, list) else ())
        if isinstance(group, Mapping)
        and all(isinstance(group.get(name), str) for name in ("pack", "pipeline"))
        and all(isinstance(group.get(name), int) for name in ("items", "tracks"))
    ]


@dataclass(frozen=True, slots=True)
class Unclear:
    """An item of the case that could not be checked, or (`partly`) not all of it."""

    item: int
    name: str | None
    sha256: str | None
    reason: str
    partly: bool


@dataclass(frozen=True, slots=True)
class CustodySummary:
    """A summary of the custody log.

    Attributes:
        intact: Whether the log is as it was written; else the report repeats no check from it.
        counts: How often each action occurs, in the order of their first occurrence.
        spans: When (UTC, ISO 8601) each action occurs first and last.
        unlike: Numbers of items whose stored decisions differ from those in the log.
        statements_unlike: Whether stored items, places or statements differ from those in the log.
    """

    head: Head
    intact: bool
    counts: Mapping[str, int]
    spans: Mapping[str, tuple[str, str]]
    unlike: tuple[int, ...] = ()
    statements_unlike: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says.

    Attributes:
        made_utc: When the report was made, ISO 8601.
        tz: Name of the time zone of the computer that made it.
        version: Version of the program.
        decisions: Decisions on the items that are handed over, oldest first.
        sealed: The bundle around the report; None where there is none.
        person: Number of the person whom it is about.
        people: Numbers of all people who were checked in the case.
        made_by: Who made the bundle, as the custody log has it; "" where nobody was named.
    """

    info: CaseInfo
    made_utc: str
    tz: str
    version: str
    level: Level
    exhibits: tuple[Exhibit, ...]
    check: Check | None
    unclear: tuple[Unclear, ...]
    decisions: tuple[Decision, ...]
    custody: CustodySummary
    sealed: BundleIdentity | None
    person: int = 1
    people: tuple[int, ...] = ()
    made_by: str = ""
