"""Still pictures, pictures of several pages, and animations, with Pillow.

Only the decoder that the content asks for is ever tried, and nothing is imported or opened while
a picture is decoded: all plug-ins are loaded when this file is.
"""

import logging
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

import pillow_heif
from PIL import (  # the plug-ins register themselves
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from face import limits
from face.colour import upright_pixels
from face.errors import UnreadableMediaError
from face.jpeg import coefficient_bytes
from face.shots import Sampler
from face.types import Frame, Pixels, Reason

PLUGINS: Final = {
    "image/jpeg": JpegImagePlugin.JpegImageFile.format,
    "image/png": PngImagePlugin.PngImageFile.format,
    "image/apng": PngImagePlugin.PngImageFile.format,
    "image/webp": WebPImagePlugin.WebPImageFile.format,
    "image/gif": GifImagePlugin.GifImageFile.format,
    "image/bmp": BmpImagePlugin.BmpImageFile.format,
    "image/tiff": TiffImagePlugin.TiffImageFile.format,
    "image/heic": "HEIF",
    "image/heif": "HEIF",
    "image/avif": AvifImagePlugin.AvifImageFile.format,
}
"""The types that this file decodes, each with its only plug-in."""

DECODER_ERRORS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow's plug-ins are known to raise on bytes that are not what they claim."""

_BUFFERED: Final = {"WEBP", "AVIF", "HEIF"}
_ANIMATED: Final = {"GIF", "PNG", "WEBP", "AVIF"}
_EXIF_ORIENTATION: Final = 0x0112
_MULTI_FRAME: Final = {"Multi-Frame Image (Panorama)", "Multi-Frame Image (Disparity)",
                       "Multi-Frame Image (Multi-Angle)"}  # fmt: skip
_DEFAULT_DELAY_MS: Final = 100
"""What browsers make of a frame shown for 10 ms or less."""
_PIXEL_BYTES: Final = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}

Image.MAX_IMAGE_PIXELS = limits.MAX_JPEG_PIXELS // 2  # Pillow refuses what is twice this
logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)  # its log holds parts of the picture
pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
pillow_heif.options.DECODE_THREADS = 1
Image.preinit()


