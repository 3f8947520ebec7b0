import io
import struct
from itertools import pairwise
from typing import Any

import av
import numpy as np
import pytest
from av.video.reformatter import Colorspace
from numpy.typing import NDArray

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.video_pixels import VideoPictures
from face.types import Pixels, Reason
from tests.face.specimens import audio, corners, looked_at, opened, portrait, scene, video

FORMATS = [
    ("mp4", "libx264"),
    ("mp4", "libx265"),
    ("mov", "mjpeg"),
    ("ipod", "libx264"),
    ("webm", "libvpx-vp9"),
    ("webm", "libvpx"),
    ("matroska", "mpeg4"),
    ("avi", "mpeg4"),
    ("3gp", "libx264"),
    ("flv", "flv"),
    ("mpegts", "mpeg2video"),
]


def numbered(count: int, rate: int = 25) -> list[Pixels]:
    """Frames whose grey tells their number."""
    return [np.full((64, 64, 3), 20 + 200 * n // count, np.uint8) for n in range(count)]


def steady(count: int, width: int = 128, height: int = 96) -> list[Pixels]:
    return [np.asarray(portrait(width, height))] * count


@pytest.mark.parametrize(("container", "codec"), FORMATS)
def test_looks_at_two_frames_a_second_in_every_format(container: str, codec: str) -> None:
    pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    content = video(scene(1, 75), container, codec, pix_fmt=pix_fmt)
    frames, medium = looked_at(content)
    times = [f.time_ms for f in frames]
    assert times[0] == 0
    assert max(b - a for a, b in pairwise(times)) <= 500
    assert 3000 - times[-1] <= 520
    assert medium.partly is None
    assert abs((medium.facts().duration_ms or 0) - 3000) <= 60
    there = scene(1, 1)[0].astype(int)
    assert np.abs(frames[0].pixels.astype(int) - there).mean() < 14
    assert medium.facts().pdq is None


def test_time_stamps_are_those_of_the_frames() -> None:
    frames, _ = looked_at(video(numbered(100), "mp4", g="250", crf="10"))
    for frame in frames:
        number = (float(frame.pixels.mean()) - 20) / 2
        assert abs(frame.time_ms - 40 * number) <= 60
        assert frame.index == frame.time_ms // 40


def test_time_stamps_are_true_at_a_varying_frame_rate() -> None:
    times = [0, 40, 80, 900, 940, 2_000, 2_040, 2_080, 2_120, 3_500]
    frames, _ = looked_at(video(numbered(10), "matroska", times_ms=times, crf="10"))
    shown = {f.time_ms for f in frames}
    assert shown <= set(times)
    assert {900, 2_000, 3_500} <= shown
    for frame in frames:
        assert round((float(frame.pixels.mean()) - 20) / 20) == times.index(frame.time_ms)


def test_time_runs_from_the_start_of_the_file() -> None:
    times = [10_000 + 100 * n for n in range(20)]
    frames, _ = looked_at(video(scene(2, 20), "matroska", times_ms=times))
    assert frames[0].time_ms == 0
    assert frames[-1].time_ms >= 1_400


def test_a_cut_begins_a_shot_and_is_looked_at_at_once() -> None:
    takes = [*scene(1, 30), *scene(2, 30), *scene(3, 30)]
    frames, _ = looked_at(video(takes, g="300", sc_threshold="0"))
    begins = [next(f.time_ms for f in frames if f.shot == shot) for shot in range(3)]
    assert max(f.shot for f in frames) == 2
    assert abs(begins[1] - 1_200) <= 80
    assert abs(begins[2] - 2_400) <= 80


def test_movement_is_no_cut() -> None:
    frames, _ = looked_at(video(scene(1, 100)))
    assert {f.shot for f in frames} == {0}


def test_key_frames_are_looked_at() -> None:
    frames, _ = looked_at(video(steady(100), g="8", sc_threshold="0"))
    assert [f.time_ms for f in frames][:3] == [0, 320, 640]


def test_a_video_of_key_frames_only_is_not_looked_at_all_the_time() -> None:
    frames, _ = looked_at(video(steady(75), "mov", "mjpeg", pix_fmt="yuvj420p"))
    assert 6 <= len(frames) <= 16


def test_frames_that_nobody_refers_to_are_taken_where_the_others_are_too_few() -> None:
    options: dict[str, Any] = {"bf": "16", "g": "250", "b-pyramid": "none", "b_strategy": "0"}
    content = video(steady(75), "mp4", "libx264", **options)
    frames, _ = looked_at(content)
    times = [f.time_ms for f in frames]
    assert max(b - a for a, b in pairwise(times)) <= 500
    assert len(times) >= 6


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_turns_what_was_filmed_on_the_side(degrees: int) -> None:
    upright = np.asarray(corners(96, 64))
    stored = np.ascontiguousarray(np.rot90(upright, degrees // 90))
    frames, medium = looked_at(turned(video([stored] * 5), degrees))
    assert np.abs(frames[0].pixels.astype(int) - upright).mean() < 12
    assert (medium.facts().width, medium.facts().height) == (96, 64)


def turned(content: bytes, clockwise: int) -> bytes:
    """Write a rotation into the track header (ISO/IEC 14496-12, 8.3.2): a, b, c, d as 16.16."""
    cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[clockwise]
    at = content.index(b"tkhd") + 4 + 4 + 20 + 16
    values = (cosine << 16, sine << 16, 0, -sine << 16, cosine << 16, 0, 0, 0, 1 << 30)
    return content[:at] + struct.pack(">9i", *values) + content[at + 36 :]


def test_wide_pixels_are_made_square() -> None:
    content = video(steady(5, 96, 64), "matroska", aspect="3:1")
    frames, medium = looked_at(content)
    assert frames[0].pixels.shape == (64, 288, 3)
    assert (medium.facts().width, medium.facts().height) == (288, 64)


@pytest.mark.parametrize(
    ("codec", "pix_fmt"),
    [
        ("libx264", "yuv422p"),
        ("libx264", "yuv444p"),
        ("libx264", "yuv420p10le"),
        ("libx264", "yuvj420p"),
        ("libx265", "yuv420p10le"),
        ("ffv1", "yuv420p16le"),
        ("ffv1", "bgr0"),
        ("ffv1", "gray"),
        ("rawvideo", "yuyv422"),
    ],
)
def test_decodes_odd_pixel_formats(codec: str, pix_fmt: str) -> None:
    content = video([*scene(1, 10), *scene(2, 10)], "matroska", codec, pix_fmt=pix_fmt)
    frames, _ = looked_at(content)
    there = scene(1, 1)[0].astype(int)
    shown = frames[0].pixels.astype(int)
    if pix_fmt == "gray":
        there = (there @ [0.299, 0.587, 0.114])[..., None].astype(int)
    assert np.abs(shown - there).mean() < 14
    assert frames[-1].shot == 1


def test_a_heic_sequence_is_looked_at_as_a_video() -> None:
    content = video(scene(1, 30), "mp4", "libx265")
    size = int.from_bytes(content[:4], "big")
    brands = b"ftypmsf1\0\0\0\0msf1hevcmif1heicmiaf"[: size - 4].ljust(size - 4, b"\0")
    frames, medium = looked_at(content[:4] + brands + content[size:])
    assert medium.mime == "image/heic-sequence"
    assert len(frames) >= 2


def test_hdr_video_is_mapped_to_what_a_screen_shows() -> None:
    there = np.asarray(portrait(128, 96))
    linear = np.where(there < 11, there / 3294, ((there / 255 + 0.055) / 1.055) ** 2.4)
    to_2020 = np.array(
        [[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.088, 0.8956]]
    )
    # SMPTE ST 2084, white at 203 cd/m2 (ITU-R BT.2408)
    power = ((linear @ to_2020.T).clip(0, 1) * 203 / 10_000) ** 0.1593017578125
    curve = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
    frames, _ = looked_at(video_2020((curve * 65535).astype(np.uint16)))
    assert np.abs(frames[0].pixels.astype(int) - there).mean() < 8


def video_2020(pixels: NDArray[np.uint16]) -> bytes:
    """Ten bits, BT.2020 primaries, PQ curve."""
    colours = "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
    stream = io.BytesIO()
    with av.open(stream, "w", format="matroska") as out:
        options = {"x265-params": f"log-level=none:{colours}", "crf": "8"}
        track: Any = out.add_stream("libx265", rate=25, options=options)
        track.height, track.width = pixels.shape[:2]
        track.pix_fmt = "yuv420p10le"
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb48le")
        frame = frame.reformat(format="yuv420p10le", dst_colorspace=Colorspace.BT2020)
        frame.pts = 0
        out.mux(track.encode(frame))
        out.mux(track.encode())
    return stream.getvalue()


def test_sound_without_pictures_is_no_video() -> None:
    for content in (audio("mp4"), audio("matroska"), audio("mov")):
        with pytest.raises(UnreadableMediaError) as caught:
            opened(content)
        assert caught.value.reason is Reason.NO_VIDEO


def test_a_sound_file_is_no_video() -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        opened(audio("adts"))
    assert caught.value.reason is Reason.NO_VIDEO


@pytest.mark.parametrize("container", ["matroska", "avi", "mpegts", "webm"])
def test_shows_what_there_is_of_a_truncated_video(container: str) -> None:
    codec = "libvpx" if container == "webm" else "mpeg4"
    whole = video(scene(1, 100), container, codec, g="12")
    frames, medium = looked_at(whole[: len(whole) // 2])
    assert 3 <= len(frames) <= 8
    if container != "mpegts":  # which does not know how long it should be
        assert medium.partly in {Reason.TRUNCATED, Reason.DAMAGED}


def test_a_truncated_mp4_with_its_index_in_front_is_partly_seen() -> None:
    whole = video(scene(1, 100), "mp4", g="12", movflags="faststart")
    frames, medium = looked_at(moved_to_front(whole)[: len(whole) // 2])
    assert len(frames) >= 2
    assert medium.partly in {Reason.TRUNCATED, Reason.DAMAGED}


def moved_to_front(content: bytes) -> bytes:
    """Put `moov` before `mdat` and correct its chunk offsets (`stco`)."""
    boxes, at = {}, 0
    while at < len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        boxes[content[at + 4 : at + 8]] = content[at : at + size]
        at += size
    moov = bytearray(boxes[b"moov"])
    entry = moov.index(b"stco") + 8
    count = int.from_bytes(moov[entry : entry + 4], "big")
    shift = len(moov)
    for number in range(count):
        where = slice(entry + 4 + 4 * number, entry + 8 + 4 * number)
        moov[where] = (int.from_bytes(moov[where], "big") + shift).to_bytes(4, "big")
    rest = b"".join(box for name, box in boxes.items() if name not in {b"ftyp", b"moov"})
    return boxes[b"ftyp"] + bytes(moov) + rest


def test_goes_on_after_a_damaged_place() -> None:
    whole = bytearray(video(scene(1, 250), "matroska", "mpeg4", g="12"))
    middle = len(whole) // 2
    whole[middle : middle + 3000] = np.random.default_rng(3).bytes(3000)
    frames, medium = looked_at(bytes(whole))
    assert frames[-1].time_ms > 9_000
    assert medium.partly in {Reason.DAMAGED, None}


def test_a_cut_mp4_whose_index_is_lost_is_truncated() -> None:
    whole = video(scene(1, 100))
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(whole[: len(whole) * 2 // 3])
    assert caught.value.reason is Reason.TRUNCATED


@pytest.mark.parametrize(("container", "codec"), [("matroska", "mpeg4"), ("avi", "mpeg4")])
def test_a_few_missing_bytes_are_noticed(container: str, codec: str) -> None:
    whole = video(scene(1, 50), container, codec)
    assert looked_at(whole)[1].partly is None
    assert looked_at(whole[:-2_000])[1].partly is Reason.TRUNCATED


def test_frames_that_a_decoder_drops_without_a_word_are_noticed() -> None:
    whole = bytearray(video(scene(1, 100), "avi", "mpeg4", g="12"))
    start = whole.index(b"movi")
    for number in range(40, 70):  # the chunks of these frames hold nothing any more
        at = _chunk(whole, start, number)
        length = int.from_bytes(whole[at + 4 : at + 8], "little")
        whole[at + 8 : at + 8 + length] = bytes(length)
    _, medium = looked_at(bytes(whole))
    assert medium.partly is Reason.DAMAGED


def _chunk(content: bytearray, at: int, number: int) -> int:
    for _ in range(number + 1):
        at = content.index(b"00dc", at + 1)
    return at


def test_want_of_memory_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    content = video(scene(1, 10))
    monkeypatch.setattr(VideoPictures, "pixels", full)
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(content)
    assert caught.value.reason is Reason.DECODER_MEMORY


def test_what_comes_after_time_starts_again_is_looked_at() -> None:
    first = video(scene(1, 50), "mpegts", "mpeg2video")
    frames, _ = looked_at(first + first + first)
    times = [f.time_ms for f in frames]
    assert times == sorted(times)
    assert 11 <= len(frames) <= 20
    assert abs(times[-1] - 5_500) <= 500


@pytest.mark.parametrize("container", ["mp4", "matroska", "avi"])
def test_a_header_alone_is_unreadable(container: str) -> None:
    codec = "libx264" if container == "mp4" else "mpeg4"
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(video(scene(1, 10), container, codec)[:200])
    assert caught.value.reason in {Reason.TRUNCATED, Reason.DAMAGED, Reason.NO_VIDEO}


def test_a_long_video_is_sampled_over_its_whole_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SAMPLES", 5)
    frames, medium = looked_at(video(scene(1, 150)))
    assert medium.partly is Reason.TOO_LONG
    assert 4 <= len(frames) <= 10
    assert frames[-1].time_ms > 4_500


def test_of_a_very_long_video_only_key_frames_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SAMPLES", 3)
    frames, medium = looked_at(video(scene(1, 250), g="25", sc_threshold="0"))
    assert medium.partly is Reason.TOO_LONG
    assert all(f.time_ms % 1000 == 0 for f in frames)
    assert 2 <= len(frames) <= 6


def test_a_video_that_lies_about_its_length_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    takes = [frame for seed in range(40) for frame in scene(seed, 3)]
    monkeypatch.setattr(limits, "MAX_SAMPLES", 10)
    frames, medium = looked_at(video(takes, times_ms=[n * 40 for n in range(120)]))
    assert len(frames) <= 20
    assert medium.partly is Reason.TOO_LONG


def test_too_large_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VIDEO_PIXELS", 1_000)
    with pytest.raises(UnreadableMediaError) as caught:
        opened(video(scene(1, 3)))
    assert caught.value.reason is Reason.TOO_LARGE


def test_large_pictures_are_reduced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VIDEO_FRAME_PIXELS", 5_000)
    frames, medium = looked_at(video(scene(1, 3)))
    assert frames[0].pixels.shape[0] * frames[0].pixels.shape[1] <= 5_000
    assert (medium.facts().width, medium.facts().height) == (160, 120)
