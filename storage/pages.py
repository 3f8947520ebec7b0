"""How SQLCipher seals a page, as far as it is needed to tell a damaged case from a wrong key.

A page ends with a 16 byte IV and a 64 byte HMAC-SHA512 over ciphertext, IV and page number. A
wrong key and a damaged first page look the same to SQLite; here another page is asked.
"""

import hashlib
import hmac
from pathlib import Path

PAGE_SIZE = 16384
HMAC_BYTES = 64
MASK = 0x3A


def any_page_is_sealed(path: Path, key: bytearray, salt: bytes) -> bool:
    """Whether the second, the middle or the last page was written with this key."""
    masked = bytes(byte ^ MASK for byte in salt)
    hmac_key = hashlib.pbkdf2_hmac("sha512", key, masked, 2, len(key))
    pages = path.stat().st_size // PAGE_SIZE
    with path.open("rb") as stream:
        for number in {2, pages // 2 + 1, pages}:
            stream.seek((number - 1) * PAGE_SIZE)
            if number > 1 and is_sealed(stream.read(PAGE_SIZE), number, hmac_key):
                return True
    return False


def is_sealed(page: bytes, number: int, hmac_key: bytes) -> bool:
    """Whether a page (not the first, which begins with the salt) is as it was written."""
    if len(page) < PAGE_SIZE:
        return False
    body, seal = page[:-HMAC_BYTES], page[-HMAC_BYTES:]
    made = hmac.digest(hmac_key, body + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(made, seal)
