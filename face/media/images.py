"""Decode still pictures, pictures of several pages, and animations with Pillow."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from PIL import Image, ImageFile

from face.errors import UnreadableMediaError
from face.media import limits, webp
from face.media.colour import upright_pixels
from face.media.heif_codings import is_coded_otherwise
from face.media.jpeg import coefficient_bytes
from face.media.mended import mended
from face.media.plugins import MULTI_PICTURE, PLUGINS, allow_truncated, translating_errors
from face.media.sampling import AnimationSampler
from face.types import Frame, Pixels, Reason

_BUFFERED: Final = {"WEBP", "AVIF", "HEIF", "JPEG2000", "JXL"}
_LAYERED: Final = "PSD"
"""A format whose first picture is all its layers as they are shown, and whose pages are layers."""
_ANIMATED: Final = {"GIF", "PNG", "WEBP", "AVIF"}
_OF_DAMAGE: Final = {Reason.DAMAGED, Reason.TRUNCATED}
_EXIF_ORIENTATION: Final = 0x0112
_DEFAULT_DELAY_MS: Final = 100
"""How long browsers show a frame with a delay of 10 ms or less."""
_PIXEL_BYTES: Final = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}


class PictureDecoder:
    """Decodes one picture. The attributes are valid once `frames` has run out.

    Attributes:
        width, height: Size as shown, in pixels.
        duration_ms: None for a still picture.
        partly: Why a part could not be decoded, or None.
    """

    def __init__(self, stream: BinaryIO, size: int, mime: str) -> None:
        """Read the header. Raises UnreadableMediaError."""
        self.width = self.height = 0
        self.duration_ms: int | None = None
        self.partly: Reason | None = None
        self._stream = stream
        self._size = size
        self._is_mended = False
        self._plugin = PLUGINS[mime]
        if self._plugin in _BUFFERED and size > limits.MAX_BUFFERED_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, f"{size} bytes")
        self._image = self._opened_webp() if self._plugin == "WEBP" else self._open()

    def frames(self) -> Iterator[Frame]:
        """Decode the picture, its pages or its distinct frames: at least one, or an error."""
        image, self._image = self._image, None
        if image is not None and not self._loads(image):
            image = None if image.format == "WEBP" else self._mended_or_salvaged()
        if image is None:
            yield self._webp_still()
            return
        orientation = _orientation(image)
        self._measure(image, orientation)
        first = Frame(_pixels(image, orientation))
        if _hides_more(image):
            self.partly = self.partly or Reason.MORE_INSIDE
        if not _may_go_on(image):
            del image  # what is not needed is not held while the frame is looked at
            yield first
            return
        yield first
        yield from self._animation(image) if image.format in _ANIMATED else self._pages(image)

    def _open(self) -> ImageFile.ImageFile:
        """Read the header, past what viewers do not care about either."""
        try:
            return self._header()
        except UnreadableMediaError as error:
            if error.reason not in _OF_DAMAGE:
                raise
            if self._plugin == "HEIF" and is_coded_otherwise(self._stream):
                raise UnreadableMediaError(Reason.PICTURE_FORMAT, "image/heif") from error
            if not self._mend():
                raise
            return self._header()

    def _header(self) -> ImageFile.ImageFile:
        self._stream.seek(0)
        with translating_errors():
            image = Image.open(self._stream, formats=[str(self._plugin)])
        self.width, self.height = image.size
        self._check(image)
        return image

    def _mend(self) -> bool:
        """Leave out what the picture can do without; False where that changes nothing."""
        if self._is_mended:
            return False
        self._is_mended = True
        stream = mended(self._stream, self._size, str(self._plugin))
        self._stream = stream or self._stream
        return stream is not None

    def _check(self, image: ImageFile.ImageFile) -> None:
        """Refuse what would not fit into memory, before anything is decoded."""
        area = image.width * image.height
        if image.format in {"JPEG", MULTI_PICTURE}:
            fits = area <= limits.MAX_JPEG_PIXELS
            fits &= coefficient_bytes(self._stream) <= limits.MAX_DECODED_BYTES
            if fits:
                _reduce_while_decoding(image)
        else:
            fits = area * _bytes_per_pixel(image) <= limits.MAX_DECODED_BYTES
        if not fits:
            raise UnreadableMediaError(Reason.TOO_LARGE, f"{image.width}x{image.height}")

    def _loads(self, image: ImageFile.ImageFile) -> bool:
        try:
            with translating_errors():
                image.load()
        except UnreadableMediaError as error:
            if error.reason not in _OF_DAMAGE:
                raise
            self.partly = error.reason
            return False
        return True

    def _mended_or_salvaged(self) -> ImageFile.ImageFile:
        if self._mend():
            image, self.partly = self._open(), None
            if self._loads(image):
                return image
        return self._salvaged()

    def _salvaged(self) -> ImageFile.ImageFile:
        """Decode a damaged picture as far as possible; one of a single colour is an error."""
        image = self._open()
        with translating_errors(), allow_truncated():
            image.load()
            plain = _is_plain(image)
        if plain:
            raise UnreadableMediaError(self.partly or Reason.DAMAGED)
        return image

    def _opened_webp(self) -> ImageFile.ImageFile | None:
        """Open a WebP picture; None where only the second decoder can help (face/media/webp.py)."""
        self._stream.seek(0)
        width, height = webp.canvas_size(self._stream.read(30))
        if width * height * limits.BYTES_PER_PIXEL["WEBP"] > limits.MAX_DECODED_BYTES:
            return None
        try:
            return self._open()
        except UnreadableMediaError as error:
            self.partly = error.reason
            return None

    def _webp_still(self) -> Frame:
        self._stream.seek(0)
        content = self._stream.read(limits.MAX_BUFFERED_BYTES)
        pixels, (self.width, self.height) = webp.first_picture(content)
        if webp.is_truncated(content):
            self.partly = Reason.TRUNCATED
        elif webp.is_animated(content):
            self.partly = Reason.TOO_LARGE
        return Frame(pixels)

    def _measure(self, image: ImageFile.ImageFile, orientation: int) -> None:
        """Set the size as shown; a JPEG may be loaded smaller than it is."""
        if image.format not in {"JPEG", MULTI_PICTURE}:
            self.width, self.height = image.size
        if orientation >= 5:
            self.width, self.height = self.height, self.width

    def _animation(self, image: ImageFile.ImageFile) -> Iterator[Frame]:
        if image.width * image.height > limits.MAX_ANIMATION_PIXELS:
            if self._advance(image, 1):
                self.partly = Reason.TOO_LARGE
            return
        most = limits.MAX_ANIMATION_DECODED_PIXELS // (image.width * image.height)
        most = min(most, limits.MAX_ANIMATION_FRAMES)
        orientation, time_ms, index = _orientation(image), _delay(image), 1
        sampler = AnimationSampler(_pixels(image, orientation))
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
        first, shot = image.tell(), 0
        for index in range(limits.MAX_PAGES + 1):
            if index == first:
                continue
            if not self._advance(image, index):
                break
            if index == limits.MAX_PAGES:
                self.partly = Reason.TOO_LONG
                break
            shot += 1
            yield Frame(_pixels(image, _orientation(image)), index, 0, shot)

    def _advance(self, image: ImageFile.ImageFile, index: int) -> bool:
        """Decode the next frame or page; returns False at the end, or at a broken one."""
        try:
            with translating_errors():
                try:
                    image.seek(index)
                except EOFError:
                    return False
                self._check(image)
                image.load()
        except UnreadableMediaError as error:
            if error.reason is Reason.DECODER_MEMORY:
                raise
            self.partly = error.reason
            return False
        return True


def _pixels(image: Image.Image, orientation: int) -> Pixels:
    with translating_errors():
        return upright_pixels(image, orientation)


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 where there is none or an invalid one."""
    try:
        with translating_errors():
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


