import pytest

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.webp import canvas_size, first_picture, is_animated, is_truncated
from face.types import Reason
from tests.support.drawn_media import animated, colour, encoded, looked_at, portrait


@pytest.mark.parametrize("lossless", [True, False])
def test_reads_the_size_from_the_head(lossless: bool) -> None:
    content = encoded(portrait(300, 200), "WEBP", lossless=lossless)
    assert canvas_size(content[:30]) == (300, 200)
    assert canvas_size(content[:15]) == (0, 0)


def test_reads_the_size_of_the_extended_format() -> None:
    content = encoded(
        portrait(300, 200).convert("RGBA"), "WEBP", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"
    )
    assert canvas_size(content[:30]) == (300, 200)


@pytest.mark.parametrize("lossless", [True, False])
def test_very_large_pictures_are_decoded_in_another_way(
    lossless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_DECODED_BYTES", 300 * 200 * 6)
    frames, medium = looked_at(encoded(portrait(300, 200), "WEBP", lossless=lossless))
    assert frames[0].pixels.shape == (200, 300, 3)
    assert medium.partly is None
    assert medium.facts().width == 300


def test_of_a_very_large_animation_the_first_picture_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = animated([portrait(300, 200), colour((9, 9, 9), 300, 200)], "WEBP")
    assert is_animated(content)
    monkeypatch.setattr(limits, "MAX_DECODED_BYTES", 300 * 200 * 6)
    frames, medium = looked_at(content)
    assert len(frames) == 1
    assert frames[0].pixels.std() > 20
    assert medium.partly is Reason.TOO_LARGE


def test_a_cut_lossless_picture_is_truncated() -> None:
    content = encoded(portrait(), "WEBP", lossless=True)[:9_000]
    assert is_truncated(content)
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(content)
    assert caught.value.reason is Reason.TRUNCATED


def test_a_file_without_a_picture_is_damaged() -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        first_picture(b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0")
    assert caught.value.reason is Reason.DAMAGED
