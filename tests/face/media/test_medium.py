import io
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from face.errors import UnreadableMediaError
from face.media.medium import open_media
from face.types import Reason
from tests.support.drawn_media import (
    animated,
    colour,
    encoded,
    looked_at,
    opened,
    portrait,
    scene,
    video,
)

SPECIMENS = {
    "jpeg": encoded(portrait(48, 48), "JPEG"),
    "progressive": encoded(portrait(48, 48), "JPEG", progressive=True),
    "png": encoded(portrait(48, 48), "PNG"),
    "apng": animated([portrait(32, 32), colour((1, 2, 3), 32, 32)], "PNG"),
    "webp": encoded(portrait(48, 48), "WEBP"),
    "webp-lossless": encoded(portrait(48, 48), "WEBP", lossless=True),
    "webp-animated": animated([portrait(32, 32), colour((1, 2, 3), 32, 32)], "WEBP"),
    "gif": animated([portrait(32, 32), colour((1, 2, 3), 32, 32)], "GIF"),
    "bmp": encoded(portrait(32, 32), "BMP"),
    "tiff": encoded(portrait(32, 32), "TIFF"),
    "tiff-lzw": encoded(portrait(32, 32), "TIFF", compression="tiff_lzw"),
    "heic": encoded(portrait(64, 64), "HEIF"),
    "avif": encoded(portrait(64, 64), "AVIF"),
    "mp4": video(scene(1, 6, 64, 48)),
    "mkv": video(scene(1, 6, 64, 48), "matroska", "mpeg4"),
    "avi": video(scene(1, 6, 64, 48), "avi", "mpeg4"),
}


def outcome(content: bytes) -> Reason | None:
    """Look at anything: it either works or says why not, and nothing else comes out of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            frames, medium = looked_at(content)
        except UnreadableMediaError as error:
            return error.reason
    assert frames
    facts = medium.facts()
    assert facts.width > 0
    assert facts.height > 0
    assert facts.frames == len(frames)
    assert all(f.pixels.ndim == 3 and f.pixels.shape[2] == 3 for f in frames)
    return medium.partly


@pytest.mark.parametrize("name", SPECIMENS)
def test_specimens_are_whole(name: str) -> None:
    assert outcome(SPECIMENS[name]) is None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_refused_with_a_reason(content: bytes) -> None:
    assert outcome(content) is not None


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_changed_bytes_do_no_harm(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(list(SPECIMENS.values()))))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, min(len(content), 700) - 1))
        content[at] = data.draw(st.integers(0, 255))
    outcome(bytes(content))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_cut_does_no_harm(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(list(SPECIMENS.values())))
    outcome(content[: data.draw(st.integers(0, len(content)))])


def test_nothing_at_all_is_empty() -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        opened(b"")
    assert caught.value.reason is Reason.EMPTY


@pytest.mark.parametrize(
    ("content", "mime", "reason"),
    [
        (b"This is a letter, whatever its name says.\n", "text/plain", Reason.NOT_MEDIA),
        (bytes(4096), "application/octet-stream", Reason.NOT_MEDIA),
        (b"%PDF-1.7\n%\xe2\xe3", "application/pdf", Reason.OTHER_FORMAT),
        (b"PK\x03\x04" + bytes(30), "application/zip", Reason.OTHER_FORMAT),
        (b"{\\rtf1\\ansi", "application/rtf", Reason.OTHER_FORMAT),
        (b"SQLite format 3\0", "application/vnd.sqlite3", Reason.OTHER_FORMAT),
        (b"FWS\x06" + bytes(60), "application/x-shockwave-flash", Reason.OTHER_FORMAT),
        (b"<svg xmlns='x'/>", "image/svg+xml", Reason.PICTURE_FORMAT),
        (b"v/1\x01" + bytes(60), "image/x-exr", Reason.PICTURE_FORMAT),
        (b"ID3\x04" + bytes(60), "audio/mpeg", Reason.NO_VIDEO),
    ],
)
def test_what_is_not_decoded_says_what_it_is(content: bytes, mime: str, reason: Reason) -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        opened(content)
    assert (caught.value.reason, caught.value.detail) == (reason, mime)


def test_an_error_of_the_stream_itself_is_not_taken_for_damage() -> None:
    class Lost(Exception):  # noqa: N818
        pass

    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 40_000:
                raise Lost
            return super().read(size)

    rough = list(np.random.default_rng(1).integers(0, 255, (60, 64, 64, 3), np.uint8))
    for content in (encoded(portrait(400, 400), "BMP"), video(rough, "avi", "mpeg4", b="8000000")):
        assert len(content) > 60_000
        with pytest.raises(Lost):
            list(open_media(Stream(content), len(content)).frames())


def test_the_stream_stays_open() -> None:
    for content in (SPECIMENS["png"], SPECIMENS["mp4"], SPECIMENS["webp"], SPECIMENS["tiff-lzw"]):
        stream = io.BytesIO(content)
        list(open_media(stream, len(content)).frames())
        assert not stream.closed


def test_facts_name_the_type_by_content() -> None:
    _, medium = looked_at(SPECIMENS["webp"])
    assert medium.facts().mime == medium.mime == "image/webp"
    assert medium.facts().duration_ms is None
