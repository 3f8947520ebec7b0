from collections.abc import Callable

import numpy as np
import pytest

from tests.tools.evaluate.fakes.drawn import drawn
from tools.evaluate.fakes import copies, covers
from tools.evaluate.fakes.portrait import Portrait

SKIN = (230, 190, 170)
RIGHT_EYE, MOUTH, LEFT_EYE, FOREHEAD = (73.5, 51.5), (56, 92), (38.3, 51.7), (56, 25)


def at(portrait: Portrait, point: tuple[float, float]) -> tuple[slice, slice]:
    """A few pixels around a point of the template."""
    column, row = portrait.places(np.array([point], np.float32))[0].astype(int)
    return np.s_[row - 3 : row + 4], np.s_[column - 3 : column + 4]


@pytest.mark.parametrize(
    ("cover", "hidden", "left"),
    [
        (covers.hand, (RIGHT_EYE,), (LEFT_EYE,)),
        (covers.hair, (RIGHT_EYE,), (LEFT_EYE,)),
        (covers.mask, (MOUTH,), (LEFT_EYE, RIGHT_EYE, FOREHEAD)),
        (covers.glasses, ((23.5, 52), (56, 50)), (MOUTH, FOREHEAD)),
    ],
)
def test_each_cover_hides_its_part_of_the_face(
    cover: Callable[[Portrait], Portrait],
    hidden: tuple[tuple[float, float], ...],
    left: tuple[tuple[float, float], ...],
) -> None:
    face = drawn(SKIN)
    made = cover(face)
    for point in hidden:
        assert (made.pixels[at(face, point)] != face.pixels[at(face, point)]).any()
    for point in left:
        assert np.array_equal(made.pixels[at(face, point)], face.pixels[at(face, point)])


def test_covers_are_the_same_every_time() -> None:
    for cover in (covers.hand, covers.hair, covers.glasses, covers.mask):
        assert np.array_equal(cover(drawn(SKIN)).pixels, cover(drawn(SKIN)).pixels)


def test_a_hand_has_the_colour_of_the_face() -> None:
    face = drawn(SKIN)
    palm = covers.hand(face).pixels[at(face, (80, 90))]
    assert np.abs(palm.mean(axis=(0, 1)) - np.array(SKIN)).max() < 30


def test_smoothing_takes_grain_away_and_keeps_edges() -> None:
    face = drawn(SKIN)
    grain = np.random.default_rng(0).normal(0, 8, face.pixels.shape)
    rough = face.with_pixels(face.pixels + grain)
    made = copies.smoothed(rough)
    cheek = at(face, (56, 60))
    grains = [one.pixels[cheek].std(axis=(0, 1)).mean() for one in (made, rough)]
    assert grains[0] < 0.6 * grains[1]
    eye = made.pixels[at(face, LEFT_EYE)].astype(int)
    assert made.pixels[cheek].mean() - eye.mean() > 100


def test_mirrored_twice_is_the_picture() -> None:
    pixels = drawn(SKIN).pixels
    assert not np.array_equal(copies.mirrored(pixels), pixels)
    assert np.array_equal(copies.mirrored(copies.mirrored(pixels)), pixels)


def test_a_messenger_makes_large_pictures_small_and_leaves_small_ones() -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (1000, 2000, 3)).astype(np.uint8)
    large = copies.sent_on(pixels)
    assert large.shape == (630, 1270, 3)
    small = copies.sent_on(drawn(SKIN).pixels)
    assert small.shape == (270, 310, 3)


def test_strong_compression_shows() -> None:
    pixels = drawn(SKIN).pixels
    assert np.abs(copies.compressed(pixels).astype(int) - pixels).max() > 20
