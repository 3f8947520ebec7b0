"""What a file holds beside its first picture is looked at, too, or it is said that it was not."""

import io
import struct
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.frame_at import frame_at
from face.types import Frame, Reason
from tests.support.drawn_media import (
    animated,
    colour,
    corners,
    encoded,
    looked_at,
    only_frame,
    portrait,
    scene,
    video,
)
from tests.support.media_with_parts import (
    motion_heic,
    motion_photo,
    raw_photo,
    transport_stream,
    video_of_tracks,
)

PLAIN = colour((90, 60, 30), 128, 96)
SAMSUNG = b"SEFH" + bytes(40) + b"SEFT"


def shows(frame: Frame, picture: Image.Image) -> bool:
    """Whether a frame is this picture, coded with losses."""
    there = np.asarray(picture.resize(frame.pixels.shape[1::-1])).astype(int)
    return bool(np.abs(frame.pixels.astype(int) - there).mean() < 14)


def film() -> bytes:
    """Two seconds of a portrait."""
    return video([np.asarray(portrait(128, 96))] * 20, rate=10)


@pytest.mark.parametrize("container", ["mp4", "matroska", "mpegts"])
def test_every_track_of_a_video_is_looked_at(container: str) -> None:
    ours, theirs = [np.asarray(portrait(160, 120))] * 20, scene(1, 20)
    content = video_of_tracks(theirs, ours, container=container)
    frames, medium = looked_at(content)
    second = [each for each in frames if each.index >= limits.FRAMES_OF_A_PART]
    assert len(second) >= 4
    assert all(shows(each, portrait()) for each in second)
    assert not any(shows(each, portrait()) for each in frames if each not in second)
    assert {each.shot for each in second}.isdisjoint(f.shot for f in frames if f not in second)
    assert medium.partly is None
    shown = frame_at(io.BytesIO(content), len(content), second[-1].index, second[-1].time_ms)
    assert np.array_equal(shown, second[-1].pixels)


def test_a_thumbnail_track_does_not_hide_the_video_behind_it() -> None:
    content = video_of_tracks([np.asarray(PLAIN)], [np.asarray(portrait(160, 120))] * 20)
    frames, medium = looked_at(content)
    assert shows(frames[0], portrait())
    assert shows(frames[-1], PLAIN)
    assert (medium.facts().width, medium.facts().height) == (160, 120)
    assert medium.facts().duration_ms == 2000
    assert medium.partly is None


def test_more_tracks_than_are_looked_at_are_told() -> None:
    few = [np.asarray(PLAIN)] * 2
    _, medium = looked_at(video_of_tracks(*[few] * (limits.MAX_VIDEO_TRACKS + 1)))
    assert medium.partly is Reason.MORE_INSIDE


@pytest.mark.parametrize("trailer", [b"", SAMSUNG], ids=["Google", "Samsung"])
def test_the_video_of_a_motion_photo_is_looked_at(trailer: bytes) -> None:
    content = motion_photo(PLAIN, film(), trailer)
    frames, medium = looked_at(content)
    assert shows(frames[0], PLAIN)
    assert len(frames) >= 5
    assert all(shows(each, portrait()) for each in frames[1:])
    assert medium.partly is None
    assert medium.facts().duration_ms is None
    assert medium.facts().pdq is not None
    shown = frame_at(io.BytesIO(content), len(content), frames[-1].index, frames[-1].time_ms)
    assert np.array_equal(shown, frames[-1].pixels)


def test_the_video_in_a_heic_is_looked_at() -> None:
    frames, medium = looked_at(motion_heic(PLAIN, film()))
    assert shows(frames[0], PLAIN)
    assert all(shows(each, portrait()) for each in frames[1:])
    assert len(frames) >= 5
    assert medium.partly is None


@pytest.mark.parametrize("kept", [40, 4_000], ids=["its mark", "half of it"])
def test_a_motion_photo_whose_video_breaks_off_is_looked_at_in_part(kept: int) -> None:
    frames, medium = looked_at(motion_photo(PLAIN, film()[:kept]))
    assert len(frames) == 1
    assert medium.partly is Reason.MORE_INSIDE


def test_a_second_picture_of_another_size_is_looked_at() -> None:
    frames, _ = looked_at(animated([PLAIN, portrait(64, 64)], "MPO"))
    assert len(frames) == 2
    assert shows(frames[1], portrait())


