"""A passphrase becomes the key of a case: Argon2id (RFC 9106) over its NFC form."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from storage.errors import EmptyPassphraseError

KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess at a passphrase costs. A file does not say which cost made its key."""

    memory_kib: int
    passes: int
    lanes: int


FULL_COST = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)
"""The cost of every case that the program makes; part of the format. Only tests go lower."""


def derive_key(passphrase: str, salt: bytes, cost: KdfCost | None = None) -> bytearray:
    """Return the 32 byte key. `cost` None is FULL_COST, looked up when called.

    NFC, because a Mac and a Windows keyboard may give the same Hangul in different forms.
    """
    cost = cost or FULL_COST
    if not passphrase.strip():
        raise EmptyPassphraseError
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    secret = bytearray(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))
    try:
        return bytearray(kdf.derive(secret))  # type: ignore[arg-type]  # takes any buffer
    finally:
        wipe(secret)


def wipe(secret: bytearray) -> None:
    """Overwrite it. Copies that Python or a library made on the way are out of reach."""
    secret[:] = bytes(len(secret))
