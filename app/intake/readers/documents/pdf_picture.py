"""Turns an image of a PDF (ISO 32000-1, 8.9.5) into a file that image decoders know.

JPEG and JPEG 2000 are files already and are handed on byte for byte; fax gets the header of a TIFF.
Everything else is turned into the colours that a viewer shows, by PDFium: it is given a document of
one page with nothing but this image, so that it meets no pages and no forms of a stranger.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, Final

import pikepdf
import PIL.TiffTags  # noqa: F401 - pikepdf imports it when it meets a fax
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, PdfImage, Stream
from pikepdf import StreamDecodeLevel as Decoding

from app.sandbox.reader_limits import KEPT_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

pikepdf.settings.set_qpdf_limits(
    flate_max_memory=KEPT_BYTES,
    png_max_memory=KEPT_BYTES,
    run_length_max_memory=KEPT_BYTES,
)
_JPEG: Final = ("/DCTDecode", "/JPXDecode")
_FAX, _NOT_READ = "/CCITTFaxDecode", "/JBIG2Decode"
"""Of JBIG2 PDFium hands out an empty picture."""
_DRAWN: Final = frozenset(("/Separation", "/DeviceN", "/Indexed", "/Lab"))
"""Colour spaces that a JPEG knows nothing of: alone, it shows other colours, or a negative."""
_GREY: Final = frozenset(("None", "/DeviceGray", "/CalGray", "/G"))
_DEVICES: Final = {"/CalGray": Name.DeviceGray, "/CalRGB": Name.DeviceRGB}
_INKS: Final = {"/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}
_TOLD: Final = frozenset(
    (
        *("/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace"),
        *("/Decode", "/Filter", "/DecodeParms", "/Length"),
    )
)
_BITS: Final = {1: 8, 2: 24, 3: 32, 4: 32}
"""Bits of a pixel in the formats of PDFium, which a BMP has in the same order."""
_GREYS: Final = b"".join(bytes((grey, grey, grey, 0)) for grey in range(256))


@contextmanager
def damage_told() -> Iterator[None]:
    """Whatever a library raises about a hostile document counts as damage.

    Raises:
        OSError, UnreadableMediaError: Reason.DAMAGED, or TOO_LARGE.
    """
    try:
        yield
    except (UnreadableMediaError, OSError, MemoryError):
        raise
    except Exception as error:
        if "limit exceeded" in str(error):
            raise UnreadableMediaError(Reason.TOO_LARGE, str(KEPT_BYTES)) from error
        raise UnreadableMediaError(Reason.DAMAGED) from error


def kinds(stream: Object) -> Iterator[str]:
    """Yield as what a stream is handed on: "picture", "shown", "file"."""
    if stream.get("/Subtype") == Name.Image:
        yield "picture"
        if _coding(stream) in _JPEG and _is_drawn(stream):
            yield "shown"
    elif stream.get("/Type") == Name.EmbeddedFile:
        yield "file"


def unpacked(stream: Object) -> bytes:
    """The bytes of an embedded file. May raise anything, as all of these: see `damage_told`."""
    return bytes(stream.read_bytes(Decoding.specialized))


def picture(stream: Stream) -> bytes:
    """An image as a file."""
    coding = _coding(stream)
    if coding == _FAX:
        made = io.BytesIO()
        PdfImage(stream).extract_to(stream=made, apply_mask=False)
        return made.getvalue()
    return _without_coding(stream) if coding in _JPEG else shown(stream)


def shown(stream: Object) -> bytes:
    """An image as a BMP in the colours that a viewer shows.

    Raises:
        UnreadableMediaError: It is too large, or coded or coloured in a way that PDFium refuses.
        Exception: Anything else about a damaged one.
    """
    width, height, coding = int(stream.Width), int(stream.Height), _coding(stream)
    if coding == _NOT_READ:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    size = width * height * (1 if _name(stream.get("/ColorSpace")) in _GREY else 3)
    if size > KEPT_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(size))
    rows = height
    if not coding:  # PDFium fills up what is missing
        bits = int(stream.get("/BitsPerComponent", 1)) * _inks(stream.get("/ColorSpace"))
        rows = min(height, len(_without_coding(stream)) // ((width * bits + 7) // 8))
    with closing(pypdfium2.PdfDocument(_document(stream))) as document:
        try:
            bitmap = next(document[0].get_objects(max_depth=1)).get_bitmap()
        except pypdfium2.PdfiumError as error:
            raise UnreadableMediaError(Reason.PICTURE_FORMAT) from error
        bits = _BITS[bitmap.format]
        greys = _GREYS if bits == 8 else b""
        start = 54 + len(greys)
        head = struct.pack("<2sI4xI", b"BM", start + bitmap.stride * height, start)
        info = struct.pack("<IiiHH24x", 40, bitmap.width, -bitmap.height, 1, bits)
        pixels = memoryview(bitmap.buffer)[: bitmap.stride * rows]
        return b"".join((head, info, greys, pixels))


def _document(stream: Object) -> bytes:
    """A PDF of one page with nothing but this image."""
    with pikepdf.new() as made:
        copy = _copied(made, stream)
        page = made.add_blank_page()
        page.Resources = Dictionary(XObject=Dictionary(I=copy))
        page.Contents = made.make_stream(b"/I Do")
        written = io.BytesIO()
        made.save(
            written,
            compress_streams=False,
            stream_decode_level=Decoding.none,
            object_stream_mode=ObjectStreamMode.disable,
        )
        return written.getvalue()


def _copied(into: pikepdf.Pdf, stream: Object) -> Object:
    """The image with nothing but what says how it looks."""
    copy = into.copy_foreign(stream)
    for key in set(copy.keys()) - _TOLD:
        del copy[key]
    copy.Filter, copy.DecodeParms = (
        Array(_list(copy, "/Filter")),
        Array(_list(copy, "/DecodeParms")),
    )
    space: Any = copy.get("/ColorSpace")
    if stream.get("/ImageMask"):
        copy.ColorSpace, copy.BitsPerComponent = Name.DeviceGray, 1
    elif _name(space) in _DEVICES and "/WhitePoint" not in space[1]:
        copy.ColorSpace = _DEVICES[_name(space)]  # calibrated to nothing
    return copy


def _without_coding(stream: Object) -> bytes:
    """The bytes as they are coded as a picture, or else bare samples."""
    with pikepdf.new() as made:
        copy = _copied(made, stream)
        count = len(copy.Filter) - bool(_coding(stream))
        copy.Filter, copy.DecodeParms = copy.Filter[:count], copy.DecodeParms[:count]
        return unpacked(copy)


def _coding(stream: Object) -> str:
    """How an image is coded as a picture; empty for bare samples."""
    last = str(["", *_list(stream, "/Filter")][-1])
    return last if last in (*_JPEG, _FAX, _NOT_READ) else ""


def _is_drawn(stream: Object) -> bool:
    """Whether the document says how the samples of a JPEG are to be shown."""
    return _name(stream.get("/ColorSpace")) in _DRAWN or list(stream.get("/Decode", ())) == [1, 0]


def _inks(space: Any) -> int:
    """How many samples a pixel has."""
    name = _name(space)
    if name == "/ICCBased":
        return int(space[1].get("/N", 3))
    return len(space[1]) if name == "/DeviceN" else _INKS.get(name, 1)


def _name(space: Any) -> str:
    return str(space[0] if isinstance(space, Array) and len(space) else space)


def _list(stream: Object, key: str) -> list[Any]:
    value = stream.get(key)
    return list(value) if isinstance(value, Array) else [] if value is None else [value]
