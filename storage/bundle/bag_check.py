"""Check a bag: compare its files with what its manifests, its signature and bag-info.txt say."""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from storage.bundle import bag
from storage.bundle.container import ContainerMember
from storage.bundle.custody_chain import CustodyChain
from storage.bundle.member import KnownHashes
from storage.bundle.names import is_bag_name
from storage.bundle.pipeline import Pipeline
from storage.bundle.signing import fingerprint, is_signed, key_in
from storage.bundle.tag_files import BagInfo, parse_manifest
from storage.bundle.timestamp import (
    MAX_TIMESTAMP_BYTES,
    NotATimestampError,
    Timestamp,
    read_timestamp,
)
from storage.custody import Head, sha256_of

READ_FILES = {
    *(bag.BAGIT, bag.BAG_INFO, bag.MANIFEST_256, bag.MANIFEST_512),
    *(bag.TAG_MANIFEST, bag.SIGNATURE, bag.KEY),
}
"""Members whose content is read, not only hashed."""

MAX_READ_BYTES = 1 << 26
"""Bytes of such a member that are read; a longer one fails the check."""

REQUIRED = READ_FILES | {bag.CUSTODY}

STAMP_HASHES = ("sha256", "sha384", "sha512")


class ProblemKind(StrEnum):
    """What is wrong with a member. The message keys are "verify.NAME".

    CHANGED, REMOVED, ADDED: The member differs from the list that is signed.
    SIGNATURE: The signature does not fit the list that is signed.
    FORM: The member is signed as it is, but has not the form that a bundle prescribes.
    FORMAT: A newer program wrote the bundle.
    TWIN: The names of several members are one name on some computers.
    NAME: The member has a name that no file of a bundle may have.
    ORDER: The members lie in another order than the signed lists name them.
    CUSTODY: The custody log does not fit bag-info.txt, or its chain is broken.
    CASE_LOG: The custody log of the case was already changed when the bundle was made.
    CONTAINER: The container could not be read to its end.
    STAMP: A timestamp that somebody added does not belong to this bundle.
    """

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    SIGNATURE = "signature"
    FORM = "form"
    FORMAT = "format"
    TWIN = "twin"
    NAME = "name"
    ORDER = "order"
    CUSTODY = "custody"
    CASE_LOG = "case-log"
    CONTAINER = "container"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem of a bundle. `member` is "" for the container itself."""

    member: str
    kind: ProblemKind


class BagCheck:
    """Reads the members of a bag in any order, then reports what is wrong.

    Args:
        known: Members whose hashes are known, by name. Their SHA-512 is not computed: it is right
            if their SHA-256 is.
        is_folder: Whether it lies in a folder, into which people put timestamps that no manifest
            lists, and where files have no order.

    Attributes:
        files, size: Number and bytes of the members that were read, without these.
    """

    def __init__(
        self, known: Mapping[str, KnownHashes] | None = None, *, is_folder: bool = False
    ) -> None:
        self._known = known or {}
        self._is_folder = is_folder
        self._stamps = bag.TIMESTAMPS if is_folder else ()
        self._pipeline = Pipeline()
        self._sha256: dict[str, str] = {}
        self._sha512: dict[str, str] = {}
        self._made: dict[str, int | None] = {}
        self._kept: dict[str, bytes] = {}
        self._log = CustodyChain()
        self._payload_size = 0
        self._found: set[Problem] = set()
        self.files = 0
        self.size = 0

    @property
    def seals(self) -> dict[str, bytes]:
        """The seals of the known members, by the name that a container gives each."""
        return {f"{bag.ROOT}/{name}": known.seal for name, known in self._known.items()}

    def read(self, member: ContainerMember) -> Iterator[int]:
        """Read and hash one member; yields the length of each chunk."""
        root, _, name = member.name.partition("/")
        belongs = root == bag.ROOT and name not in self._sha256
        sha256, sha512, kept = hashlib.sha256(), hashlib.sha512(), bytearray()

        def keep(chunk: memoryview) -> None:
            sha256.update(chunk)
            if len(kept) < _max_read_bytes(name):
                kept.extend(chunk)

        stages = [keep] if name in self._known else [keep, sha512.update]
        if belongs and name == bag.CUSTODY:
            stages.append(self._log.update)
        size = 0
        for length in self._pipeline.run(member, *stages):
            yield length
            size += length
        if name not in self._stamps:
            self.files += 1
            self.size += size
        if not belongs:
            self._found.add(Problem(member.name, ProblemKind.ADDED))
            return
        self._payload_size += size if _is_payload(name) else 0
        self._made[name] = member.made
        if _max_read_bytes(name):
            self._kept[name] = bytes(kept)
        self._note(name, KnownHashes(sha256.hexdigest(), sha512.hexdigest()), intact=member.intact)

    def _note(self, name: str, found: KnownHashes, *, intact: bool) -> None:
        known = self._known.get(name, found)
        self._sha256[name] = found.sha256
        self._sha512[name] = known.sha512 if known.sha256 == found.sha256 else ""
        if not intact:
            self._found.add(Problem(name, ProblemKind.CHANGED))

    def mark_container_broken(self) -> None:
        """Note that the container could not be read to its end; members not seen are no problem."""
        self._found.add(Problem("", ProblemKind.CONTAINER))

    @property
    def fingerprint(self) -> str | None:
        """Fingerprint of the key that the bundle says it is signed with, lowercase hex."""
        key = key_in(self._kept.get(bag.KEY, b""))
        return fingerprint(key) if key else None

    @property
    def case_id(self) -> str | None:
        """The id of the case that the bundle says it comes from."""
        return self._info.case_id

    @property
    def imprints(self) -> frozenset[str]:
        """The digests that a timestamp over the bundle can have: of its lists, lowercase hex."""
        lists = [self._kept.get(name) for name in (bag.TAG_MANIFEST, bag.MANIFEST_512)]
        return frozenset(
            hashlib.new(name, text).hexdigest() for text in lists if text for name in STAMP_HASHES
        )

    @property
    def digest(self) -> str | None:
        """The SHA-512 of the tag manifest, lowercase hex, which stands for the whole bundle."""
        return self._sha512.get(bag.TAG_MANIFEST)

    @property
    def custody(self) -> Head | None:
        """The head of the custody log that bag-info.txt names."""
        return self._info.custody

    def stamps(self) -> dict[str, Timestamp]:
        """Return the timestamps in the bag that belong to it, by member."""
        found = {name: self._stamp(name) for name in self._stamps if name in self._kept}
        return {name: stamp for name, stamp in found.items() if stamp is not None}

    def _stamp(self, name: str) -> Timestamp | None:
        try:
            stamp = read_timestamp(self._kept[name])
        except NotATimestampError:
            return None
        return stamp if stamp.digest in self.imprints else None

    def problems(self) -> tuple[Problem, ...]:
        """Return all problems, sorted by member."""
        found = set(self._found)
        if Problem("", ProblemKind.CONTAINER) not in found:
            found |= {Problem(n, ProblemKind.REMOVED) for n in REQUIRED if n not in self._sha256}
            found |= set(self._list_problems(_members(found)))
            if bag.BAG_INFO not in _members(found) and not self._info.is_clear:
                found.add(Problem(bag.BAG_INFO, ProblemKind.FORM))  # and nothing it says is used
            if self._info.is_known or bag.BAG_INFO in _members(found):
                found |= set(self._payload_problems(_members(found)))
                found |= set(self._custody_problems(_members(found)))
                found |= set(self._form_problems(_members(found)))
                found |= set(self._time_problems(_members(found)))
            else:  # a newer one has rules of its own
                found.add(Problem(bag.BAG_INFO, ProblemKind.FORMAT))
        return tuple(sorted(found))

    def _list_problems(self, named: AbstractSet[str]) -> Iterator[Problem]:
        """Problems of the tag manifest, which is signed, and of the tag files that it lists.

        A tag manifest that is known to be changed proves nothing about other files. The signature
        needs three files; where one of them is reported already, it is not reported as well.
        """
        if bag.TAG_MANIFEST in named:
            return
        signed = bool({bag.SIGNATURE, bag.KEY} & named) or self._is_signed()
        if not signed:
            yield Problem(bag.TAG_MANIFEST, ProblemKind.SIGNATURE)
        listed = self._listed(bag.TAG_MANIFEST)
        if listed:
            unlisted = {bag.TAG_MANIFEST, bag.SIGNATURE, *self._stamps}
            there = {name for name in self._sha512 if not _is_payload(name)} - unlisted
            yield from _differences(listed, {name: self._sha512[name] for name in there})
        elif signed:
            yield Problem(bag.TAG_MANIFEST, ProblemKind.FORM)

    def _is_signed(self) -> bool:
        content, signature = self._kept[bag.TAG_MANIFEST], self._kept[bag.SIGNATURE]
        key = key_in(self._kept[bag.KEY])
        return key is not None and is_signed(key, signature, content)

    def _payload_problems(self, named: AbstractSet[str]) -> Iterator[Problem]:
        """Problems of the payload. A changed manifest is used only where there is no other."""
        manifests = {bag.MANIFEST_256: self._sha256, bag.MANIFEST_512: self._sha512}
        sound = [name for name in manifests if name not in named]
        for name in sound or manifests:
            payload = {n: digest for n, digest in manifests[name].items() if _is_payload(n)}
            listed = self._listed(name)
            if listed:
                yield from _differences(listed, payload)
            elif name not in named:
                yield Problem(name, ProblemKind.FORM)

    def _custody_problems(self, named: AbstractSet[str]) -> Iterator[Problem]:
        """Problems of the custody log's chain; a changed file is reported already."""
        if {bag.CUSTODY, bag.BAG_INFO} & named:
            return
        info = self._info
        fits = info.custody is not None and self._log.head == info.custody
        if not info.custody_was_sound:
            yield Problem(bag.CUSTODY, ProblemKind.CASE_LOG)
        elif not fits or self._log.anchor != sha256_of(info.case_id or ""):
            yield Problem(bag.CUSTODY, ProblemKind.CUSTODY)

    def _form_problems(self, named: AbstractSet[str]) -> Iterator[Problem]:
        """Problems of files that are signed as they are but no program of ours wrote."""
        if bag.BAGIT not in named and self._kept[bag.BAGIT] != bag.DECLARATION.encode():
            yield Problem(bag.BAGIT, ProblemKind.FORM)
        oxum = f"{self._payload_size}.{sum(map(_is_payload, self._sha256))}"
        whole = bag.BAG_INFO not in named and not any(map(_is_payload, named))
        if whole and self._info.oxum != oxum:
            yield Problem(bag.BAG_INFO, ProblemKind.FORM)
        unfit = {name for name in self._stamps if name in self._kept} - self.stamps().keys()
        yield from (Problem(name, ProblemKind.STAMP) for name in unfit)
        there = self._sha256.keys() - named
        yield from (Problem(name, ProblemKind.TWIN) for name in _twins(there))
        yield from (Problem(name, ProblemKind.NAME) for name in there if not is_bag_name(name))
        yield from self._order_problems(named)

    def _order_problems(self, named: AbstractSet[str]) -> Iterator[Problem]:
        """Problems of the order, in which every list names the files and a container has them.

        The payload stands in front of bagit.txt. Files that are missing or were added are reported
        already, and change nothing about the order of the others.
        """
        if {bag.TAG_MANIFEST, bag.MANIFEST_512} & named:
            return
        tags, payload = list(self._listed(bag.TAG_MANIFEST)), list(self._listed(bag.MANIFEST_512))
        if bag.MANIFEST_256 not in named and payload != list(self._listed(bag.MANIFEST_256)):
            yield Problem(bag.MANIFEST_256, ProblemKind.ORDER)
        at = tags.index(bag.BAGIT) if bag.BAGIT in tags else 0
        right = [*tags[:at], *payload, *tags[at:], bag.TAG_MANIFEST, bag.SIGNATURE]
        known, there = {*right}, [name for name in right if name in self._sha256]
        if not self._is_folder and there != [name for name in self._sha256 if name in known]:
            yield Problem("", ProblemKind.ORDER)

    def _time_problems(self, named: AbstractSet[str]) -> Iterator[Problem]:
        """Members that a container gives another time than that of the bundle."""
        if self._is_folder or bag.BAG_INFO in named:
            return
        made = self._info.made
        yield from (
            Problem(name, ProblemKind.CHANGED) for name, at in self._made.items() if at != made
        )

    @property
    def _info(self) -> BagInfo:
        return BagInfo(self._kept.get(bag.BAG_INFO, b""))

    def _listed(self, name: str) -> dict[str, str]:
        """Return the hashes in a manifest; nothing where the file is no manifest."""
        try:
            return parse_manifest(self._kept.get(name, b"").decode())
        except ValueError:
            return {}


def _members(found: Iterable[Problem]) -> set[str]:
    return {each.member for each in found}


def _is_payload(name: str) -> bool:
    return name.startswith(bag.PAYLOAD)


def _max_read_bytes(name: str) -> int:
    """Return how many bytes of a member are kept to be read."""
    if name in bag.TIMESTAMPS:
        return MAX_TIMESTAMP_BYTES
    return MAX_READ_BYTES if name in READ_FILES else 0


def _differences(listed: Mapping[str, str], there: Mapping[str, str]) -> Iterator[Problem]:
    for name in listed.keys() | there.keys():
        if name not in there:
            yield Problem(name, ProblemKind.REMOVED)
        elif name not in listed:
            yield Problem(name, ProblemKind.ADDED)
        elif listed[name] != there[name]:
            yield Problem(name, ProblemKind.CHANGED)


def _twins(names: Iterable[str]) -> Iterator[str]:
    """Names that are one name on some computers, so that one file would overwrite the others."""
    alike = defaultdict(list)
    for name in names:
        alike[unicodedata.normalize("NFC", name.casefold())].append(name)
    for each in alike.values():
        yield from each if len(each) > 1 else ()
