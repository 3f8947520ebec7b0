import numpy as np

from face.display_filter import filtered
from face.types import Pixels


def halves(height: int = 400, width: int = 600) -> Pixels:
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, width // 2 :] = (200, 40, 40)
    return pixels


def test_a_large_picture_is_shrunk_to_the_longer_side() -> None:
    assert filtered(halves(400, 600), 300).shape == (200, 300, 3)
    assert filtered(halves(600, 200), 300).shape == (300, 100, 3)
    assert filtered(halves(2, 2000), 100).shape == (1, 100, 3)


def test_a_small_picture_stays_as_it_is() -> None:
    np.testing.assert_array_equal(filtered(halves(30, 40), 1280), halves(30, 40))


def test_grey_has_no_colours() -> None:
    grey = filtered(halves(), 300, grey=True)
    assert (grey == grey[:, :, :1]).all()
    assert len(np.unique(grey)) > 1


def test_blur_softens_an_edge_by_the_share_of_the_longer_side() -> None:
    sharp, soft = filtered(halves(), 600), filtered(halves(), 600, blur=0.05)
    assert soft.shape == sharp.shape
    between = (soft[200, :, 0] > 20) & (soft[200, :, 0] < 180)
    # Between a tenth and nine tenths of the step lie 2.56 standard deviations.
    assert 60 <= between.sum() <= 95
    assert not ((sharp[200, :, 0] > 20) & (sharp[200, :, 0] < 180)).any()


def test_blur_and_grey_go_together() -> None:
    both = filtered(halves(), 300, blur=0.05, grey=True)
    assert (both == both[:, :, :1]).all()
    assert len(np.unique(both)) > 20


def test_what_is_given_is_left_as_it_was() -> None:
    pixels = halves(30, 40)
    pixels.flags.writeable = False
    filtered(pixels, 20, blur=0.1, grey=True)
    np.testing.assert_array_equal(pixels, halves(30, 40))
