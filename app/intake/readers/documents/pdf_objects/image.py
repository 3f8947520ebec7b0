"""Turns an image of a PDF (ISO 32000-1, 8.9.5) into a file that image decoders know.

JPEG, JPEG 2000 and fax are files already and are not decoded. Bare samples become a TIFF; those
that are packed as in PNG become a PNG without being unpacked. Samples of named inks and of Lab
become RGB.
"""

import numpy as np
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from app.intake.readers.documents.pdf_objects.colours import (
    BY_FUNCTION,
    INKS,
    as_rgb,
    inks_in,
    name_of,
)
from app.intake.readers.documents.pdf_objects.samples import (
    PNG_COLOUR,
    Samples,
    as_png,
    as_tiff,
    jpeg_as_tiff,
)
from face.errors import UnreadableMediaError
from face.types import Reason

_FILES = frozenset(("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode"))
"""Filters whose output is a file; pypdf puts a header before a fax."""

_NOT_READ = "/JBIG2Decode"
"""A filter for which pypdf would start another program."""

_JPEG = "/DCTDecode"
_BYTE = 8
_SAMPLES = {"/DeviceRGB": 3, "/CalRGB": 3, "/DeviceCMYK": 4}
_PNG_PREDICTOR = 10


def image_file(stream: StreamObject) -> bytes:
    """Return the image as a file.

    Raises:
        UnreadableMediaError: The image is coded in a way that no decoder here reads.
        Exception: Whatever pypdf raises about a damaged one.
    """
    filters = [str(each) for each in _list(stream, "/Filter")]
    if _NOT_READ in filters:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    space = _value(stream, "/ColorSpace")
    if filters and filters[-1] in _FILES:
        content = bytes(stream.get_data())
        if filters[-1] == _JPEG and _is_negative(stream, space):
            return jpeg_as_tiff(
                content, _number(stream, "/Width", 0), _number(stream, "/Height", 0)
            )
        return content
    if isinstance(space, ArrayObject) and name_of(space) in BY_FUNCTION:
        return _converted(stream, space)
    samples = _samples(stream)
    if filters == ["/FlateDecode"] and _is_packed_as_png(stream, samples):
        return as_png(samples, stream._data)  # noqa: SLF001 - get_data would unpack it
    return as_tiff(samples, stream.get_data())


