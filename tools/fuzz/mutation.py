"""Changes to files: bytes, lengths, nesting, splices, names. A change is plain data, so that
hypothesis can shrink it and print how to make it again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from hypothesis import strategies as st

MOST_ADDED = 1 << 20
"""Bytes that one change may add."""

_NUMBERS = (0, 1, -1, 2, 127, 128, 255, 256, 65535, 65536, 2**31 - 1, -(2**31), 2**63 - 1, -(2**63))
_LONG = (10**30, 10**400)
_DIGITS = (*(str(number).encode() for number in (*_NUMBERS, *_LONG)), b"1e999", b"NaN")
_WIDTHS = (1, 2, 4, 8)
_A_NUMBER = re.compile(rb"\d+")

ODD_NAMES = (
    *("../secret", "../../secret", "/etc/hostname", "C:\\secret", "\\\\host\\share\\a", "a\\..\\b"),
    *("CON", "NUL.jpg", "COM1", "a:b", ".", "..", "~/a", "a" * 300 + ".jpg", "d/" * 300 + "a.jpg"),
    *("A.JPG", "a.jpg", "거울", "\u1100\u1165\u110b\u116e\u11af", "\u202egpj.exe", "-rf", "%00"),
)
_SIGNS = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        *ODD_NAMES,
        *("\0", "\r\n\r\n", '"', "\\", "\\x", "\\xC3", "\\ud800", "\ud800", "&#0;", "<!--", "-->"),
        *(
            "<![CDATA[",
            "<![",
            "<!",
            "</div>",
            "data:image/png;base64,",
            "Content-Length: 99999999999999",
            "--",
        ),
        *("/Length 99999999999", "/Prev 0", "/Filter[/FlateDecode", "3 0 R", "<<", "endobj"),
        *(
            '"photo": "../../secret"',
            '"messages": [',
            "null",
            "true",
            "From a@b Thu Aug  1 12:00:00",
        ),
    )
)
_NESTS = (
    b"[",
    b"{",
    b'{"a":',
    b"<div>",
    b"<<",
    b"(",
    b"<!--",
    b"--",
    b" ",
    b"a",
    b"&#",
    b'"',
    b"\\",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change to one file. The numbers are taken modulo what there is.

    Attributes:
        kind: Which; see KINDS.
        file: Of the export, by number.
        at: Where, in parts of 65,536 of its length.
        length: How many bytes.
        value: What to put there, by number.
    """

    kind: str
    file: int
    at: int
    length: int
    value: int


Files: TypeAlias = dict[str, bytes]
Edit: TypeAlias = Callable[[bytes, int, Change], bytes]


def _flip(content: bytes, at: int, change: Change) -> bytes:
    return _put(content, at, bytes([content[at] ^ 1 << change.value % 8]))


def _byte(content: bytes, at: int, change: Change) -> bytes:
    return _put(content, at, bytes([change.value % 256]))


def _number(content: bytes, at: int, change: Change) -> bytes:
    """Write a number at the edge of its range, in any width and byte order."""
    width = _WIDTHS[change.length % len(_WIDTHS)]
    number = _NUMBERS[change.value % len(_NUMBERS)] % 256**width
    return _put(content, at, number.to_bytes(width, "big" if change.value % 2 else "little"))


def _digits(content: bytes, at: int, change: Change) -> bytes:
    """Replace the next number that is written in digits."""
    found = _A_NUMBER.search(content, at)
    if found is None:
        return content
    new = _DIGITS[change.value % len(_DIGITS)]
    return content[: found.start()] + new + content[found.end() :]


def _cut(content: bytes, at: int, change: Change) -> bytes:
    return content[:at]


def _remove(content: bytes, at: int, change: Change) -> bytes:
    return content[:at] + content[at + change.length :]


def _repeat(content: bytes, at: int, change: Change) -> bytes:
    """Repeat a piece many times."""
    again = content[at : at + change.length]
    times = min(1 + change.value % 1000, MOST_ADDED // max(1, len(again)))
    return content[:at] + again * times + content[at:]


def _insert(content: bytes, at: int, change: Change) -> bytes:
    return content[:at] + _SIGNS[change.value % len(_SIGNS)] + content[at:]


def _nest(content: bytes, at: int, change: Change) -> bytes:
    """Nest a piece in itself, many levels deep."""
    times = min(change.length * 100, MOST_ADDED // 8)
    return content[:at] + _NESTS[change.value % len(_NESTS)] * times + content[at:]


def _swap(content: bytes, at: int, change: Change) -> bytes:
    """Exchange two neighbouring pieces."""
    middle, end = at + change.length, at + 2 * change.length
    return content[:at] + content[middle:end] + content[at:middle] + content[end:]


def _zeros(content: bytes, at: int, change: Change) -> bytes:
    return _put(content, at, bytes(min(change.length, len(content) - at)))


def _put(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


EDITS: Mapping[str, Edit] = {
    "flip": _flip,
    "byte": _byte,
    "number": _number,
    "digits": _digits,
    "cut": _cut,
    "remove": _remove,
    "repeat": _repeat,
    "insert": _insert,
    "nest": _nest,
    "swap": _swap,
    "zeros": _zeros,
}
SPLICE, RENAME, DROP = "splice", "rename", "drop"


def changes(kinds: tuple[str, ...] = (*EDITS, SPLICE)) -> st.SearchStrategy[Change]:
    """Generate any change."""
    far = st.integers(0, 65535)
    length = st.one_of(st.integers(0, 16), st.integers(0, 4096))
    return st.builds(Change, st.sampled_from(kinds), st.integers(0, 15), far, length, far)


def edited(content: bytes, change: Change, donors: tuple[bytes, ...] = (b"",)) -> bytes:
    """Return a file with one change.

    Args:
        donors: A splice takes its bytes from one of these.
    """
    if not content:
        return content
    at = change.at * len(content) // 65536
    if change.kind != SPLICE:
        return EDITS[change.kind](content, at, change)
    donor = donors[change.value % len(donors)]
    start = change.at * len(donor) // 65536
    return content[:at] + donor[start : start + 16 * change.length] + content[at + change.length :]


def changed(files: Mapping[str, bytes], change: Change, donors: tuple[bytes, ...]) -> Files:
    """Return an export with one change."""
    names = sorted(files)
    if not names:
        return {}
    name = names[change.file % len(names)]
    left = {other: files[other] for other in names if other != name}
    if change.kind == DROP:
        return left
    if change.kind == RENAME:
        new = name.rpartition("/")[0] + "/" + _on_disk(ODD_NAMES[change.value % len(ODD_NAMES)])
        return {**left, new.lstrip("/"): files[name]}
    return {**left, name: edited(files[name], change, donors)}


def _on_disk(name: str) -> str:
    """Return the nearest name that a disk can hold."""
    plain = name.replace("/", "\u2215")
    return plain[:80] if plain.strip(".") else f"_{plain}"
