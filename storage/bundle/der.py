"""Read elements of DER (ITU-T X.690) with definite lengths, as timestamps are made of them."""

from typing import Final, NamedTuple

INTEGER: Final = 2
OCTETS: Final = 4
OID: Final = 6
TIME: Final = 24
SEQUENCE: Final = 48
SET: Final = 49
CONTEXT_0: Final = 160


class Element(NamedTuple):
    """One element: its tag, its content, and all of its bytes."""

    tag: int
    content: bytes
    whole: bytes


def elements(data: bytes) -> list[Element]:
    """Return the elements that lie one behind the other.

    Raises:
        ValueError: They do not fill the bytes.
        IndexError: The last one breaks off.
    """
    found, at = [], 0
    while at < len(data):
        start, tag, length, at = at, data[at], data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            if not 1 <= count <= 4:
                raise ValueError(count)
            length, at = int.from_bytes(data[at : at + count]), at + count
        if at + length > len(data):
            raise ValueError(length)
        found.append(Element(tag, data[at : at + length], data[start : at + length]))
        at += length
    return found


def content_of(element: Element, tag: int) -> bytes:
    """Return the content of an element that has to have this tag.

    Raises:
        ValueError: It has another.
    """
    if element.tag != tag:
        raise ValueError(element.tag)
    return element.content


def first_of(data: bytes, tag: int) -> bytes:
    """Return the content of the first element, which has to have this tag.

    Raises:
        ValueError, IndexError: There is none, or it has another.
    """
    return content_of(elements(data)[0], tag)
