"""docs/case-format.md in code, without SQLCipher: what it says is enough to read a case."""

import hashlib
import hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 16384
RESERVED = 80
MAGIC = b"SQLite format 3\0"


def plain_database(path: Path, key: bytes) -> bytes:
    """Decrypt a closed case to an ordinary SQLite database."""
    content = path.read_bytes()
    assert len(content) % PAGE == 0
    pages = (content[start : start + PAGE] for start in range(0, len(content), PAGE))
    return b"".join(_open(page, n, key, content[:16]) for n, page in enumerate(pages, 1))


def sealed_database(plain: bytes, key: bytes, salt: bytes) -> bytes:
    """Encrypt an ordinary SQLite database; the IV of a page is made from its number."""
    pages = (plain[start : start + PAGE] for start in range(0, len(plain), PAGE))
    return b"".join(_seal(page, n, key, salt) for n, page in enumerate(pages, 1))


def _open(page: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    skip = 16 if number == 1 else 0
    body, iv, seal = page[skip:-RESERVED], page[-RESERVED:-64], page[-64:]
    assert _hmac(body + iv, number, key, salt) == seal
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return MAGIC[:skip] + decryptor.update(body) + decryptor.finalize() + iv + seal


def _seal(page: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    skip = 16 if number == 1 else 0
    iv = hashlib.sha256(number.to_bytes(4)).digest()[:16]
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    body = encryptor.update(page[skip:-RESERVED]) + encryptor.finalize() + iv
    return salt[:skip] + body + _hmac(body, number, key, salt)


def _hmac(body: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    masked = bytes(byte ^ 0x3A for byte in salt)
    hmac_key = hashlib.pbkdf2_hmac("sha512", key, masked, 2, 32)
    return hmac.digest(hmac_key, body + number.to_bytes(4, "little"), "sha512")
