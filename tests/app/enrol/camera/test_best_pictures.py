import numpy as np
import pytest

from app.enrol.camera.best_pictures import APART, MOST, BestPictures
from face.types import Pixels, Traits


def traits(
    sharpness: float = 0.5, yaw: float = 0.0, size: float = 150, light: float = 0.5
) -> Traits:
    return Traits(size, sharpness, light, yaw, 0.0)


def picture(number: int) -> Pixels:
    return np.full((4, 4, 3), number, np.uint8)


def kept(best: BestPictures) -> list[int]:
    return [int(each[0, 0, 0]) for each in best.pictures]


def offer_apart(best: BestPictures, number: int, of: Traits) -> None:
    best.offer(picture(number), of)
    for _ in range(APART - 1):
        best.offer(picture(0), traits(yaw=1.0))


def test_the_sharpest_are_kept_best_first() -> None:
    with BestPictures() as best:
        for number, sharpness in enumerate([0.5, 0.9, 0.3, 0.7, 0.6], 1):
            offer_apart(best, number, traits(sharpness))
        assert kept(best) == [2, 4, 5]
        assert len(best.pictures) == MOST


def test_of_pictures_close_in_time_only_the_best_is_kept() -> None:
    with BestPictures() as best:
        for number, sharpness in enumerate([0.5, 0.9, 0.6], 1):
            best.offer(picture(number), traits(sharpness))
        assert kept(best) == [2]


@pytest.mark.parametrize("of", [traits(yaw=0.5), traits(yaw=-0.5), traits(size=20)])
def test_what_is_turned_away_or_tiny_is_not_kept(of: Traits) -> None:
    with BestPictures() as best:
        best.offer(picture(1), of)
        assert best.pictures == ()


def test_poor_pictures_are_used_only_when_there_is_none_better() -> None:
    with BestPictures() as best:
        offer_apart(best, 1, traits(light=0.1))
        offer_apart(best, 2, traits(sharpness=0.1))
        assert kept(best) == [1]
        offer_apart(best, 3, traits(sharpness=0.3))
        assert kept(best) == [3]


def test_at_the_end_everything_is_wiped() -> None:
    with BestPictures() as best:
        for number in range(1, 6):
            offer_apart(best, number, traits(number / 10))
        pictures = best.pictures
    assert not any(each.any() for each in pictures)
    assert best.pictures == ()


def test_what_is_offered_is_copied() -> None:
    mine = picture(1)
    with BestPictures() as best:
        best.offer(mine, traits())
        mine.fill(0)
        assert kept(best) == [1]