def test_pictures_behind_each_other_are_all_looked_at() -> None:
    pictures = [PLAIN, portrait(128, 96), corners(128, 96)]
    frames, medium = looked_at(b"".join(encoded(each, "JPEG", quality=95) for each in pictures))
    assert [shows(*each) for each in zip(frames, pictures, strict=True)] == [True] * 3
    assert medium.partly is None


def test_more_pictures_than_are_looked_at_are_told() -> None:
    small = encoded(colour((9, 9, 9), 8, 8), "JPEG")
    _, medium = looked_at(encoded(PLAIN, "JPEG") + small * (limits.MAX_PARTS + 1))
    assert medium.partly is Reason.MORE_INSIDE


def test_a_gain_map_is_no_second_picture() -> None:
    xmp = b'<rdf:Description hdrgm:Version="1.0" hdrgm:GainMapMax="2.5"/>'
    gain = encoded(corners(), "JPEG", xmp=xmp)
    assert only_frame(encoded(PLAIN, "JPEG") + gain).pixels.shape[1] == PLAIN.width


def test_the_photo_of_a_raw_file_is_looked_at_and_not_its_thumbnail() -> None:
    content = raw_photo(portrait(512, 384), PLAIN.resize((64, 48)), sensor=(1024, 768))
    frames, medium = looked_at(content)
    assert len(frames) == 1
    assert shows(frames[0], portrait())
    assert (medium.facts().width, medium.facts().height) == (512, 384)
    assert medium.mime == "image/tiff"
    assert medium.partly is None


def test_a_raw_file_that_shows_much_less_than_it_holds_is_looked_at_in_part() -> None:
    content = raw_photo(portrait(64, 48), PLAIN.resize((32, 24)), sensor=(4096, 3072))
    _, medium = looked_at(content)
    assert medium.partly is Reason.MORE_INSIDE


def test_a_picture_below_a_page_of_a_tiff_is_looked_at() -> None:
    page, below = encoded(PLAIN, "TIFF"), encoded(portrait(96, 96), "TIFF")
    frames, _ = looked_at(hung_below(page, below))
    assert [shows(frames[0], PLAIN), shows(frames[1], portrait())] == [True, True]


def hung_below(page: bytes, below: bytes) -> bytes:
    """A TIFF whose first page names the first page of another one as its SubIFD."""
    moved = moved_tiff(below, len(page))
    first = struct.unpack_from("<I", page, 4)[0]
    count = struct.unpack_from("<H", page, first)[0]
    rows = page[first + 2 : first + 2 + 12 * count]
    sub = len(page) + struct.unpack_from("<I", below, 4)[0]
    whole = page + moved
    behind = struct.pack("<HHII", 330, 4, 1, sub) + bytes(4)
    directory = struct.pack("<H", count + 1) + rows + behind
    return whole[:4] + struct.pack("<I", len(whole)) + whole[8:] + directory


def moved_tiff(content: bytes, by: int) -> bytes:
    """A little-endian TIFF of one page that will stand `by` bytes further back."""
    moved = bytearray(content)
    first = struct.unpack_from("<I", content, 4)[0]
    for number in range(struct.unpack_from("<H", content, first)[0]):
        at = first + 2 + 12 * number
        tag, kind, count, value = struct.unpack_from("<HHII", content, at)
        if tag == 273 or count * {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}[kind] > 4:
            struct.pack_into("<I", moved, at + 8, value + by)
    return bytes(moved)


@pytest.mark.parametrize("packet", [192, 204])
def test_transport_streams_with_longer_packets_are_looked_at(packet: int) -> None:
    content = transport_stream(video(scene(1, 75), "mpegts", "mpeg2video"), packet)
    frames, medium = looked_at(content)
    assert medium.mime == "video/mp2t"
    assert len(frames) >= 6
    assert medium.partly is None


def test_a_transport_stream_that_begins_within_a_packet_is_looked_at() -> None:
    frames, _ = looked_at(video(scene(1, 75), "mpegts", "mpeg2video")[100:])
    assert frames


@pytest.mark.parametrize(
    ("container", "codec"),
    [
        *(("mpeg2video", "mpeg2video"), ("m4v", "mpeg4")),
        *(("h264", "libx264"), ("hevc", "libx265")),
        *(("ogg", "libvpx"), ("mxf", "mpeg2video"), ("ivf", "libvpx"), ("rm", "rv20")),
    ],
)
def test_streams_without_a_system_layer_and_rarer_containers(container: str, codec: str) -> None:
    content = video(scene(1, 75), container, codec)
    frames, medium = looked_at(content)
    times = [each.time_ms for each in frames]
    assert len(set(times)) == len(times) >= 6
    assert 2_700 <= times[-1] <= 3_100
    assert medium.partly is None
    shown = frame_at(io.BytesIO(content), len(content), frames[3].index, frames[3].time_ms)
    assert np.array_equal(shown, frames[3].pixels)


