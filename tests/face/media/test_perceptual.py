import numpy as np
import pdqhash
import pytest
from PIL import Image

from face.media.perceptual import pdq
from face.types import Pixels
from tests.face.specimens import animated, looked_at, portrait


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
