"""Determine the type of a file by its content, never by its name."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

HEAD_BYTES: Final = 4096
"""Bytes at the start of a file that `sniff` needs."""

_MAGIC: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"BM", "image/bmp"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"II+\0", "image/tiff"),
    (0, b"MM\0+", "image/tiff"),
    (0, b"FLV\x01", "video/x-flv"),
    (0, b"0&\xb2u\x8ef\xcf\x11", "video/x-ms-asf"),
    (0, b"\0\0\x01\xba", "video/mpeg"),
    (0, b"\0\0\x01\xb3", "video/mpv"),
    (0, b"\0\0\x01\xb0", "video/mp4v-es"),
    (0, b"\x1f\x07\0", "video/dv"),
    (0, b"\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02", "video/mxf"),
    (0, b".RMF", "video/vnd.rn-realvideo"),
    (0, b"DKIF", "video/x-ivf"),
    (0, b"YUV4MPEG2 ", "video/x-yuv4mpeg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"\x04\x22\x4d\x18", "application/x-lz4"),
    (0, b"LZIP\1", "application/x-lzip"),
    (0, b"\x1f\x9d", "application/x-compress"),
    (0, b"LRZI\0", "application/x-lrzip"),
    (0, b"\x89LZO\0\r\n\x1a\n", "application/x-lzop"),
    (0, b"GRZipII\0", "application/x-grzip"),
    (0, b"\xed\xab\xee\xdb", "application/x-rpm"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
    (0, b"\0\0\x01\0", "image/vnd.microsoft.icon"),
    (0, b"\0\0\x02\0", "image/x-win-cursor"),
    (0, b"icns", "image/icns"),
    (0, b"\x0a", "image/vnd.zbrush.pcx"),
    (0, b"qoif", "image/qoi"),
    (0, b"DDS \x7c\0\0\0", "image/vnd.ms-dds"),
    (0, b"\x01\xda", "image/sgi"),
    (0, b"\xff\x4f\xff\x51", "image/j2c"),
    (0, b"P", "image/x-portable-anymap"),
    (0, b"v/1\x01", "image/x-exr"),
    (0, b"#?RADIANCE", "image/vnd.radiance"),
    (0, b"\x59\xa6\x6a\x95", "image/x-sun-raster"),
    (0, b"SIMPLE  =", "image/fits"),
    (0, b"\x8aMNG\r\n\x1a\n", "image/x-mng"),
    (0, b"\x8bJNG\r\n\x1a\n", "image/x-jng"),
    (0, b"gimp xcf ", "image/x-xcf"),
    (0, b"FORM", "audio/aiff"),
    (0, b".snd\0\0\0", "audio/basic"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (0, b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (40, b" EMF", "image/emf"),
    (0, b"FUJIFILMCCD-RAW", "image/x-fuji-raf"),
    (0, b"IIRO", "image/x-olympus-orf"),
    (0, b"IIRS", "image/x-olympus-orf"),
    (0, b"MMOR", "image/x-olympus-orf"),
    (0, b"IIU\0", "image/x-panasonic-rw2"),
    (0, b"FWS", "application/x-shockwave-flash"),
    (0, b"CWS", "application/x-shockwave-flash"),
    (0, b"ZWS", "application/x-shockwave-flash"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"%!PS", "application/postscript"),
    (0, b"bplist00", "application/x-plist"),
    (0, b"MThd", "audio/midi"),
    (0, b"\xff\x0a", "image/jxl"),
    (0, b"\0\0\0\x0cJXL ", "image/jxl"),
    (0, b"\0\0\0\x0cjP  ", "image/jp2"),
    (0, b"MZ", "application/x-msdownload"),
    (0, b"\x7fELF", "application/x-elf"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_RIFF: Final = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}
_BRANDS: Final = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic-sequence",
    b"hevx": "image/heic-sequence",
    b"mif1": "image/heif",
    b"msf1": "image/heic-sequence",
    b"qt  ": "video/quicktime",
    b"M4V ": "video/x-m4v",
    b"M4VH": "video/x-m4v",
    b"M4VP": "video/x-m4v",
    b"crx ": "image/x-canon-cr3",
    b"avci": "image/avci",
    b"j2ki": "image/hej2k",
    b"vvic": "image/vvic",
    b"evbi": "image/evci",
    b"mif3": "image/x-heif-minimized",
}
_QUICKTIME_ATOMS: Final = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
_TEXT_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_MPEG_AUDIO: Final = {0xFB, 0xFA, 0xF3, 0xF2, 0xF1, 0xF9, 0xE3, 0xE2}
"""Second bytes of a frame of MPEG-1, -2 and -2.5 layer III, and of ADTS."""

_SYNC: Final = 0x47
_AT_START: Final = {188: (0,), 192: (4,), 204: (0,)}
_ANY_START: Final = {188: range(188), 192: range(192), 204: range(204)}
_NAL_UNIT: Final = re.compile(
    rb"\0?\0\0\x01(?:[\x27\x47\x67][\x42\x4d\x58\x64\x6e\x7a\xf4\x2c\x53\x56\x76\x80]|\x09[\x10-\xf0]\0"
    rb"|(?P<hevc>[\x40\x42]\x01|\x46\x01[\x10-\x50]\0))",
    re.DOTALL,
)
"""The first unit of a raw H.264 stream (parameters of a known profile, or a delimiter), or of H.265
(ITU-T H.264 and H.265, annex B)."""
_OGG_PICTURES: Final = (b"\x80theora", b"OVP80", b"BBCD\0", b"\x01video\0")
_OGG_SOUNDS: Final = (b"\x01vorbis", b"OpusHead", b"Speex   ", b"\x7fFLAC")
_ANYMAP: Final = re.compile(rb"P[1-6Ff]\s(?:\s|#[^\n]*\n)*\d+\s|P7\nWIDTH ")
_BITMAP_HEADERS: Final = {12, 16, 40, 52, 56, 64, 108, 124}

UNKNOWN: Final = "application/octet-stream"


def sniff(head: bytes) -> str:
    """Determine the media type of a file by its first bytes.

    Args:
        head: The first HEAD_BYTES bytes, or all of a shorter file.

    Returns:
        A media type ("image/jpeg", "video/mp4", "application/zip", "text/plain", ...);
        "application/octet-stream" when nothing is recognised.
    """
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        return "image/apng" if _before_pixels(head, b"acTL") else "image/png"
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[:4] == b"\x1aE\xdf\xa3":
        return "video/webm" if b"webm" in head[:128] else "video/x-matroska"
    for offset, magic, mime in _MAGIC:
        if head.startswith(magic, offset) and _plausible(mime, head):
            return mime
    return (
        _iso_media(head)
        or _ogg(head)
        or _stream(head)
        or _text(head)
        or _packets(head, _ANY_START, least=10)
        or _targa(head)
        or UNKNOWN
    )


def _before_pixels(head: bytes, chunk: bytes) -> bool:
    """Return whether a chunk comes before the first IDAT, as acTL does in an APNG
    (PNG 3, 11.3.6.1).
    """
    return 0 <= head.find(chunk) < (head.find(b"IDAT") + 1 or len(head) + 1)


def _plausible(mime: str, head: bytes) -> bool:
    """Return whether more is right than the few letters with which a format begins."""
    test = _TESTS.get(mime)
    return test is None or test(head)


def _is_icon(head: bytes) -> bool:
    """Return whether the directory of an icon holds a first row (number, no
    palette, 0 or 1 planes).
    """
    count = int.from_bytes(head[4:6], "little")
    offset = int.from_bytes(head[18:22], "little")
    return 0 < count < 256 and head[9:10] == b"\0" and 6 + 16 * count <= offset < 1 << 24


def _is_flash(head: bytes) -> bool:
    return 1 <= head[3] <= 60 and b"\0" in head[4:64] if len(head) > 8 else False


_TESTS: Final[dict[str, Callable[[bytes], bool]]] = {
    "image/bmp": lambda head: int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS,
    "application/x-msdownload": lambda head: b"\0" in head[:64],
    "image/vnd.microsoft.icon": _is_icon,
    "image/x-win-cursor": _is_icon,
    "image/vnd.zbrush.pcx": lambda head: (
        len(head) >= 128 and head[1] <= 5 and head[2] <= 1 and head[3] in {1, 2, 4, 8}
    ),
    "image/sgi": lambda head: head[2:3] in {b"\0", b"\1"} and head[3:4] in {b"\1", b"\2"},
    "image/x-portable-anymap": lambda head: bool(_ANYMAP.match(head)),
    "application/x-shockwave-flash": _is_flash,
    "audio/aiff": lambda head: head[8:12] in {b"AIFF", b"AIFC"},
    "video/dv": lambda head: len(head) > 84 and head[80] >> 5 == 1,
}
"""Further tests of formats that begin with few letters. DV: the second block holds subcode."""


def _iso_media(head: bytes) -> str | None:
    """Return the type by the brands of the `ftyp` box (ISO/IEC 14496-12),
    which old QuickTime lacks.
    """
    if head[4:8] in _QUICKTIME_ATOMS:
        return "video/quicktime"
    if head[4:8] != b"ftyp":
        return None
    end = min(max(int.from_bytes(head[:4], "big"), 16), 256)
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, end, 4))]
    if brands[0] in {b"mif1", b"msf1"}:  # says only "HEIF"; the other brands say which coding
        brands = [*(b for b in brands[1:] if b not in {b"mif1", b"msf1"}), brands[0]]
    elif brands[0][:2] == b"3g":
        return "video/3gpp2" if brands[0][:3] == b"3g2" else "video/3gpp"
    elif brands[0] not in _BRANDS:
        return "video/mp4"
    return next((_BRANDS[b] for b in brands if b in _BRANDS), None)


def _ogg(head: bytes) -> str | None:
    """Ogg (RFC 3533): the first pages name the codecs of all its streams."""
    if not head.startswith(b"OggS"):
        return None
    if any(mark in head for mark in _OGG_PICTURES):
        return "video/ogg"
    return "audio/ogg" if any(mark in head for mark in _OGG_SOUNDS) else "video/ogg"


def _stream(head: bytes) -> str | None:
    """Return the type of a format that only repeated marks reveal."""
    elementary = _NAL_UNIT.match(head)
    if elementary is not None:
        return "video/h265" if elementary["hevc"] else "video/h264"
    if len(head) > 4 and head[0] == 0xFF and head[1] in _MPEG_AUDIO and head[2] & 0xF0 != 0xF0:
        return "audio/aac" if head[1] & 0x06 == 0 else "audio/mpeg"
    return _packets(head, _AT_START, least=3)


def _packets(head: bytes, starts: Mapping[int, Iterable[int]], *, least: int) -> str | None:
    """Return a transport stream (ISO/IEC 13818-1), whose packets begin with 0x47.

    Packets have 188 bytes; 192 with the time that AVCHD and Blu-ray put before each; 204 with the
    check bytes of a receiver. A recording may begin in the middle of one.

    Args:
        starts: Where the first one may begin, by the size of the packets.
        least: So many packets have to be there; more where any byte may be the first.
    """
    for size, offsets in starts.items():
        if len(head) <= (least - 1) * size:
            continue
        for start in offsets:
            if head[start] != _SYNC:
                continue
            marks = head[start::size]
            if len(marks) >= least and marks.count(_SYNC) == len(marks):
                return "video/mp2t"
    return None


def _targa(head: bytes) -> str | None:
    """Truevision TGA, which begins with no mark: all fields of its header have to make sense."""
    if len(head) < 18:
        return None
    palette, kind, depth, descriptor = head[1], head[2], head[16], head[17]
    has_size = any(head[12:14]) and any(head[14:16])
    fits = palette == (kind in {1, 9}) and kind in {1, 2, 3, 9, 10, 11}
    fits &= depth in ({8} if kind in {1, 3, 9, 11} else {15, 16, 24, 32})
    fits &= bool(palette) or not any(head[3:8])
    fits &= descriptor & 0xC0 == 0 and descriptor & 15 in {0, 1, 8}
    return "image/x-tga" if fits and has_size else None


def _text(head: bytes) -> str | None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:256].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    if b"<svg" in start:
        return "image/svg+xml"
    if head.startswith(_TEXT_MARKS):
        return "text/plain"
    if not head or any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head[:1024]):
        return None
    try:
        head[:1024].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < min(len(head), 1024) - 4:
            return None
    return "text/plain"
