"""Derive the key of a case from its passphrase: Argon2id (RFC 9106) over the NFC form."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from storage.errors import EmptyPassphraseError

KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """The cost of deriving a key. A case file does not say with which cost its key was made."""

    memory_kib: int
    passes: int
    lanes: int


FULL_COST = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)
"""The cost for every case that the program makes; part of the format. Only tests use less."""


def derive_key(passphrase: str, salt: bytes, cost: KdfCost | None = None) -> bytearray:
    """Derive the 32 byte key of a case.

    The passphrase is normalised to NFC, because a Mac and a Windows keyboard may give the same
    Hangul in different forms.

    Args:
        salt: The first 16 bytes of the case file.
        cost: FULL_COST if None.

    Raises:
        EmptyPassphraseError: The passphrase is empty, or nothing but spaces.
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
    """Overwrite a secret with zeros. Copies that Python or a library made cannot be reached."""
    secret[:] = bytes(len(secret))
