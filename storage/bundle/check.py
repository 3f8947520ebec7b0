"""Compare what is in a bag with what its manifests and its signature say."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from storage.bundle import bag
from storage.bundle.conveyor import Conveyor
from storage.bundle.manifest import parse
from storage.bundle.member import Known, Source
from storage.bundle.signing import fingerprint, is_signed, key_in
from storage.bundle.stamp import MOST_BYTES, NotAStampError, Stamp, read_stamp
from storage.custody import Head, is_sealed, sha256_of

KEPT = {
    *(bag.BAG_INFO, bag.MANIFEST_256, bag.MANIFEST_512),
    *(bag.TAG_MANIFEST, bag.SIGNATURE, bag.KEY, bag.CUSTODY),
}
"""Members that are read, not only hashed."""

MOST_KEPT = 1 << 26
"""Bytes of one of them; a longer one is not believed."""

NEEDED = (bag.BAGIT, *sorted(KEPT))

STAMPED_BY = ("sha256", "sha384", "sha512")


class Trouble(StrEnum):
    """What is wrong with a member. The words are "verify.NAME"."""

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    SIGNATURE = "signature"
    CUSTODY = "custody"
    CONTAINER = "container"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is not as it was written. `member` is "" for the container itself."""

    member: str
    trouble: Trouble


class Readable(Source, Protocol):
    """A file in a container; it is `intact` if so when all its bytes were read."""

    name: str
    intact: bool


