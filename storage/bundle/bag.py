"""Write the bag inside a bundle: BagIt 1.0 (RFC 8493) with two manifests and one signature."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.bundle.container import ContainerWriter
from storage.bundle.member import ByteSource, KnownHashes, Member
from storage.bundle.names import is_bag_name
from storage.bundle.pipeline import Stage
from storage.bundle.signing import fingerprint, pem_of
from storage.bundle.tag_files import OXUM, bag_info_text, manifest_text
from storage.errors import MemberChangedError

ROOT = "documents"
"""The folder in the container that the bag is in."""

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST_256 = "manifest-sha256.txt"
MANIFEST_512 = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha512.txt"
SIGNATURE = "tagmanifest-sha512.txt.sig"
KEY = "signing-key.pem"
TIMESTAMPS = (f"{TAG_MANIFEST}.tsr", f"{TAG_MANIFEST}.ots")
"""Timestamps that somebody may add to an unpacked bag; no manifest can list them."""
PAYLOAD = "data/"
CUSTODY = "data/custody.jsonl"

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True)
class BundleIdentity:
    """What identifies a bundle, and what a document inside it may quote.

    Attributes:
        manifest_sha512: SHA-512 of manifest-sha512.txt, lowercase hex, which stands for every
            payload file.
        fingerprint: Fingerprint of the key that will sign, lowercase hex.
    """

    manifest_sha512: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class BagContents:
    """What a bag is made from.

    Attributes:
        first: Tag files that come before everything else.
        payload: Files whose names begin with "data/".
        info: Labels and values of bag-info.txt, in order; Payload-Oxum is added.
        last: Makes the tag files that quote the identity of the bundle.
    """

    first: Iterable[Member]
    payload: Iterable[Member]
    info: Mapping[str, str]
    last: Callable[[BundleIdentity], Iterable[Member]]


@dataclass(frozen=True, slots=True)
class WrittenBag:
    """A bag that was written.

    Attributes:
        files, size: Number and bytes of all members, the tag files included.
        digest: SHA-512 of the tag manifest, lowercase hex, which stands for the whole bundle.
        known: Hashes of the members of which both were known before, by name.
        unhashed: Those of them whose bytes were not hashed while they were written, by name.
    """

    files: int
    size: int
    identity: BundleIdentity
    digest: str
    known: Mapping[str, KnownHashes]
    unhashed: Mapping[str, Member]


def write_bag(
    container: ContainerWriter,
    contents: BagContents,
    key: Ed25519PrivateKey,
    *,
    hash_known: bool = True,
) -> Generator[int, None, WrittenBag]:
    """Write a bag; yields the length of each chunk as it is read.

    Args:
        hash_known: Whether members whose hashes are known are hashed all the same. A caller who
            reads the bag back, and compares these hashes then, need not have it done twice.

    Raises:
        MemberChangedError: The bytes of a member are not those that were announced; of one that is
            not hashed only their number is compared.
        ValueError: A name is used twice, or is none that a bag may have (see `names`).
    """
    writer = _BagWriter(container, hash_known=hash_known)
    for member in contents.first:
        yield from writer.tag_file(member)
    for member in contents.payload:
        yield from writer.payload(member)
    identity = yield from writer.manifests(contents.info, fingerprint(key.public_key()))
    for member in contents.last(identity):
        yield from writer.tag_file(member)
    digest = yield from writer.sign(key)
    container.finish()
    files, size = len(writer.names), writer.size
    return WrittenBag(files, size, identity, digest, writer.known, writer.unhashed)


class _BagWriter:
    def __init__(self, container: ContainerWriter, *, hash_known: bool) -> None:
        self._container = container
        self._hash_known = hash_known
        self._sha256: dict[str, str] = {}
        self._sha512: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._payload_size = 0
        self.names: set[str] = set()
        self.known: dict[str, KnownHashes] = {}
        self.unhashed: dict[str, Member] = {}
        self.size = 0

    def payload(self, member: Member) -> Generator[int]:
        """Add a file under data/."""
        if not member.name.startswith(PAYLOAD):
            raise ValueError(member.name)
        read = yield from self._add(member)
        self._sha256[member.name] = read.sha256
        self._sha512[member.name] = read.sha512
        self._payload_size += member.size

    def tag_file(self, member: Member) -> Generator[int]:
        """Add a file beside data/."""
        if member.name.startswith(PAYLOAD):
            raise ValueError(member.name)
        read = yield from self._add(member)
        self._tags[member.name] = read.sha512

    def manifests(
        self, info: Mapping[str, str], signer: str
    ) -> Generator[int, None, BundleIdentity]:
        """Add the manifests and bag-info.txt; returns what later documents may quote."""
        oxum = f"{self._payload_size}.{len(self._sha512)}"
        lines = {**info, OXUM: oxum}
        text = manifest_text(self._sha512)
        for name, content in (
            (BAGIT, DECLARATION),
            (BAG_INFO, bag_info_text(lines)),
            (MANIFEST_256, manifest_text(self._sha256)),
            (MANIFEST_512, text),
        ):
            yield from self.tag_file(Member.of(name, content))
        return BundleIdentity(hashlib.sha512(text.encode()).hexdigest(), signer)

    def sign(self, key: Ed25519PrivateKey) -> Generator[int, None, str]:
        """Add key, tag manifest and signature; returns the digest of the tag manifest."""
        yield from self.tag_file(Member.of(KEY, pem_of(key.public_key())))
        text = manifest_text(self._tags).encode()
        yield from self._add(Member.of(TAG_MANIFEST, text))
        yield from self._add(Member.of(SIGNATURE, key.sign(text)))
        return hashlib.sha512(text).hexdigest()

    def _add(self, member: Member) -> Generator[int, None, "_HashingSource"]:
        if member.name in self.names or not is_bag_name(member.name):
            raise ValueError(member.name)
        self.names.add(member.name)
        self.size += member.size
        name = f"{ROOT}/{member.name}"
        is_known = bool(member.sha256 and member.sha512)
        with closing(member.open()) as stream:
            read = _HashingSource(member, stream, is_hashed=self._hash_known or not is_known)
            seal = yield from self._container.add(name, member.size, read, *read.stages)
        read.require_whole()
        if member.sha256 and member.sha512:
            self.known[member.name] = KnownHashes(member.sha256, member.sha512, seal)
            if not read.is_hashed:
                self.unhashed[member.name] = member
        return read


class _HashingSource:
    """Hashes a member while it is read, and refuses one that was not announced so.

    Args:
        is_hashed: Whether it is hashed; if not, its hashes are known and taken as they are.
    """

    def __init__(self, member: Member, source: ByteSource, *, is_hashed: bool) -> None:
        self._member = member
        self._source = source
        self._left = member.size
        self.is_hashed = is_hashed
        self._sha256 = hashlib.sha256()
        self._sha512 = None if member.sha512 and member.sha256 else hashlib.sha512()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What is done with each chunk."""
        return (self._hash,) if self.is_hashed else ()

    def readinto(self, memory: memoryview) -> int:
        count = self._source.readinto(memory) or 0
        self._left -= count
        if self._left < 0:
            raise MemberChangedError(self._member.name)
        return count

    def _hash(self, chunk: memoryview) -> None:
        self._sha256.update(chunk)
        if self._sha512:
            self._sha512.update(chunk)

    def require_whole(self) -> None:
        if self._left or self._member.sha256 not in (None, self.sha256):
            raise MemberChangedError(self._member.name)

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest() if self.is_hashed else self._member.sha256 or ""

    @property
    def sha512(self) -> str:
        return self._sha512.hexdigest() if self._sha512 else self._member.sha512 or ""
