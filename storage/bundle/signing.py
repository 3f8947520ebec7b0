"""The Ed25519 key of a case and its signatures. Source: RFC 8032.

The key is made when a case first needs it and stays in the case. A signature shows that bundles
come from one case and were not changed since; only the fingerprint on paper shows whose case it
is.
"""

import hashlib

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)
from sqlite_utils import Database

from storage.custody import PROGRAM, Custody

SETTING = "signing_key"


def signing_key(db: Database) -> Ed25519PrivateKey:
    """Return the key of a case. If there is none, make it and note it in the custody log."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (SETTING,)).fetchone()
    if found:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(found[0]))
    key = Ed25519PrivateKey.generate()
    with db.atomic():
        db.execute("INSERT INTO meta VALUES (?, ?)", (SETTING, key.private_bytes_raw().hex()))
        made = {"fingerprint": fingerprint(key.public_key())}
        Custody(db).append("signing-key-made", PROGRAM, made)
    return key


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 of the key as SubjectPublicKeyInfo (DER), lowercase hex."""
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def in_groups(text: str) -> str:
    """Write a fingerprint in groups of four, as people compare it."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def pem_of(key: Ed25519PublicKey) -> bytes:
    """Return the public key in PEM form, which other programs read."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def key_in(pem: bytes) -> Ed25519PublicKey | None:
    """Return the Ed25519 key in a PEM file, or None where there is no such key."""
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        return None
    return key if isinstance(key, Ed25519PublicKey) else None


def is_signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    """Return whether the signature is the key's signature of the content."""
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True
