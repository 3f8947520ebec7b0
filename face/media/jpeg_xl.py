"""Let Pillow open JPEG XL (ISO/IEC 18181) with libjxl.

Only the codestream is decoded. The boxes around it hold metadata, which may be packed and without
end, and the orientation that counts is in the codestream: libjxl applies it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pylibjxl
from PIL import Image, ImageFile

FORMAT: Final = "JXL"
_MAX_BOXES: Final = 10_000
_MODES: Final = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
"""Pillow's modes by the number of channels, as libjxl gives them with 8 bits each."""


def codestream(content: bytes) -> tuple[bytes, bool]:
    """Take the codestream out of a file (ISO/IEC 18181-2), and tell whether its end is missing.

    A file without boxes is a codestream; that its end is missing only decoding shows.
    """
    if content[:2] == b"\xff\x0a":
        return content, False
    pieces, at, is_cut = [], 0, True
    for _ in range(_MAX_BOXES):
        size, kind, start = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], 8
        if size == 1:
            size, start = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        end = at + size if size else len(content)
        if end < at + start:
            break
        at, start = end, at + start
        if kind == b"jxlp":  # a part begins with its number, whose first bit is set in the last
            pieces.append(content[start + 4 : end])
            is_cut = not content[start : start + 1] >= b"\x80"
        elif kind == b"jxlc":
            pieces.append(content[start:end])
            is_cut = False
        if end >= len(content):
            break
    return b"".join(pieces), is_cut or at > len(content)


class JpegXlFile(ImageFile.ImageFile):
    """A JPEG XL picture; of an animation the first frame, more is not to be had from the library.

    Attributes:
        holds_more: Whether it is an animation.
    """

    format = FORMAT
    format_description = "JPEG XL"

    def _open(self) -> None:
        if self.fp is None:
            raise ValueError("no file")
        self._codestream, self._is_cut = codestream(self.fp.read())
        with self._telling_cuts():
            header = pylibjxl.probe(self._codestream)
        self._size = header["width"], header["height"]
        self._mode = _MODES[header["channels"]]
        self.holds_more = bool(header["have_animation"])

    def load(self) -> Any:
        """Decode the pixels, once. Raises OSError or RuntimeError for damage."""
        if self._im is None:
            with self._telling_cuts(), pylibjxl.JXL(threads=1, pool_size=1) as codec:
                if self.holds_more:  # with its profile, the last frame would come
                    pixels = codec.decode(self._codestream)
                else:
                    pixels, described = codec.decode(self._codestream, metadata=True)
                    self.info.update(described)
            self._codestream = b""
            self._im = Image.fromarray(pixels).im
        return Image.Image.load(self)

    @contextmanager
    def _telling_cuts(self) -> Iterator[None]:
        """Say that the end is missing where libjxl says only that it cannot go on."""
        try:
            yield
        except RuntimeError as error:
            if self._is_cut:
                raise OSError("truncated") from error
            raise


Image.register_open(FORMAT, JpegXlFile)
