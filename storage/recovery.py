"""The recovery code: the key of a case in a form that can be printed and typed.

Crockford's base32 (no I, L, O, U; case and hyphens do not matter) of the 32 byte key and a three
byte checksum: 56 symbols in 14 groups of four.
"""

import hashlib

from storage.errors import RecoveryCodeError
from storage.keys import KEY_BYTES

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4
CHECK_BYTES = 3
LENGTH = (KEY_BYTES + CHECK_BYTES) * 8 // 5

_VALUES = {symbol: value for value, symbol in enumerate(SYMBOLS)} | {"O": 0, "I": 1, "L": 1}


def recovery_code(key: bytearray) -> str:
    """Write a key as a recovery code, which is shown only once."""
    number = int.from_bytes(key + _checksum(key))
    symbols = [SYMBOLS[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5)]
    return "-".join("".join(symbols[i : i + GROUP]) for i in range(0, LENGTH, GROUP))


def key_of(code: str) -> bytearray:
    """Read the key from a recovery code that somebody typed.

    Raises:
        RecoveryCodeError: The code is mistyped; one error in 16 million goes unnoticed.
    """
    symbols = [symbol for symbol in code.upper() if symbol.isalnum()]
    if len(symbols) != LENGTH or not all(symbol in _VALUES for symbol in symbols):
        raise RecoveryCodeError
    number = 0
    for symbol in symbols:
        number = number << 5 | _VALUES[symbol]
    both = number.to_bytes(KEY_BYTES + CHECK_BYTES)
    key = bytearray(both[:KEY_BYTES])
    if both[KEY_BYTES:] != _checksum(key):
        raise RecoveryCodeError
    return key


def _checksum(key: bytearray) -> bytes:
    return hashlib.sha256(b"geoul recovery code 1" + key).digest()[:CHECK_BYTES]
