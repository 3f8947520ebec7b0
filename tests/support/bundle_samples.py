"""A small bag with one of everything, written as a ZIP, an age file or a folder."""

import hashlib
import io
from collections import deque
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.job import finish
from storage.bundle.bag import CUSTODY, BagContents, BundleIdentity, WrittenBag
from storage.bundle.member import ByteSource, Member
from storage.bundle.pipeline import Pipeline
from storage.bundle.tag_files import BUNDLE_FORMAT, FORMAT, MADE
from storage.bundle.verify import Verification, verify
from storage.bundle.write import Lock, ToRecipient, UnderPassphrase, write_bundle
from storage.custody import canonical, sha256_of

PHRASE = "abandon ability able about above absent"
CASE_ID = "4bbe29999c097aa580fa5617af6fb115"
MADE_UTC = "2026-11-22T14:31:05.250+00:00"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
IDENTITY = "AGE-SECRET-KEY-1WCHWPF8J2J9WPU52FHPW7PQZY2X64AC4TJRGRGA0VVMD3PJSCZJQXPEZ05"
ORIGINAL = bytes(range(256)) * 20


def whole(source: ByteSource) -> bytes:
    """All of its bytes."""
    content = bytearray()
    deque(Pipeline().run(source, content.extend), maxlen=0)
    return bytes(content)


def log(entries: int = 3) -> list[str]:
    """Bodies of a custody log."""
    bodies, previous = [], sha256_of(CASE_ID)
    for seq in range(1, entries + 1):
        bodies.append(canonical({"seq": seq, "action": "view", "previous": previous}))
        previous = sha256_of(bodies[-1])
    return bodies


def lines(bodies: list[str]) -> str:
    """The log as it stands in a bag."""
    return "".join(f"{body}\n" for body in bodies)


def contents(*more: Member, custody: str | None = None) -> BagContents:
    """What is in the bag."""
    bodies = log()

    def last(identity: BundleIdentity) -> list[Member]:
        return [Member.of("report.txt", f"{identity.manifest_sha512} {identity.fingerprint}\n")]

    return BagContents(
        first=[Member.of("README-FIRST.en.txt", "Read me.\r\n")],
        payload=[
            Member.of("data/items.json", '{"items":[]}\n'),
            Member.of(CUSTODY, lines(bodies) if custody is None else custody),
            Member(
                "data/originals/0001.jpg",
                len(ORIGINAL),
                lambda: io.BytesIO(ORIGINAL),
                hashlib.sha256(ORIGINAL).hexdigest(),
                hashlib.sha512(ORIGINAL).hexdigest(),
            ),
            Member.of("data/originals/0002.bin", b""),
            *more,
        ],
        info={
            "External-Identifier": CASE_ID,
            BUNDLE_FORMAT: FORMAT,
            MADE: MADE_UTC,
            "Geoul-Custody-Entries": str(len(bodies)),
            "Geoul-Custody-Head": sha256_of(bodies[-1]),
        },
        last=last,
    )


def write(path: Path, lock: Lock | None = None, what: BagContents | None = None) -> WrittenBag:
    """Write a bundle, under PHRASE unless told otherwise."""
    return finish(write_bundle(path, lock or UnderPassphrase(PHRASE), what or contents(), KEY))


def to_identity() -> ToRecipient:
    """A lock that IDENTITY opens."""
    return ToRecipient(str(pyrage.x25519.Identity.from_str(IDENTITY).to_public()))


every_lock = pytest.mark.parametrize(
    "lock", [UnderPassphrase(PHRASE), to_identity()], ids=["zip", "age"]
)
"""Runs a test with a bundle under a passphrase, and with one for the holder of an identity."""


def verified(path: Path, secret: str = PHRASE) -> Verification:
    """Verify a bundle."""
    return finish(verify(path, secret))


def found(path: Path, secret: str = PHRASE) -> set[tuple[str, str]]:
    """The problems of a bundle."""
    return {(each.member, str(each.kind)) for each in verified(path, secret).problems}
