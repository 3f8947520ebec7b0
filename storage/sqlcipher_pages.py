"""SQLCipher's seal of a page, which tells a damaged case from a wrong key.

A page ends with a 16 byte IV and a 64 byte HMAC-SHA512 over ciphertext, IV and page number. A wrong
key and a damaged first page look the same to SQLite, so that other pages are checked here.
"""

import hashlib
import hmac
from pathlib import Path

from storage.keys import SALT_BYTES

PAGE_SIZE = 16384
HMAC_BYTES = 64
MASK = 0x3A


def any_page_is_sealed(path: Path, key: bytearray, salt: bytes) -> bool:
    """Return whether the second, the middle or the last page was written with this key."""
    hmac_key = hmac_key_of(key, salt)
    pages = path.stat().st_size // PAGE_SIZE
    with path.open("rb") as stream:
        for number in {2, pages // 2 + 1, pages}:
            stream.seek((number - 1) * PAGE_SIZE)
            if number > 1 and is_sealed(stream.read(PAGE_SIZE), number, hmac_key):
                return True
    return False


def hmac_key_of(key: bytearray, salt: bytes) -> bytes:
    """Return the HMAC key that seals the pages of a file with this key and salt."""
    masked = bytes(byte ^ MASK for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", key, masked, 2, len(key))


def is_sealed(page: bytes, number: int, hmac_key: bytes) -> bool:
    """Return whether a page has its right seal. The salt, with which the first
    begins, is not sealed.
    """
    if len(page) < PAGE_SIZE:
        return False
    page = page[SALT_BYTES:] if number == 1 else page
    body, seal = page[:-HMAC_BYTES], page[-HMAC_BYTES:]
    made = hmac.digest(hmac_key, body + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(made, seal)
