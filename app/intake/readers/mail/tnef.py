"""winmail.dat: how Outlook packs attachments for itself (MS-OXTNEF)."""

from collections.abc import Iterator
from typing import BinaryIO

from app.intake.readers.core.listed import Listed, ListedContainer
from app.intake.readers.core.places import File
from app.intake.readers.core.text import decode_text
from face.errors import UnreadableMediaError
from face.types import Reason

_SIGNATURE = (0x223E9F78).to_bytes(4, "little")
_HEAD, _ATTRIBUTE, _CHECKSUM = 6, 9, 2
_NEW_ATTACHMENT = 0x00069002
_TITLE, _DATA, _PROPERTIES = 0x00018010, 0x0006800F, 0x00069005
_CUT = -1
_OBJECT, _INTERFACE = (0x3701000D).to_bytes(4, "little"), 16
"""PidTagAttachDataObject: a mail, which is a winmail.dat again, or a document (OLE), behind the
number of what it is."""
_LONG_NAMES = {0x3707001F: "utf-16-le", 0x3707001E: ""}
"""PidTagAttachLongFilename, in Unicode and in the code page of the sender."""
_ONE = (1).to_bytes(4, "little")
_MAX_PROPERTIES = 1 << 20
_MAX_NAME = 4_000
_MAX_ATTRIBUTES = 100_000
"""Four or five are those of one attachment."""


class WinMail(ListedContainer):
    """Opens winmail.dat."""

    def accepts(self, file: File) -> bool:
        """Return whether it begins with the signature."""
        return file.head().startswith(_SIGNATURE)

    def listed(self, stream: BinaryIO, size: int) -> Iterator[Listed]:
        """Yield the attachments; the text of the mail is none."""
        name = ""
        data: tuple[int, int] | None = None
        for kind, start, end in _attributes(stream, size):
            if kind == _NEW_ATTACHMENT:
                yield from _attachment(name, data)
                name, data = "", None
            elif kind == _TITLE:
                name = name or decode_text(stream.read(min(end - start, _MAX_NAME))).rstrip("\0")
            elif kind == _DATA:
                data = start, end
            elif kind == _PROPERTIES:
                properties = stream.read(min(end - start, _MAX_PROPERTIES))
                name = _long_name(properties) or name
                data = data or _object(properties, start, end)
            elif kind == _CUT:
                yield from _attachment(name, data)
                raise UnreadableMediaError(Reason.TRUNCATED)
        yield from _attachment(name, data)


def _attributes(stream: BinaryIO, size: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of each attribute, at whose content the stream stands; _CUT at last
    where the file breaks off."""
    at = _HEAD
    for _ in range(_MAX_ATTRIBUTES):
        if at >= size:
            return
        stream.seek(at)
        head = stream.read(_ATTRIBUTE)
        kind, length = (int.from_bytes(head[n : n + 4], "little") for n in (1, 5))
        start, end = at + _ATTRIBUTE, at + _ATTRIBUTE + length
        if end + _CHECKSUM > size:
            yield _CUT, at, at
            return
        yield kind, start, end
        at = end + _CHECKSUM
    raise UnreadableMediaError(Reason.TOO_LARGE, str(_MAX_ATTRIBUTES))


def _attachment(name: str, data: tuple[int, int] | None) -> Iterator[Listed]:
    if data is not None:
        yield Listed(name, *data)


def _object(properties: bytes, start: int, end: int) -> tuple[int, int] | None:
    """The range of a mail or document that is attached as such."""
    at = properties.find(_OBJECT + _ONE)
    if at < 0:
        return None
    length = int.from_bytes(properties[at + 8 : at + 12], "little")
    at += 12
    return start + at + _INTERFACE, min(start + at + max(length, _INTERFACE), end)


def _long_name(properties: bytes) -> str:
    """The long name of an attachment: its tag, a count of 1, its length, and the text."""
    for tag, encoding in _LONG_NAMES.items():
        at = properties.find(tag.to_bytes(4, "little") + _ONE)
        if at >= 0:
            length = int.from_bytes(properties[at + 8 : at + 12], "little")
            text = properties[at + 12 : at + 12 + min(length, _MAX_NAME)]
            return (text.decode(encoding, "replace") if encoding else decode_text(text)).rstrip(
                "\0"
            )
    return ""
