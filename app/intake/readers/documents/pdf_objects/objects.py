"""The objects of a PDF: finds its images and embedded files, and reads their bytes."""

import io
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

# pypdf imports these when it first needs them, when a child can open no file any more.
import pypdf._crypt_providers._fallback
import pypdf.filters
import pypdf.xmp  # noqa: F401
from pypdf import PasswordType, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, IndirectObject, StreamObject

from app.intake.readers.documents.pdf_objects.image import image_file
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it tells what stands in the file
PICTURE, FILE = "picture", "file"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PdfObject:
    """An image or embedded file in a PDF.

    Attributes:
        kind: PICTURE or FILE, or the error that says why it cannot be read.
        size: Packed size in bytes.
    """

    number: int
    generation: int
    kind: str | UnreadableMediaError
    size: int = 0


class PdfObjects:
    """An open PDF."""

    def __init__(self, stream: BinaryIO, size: int, passwords: Sequence[str]) -> None:
        """Read the list of objects.

        Raises:
            UnreadableMediaError: The document is damaged, locked, or encrypted in another way than
                with a password (Reason.ENCRYPTED).
        """
        held = io.BytesIO(stream.read()) if size <= reader_limits.KEPT_BYTES else stream
        self._pdf = _said(lambda: PdfReader(held))
        if _said(lambda: self._pdf.is_encrypted):
            self._unlock(passwords)

    def listed(self, most: int) -> Iterator[PdfObject]:
        """Yield images and files; masks, which only say where an image shows, are left out.

        Raises:
            UnreadableMediaError: There are more than `most` objects.
        """
        numbers = [(number, held) for held, all_ in self._pdf.xref.items() for number in all_]
        if len(numbers) > most:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(len(numbers)))
        found: list[PdfObject] = []
        masks: set[int] = set()
        for number, generation in sorted(numbers):
            try:
                each = self._look_at(number, generation, masks)
            except UnreadableMediaError as error:
                yield PdfObject(number, generation, error)
                continue
            if each is not None:
                found.append(each)
        yield from (each for each in found if each.number not in masks)

    def read(self, number: int, generation: int) -> bytes:
        """Return the bytes of an image or file. Raises UnreadableMediaError."""
        stream = self._stream_at(number, generation)
        if stream is None:
            raise UnreadableMediaError(Reason.DAMAGED)
        if _kind(stream) == PICTURE:
            return _said(lambda: image_file(stream))
        return _said(lambda: bytes(stream.get_data()))

    def _unlock(self, passwords: Sequence[str]) -> None:
        """Decrypt the document; many have an empty password, which protects from changes only."""
        for password in ("", *passwords):
            try:
                opened = self._pdf.decrypt(password)
            except NotImplementedError as error:
                raise UnreadableMediaError(Reason.ENCRYPTED) from error
            if opened is not PasswordType.NOT_DECRYPTED:
                return
        raise UnreadableMediaError(Reason.LOCKED)

    def _look_at(self, number: int, generation: int, masks: set[int]) -> PdfObject | None:
        stream = self._stream_at(number, generation)
        if stream is None:
            return None
        masks.update(_said(lambda: list(_masks(stream))))
        kind = _said(lambda: _kind(stream))
        if kind is None:
            return None
        size = len(stream._data)  # noqa: SLF001 - get_data would unpack it
        return PdfObject(number, generation, kind, size)

    def _stream_at(self, number: int, generation: int) -> StreamObject | None:
        """Return the object if it is a stream; pypdf must not keep it in memory."""
        reference = IndirectObject(number, generation, self._pdf)
        value = _said(reference.get_object)
        self._pdf.resolved_objects.clear()
        return value if isinstance(value, StreamObject) else None


def _kind(stream: StreamObject) -> str | None:
    """Return PICTURE or FILE; None for other streams."""
    if stream.get("/Subtype") == "/Image":
        return PICTURE
    return FILE if stream.get("/Type") == "/EmbeddedFile" else None


def _masks(stream: StreamObject) -> Iterator[int]:
    """Yield the numbers of the masks of an image."""
    for name in ("/SMask", "/Mask"):
        value = stream.get(name)
        if isinstance(value, IndirectObject) and not isinstance(value.get_object(), ArrayObject):
            yield value.idnum


def _said(read: Callable[[], _T]) -> _T:
    """Run pypdf; whatever a hostile file makes it raise counts as damage."""
    try:
        return read()
    except (UnreadableMediaError, MemoryError):
        raise
    except LimitReachedError as error:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.KEPT_BYTES)) from error
    except Exception as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error
