import numpy as np
import pdqhash
import pytest
from PIL import Image

from face.media.perceptual import FrameHasher, pdq
from face.types import Frame, Pixels
from tests.support.drawn_media import animated, looked_at, portrait, scene, video


def reference(pixels: Pixels) -> str:
    """The library's own hash of all pixels."""
    bits, _ = pdqhash.compute(pixels)
    return f"{int(''.join(map(str, bits)), 2):064x}"


def distance(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


@pytest.mark.parametrize("size", [(64, 64), (512, 512), (700, 500), (1023, 800)])
def test_is_the_librarys_hash_for_pictures_of_usual_size(size: tuple[int, int]) -> None:
    pixels = np.asarray(portrait(*size))
    assert pdq(pixels)[0] == reference(pixels)


@pytest.mark.parametrize("size", [(1024, 1024), (1600, 1200), (2500, 3100), (4000, 3000)])
def test_is_nearly_that_of_all_pixels_for_large_ones(size: tuple[int, int]) -> None:
    pixels = np.asarray(portrait(*size))
    assert distance(pdq(pixels)[0], reference(pixels)) <= 6


def test_a_smaller_copy_has_nearly_the_same_hash() -> None:
    large, small = np.asarray(portrait(1500, 1500)), np.asarray(portrait(300, 300))
    assert distance(pdq(large)[0], pdq(small)[0]) <= 10


def test_a_plain_picture_has_no_quality() -> None:
    hexadecimal, quality = pdq(np.zeros((300, 300, 3), np.uint8))
    assert len(hexadecimal) == 64
    assert quality == 0


def test_noise_in_large_pictures_does_not_move_the_hash_far() -> None:
    rough = np.asarray(portrait(2400, 1800)).astype(np.int16)
    rough += np.random.default_rng(1).normal(0, 25, rough.shape).astype(np.int16)
    pixels = rough.clip(0, 255).astype(np.uint8)
    assert distance(pdq(pixels)[0], reference(pixels)) <= 6


def test_an_animation_has_the_hash_of_its_first_frame() -> None:
    frames = [portrait(), portrait().transpose(Image.Transpose.ROTATE_90)]
    _, medium = looked_at(animated(frames, "PNG"))
    assert medium.facts().pdq == pdq(np.asarray(portrait()))[0]
    assert medium.facts().pdq_quality == 100


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (1, 5000), (5000, 1)])
def test_tiny_pictures_have_a_hash_too(shape: tuple[int, int]) -> None:
    hexadecimal, quality = pdq(np.full((*shape, 3), 7, np.uint8))
    assert len(hexadecimal) == 64
    assert 0 <= quality <= 100


def test_a_video_is_hashed_once_a_second_with_its_times() -> None:
    frames, medium = looked_at(video(scene(1, 80, 96, 64)))
    facts = medium.facts()
    assert facts.pdq is None
    assert len(frames) > len(facts.frame_hashes) == 4
    for second, each in enumerate(facts.frame_hashes):
        (frame,) = (frame for frame in frames if frame.time_ms == each.time_ms)
        assert abs(each.time_ms - 1000 * second) <= 260
        assert (each.pdq, each.quality) == pdq(frame.pixels)


def test_of_the_frames_that_are_looked_at_the_nearest_speaks_for_a_second() -> None:
    of = FrameHasher()
    for time_ms in (0, 480, 960, 1440, 1920, 2760, 5000, 5100):
        of.add(Frame(np.zeros((80, 80, 3), np.uint8), time_ms=time_ms))
    assert [each.time_ms for each in of.frames] == [0, 960, 1920, 2760, 5000]


def test_an_animation_is_hashed_as_a_video_is_and_a_picture_is_not() -> None:
    turned = [portrait().rotate(90 * turn) for turn in range(4)]
    _, medium = looked_at(animated(turned, "GIF", duration=700))
    facts = medium.facts()
    assert [each.time_ms for each in facts.frame_hashes] == [0, 1400, 2100]
    assert facts.frame_hashes[0].pdq == facts.pdq
    _, medium = looked_at(animated(turned, "TIFF"))
    assert medium.facts().frame_hashes == ()