class Picture:
    """One opened picture. After `frames` has run out, the other attributes hold.

    Attributes:
        width, height: As shown.
        duration_ms: None for a still picture.
        partly: Why a part could not be looked at, or None.
    """

    def __init__(self, stream: BinaryIO, size: int, mime: str) -> None:
        """Read the header. Raises UnreadableMediaError."""
        self.width = self.height = 0
        self.duration_ms: int | None = None
        self.partly: Reason | None = None
        self._stream = stream
        self._plugin = PLUGINS[mime]
        if self._plugin in _BUFFERED and size > limits.MAX_BUFFERED_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, f"{size} bytes")
        self._image = self._open()

    def frames(self) -> Iterator[Frame]:
        """Look at the picture, each page, or each distinct frame; at least one, or an error."""
        if (image := self._loaded()) is None:
            image = self._salvaged()
        orientation = _orientation(image)
        pixels = _pixels(image, orientation)
        self._measure(image, orientation)
        yield Frame(pixels)
        del pixels
        if image.format in _ANIMATED:
            yield from self._animation(image)
        elif image.format in {"TIFF", "MPO", "HEIF"}:
            yield from self._pages(image)

    def _open(self) -> ImageFile.ImageFile:
        self._stream.seek(0)
        with _decoding():
            image = Image.open(self._stream, formats=[str(self._plugin)])
        self._check(image)
        return image

    def _check(self, image: ImageFile.ImageFile) -> None:
        """Refuse what would not fit into memory, before anything is decoded."""
        area = image.width * image.height
        if image.format in {"JPEG", "MPO"}:
            fits = area <= limits.MAX_JPEG_PIXELS
            fits &= coefficient_bytes(self._stream) <= limits.MAX_DECODED_BYTES
            while fits and area > limits.MAX_FRAME_PIXELS:
                with _decoding():
                    image.draft(None, (image.width // 2, image.height // 2))
                if image.width * image.height == area:
                    break
                area = image.width * image.height
        else:
            fits = area * _bytes_per_pixel(image) <= limits.MAX_DECODED_BYTES
        if not fits:
            raise UnreadableMediaError(Reason.TOO_LARGE, f"{image.width}x{image.height}")

    def _loaded(self) -> ImageFile.ImageFile | None:
        try:
            with _decoding():
                self._image.load()
        except UnreadableMediaError as error:
            if error.reason not in {Reason.DAMAGED, Reason.TRUNCATED}:
                raise
            self.partly = error.reason
            return None
        return self._image

    def _salvaged(self) -> ImageFile.ImageFile:
        """Decode again and take what is there; a picture of one colour is nothing."""
        image = self._open()
        with _decoding(), _tolerant():
            image.load()
            plain = _is_plain(image)
        if plain:
            raise UnreadableMediaError(self.partly or Reason.DAMAGED)
        return image

    def _measure(self, image: Image.Image, orientation: int) -> None:
        self.width, self.height = image.size if orientation < 5 else image.size[::-1]

    def _animation(self, image: ImageFile.ImageFile) -> Iterator[Frame]:
        if image.width * image.height > limits.MAX_ANIMATION_PIXELS:
            if self._advance(image, 1):
                self.partly = Reason.TOO_LARGE
            return
        most = limits.MAX_ANIMATION_DECODED_PIXELS // (image.width * image.height)
        most = min(most, limits.MAX_ANIMATION_FRAMES)
        orientation, time_ms, index = _orientation(image), _delay(image), 1
        sampler = Sampler(_pixels(image, orientation))
        while self._advance(image, index):
            if index >= most:
                self.partly = Reason.TOO_LONG
                break
            pixels = _pixels(image, orientation)
            if sampler.wants(pixels, time_ms):
                yield Frame(pixels, index, time_ms, sampler.shot)
            time_ms += _delay(image)
            index += 1
        if index > 1:
            self.duration_ms = time_ms

    def _pages(self, image: ImageFile.ImageFile) -> Iterator[Frame]:
        first = image.tell()
        for index in range(limits.MAX_PAGES + 1):
            if index == first or not _holds_a_picture(image, index):
                continue
            if not self._advance(image, index):
                break
            if index == limits.MAX_PAGES:
                self.partly = Reason.TOO_LONG
                break
            orientation = _orientation(image)
            yield Frame(
                _pixels(image, orientation), index, 0, index if index > first else index + 1
            )

    def _advance(self, image: ImageFile.ImageFile, index: int) -> bool:
        """Decode the next frame or page. False at the end; a broken one is the end, too."""
        try:
            with _decoding():
                try:
                    image.seek(index)
                except EOFError:
                    return False
                self._check(image)
                image.load()
        except UnreadableMediaError as error:
            self.partly = error.reason
            return False
        return True


@contextmanager
def _decoding() -> Iterator[None]:
    """Turn what a decoder raises into one error, and keep its warnings to ourselves."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError as error:
        raise UnreadableMediaError(Reason.TOO_LARGE, type(error).__name__) from error
    except MemoryError as error:
        raise UnreadableMediaError(Reason.DECODER_MEMORY) from error
    except DECODER_ERRORS as error:
        cut = isinstance(error, EOFError) or "truncated" in str(error).lower()
        reason = Reason.TRUNCATED if cut else Reason.DAMAGED
        raise UnreadableMediaError(reason, type(error).__name__) from error


@contextmanager
def _tolerant() -> Iterator[None]:
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def _pixels(image: Image.Image, orientation: int) -> Pixels:
    with _decoding():
        return upright_pixels(image, orientation)


def _orientation(image: Image.Image) -> int:
    """EXIF orientation, 1 where there is none or nonsense."""
    try:
        with _decoding():
            value = image.getexif().get(_EXIF_ORIENTATION, 1)
    except UnreadableMediaError:
        return 1  # damaged metadata do not make a picture unreadable
    return value if value in range(1, 9) else 1


def _delay(image: Image.Image) -> int:
    delay = image.info.get("duration", 0)
    if not isinstance(delay, int | float) or not 10 < delay < 86_400_000:
        return _DEFAULT_DELAY_MS
    return round(delay)


def _bytes_per_pixel(image: ImageFile.ImageFile) -> int:
    return limits.BYTES_PER_PIXEL.get(str(image.format), _PIXEL_BYTES.get(image.mode, 4))


def _is_plain(image: Image.Image) -> bool:
    return all(low == high for low, high in (band.getextrema() for band in image.split()))


def _holds_a_picture(image: Image.Image, index: int) -> bool:
    """False for the thumbnails and gain maps of an MPO (CIPA DC-007, 5.2.3.3.1)."""
    if not isinstance(image, MpoImagePlugin.MpoImageFile) or image.mpinfo is None:
        return True
    entries = image.mpinfo[0xB002]
    return index >= len(entries) or entries[index]["Attribute"]["MPType"] in _MULTI_FRAME