def _may_go_on(image: ImageFile.ImageFile) -> bool:
    """Return whether there may be a second frame or page; to count those of a GIF
    would decode them.

    What is behind a JPEG is found without its own list (face/media/parts.py).
    """
    if image.format in {MULTI_PICTURE, _LAYERED}:
        return False
    if image.format in {"GIF", "TIFF"}:
        return True
    return int(getattr(image, "n_frames", 1)) > 1


def _hides_more(image: ImageFile.ImageFile) -> bool:
    """Return whether there is what cannot be shown: layers of a PSD, further
    frames of a JPEG XL.
    """
    if image.format == _LAYERED:
        return bool(getattr(image, "layers", None))
    return bool(getattr(image, "holds_more", False))


def _reduce_while_decoding(image: ImageFile.ImageFile) -> None:
    """Let a JPEG be decoded at a half, a quarter or an eighth of its size if it is too large."""
    for divisor in (2, 4, 8):
        if image.width * image.height <= limits.MAX_FRAME_PIXELS * divisor**2:
            break
    else:
        divisor = 8
    if image.width * image.height > limits.MAX_FRAME_PIXELS:
        with translating_errors():
            image.draft(None, (image.width // divisor, image.height // divisor))


def _is_plain(image: Image.Image) -> bool:
    return all(low == high for low, high in (band.getextrema() for band in image.split()))