def _converted(stream: StreamObject, space: ArrayObject) -> bytes:
    """A picture of named inks or of Lab as a TIFF of RGB."""
    width, height = _number(stream, "/Width", 0), _number(stream, "/Height", 0)
    bits, count = _number(stream, "/BitsPerComponent", 8), inks_in(space)
    decode = [float(each) for each in _list(stream, "/Decode")]  # type: ignore[arg-type]
    is_inverted = decode[:2] == [1, 0]
    if width <= 0 or height <= 0 or count <= 0:
        raise UnreadableMediaError(Reason.DAMAGED)
    data = stream.get_data()
    if count == 1 and bits <= _BYTE:
        steps = np.linspace(0, 255, 1 << bits).round().astype(np.uint8)[:, None]
        palette = as_rgb(space, steps, is_inverted=is_inverted)
        return as_tiff(Samples(width, height, bits, 1, palette, False), data)
    if bits not in (_BYTE, 2 * _BYTE):
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    stored = np.frombuffer(data, np.uint8)[:: bits // _BYTE]
    rows = min(height, len(stored) // (width * count))
    pixels = stored[: rows * width * count].reshape(-1, count)
    rgb = as_rgb(space, pixels, is_inverted=is_inverted)
    return as_tiff(Samples(width, rows, _BYTE, 3, None, False), rgb)


def _is_negative(stream: StreamObject, space: PdfObject | None) -> bool:
    """Whether a JPEG of one sample per pixel has 0 for white."""
    decode = [float(each) for each in _list(stream, "/Decode")]  # type: ignore[arg-type]
    is_inverted = decode == [1, 0]
    if not isinstance(space, ArrayObject) or name_of(space) not in INKS or inks_in(space) != 1:
        return is_inverted
    ends = as_rgb(space, np.array([[0], [255]], np.uint8), is_inverted=is_inverted)
    return sum(ends[:3]) > sum(ends[3:])


def _samples(stream: StreamObject) -> Samples:
    count, palette = _colours(_value(stream, "/ColorSpace"))
    decode = [float(each) for each in _list(stream, "/Decode")]  # type: ignore[arg-type]
    return Samples(
        width=_number(stream, "/Width", 0),
        height=_number(stream, "/Height", 0),
        bits=_number(stream, "/BitsPerComponent", 1),
        count=count,
        palette=palette,
        is_inverted=count == 1 and palette is None and decode[:2] == [1, 0],
    )


def _colours(space: PdfObject | None) -> tuple[int, bytes | None]:
    """Return the number of samples per pixel, and the palette."""
    if not isinstance(space, ArrayObject):
        return _SAMPLES.get(str(space), 1), None
    name = str(space[0])
    if name == "/ICCBased":
        profile = space[1].get_object()
        return _number(profile, "/N", 3) if isinstance(profile, DictionaryObject) else 3, None
    if name != "/Indexed":
        return _SAMPLES.get(name, 1), None
    lookup = space[3].get_object()
    colours = lookup.get_data() if isinstance(lookup, StreamObject) else _bytes(lookup)
    told = space[1].get_object()
    if isinstance(told, ArrayObject) and name_of(told) in BY_FUNCTION:
        count = inks_in(told)
        inks = np.frombuffer(colours[: len(colours) // count * count], np.uint8)
        return 1, as_rgb(told, inks.reshape(-1, count), is_inverted=False)
    base, inner = _colours(told if not _is_indexed(told) else None)
    return 1, _as_rgb(colours, base) if inner is None else None


def _is_indexed(space: PdfObject) -> bool:
    """Return whether a colour space is a palette, which no palette may have for its base."""
    array = _array(space.get_object())
    return bool(array) and str(array[0]) == "/Indexed"


def _as_rgb(colours: bytes, count: int) -> bytes:
    if count == 3:
        return colours
    if count == 1:
        return bytes(each for gray in colours for each in (gray, gray, gray))
    inks = (colours[at : at + 4] for at in range(0, len(colours) - 3, 4))
    return bytes((255 - ink[n]) * (255 - ink[3]) // 255 for ink in inks for n in range(3))


def _is_packed_as_png(stream: StreamObject, samples: Samples) -> bool:
    parameters = _list(stream, "/DecodeParms")
    told = parameters[0].get_object() if parameters else None
    if not isinstance(told, DictionaryObject) or samples.is_inverted:
        return False
    if samples.count not in PNG_COLOUR or _number(told, "/Predictor", 1) < _PNG_PREDICTOR:
        return False
    shape = (
        _number(told, "/Columns", 1),
        _number(told, "/Colors", 1),
        _number(told, "/BitsPerComponent", 8),
    )
    return shape == (samples.width, samples.count, samples.bits)


def _value(told: DictionaryObject, key: str) -> PdfObject | None:
    value = told[key].get_object() if key in told else None
    return None if isinstance(value, NullObject) else value


def _number(told: DictionaryObject, key: str, otherwise: int) -> int:
    value = _value(told, key)
    return int(value) if isinstance(value, NumberObject | FloatObject) else otherwise


def _list(told: DictionaryObject, key: str) -> list[PdfObject]:
    value = _value(told, key)
    if isinstance(value, ArrayObject):
        return list(value)
    return [] if value is None else [value]


def _array(value: PdfObject | None) -> ArrayObject:
    return value if isinstance(value, ArrayObject) else ArrayObject()


def _bytes(value: PdfObject | None) -> bytes:
    if isinstance(value, TextStringObject):
        return bytes(value.original_bytes)
    return bytes(value) if isinstance(value, ByteStringObject) else b""
