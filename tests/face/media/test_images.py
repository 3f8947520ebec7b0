import warnings
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageOps

from face.errors import UnreadableMediaError
from face.media import limits
from face.types import Reason
from tests.support.drawn_media import (
    animated,
    colour,
    corners,
    encoded,
    endless_gif,
    looked_at,
    only_frame,
    opened,
    png_bomb,
    portrait,
    with_exif_orientation,
)

LOSSLESS = {"PNG": {}, "BMP": {}, "TIFF": {}, "WEBP": {"lossless": True}, "GIF": {}}
LOSSY = {"JPEG": {"quality": 95}, "HEIF": {"quality": 90}, "AVIF": {"quality": 90}, "WEBP": {}}
REDS = [colour((shade, 0, 0)) for shade in (250, 180, 100, 30)]


@pytest.mark.parametrize(("plugin", "options"), LOSSLESS.items())
def test_decodes_lossless_formats_exactly(plugin: str, options: dict[str, object]) -> None:
    pixels = only_frame(encoded(corners(), plugin, **options)).pixels
    assert np.array_equal(pixels, np.asarray(corners()))


@pytest.mark.parametrize(("plugin", "options"), LOSSY.items())
def test_decodes_lossy_formats_closely(plugin: str, options: dict[str, object]) -> None:
    pixels = only_frame(encoded(portrait(), plugin, **options)).pixels
    assert pixels.shape == (256, 256, 3)
    difference = pixels.astype(int) - np.asarray(portrait()).astype(int)
    assert np.abs(difference).mean() < 6


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("plugin", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
def test_shows_pictures_upright(plugin: str, orientation: int) -> None:
    content = with_exif_orientation(corners(), plugin, orientation)
    frames, medium = looked_at(content)
    stored = corners()
    stored.getexif()[0x0112] = orientation
    upright = np.asarray(ImageOps.exif_transpose(stored)).astype(int)
    assert np.abs(frames[0].pixels.astype(int) - upright).mean() < 8
    assert (medium.facts().height, medium.facts().width) == upright.shape[:2]


def test_turns_a_heic_once_only() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    frame = only_frame(encoded(corners(96, 64), "HEIF", exif=exif.tobytes(), quality=95))
    assert frame.pixels.shape == (96, 64, 3)
    assert frame.pixels[10, 50].argmax() == 0  # red, stored at the top left, is at the top right


@pytest.mark.parametrize("value", [0, 9, 77])
def test_ignores_an_orientation_that_does_not_exist(value: int) -> None:
    content = with_exif_orientation(corners(), "PNG", value)
    assert only_frame(content).pixels.shape == (64, 96, 3)


@pytest.mark.parametrize("plugin", ["GIF", "PNG", "WEBP", "AVIF"])
def test_looks_at_all_frames_of_an_animation(plugin: str) -> None:
    frames, medium = looked_at(animated(REDS, plugin, duration=[120, 200, 80, 50]))
    assert [f.index for f in frames] == [0, 1, 2, 3]
    assert [f.time_ms for f in frames] == [0, 120, 320, 400]
    assert [round(f.pixels[..., 0].mean(), -1) for f in frames] == [250, 180, 100, 30]
    assert medium.facts().duration_ms == 450
    assert medium.facts().frames == 4


def test_looks_once_at_frames_that_are_the_same() -> None:
    same = [colour((250, 0, 0)), colour((250, 0, 0)), colour((0, 0, 250)), colour((0, 0, 250))]
    content = animated(same, "WEBP", lossless=True, duration=100, minimize_size=False)
    frames, _ = looked_at(content)
    assert [f.time_ms for f in frames] == [0, 200]


def test_counts_each_hard_cut_of_an_animation_as_a_shot() -> None:
    frames, _ = looked_at(animated([portrait(), portrait(), colour((9, 9, 9), 256, 256)], "WEBP"))
    assert [f.shot for f in frames][-1] == 1


@pytest.mark.parametrize("delay", [0, 10])
def test_takes_a_delay_of_nothing_for_what_browsers_make_of_it(delay: int) -> None:
    frames, _ = looked_at(animated(REDS[:2], "GIF", duration=delay))
    assert frames[1].time_ms == 100


def test_composites_animation_frames_that_hold_only_a_part() -> None:
    moving = [colour((10, 10, 10)) for _ in range(3)]
    for number, frame in enumerate(moving):
        frame.paste((240, 240, 240), (10 * number, 10, 10 * number + 8, 18))
    frames, _ = looked_at(animated(moving, "GIF", optimize=True))
    assert all(np.abs(f.pixels[0, 0].astype(int) - 10).max() < 3 for f in frames)
    assert frames[2].pixels[14, 24].min() > 230


def test_a_gif_of_one_frame_is_a_still_picture() -> None:
    _, medium = looked_at(encoded(corners(), "GIF"))
    assert medium.facts().duration_ms is None


def test_looks_at_every_page_of_a_tiff_each_a_shot_of_its_own() -> None:
    frames, medium = looked_at(animated(REDS, "TIFF"))
    assert [f.index for f in frames] == [0, 1, 2, 3]
    assert len({f.shot for f in frames}) == 4
    assert medium.facts().duration_ms is None


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits"])
def test_decodes_compressed_tiffs(compression: str) -> None:
    frame = only_frame(encoded(portrait(), "TIFF", compression=compression))
    assert np.abs(frame.pixels.astype(int) - np.asarray(portrait())).mean() < 6


def test_looks_at_both_pictures_of_a_stereo_pair() -> None:
    frames, _ = looked_at(animated([portrait(), corners(256, 256)], "MPO"))
    assert [(f.index, f.shot) for f in frames] == [(0, 0), (limits.FRAMES_OF_A_PART, 1)]


def test_passes_over_thumbnails_and_gain_maps_in_a_jpeg() -> None:
    frames, medium = looked_at(animated([portrait(), portrait(64, 64)], "MPO"))
    assert len(frames) == 1
    assert medium.partly is None


def test_looks_at_all_pictures_of_a_heif() -> None:
    frames, _ = looked_at(animated([portrait(128, 128), corners(128, 128)], "HEIF"))
    assert len(frames) == 2
    assert len({f.shot for f in frames}) == 2


@pytest.mark.parametrize("plugin", ["JPEG", "PNG", "BMP", "TIFF", "WEBP", "GIF"])
def test_shows_what_there_is_of_a_truncated_picture(plugin: str) -> None:
    whole = encoded(portrait(400, 400), plugin)
    frames, medium = looked_at(whole[: len(whole) * 6 // 10])
    assert medium.partly is Reason.TRUNCATED
    there = slice(320, 400) if plugin == "BMP" else slice(0, 80)  # BMP begins at the bottom
    difference = frames[0].pixels[there].astype(int) - np.asarray(portrait(400, 400))[there]
    assert np.abs(difference).mean() < 30


def test_shows_what_there_is_of_a_truncated_progressive_jpeg() -> None:
    whole = encoded(portrait(400, 400), "JPEG", progressive=True, quality=90)
    frames, medium = looked_at(whole[: len(whole) // 2])
    assert medium.partly is Reason.TRUNCATED
    assert np.abs(frames[0].pixels.astype(int) - np.asarray(portrait(400, 400))).mean() < 30


def test_keeps_the_frames_before_the_place_where_an_animation_breaks_off() -> None:
    whole = animated([portrait(), corners(256, 256), portrait().rotate(90)], "GIF")
    frames, medium = looked_at(whole[: len(whole) - 5_000])
    assert len(frames) == 2
    assert medium.partly is Reason.TRUNCATED


@pytest.mark.parametrize(
    ("plugin", "kept", "reason"),
    [
        ("JPEG", 300, Reason.TRUNCATED),
        ("PNG", 60, Reason.TRUNCATED),
        ("BMP", 30, Reason.TRUNCATED),
        ("GIF", 20, Reason.DAMAGED),
        ("AVIF", 300, Reason.DAMAGED),
    ],
)
def test_a_header_alone_is_unreadable(plugin: str, kept: int, reason: Reason) -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(encoded(portrait(), plugin)[:kept])
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    "bomb",
    [
        lambda: png_bomb(50_000, 50_000),
        lambda: png_bomb(1_000_000, 900),
        lambda: encoded(Image.new("P", (1, 1)), "GIF").replace(b"\1\0\1\0", b"\xff\xff\xff\xff", 1),
    ],
)
def test_refuses_bombs_before_anything_is_decoded(bomb: Callable[[], bytes]) -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        opened(bomb())
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_webp_that_is_all_canvas_is_damaged() -> None:
    header = b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0"
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(header + bytes(20))
    assert caught.value.reason is Reason.DAMAGED


def test_an_endless_gif_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ANIMATION_FRAMES", 50)
    frames, medium = looked_at(endless_gif(10_000))
    assert len(frames) == 1
    assert medium.partly is Reason.TOO_LONG


def test_a_large_canvas_has_fewer_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ANIMATION_DECODED_PIXELS", 64 * 64 * 3)
    frames, medium = looked_at(animated([colour((9 * n, 0, 0), 64, 64) for n in range(9)], "WEBP"))
    assert len(frames) == 3
    assert medium.partly is Reason.TOO_LONG


def test_of_an_animation_on_a_huge_canvas_the_first_frame_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MAX_ANIMATION_PIXELS", 1_000)
    frames, medium = looked_at(animated(REDS, "GIF"))
    assert len(frames) == 1
    assert medium.partly is Reason.TOO_LARGE


def test_long_animations_are_sampled_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "EVERY_FRAME_UP_TO", 4)
    shades = [colour((0, 3 * n, 0)) for n in range(40)]
    frames, _ = looked_at(animated(shades, "WEBP", lossless=True, duration=100))
    assert [f.index for f in frames] == [0, 1, 2, 3, 8, 13, 18, 23, 28, 33, 38]


def test_large_jpegs_are_reduced_while_they_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FRAME_PIXELS", 40_000)
    frames, medium = looked_at(encoded(portrait(640, 480), "JPEG"))
    assert frames[0].pixels.shape == (120, 160, 3)
    assert (medium.facts().width, medium.facts().height) == (640, 480)


@pytest.mark.parametrize("plugin", ["PNG", "HEIF", "WEBP", "TIFF"])
def test_other_large_pictures_are_reduced_afterwards(
    plugin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FRAME_PIXELS", 40_000)
    frames, medium = looked_at(encoded(portrait(641, 480), plugin))
    assert frames[0].pixels.shape == (160, 214, 3)
    assert (medium.facts().width, medium.facts().height) == (641, 480)


def test_a_picture_beyond_the_memory_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DECODED_BYTES", 100_000)
    for plugin in ("PNG", "HEIF", "AVIF", "WEBP", "BMP", "TIFF"):
        with pytest.raises(UnreadableMediaError) as caught:
            looked_at(encoded(portrait(), plugin))
        assert caught.value.reason is Reason.TOO_LARGE


def test_decoders_that_read_everything_are_given_no_huge_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MAX_BUFFERED_BYTES", 1_000)
    with pytest.raises(UnreadableMediaError) as caught:
        opened(encoded(portrait(), "WEBP"))
    assert caught.value.reason is Reason.TOO_LARGE


def test_damaged_exif_does_not_hide_the_picture() -> None:
    exif = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\x03\xff\xff" * 9
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert only_frame(encoded(portrait(), "JPEG", exif=exif)).pixels.shape == (256, 256, 3)


def test_a_picture_beyond_all_limits_is_said_with_its_pixels() -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        opened(png_bomb(50_000, 40_000))
    assert (caught.value.reason, caught.value.detail) == (Reason.TOO_LARGE, "2000000000")


@pytest.mark.parametrize("coding", [b"unci", b"j2k1", b"vvc1"])
def test_a_heif_of_another_coding_is_named_and_not_called_damaged(coding: bytes) -> None:
    content = encoded(colour((9, 9, 9)), "HEIF").replace(b"hvc1", coding)
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(content)
    assert (caught.value.reason, caught.value.detail) == (Reason.PICTURE_FORMAT, "image/heif")
