import io

import pytest

from face.media.video_stream import is_truncated
from tests.support.drawn_media import scene, video

KINDS = [
    ("mp4", "mov", "libx264"),
    ("mov", "mov", "libx264"),
    ("matroska", "matroska", "mpeg4"),
    ("webm", "matroska", "libvpx"),
    ("avi", "avi", "mpeg4"),
]


@pytest.mark.parametrize(("container", "demuxer", "codec"), KINDS)
def test_knows_a_whole_file_from_a_cut_one(container: str, demuxer: str, codec: str) -> None:
    content = video(scene(1, 5), container, codec)
    assert not is_truncated(io.BytesIO(content), len(content), demuxer)
    assert is_truncated(io.BytesIO(content[:-1]), len(content) - 1, demuxer)


@pytest.mark.parametrize("demuxer", ["mov", "matroska", "avi", "flv"])
@pytest.mark.parametrize("content", [b"", b"\0", bytes(40), b"\0\0\0\1" * 9])
def test_nonsense_ends(demuxer: str, content: bytes) -> None:
    assert is_truncated(io.BytesIO(content), len(content), demuxer) in {True, False}


def test_a_live_recording_has_no_length() -> None:
    header = b"\x1aE\xdf\xa3\x80" + b"\x18\x53\x80\x67" + b"\x01" + b"\xff" * 7
    assert not is_truncated(io.BytesIO(header), len(header), "matroska")
