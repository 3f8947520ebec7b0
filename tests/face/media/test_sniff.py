import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from face.media.sniff import HEAD_BYTES, UNKNOWN, sniff
from tests.support.drawn_media import animated, colour, encoded, scene, video

PICTURES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
    "HEIF": "image/heic",
    "AVIF": "image/avif",
}


@pytest.mark.parametrize(("plugin", "mime"), PICTURES.items())
def test_knows_pictures_by_their_content(plugin: str, mime: str) -> None:
    assert sniff(encoded(colour((9, 9, 9)), plugin)[:HEAD_BYTES]) == mime


def test_knows_an_animated_png_from_a_still_one() -> None:
    frames = [colour((9, 9, 9)), colour((200, 9, 9))]
    assert sniff(animated(frames, "PNG")) == "image/apng"


@pytest.mark.parametrize(
    ("container", "codec", "mime"),
    [
        ("mp4", "libx264", "video/mp4"),
        ("mov", "libx264", "video/quicktime"),
        ("ipod", "libx264", "video/x-m4v"),
        ("3gp", "libx264", "video/3gpp"),
        ("3g2", "libx264", "video/3gpp2"),
        ("matroska", "libx264", "video/x-matroska"),
        ("webm", "libvpx", "video/webm"),
        ("avi", "mpeg4", "video/x-msvideo"),
        ("flv", "flv", "video/x-flv"),
        ("mpegts", "mpeg2video", "video/mp2t"),
    ],
)
def test_knows_videos_by_their_content(container: str, codec: str, mime: str) -> None:
    assert sniff(video(scene(1, 3), container, codec)[:HEAD_BYTES]) == mime


@pytest.mark.parametrize(
    ("head", "mime"),
    [
        (b"", UNKNOWN),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"PK\x03\x04" + bytes(40), "application/zip"),
        (b"this is a letter, nothing else\n", "text/plain"),
        ("이것은 편지입니다".encode(), "text/plain"),
        ("가".encode() * 400, "text/plain"),
        (b"\xff\xfeh\0i\0", "text/plain"),
        (b"<!DOCTYPE html><html>", "text/html"),
        (b'<?xml version="1.0"?><svg xmlns="x">', "image/svg+xml"),
        (b"BM is a brand", "text/plain"),
        (b"MZebra is a word", "text/plain"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "image/avif"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "image/heic"),
        (b"\0\0\0\x14ftypmif1\0\0\0\0mif1", "image/heif"),
        (b"\0\0\0\x08wide\0\0\0\0mdat", "video/quicktime"),
        (b"\0\0\0\x18ftypavci\0\0\0\0mif1avci", "image/avci"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1j2ki", "image/hej2k"),
        (b"\0\0\0\x18ftypvvic\0\0\0\0mif1vvic", "image/vvic"),
        (b"\0\0\0\x10ftypmif3\0\0\0\0", "image/x-heif-minimized"),
        (b"\x59\xa6\x6a\x95" + bytes(40), "image/x-sun-raster"),
        (b"FORM\0\0\0\x10AIFFCOMM", "audio/aiff"),
        (b"FORMULA of a letter", "text/plain"),
        (b".snd\0\0\0\x18" + bytes(40), "audio/basic"),
        (b"\x28\xb5\x2f\xfd\x04" + bytes(40), "application/zstd"),
        (b"LRZI\0\6" + bytes(40), "application/x-lrzip"),
        (b"\x89LZO\0\r\n\x1a\n" + bytes(40), "application/x-lzop"),
        (b"\xed\xab\xee\xdb\3" + bytes(40), "application/x-rpm"),
        (b"ID3\x04" + bytes(40), "audio/mpeg"),
        (b"\xff\xfb\x90\x44" + bytes(40), "audio/mpeg"),
        (bytes(200), UNKNOWN),
    ],
)
def test_tells_what_is_no_picture(head: bytes, mime: str) -> None:
    assert sniff(head) == mime


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=600))
def test_names_any_bytes(head: bytes) -> None:
    assert "/" in sniff(head)
