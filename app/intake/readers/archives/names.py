"""Names of members, as the programs wrote them: in UTF-8, in a Korean code page, or in that of DOS.

7-Zip gives what is not UTF-8 byte for byte: the byte b is the letter U+EF00 + b.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_KEPT = re.compile("[\uef80-\uefff]")
_BACKSLASH = "\uf05c"
"""What 7-Zip puts for a backslash in names that a Unix wrote."""


def member_names(told: Sequence[str | int | None]) -> list[str]:
    """The names of all members of an archive; a member without one gets its number."""
    given = [each if isinstance(each, str) else "" for each in told]
    unknown = [_bytes(each) for each in given if _KEPT.search(each)]
    charset = "cp949" if unknown and all(map(_is_korean, unknown)) else None
    return [_name(each, charset) or str(number) for number, each in enumerate(given)]


def _name(told: str, charset: str | None) -> str:
    if _KEPT.search(told):
        raw = _bytes(told)
        told = raw.decode(charset or ("cp949" if _is_korean(raw) else "cp437"))
    else:
        told = told.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean(told.replace(_BACKSLASH, "\\"))


def clean(name: str) -> str:
    """A name as an address can hold it: composed, and without a NUL."""
    return unicodedata.normalize("NFC", name.replace("\0", "\ufffd"))


def _bytes(told: str) -> bytes:
    pieces = groupby(told, key=lambda letter: _KEPT.match(letter) is not None)
    return b"".join(
        bytes(ord(letter) & 0xFF for letter in letters)
        if is_kept
        else "".join(letters)
        .encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le", "replace")
        .encode()
        for is_kept, letters in pieces
    )


def _is_korean(raw: bytes) -> bool:
    """Whether it is code page 949, and not only by accident.

    Almost every text of two bytes a letter makes some syllable. What people write is nearly always
    among the 2,350 of KS X 1001.
    """
    try:
        letters = [each for each in raw.decode("cp949") if ord(each) > 0x7F]
    except UnicodeDecodeError:
        return False
    common = sum("가" <= each <= "힣" and _is_common(each) for each in letters)
    return 2 * common >= len(letters)


def _is_common(syllable: str) -> bool:
    try:
        return len(syllable.encode("euc_kr")) == 2  # the others are spelled in four letters
    except UnicodeEncodeError:
        return False


def password_forms(password: str) -> Iterator[str]:
    """A password as 7-Zip takes it: in UTF-8, and as a Korean Windows has written its bytes."""
    yield password
    try:
        raw = password.encode("cp949")
    except UnicodeEncodeError:
        return
    if not raw.isascii():
        yield "".join(chr(byte if byte < 0x80 else 0xEF00 + byte) for byte in raw)