@pytest.mark.parametrize(("container", "codec"), [("mpeg2video", "mpeg2video"), ("m4v", "mpeg4")])
def test_a_raw_stream_in_which_little_is_left_is_looked_at_to_its_end(
    container: str, codec: str
) -> None:
    content = video(scene(1, 60), container, codec, rate=50, g="30")
    frames, _ = looked_at(content[: len(content) // 3] + content[len(content) * 2 // 3 :])
    assert frames


def test_a_recording_whose_last_picture_stands_is_whole() -> None:
    pictures = [np.asarray(PLAIN)] * 4 + [np.asarray(portrait(128, 96))]
    content = standing(video(pictures, times_ms=[0, 250, 500, 750, 1000], bf="0"), 20_000)
    frames, medium = looked_at(content)
    assert shows(frames[-1], portrait())
    assert medium.facts().duration_ms == 21_000
    assert medium.partly is None


def standing(content: bytes, last_ms: int) -> bytes:
    """Change how long the last picture of an MP4 is shown (stts, mdhd, tkhd, mvhd, elst)."""
    changed = bytearray(content)
    stts = content.index(b"stts")
    rows = struct.unpack_from(">I", content, stts + 8)[0]
    mdhd = content.index(b"mdhd")
    scale, duration = struct.unpack_from(">II", content, mdhd + 16)
    last = stts + 12 + 8 * (rows - 1)
    assert struct.unpack_from(">I", content, last)[0] == 1
    before = struct.unpack_from(">I", content, last + 4)[0]
    ticks = last_ms * scale // 1000
    struct.pack_into(">I", changed, last + 4, ticks)
    struct.pack_into(">I", changed, mdhd + 20, duration - before + ticks)
    whole = (duration - before + ticks) * 1000 // scale
    for box, at in ((b"mvhd", 20), (b"tkhd", 24), (b"elst", 12)):
        struct.pack_into(">I", changed, content.index(box) + at, whole)
    return bytes(changed)


def test_cover_art_of_a_video_is_looked_at() -> None:
    content = video_of_tracks(scene(1, 20), [np.asarray(portrait(160, 120))])
    frames, medium = looked_at(content)
    assert shows(frames[-1], portrait())
    assert medium.partly is None


@pytest.mark.parametrize(
    ("width", "height", "rate", "pixels"),
    [(720, 576, 25, "yuv420p"), (720, 480, Fraction(30_000, 1_001), "yuv411p")],
    ids=["PAL", "NTSC"],
)
def test_dv_of_a_camcorder_is_looked_at(
    width: int, height: int, rate: Fraction, pixels: str
) -> None:
    pictures = [np.asarray(portrait(width, height))] * 20
    frames, medium = looked_at(video(pictures, "dv", "dvvideo", rate=rate, pix_fmt=pixels))
    assert medium.mime == "video/dv"
    assert medium.partly is None
    assert all(shows(each, portrait()) for each in frames)


def _boxed(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


CANON = _boxed(b"ftyp", b"crx \0\0\0\1crx isom") + _boxed(b"moov", bytes(60))
RAW_HEADS = {
    "canon-cr3": CANON + b"\0\0\0\0mdat",
    "fuji-raf": b"FUJIFILMCCD-RAW 0201FF389501X-T1" + bytes(60),
    "olympus-orf": b"IIRO\x08\0\0\0" + bytes(60),
    "panasonic-rw2": b"IIU\0\x18\0\0\0" + bytes(60),
}


@pytest.mark.parametrize("kind", RAW_HEADS)
def test_of_a_raw_photo_that_is_no_tiff_the_largest_preview_is_looked_at(kind: str) -> None:
    thumbnail = encoded(PLAIN.resize((64, 48)), "JPEG")
    preview = encoded(portrait(640, 480), "JPEG")
    content = RAW_HEADS[kind] + thumbnail + bytes(100) + preview + bytes(5_000)
    frames, medium = looked_at(content)
    assert medium.mime == f"image/x-{kind}"
    assert [each.pixels.shape for each in frames] == [(480, 640, 3)]
    assert shows(frames[0], portrait())


def test_a_raw_photo_without_a_preview_is_named() -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(b"FUJIFILMCCD-RAW " + bytes(400))
    assert caught.value.reason is Reason.PICTURE_FORMAT
    assert caught.value.detail == "image/x-fuji-raf"