class BagCheck:
    """Takes the members in any order, then says what is wrong.

    Args:
        known: Of these members, by name, the SHA-512 is not computed; it is as right as their
            SHA-256.

    Attributes:
        files, size: What was taken.
    """

    def __init__(self, known: Mapping[str, Known] | None = None) -> None:
        self._known = known or {}
        self._conveyor = Conveyor()
        self._sha256: dict[str, str] = {}
        self._sha512: dict[str, str] = {}
        self._kept: dict[str, bytes] = {}
        self._found: set[Problem] = set()
        self.files = 0
        self.size = 0

    @property
    def seals(self) -> dict[str, bytes]:
        """Of the members that are known, as a container names them."""
        return {f"{bag.ROOT}/{name}": known.seal for name, known in self._known.items()}

    def take(self, member: Readable) -> Iterator[int]:
        """Read one member; yields the length of each chunk."""
        root, _, name = member.name.partition("/")
        sha256, sha512, kept = hashlib.sha256(), hashlib.sha512(), bytearray()

        def keep(chunk: memoryview) -> None:
            sha256.update(chunk)
            if len(kept) < _most_kept(name):
                kept.extend(chunk)

        works = (keep,) if name in self._known else (keep, sha512.update)
        for length in self._conveyor.carry(member, *works):
            yield length
            self.size += length
        self.files += 1
        if root != bag.ROOT or name in self._sha256 or not bag.is_safe(name):
            self._found.add(Problem(member.name, Trouble.ADDED))
            return
        found = Known(sha256.hexdigest(), sha512.hexdigest())
        known = self._known.get(name, found)
        self._sha256[name] = found.sha256
        self._sha512[name] = known.sha512 if known.sha256 == found.sha256 else ""
        if not member.intact:
            self._found.add(Problem(name, Trouble.CHANGED))
        if _most_kept(name):
            self._kept[name] = bytes(kept)

    def container_is_broken(self) -> None:
        """Say that it was not read to its end; what was not seen counts neither way."""
        self._found.add(Problem("", Trouble.CONTAINER))

    @property
    def fingerprint(self) -> str | None:
        """Of the key that the bundle says it is signed with."""
        key = key_in(self._kept.get(bag.KEY, b""))
        return fingerprint(key) if key else None

    @property
    def case_id(self) -> str | None:
        """Of the case that the bundle says it is of."""
        return self._info().get("External-Identifier")

    @property
    def imprints(self) -> frozenset[str]:
        """What a timestamp over the bundle is over: hashes of its lists, lowercase hex."""
        lists = [self._kept.get(name) for name in (bag.TAG_MANIFEST, bag.MANIFEST_512)]
        return frozenset(
            hashlib.new(name, text).hexdigest() for text in lists if text for name in STAMPED_BY
        )

    @property
    def digest(self) -> str | None:
        """What stands for the whole bundle: the SHA-512 of its tag manifest, lowercase hex."""
        return self._sha512.get(bag.TAG_MANIFEST)

    def stamps(self) -> dict[str, Stamp]:
        """The timestamps in the bag that are over it, by member."""
        found = {name: self._stamp(name) for name in bag.STAMPS if name in self._kept}
        return {name: stamp for name, stamp in found.items() if stamp is not None}

    def _stamp(self, name: str) -> Stamp | None:
        try:
            stamp = read_stamp(self._kept[name])
        except NotAStampError:
            return None
        return stamp if stamp.digest in self.imprints else None

    @property
    def custody(self) -> Head | None:
        """The head of the custody log, as the bag says it."""
        info = self._info()
        entries = info.get("Geoul-Custody-Entries", "")
        if not entries.isdecimal():
            return None
        return Head(int(entries), info.get("Geoul-Custody-Head", ""))

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, by member."""
        broken = Problem("", Trouble.CONTAINER) in self._found
        found = set(self._found)
        if not broken:
            found |= {Problem(n, Trouble.REMOVED) for n in NEEDED if n not in self._sha256}
            found |= {*self._signature_problems(found), *self._tag_problems(found)}
            found |= set(self._payload_problems(found))
            found |= set(self._custody_problems(found))
            unfit = {name for name in bag.STAMPS if name in self._kept} - self.stamps().keys()
            found |= {Problem(name, Trouble.STAMP) for name in unfit}
        return tuple(sorted(found))

    def _tag_problems(self, found: set[Problem]) -> Iterator[Problem]:
        """A list that is known to be changed accuses nobody."""
        if bag.TAG_MANIFEST in {each.member for each in found}:
            return
        listed = self._parsed(bag.TAG_MANIFEST)
        if not listed:
            return  # it is no list any more, which its signature tells
        unlisted = {bag.TAG_MANIFEST, bag.SIGNATURE, *bag.STAMPS}
        there = {name for name in self._sha512 if not name.startswith(bag.PAYLOAD)} - unlisted
        yield from _differences(listed, {name: self._sha512[name] for name in there})

    def _signature_problems(self, found: set[Problem]) -> Iterator[Problem]:
        """It fails with each of the three that it is made of; one that is named already will do."""
        if {bag.TAG_MANIFEST, bag.SIGNATURE, bag.KEY} & {each.member for each in found}:
            return
        content, signature = self._kept[bag.TAG_MANIFEST], self._kept[bag.SIGNATURE]
        key = key_in(self._kept[bag.KEY])
        if key is None or not is_signed(key, signature, content):
            yield Problem(bag.TAG_MANIFEST, Trouble.SIGNATURE)

    def _payload_problems(self, found: set[Problem]) -> Iterator[Problem]:
        """A manifest that was itself changed accuses nobody while there is another."""
        manifests = {bag.MANIFEST_256: self._sha256, bag.MANIFEST_512: self._sha512}
        sound = [name for name in manifests if name not in {each.member for each in found}]
        for name in sound or manifests:
            hashes = manifests[name]
            payload = {n: digest for n, digest in hashes.items() if n.startswith(bag.PAYLOAD)}
            yield from _differences(self._parsed(name), payload)

    def _custody_problems(self, found: set[Problem]) -> Iterator[Problem]:
        """A log that was changed as a file is named already."""
        head, log = self.custody, self._kept.get(bag.CUSTODY)
        named = {each.member for each in found}
        if log is None or {bag.CUSTODY, bag.BAG_INFO} & named:
            return
        first = sha256_of(self._info().get("External-Identifier", ""))
        if head is None or walk(log, first) != head:
            yield Problem(bag.CUSTODY, Trouble.CUSTODY)

    def _info(self) -> dict[str, str]:
        text = self._kept.get(bag.BAG_INFO, b"").decode("utf-8", "replace")
        pairs = (line.partition(": ") for line in text.splitlines())
        return {label: value for label, _, value in pairs}

    def _parsed(self, name: str) -> dict[str, str]:
        try:
            return parse(self._kept.get(name, b"").decode())
        except ValueError:
            return {}


def _most_kept(name: str) -> int:
    """How much of a member is kept to be read."""
    if name in bag.STAMPS:
        return MOST_BYTES
    return MOST_KEPT if name in KEPT else 0


def _differences(listed: Mapping[str, str], there: Mapping[str, str]) -> Iterator[Problem]:
    for name in listed.keys() | there.keys():
        if name not in there:
            yield Problem(name, Trouble.REMOVED)
        elif name not in listed:
            yield Problem(name, Trouble.ADDED)
        elif listed[name] != there[name]:
            yield Problem(name, Trouble.CHANGED)


def walk(log: bytes, first: str) -> Head | None:
    """The head of a custody log that is written a body a line, or None where its chain breaks.

    Args:
        first: What the first entry seals.
    """
    try:
        bodies = log.decode().split("\n")
    except UnicodeDecodeError:
        return None
    previous = first
    if bodies.pop() != "":
        return None
    for seq, body in enumerate(bodies, 1):
        sha256 = sha256_of(body)
        if not is_sealed(body, sha256, seq, previous):
            return None
        previous = sha256
    return Head(len(bodies), previous)
