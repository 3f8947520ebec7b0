"""Decode pictures of a TIFF or PSD whose samples Pillow does not know: floating-point and signed
numbers, integers of 32 and 64 bits, many inks of 16 bits, planes of more than 8 bits.

Pillow unpacks them nevertheless: it is given a TIFF in which every byte of a row is a grey pixel.
What the bytes mean is made of them here.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, BinaryIO, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.colour import upright_pixels
from face.media.plugins import allow_truncated, translating_errors
from face.media.tiff import Layout, read_layout, read_tiff
from face.streams import Piece, joined_stream
from face.types import Frame, Reason

Numbers: TypeAlias = NDArray[Any]

_UNPACKED: Final = {1, 5, 8, 32773, 32946, 34925, 50000}
"""Without packing, LZW, Deflate (two numbers), PackBits, LZMA, Zstandard."""
_KINDS: Final = {1: "u", 2: "i", 3: "f"}
_WIDTHS: Final = {"u": {8, 16, 32, 64}, "i": {8, 16, 32, 64}, "f": {16, 32, 64}}
_GREY, _RGB, _INKS = {0, 1}, 2, 5
_MAX_SAMPLES: Final = 64
_DEFINED: Final = {*range(1, 10), 32773, 32946, 34712, 34892, 34925, 50000, 50001, 50002, 52546}
_DEFINED_COLOURS: Final = {*range(11), 32844, 32845}
_CMYK = 1
_DIFFERENCES, _FLOATS = 2, 3
_WHITE_SHARE: Final = 0.995
"""So many of the samples of a picture without a fixed white are darker than its white."""


class SampledPicture:
    """Decodes pictures by how their samples lie. Has the interface of `PictureDecoder`."""

    def __init__(
        self,
        stream: BinaryIO,
        size: int,
        pages: Sequence[Callable[[], Layout]],
        *,
        is_all: bool = True,
    ) -> None:
        """Read how the first page lies.

        Args:
            pages: Read how each page lies.
            is_all: Whether these pages are all that is in the file.

        Raises:
            UnreadableMediaError: The first page is of no kind that is known here.
        """
        self.duration_ms: int | None = None
        self.partly: Reason | None = None if is_all else Reason.MORE_INSIDE
        self._stream = stream
        self._size = size
        self._pages = pages
        if not pages:
            raise UnreadableMediaError(Reason.DAMAGED)
        first = _known(pages[0]())
        self.width, self.height = first.width, first.height

    def frames(self) -> Iterator[Frame]:
        """Decode the pages: at least one, or an error."""
        for index, page in enumerate(self._pages[: limits.MAX_PAGES]):
            try:
                pixels = upright_pixels(self._picture(_known(page())))
            except UnreadableMediaError as error:
                if index == 0 or error.reason is Reason.DECODER_MEMORY:
                    raise
                self.partly = error.reason
                return
            yield Frame(pixels, index, 0, index)
        if len(self._pages) > limits.MAX_PAGES:
            self.partly = Reason.TOO_LONG

    def _picture(self, layout: Layout) -> Image.Image:
        count = layout.samples if layout.is_planar else 1
        wanted = _shown(layout)
        planes = [
            self._numbers(layout, n, count) for n in range(count) if n in wanted or count == 1
        ]
        numbers = np.concatenate(planes, axis=2) if count > 1 else planes[0]
        return _as_picture(layout, numbers[:, :, : len(wanted)])

    def _numbers(self, layout: Layout, plane: int, planes: int) -> Numbers:
        """Unpack one plane, or all; returns rows of pixels of samples."""
        samples = 1 if planes > 1 else layout.samples
        width = layout.tile[0] if layout.tile else layout.width
        across = -(-layout.width // width)
        unit = layout.bits // 8
        packed = _of_bytes(layout, plane, planes, width * samples * unit)
        bytes_ = self._unpacked([packed, (0, self._size)])
        rows = bytes_.reshape(layout.height, across, width * samples * unit)
        numbers = _without_prediction(layout, rows, samples)
        return numbers.reshape(layout.height, across * width, samples)[:, : layout.width]

    def _unpacked(self, pieces: Sequence[Piece]) -> NDArray[np.uint8]:
        """Return the bytes of all rows; of a damaged picture those that can be had."""
        try:
            with translating_errors():
                return _loaded(joined_stream(self._stream, pieces))
        except UnreadableMediaError as error:
            if error.reason not in {Reason.DAMAGED, Reason.TRUNCATED}:
                raise
            self.partly = error.reason
            with translating_errors(), allow_truncated():
                rows = _loaded(joined_stream(self._stream, pieces))
            if not rows.any():
                raise
            return rows


def _loaded(stream: BinaryIO) -> NDArray[np.uint8]:
    image = TiffImagePlugin.TiffImageFile(stream)
    image.load()
    return np.asarray(image)


def sampled_tiff(stream: BinaryIO, size: int) -> SampledPicture:
    """Open the pages of a TIFF. Raises UnreadableMediaError."""
    directories = read_tiff(stream, size).directories
    pages = [partial(read_layout, stream, size, each) for each in directories if not each.is_sub]
    return SampledPicture(stream, size, pages)


def is_misread(stream: BinaryIO, size: int) -> bool:
    """Return whether Pillow takes the samples for others: planes of more than 8 bits."""
    first = next(iter(read_tiff(stream, size).directories), None)
    if first is None:
        return False
    layout = read_layout(stream, size, first)
    return layout.is_planar and layout.samples > 1 and layout.bits > 8


def _known(layout: Layout) -> Layout:
    """The layout; raises UnreadableMediaError where no picture can be made, or a too large one."""
    kind = _KINDS.get(layout.format, "")
    is_defined = layout.photometric in _DEFINED_COLOURS and layout.compression in _DEFINED
    is_defined &= 0 < layout.bits <= 64 and 0 < layout.samples <= _MAX_SAMPLES
    if not is_defined:
        raise UnreadableMediaError(Reason.DAMAGED)
    is_known = layout.bits in _WIDTHS.get(kind, set()) and layout.compression in _UNPACKED
    is_known &= layout.photometric in {*_GREY, _RGB, _INKS} and layout.predictor in {1, 2, 3}
    is_known &= layout.samples >= (3 if layout.photometric == _RGB else 1)
    is_known &= layout.predictor != _FLOATS or kind == "f"
    if not is_known:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    area = layout.width * layout.height
    held = area * layout.samples * layout.bits // 8
    if layout.tile is not None:
        held = max(held, layout.height * layout.tile[0] * layout.samples * layout.bits // 8)
    if not area or not layout.starts or len(layout.starts) != len(layout.sizes):
        raise UnreadableMediaError(Reason.DAMAGED)
    if 3 * held > limits.MAX_DECODED_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, f"{layout.width}x{layout.height}")
    return layout


def _shown(layout: Layout) -> range:
    """Return the samples of a pixel that make its colour; what follows is
    alpha, or nothing known.
    """
    if layout.photometric in _GREY:
        return range(1)
    if layout.photometric == _RGB:
        return range(3)
    is_cmyk = layout.inks == _CMYK and layout.samples >= 4
    return range(4 if is_cmyk else layout.samples)


def _of_bytes(layout: Layout, plane: int, planes: int, row: int) -> bytes:
    """Return the head of a TIFF of grey pixels of 8 bits, before the bytes of the real one."""
    each = len(layout.starts) // planes
    where = slice(plane * each, (plane + 1) * each)
    starts, sizes = layout.starts[where], layout.sizes[where]
    if not starts:
        raise UnreadableMediaError(Reason.DAMAGED)
    across = row if layout.tile is None else row * -(-layout.width // layout.tile[0])
    values: list[tuple[int, list[int]]] = [
        *((256, [across]), (257, [layout.height]), (258, [8]), (259, [layout.compression])),
        (262, [1]),
    ]
    strips = [(277, [1]), (278, [layout.rows]), (279, list(sizes))]
    tiles = [(277, [1]), (322, [row]), (323, [layout.tile[1]])] if layout.tile else []
    values += [*tiles, (324, []), (325, list(sizes))] if tiles else [(273, []), *strips]
    behind = 8 + 2 + 12 * len(values) + 4
    head = behind + 4 * 2 * len(starts)
    if head + max(starts) >= 1 << 32:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(max(starts)))
    rows, more = b"", b""
    for tag, found in values:
        numbers = found or [head + start for start in starts]
        content = struct.pack(f"<{len(numbers)}I", *(number & 0xFFFFFFFF for number in numbers))
        if len(numbers) > 1:
            content, more = struct.pack("<I", behind + len(more)), more + content
        rows += struct.pack("<HHI", tag, 4, len(numbers)) + content
    made = b"II*\0\x08\0\0\0" + struct.pack("<H", len(values)) + rows + bytes(4) + more
    return made.ljust(head, b"\0")


def _without_prediction(layout: Layout, rows: NDArray[np.uint8], samples: int) -> Numbers:
    """Undo differences between neighbours (TIFF 6.0, section 14; Adobe's Technical Note 3)."""
    unit, kind = layout.bits // 8, _KINDS[layout.format]
    number = np.dtype(f"{layout.order}{kind}{unit}")
    if layout.predictor == _FLOATS:
        summed = rows.reshape(*rows.shape[:2], -1, samples).cumsum(axis=2, dtype=np.uint8)
        planes = summed.reshape(*rows.shape[:2], unit, -1)
        joined = np.ascontiguousarray(np.moveaxis(planes, 2, 3))
        return joined.view(f">{kind}{unit}")[..., 0]
    if layout.predictor == _DIFFERENCES:
        whole = np.dtype(f"u{unit}")
        pixels = np.ascontiguousarray(rows).view(f"{layout.order}u{unit}")
        pixels = pixels.reshape(*rows.shape[:2], -1, samples)
        summed = pixels.astype(whole).cumsum(axis=2, dtype=whole)
        return summed.view(f"{kind}{unit}").reshape(*rows.shape[:2], -1)
    return np.ascontiguousarray(rows).view(number)


def _as_picture(layout: Layout, numbers: Numbers) -> Image.Image:
    shares = _shares(layout, numbers)
    if layout.photometric in _GREY:
        grey = shares[:, :, 0] if layout.photometric else 1 - shares[:, :, 0]
        return Image.fromarray(_bytes(grey)).convert("RGB")
    if layout.photometric == _RGB:
        return Image.fromarray(_bytes(shares))
    if layout.inks == _CMYK and layout.samples >= 4:
        return Image.fromarray(_bytes(shares), "CMYK").convert("RGB")
    return Image.fromarray(_bytes(np.prod(1 - shares, axis=2))).convert("RGB")


def _shares(layout: Layout, numbers: Numbers) -> NDArray[np.float32]:
    """Return the samples from 0 to 1."""
    if layout.format == 1 and layout.bits <= 16:
        return np.asarray(numbers, np.float32) / np.float32((1 << layout.bits) - 1)
    with np.errstate(over="ignore", invalid="ignore"):
        values = np.nan_to_num(np.asarray(numbers, np.float32), nan=0, posinf=0, neginf=0)
    if layout.photometric == _INKS and layout.format == 3:
        return values.clip(0, 1)
    if layout.format == 3:
        white = max(1.0, _brightest(values))
        return _encoded((values / np.float32(white)).clip(0, 1))
    low, high = float(values.min()), _brightest(values)
    return ((values - low) / np.float32(max(high - low, 1))).clip(0, 1)


def _brightest(values: NDArray[np.float32]) -> float:
    """The sample that few exceed. NumPy's own percentile loads modules, which a child cannot."""
    place = int((values.size - 1) * _WHITE_SHARE)
    return float(np.partition(values, place, axis=None)[place])


def _encoded(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """Light as sRGB (IEC 61966-2-1): floating-point numbers are amounts of light."""
    bright = 1.055 * light ** np.float32(1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, light * np.float32(12.92), bright).astype(np.float32)


def _bytes(shares: NDArray[np.float32]) -> NDArray[np.uint8]:
    return (shares * 255 + 0.5).astype(np.uint8)
