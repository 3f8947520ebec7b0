"""Which files of an item go into a bundle, and under which names."""

from app.handover.bundle_plan import Level
from face.types import Reason
from storage.captures import CaptureKind, capture_kind_of
from storage.types import ItemDetail, ItemState

EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/apng": "png",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/jxl": "jxl",
    "image/jp2": "jp2",
    "image/j2c": "j2c",
    "image/vnd.microsoft.icon": "ico",
    "image/x-win-cursor": "cur",
    "image/icns": "icns",
    "image/vnd.zbrush.pcx": "pcx",
    "image/x-portable-anymap": "pnm",
    "image/x-tga": "tga",
    "image/vnd.adobe.photoshop": "psd",
    "image/qoi": "qoi",
    "image/vnd.ms-dds": "dds",
    "image/sgi": "sgi",
    "image/x-canon-cr3": "cr3",
    "image/x-fuji-raf": "raf",
    "image/x-olympus-orf": "orf",
    "image/x-panasonic-rw2": "rw2",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/x-m4v": "m4v",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "video/mpeg": "mpg",
    "video/mpv": "m2v",
    "video/mp4v-es": "m4v",
    "video/h264": "h264",
    "video/h265": "h265",
    "video/dv": "dv",
    "video/mxf": "mxf",
    "video/ogg": "ogv",
    "video/vnd.rn-realvideo": "rm",
    "video/x-ivf": "ivf",
    "video/x-yuv4mpeg": "y4m",
    "image/heic-sequence": "heics",
    "video/mp2t": "ts",
    "video/3gpp": "3gp",
    "video/3gpp2": "3g2",
    "video/x-flv": "flv",
    "video/x-ms-asf": "wmv",
}
"""File extensions by MIME type; the extension of any other content is "bin"."""
UNSEEN = frozenset({Reason.NOT_MEDIA, Reason.OTHER_FORMAT, Reason.ENCRYPTED, Reason.LOCKED})
"""Reasons for which nobody has seen that a file is a picture or a video."""


def original_name(detail: ItemDetail) -> str:
    """Return the neutral path of an original or a screen capture in a bundle."""
    folder = "captures" if capture_kind_of(detail.operation) else "originals"
    return f"data/{folder}/{detail.item.item:04}.{EXTENSIONS.get(detail.item.mime or '', 'bin')}"


def crop_name(item: int, face: int) -> str:
    """Return the neutral path of a picture of a face in a bundle."""
    return f"data/crops/{item:04}-{face}.jpg"


def is_withheld(detail: ItemDetail) -> bool:
    """Return whether a file is left out at every level, as nobody has seen that it is media.

    It might be a whole export of a messenger, with her contacts and sessions.
    """
    unseen = detail.item.state is ItemState.PENDING
    return unseen or detail.item.reason in UNSEEN


def is_wanted(detail: ItemDetail, level: Level) -> bool:
    """Return whether a level includes the file itself; CROPS includes covered captures."""
    covered = capture_kind_of(detail.operation) is CaptureKind.COVERED
    return level is Level.ORIGINALS or (covered and level is Level.CROPS)
