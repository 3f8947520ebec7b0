"""Pillow's plug-ins: which of them are used, and how their errors are translated.

Only the decoder for the detected type is ever tried. Nothing is imported or opened while a picture
is decoded: all plug-ins are loaded with this module.
"""

import logging
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pillow_heif
from PIL import (  # the plug-ins register themselves
    AvifImagePlugin,
    BmpImagePlugin,
    CurImagePlugin,
    DdsImagePlugin,
    GifImagePlugin,
    IcnsImagePlugin,
    IcoImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PcxImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    PsdImagePlugin,
    QoiImagePlugin,
    SgiImagePlugin,
    TgaImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from face.errors import UnreadableMediaError
from face.media import jpeg_xl, limits
from face.types import Reason

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
    "image/jp2": Jpeg2KImagePlugin.Jpeg2KImageFile.format,
    "image/j2c": Jpeg2KImagePlugin.Jpeg2KImageFile.format,
    "image/vnd.microsoft.icon": IcoImagePlugin.IcoImageFile.format,
    "image/x-win-cursor": CurImagePlugin.CurImageFile.format,
    "image/icns": IcnsImagePlugin.IcnsImageFile.format,
    "image/vnd.zbrush.pcx": PcxImagePlugin.PcxImageFile.format,
    "image/x-portable-anymap": PpmImagePlugin.PpmImageFile.format,
    "image/x-tga": TgaImagePlugin.TgaImageFile.format,
    "image/vnd.adobe.photoshop": PsdImagePlugin.PsdImageFile.format,
    "image/qoi": QoiImagePlugin.QoiImageFile.format,
    "image/vnd.ms-dds": DdsImagePlugin.DdsImageFile.format,
    "image/jxl": jpeg_xl.FORMAT,
    "image/sgi": SgiImagePlugin.SgiImageFile.format,
}
"""The media types that are decoded, each with its only plug-in."""
MULTI_PICTURE: Final = MpoImagePlugin.MpoImageFile.format
"""Pillow's format for a JPEG that holds several pictures."""

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
"""Errors that Pillow's plug-ins are known to raise for invalid files."""

Image.MAX_IMAGE_PIXELS = limits.MAX_JPEG_PIXELS // 2  # Pillow refuses what is twice this
logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)  # its log holds parts of the picture
pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
pillow_heif.options.DECODE_THREADS = 1
Image.preinit()


@contextmanager
def translating_errors() -> Iterator[None]:
    """Translate errors of a decoder into UnreadableMediaError, and ignore its warnings."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError as error:
        pixels = re.search(r"\d+", str(error))
        raise UnreadableMediaError(Reason.TOO_LARGE, pixels[0] if pixels else "") from error
    except MemoryError as error:
        raise UnreadableMediaError(Reason.DECODER_MEMORY) from error
    except DECODER_ERRORS as error:
        cut = isinstance(error, EOFError) or "truncated" in str(error).lower()
        reason = Reason.TRUNCATED if cut else Reason.DAMAGED
        raise UnreadableMediaError(reason, type(error).__name__) from error


@contextmanager
def allow_truncated() -> Iterator[None]:
    """Let Pillow return what it has decoded of a file that ends too early."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
