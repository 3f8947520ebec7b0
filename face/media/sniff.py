"""Determine the type of a file by its content, never by its name."""

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
    (0, b"\0\0\x01\xb3", "video/mpeg"),
    (0, b"OggS", "application/ogg"),
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
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
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
}
_QUICKTIME_ATOMS: Final = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
_TEXT_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_MPEG_AUDIO: Final = {0xFB, 0xFA, 0xF3, 0xF2, 0xF1, 0xF9, 0xE3, 0xE2}
"""Second bytes of a frame of MPEG-1, -2 and -2.5 layer III, and of ADTS."""

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
    return _iso_media(head) or _stream(head) or _text(head) or UNKNOWN


def _before_pixels(head: bytes, chunk: bytes) -> bool:
    """Whether a chunk comes before the first IDAT, as acTL does in an APNG (PNG 3, 11.3.6.1)."""
    return 0 <= head.find(chunk) < (head.find(b"IDAT") + 1 or len(head) + 1)


def _plausible(mime: str, head: bytes) -> bool:
    """Whether more than the two letters of a bitmap or a program are right."""
    if mime == "image/bmp":
        return int.from_bytes(head[14:18], "little") in {12, 16, 40, 52, 56, 64, 108, 124}
    if mime == "application/x-msdownload":
        return b"\0" in head[:64]
    return True


def _iso_media(head: bytes) -> str | None:
    """The type by the brands of the `ftyp` box (ISO/IEC 14496-12), which old QuickTime lacks."""
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


def _stream(head: bytes) -> str | None:
    """The type of a format that only repeated marks reveal."""
    if len(head) > 376 and head[0] == head[188] == head[376] == 0x47:
        return "video/mp2t"
    if len(head) > 4 and head[0] == 0xFF and head[1] in _MPEG_AUDIO and head[2] & 0xF0 != 0xF0:
        return "audio/aac" if head[1] & 0x06 == 0 else "audio/mpeg"
    return None


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
