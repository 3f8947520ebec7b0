"""What the report and the hash sheet say, as plain data. gather.py makes it from a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.check.first_answers import FirstAnswer
from app.handover.bundle_plan import Level
from face.packs.catalogue import People
from storage.custody import Details, Head
from storage.types import CaseInfo, Decision, ItemDetail, Verdict


@dataclass(frozen=True, slots=True)
class Appearance:
    """A face of an item, and where in the item it is seen.

    Attributes:
        face: Number of the best face of its track.
        time_ms: Where in a video the face is seen best; 0 in a picture.
        interval_ms: From when to when it is seen.
        band: What the last check called it: "strong" or "some"; None: it did not come up there.
        crop: Her face, cut out (JPEG); None where no picture may be shown.
        first: What it was called when it first came up; None where that is not known.
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
        appearances: Of the confirmed faces, in the order of time.
        undecided: Of a confirmed item, what else came up in the last check and was not decided one
            by one; never with a picture, as nobody says that it is the person.
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
        """Confirmed or not."""
        return self.appearances + self.undecided


@dataclass(frozen=True, slots=True)
class Check:
    """The last check that the custody log knows of.

    Attributes:
        said: The log's entry "check".
        attested: The log's entry "attest" that came before it; empty when there is none.
        files: Name and SHA-256 of each model file of the pack; empty when the pack is not known.
        poor_at: Whom it tells apart poorly, with the recognisers that were compared.
    """

    at_utc: str
    role: str
    said: Details
    attested: Details
    files: tuple[tuple[str, str], ...]
    poor_at: tuple[People, ...]

    @property
    def groups(self) -> list[Details]:
        """What was compared by itself."""
        return groups_of(self.said)


def groups_of(said: Details) -> list[Details]:
    """What a check compared by itself, where the log says so and as the program writes it."""
    groups = said.get("groups")
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
    """The log in short.

    Attributes:
        counts: How often each action was done, in the order in which they first were.
        spans: When (UTC) each was done first and last.
        intact: Else it is not repeated what it says of a check.
        unlike: Numbers of items of which other decisions are kept than the log noted.
    """

    head: Head
    intact: bool
    counts: Mapping[str, int]
    spans: Mapping[str, tuple[str, str]]
    unlike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BundleIdentity:
    """What a bundle is known by; None where there is no bundle around the report.

    Attributes:
        fingerprint: Of the key that signs, lowercase hex.
        manifest_sha512: SHA-512 of the list of all files, lowercase hex.
    """

    fingerprint: str
    manifest_sha512: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the report says.

    Attributes:
        made_utc: ISO 8601.
        tz: Name of the time zone of the computer it was made on.
        version: Of the program.
        decisions: About the items that are handed over, oldest first.
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
