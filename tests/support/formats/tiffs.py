"""TIFFs of any numbers, in strips or tiles, as other programs write them (TIFF 6.0)."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

GREY, RGB, INKS, LAB = 1, 2, 5, 8
_FORMATS = {"u": 1, "i": 2, "f": 3}
_DEFLATE = 8


def tiff(  # noqa: PLR0913 - each is a field of the format
    *pages: NDArray[Any],
    photometric: int = RGB,
    order: str = "<",
    packed: bool = False,
    tile: tuple[int, int] | None = None,
    rows: int = 0,
    planes: bool = False,
    predictor: int = 1,
    is_big: bool = False,
    more: Sequence[tuple[int, int]] = (),
) -> bytes:
    """A TIFF with a page of each array (height, width, samples).

    Args:
        order: Of bytes, "<" or ">".
        tile: Height and width of tiles; None for strips.
        rows: Of a strip; 0 for one strip.
        planes: Whether each sample has strips of its own.
        predictor: 2 for differences of numbers, 3 for those of bytes of floating-point numbers.
        more: Further tags with their value, or other values.
    """
    mark = b"II" if order == "<" else b"MM"
    number = "Q" if is_big else "I"
    head = struct.pack(f"{order}HHH", 43, 8, 0) if is_big else struct.pack(f"{order}H", 42)
    content = mark + head
    link = len(content)
    content += struct.pack(f"{order}{number}", 0)
    for pixels in pages:
        height, width, samples = pixels.shape
        starts, sizes = [], []
        for each in _pieces(pixels, tile, rows or height, planes=planes):
            raw = _coded(each, predictor, order)
            raw = zlib.compress(raw) if packed else raw
            starts.append(len(content))
            sizes.append(len(raw))
            content += raw
        bits = pixels.dtype.itemsize * 8
        tags: list[tuple[int, list[int]]] = [
            *((256, [width]), (257, [height]), (258, [bits] * samples)),
            *((259, [_DEFLATE if packed else 1]), (262, [photometric]), (277, [samples])),
            *((284, [2 if planes else 1]), (317, [predictor])),
            (339, [_FORMATS[pixels.dtype.kind]] * samples),
        ]
        if tile is None:
            tags += [(273, starts), (278, [rows or height]), (279, sizes)]
        else:
            tags += [(322, [tile[1]]), (323, [tile[0]]), (324, starts), (325, sizes)]
        told = {**dict(tags), **{tag: [value] for tag, value in more}}
        listed, content = _directory(sorted(told.items()), content, order, number)
        at = struct.pack(f"{order}{number}", len(content))
        content = content[:link] + at + content[link + len(at) :]
        link = len(content) + len(listed)
        content += listed + struct.pack(f"{order}{number}", 0)
    return content


def _directory(
    tags: Sequence[tuple[int, list[int]]], content: bytes, order: str, number: str
) -> tuple[bytes, bytes]:
    """The rows of a directory; long values are put behind the content before it."""
    inside = struct.calcsize(f"={number}")
    listed = struct.pack(f"{order}{'Q' if number == 'Q' else 'H'}", len(tags))
    for tag, values in tags:
        told = struct.pack(f"{order}{len(values)}I", *values)
        if len(told) > inside:
            told, content = struct.pack(f"{order}{number}", len(content)), content + told
        listed += struct.pack(f"{order}HH{number}", tag, 4, len(values)) + told.ljust(inside, b"\0")
    return listed, content


def _pieces(
    pixels: NDArray[Any], tile: tuple[int, int] | None, rows: int, *, planes: bool
) -> Iterator[NDArray[Any]]:
    parted = np.split(pixels, pixels.shape[2], axis=2) if planes else [pixels]
    for plane in parted:
        height, width = plane.shape[:2]
        if tile is None:
            yield from (plane[top : top + rows] for top in range(0, height, rows))
            continue
        tall, wide = tile
        room = ((0, -height % tall), (0, -width % wide), (0, 0))
        whole = np.pad(plane, room)
        for top in range(0, height, tall):
            yield from (
                whole[top : top + tall, left : left + wide] for left in range(0, width, wide)
            )


def _coded(pixels: NDArray[Any], predictor: int, order: str) -> bytes:
    height, _, samples = pixels.shape
    unit, kind = pixels.dtype.itemsize, pixels.dtype.kind
    native = np.ascontiguousarray(pixels, f"={kind}{unit}")
    if predictor == 1:
        return native.astype(f"{order}{kind}{unit}").tobytes()
    if predictor == 2:
        whole = native.view(f"u{unit}")
        first = np.zeros((height, 1, samples), whole.dtype)
        return np.diff(whole, axis=1, prepend=first).astype(f"{order}u{unit}").tobytes()
    parted = native.astype(f">f{unit}").reshape(height, -1).view(np.uint8)
    turned = np.moveaxis(parted.reshape(height, -1, unit), 2, 1).reshape(height, -1, samples)
    first = np.zeros((height, 1, samples), np.uint8)
    return np.diff(turned, axis=1, prepend=first).astype(np.uint8).tobytes()
