from dataclasses import replace

import pytest

from app.cases.near_duplicates import MAX_DISTANCE, MIN_QUALITY
from app.check.answer import Hit
from app.review.grouping import group_hits
from face.types import FrameHash

HASH = bytes(range(32))


def flipped(bits: int, start: int = 0) -> str:
    """The hash with so many bits turned over."""
    value = int.from_bytes(HASH, "big")
    for bit in range(start, start + bits):
        value ^= 1 << bit * 37 % 256
    return value.to_bytes(32, "big").hex()


def hit(
    item: int,
    face: int = 1,
    pdq: str | None = None,
    quality: int = 100,
    seen: tuple[int, int] = (0, 0),
) -> Hit:
    return Hit(item, face, None, None, "some", 0.9, 5.0, 0, seen, None, "some", pdq, quality)


def items(*hits: Hit) -> list[list[int]]:
    return [[each.item for each in group.hits] for group in group_hits(hits)]


def test_without_hits_there_are_no_groups() -> None:
    assert group_hits(()) == ()


def test_copies_of_a_picture_are_together_and_the_best_is_first() -> None:
    one, other = hit(1, pdq=flipped(0)), hit(2, pdq=flipped(128))
    copy = hit(3, pdq=flipped(MAX_DISTANCE))
    assert [group.hits for group in group_hits((other, one, copy))] == [(other,), (one, copy)]


@pytest.mark.parametrize(("bits", "together"), [(0, 1), (31, 1), (32, 2), (256, 2)])
def test_how_far_a_copy_may_be(bits: int, together: int) -> None:
    assert len(group_hits((hit(1, pdq=flipped(0)), hit(2, pdq=flipped(bits))))) == together


def test_copies_of_copies_are_together() -> None:
    chain = [hit(n, pdq=flipped(30 * n)) for n in range(4)]
    assert items(*chain) == [[0, 1, 2, 3]]


def test_a_hash_that_says_little_joins_nothing() -> None:
    low = MIN_QUALITY - 1
    assert items(hit(1, pdq=flipped(0), quality=low), hit(2, pdq=flipped(0))) == [[1], [2]]
    assert items(hit(1), hit(2)) == [[1], [2]]


def test_tracks_of_one_video_are_together() -> None:
    first, later = hit(1, 1, seen=(0, 500)), hit(1, 2, seen=(1000, 1500))
    assert [group.hits for group in group_hits((later, hit(2), first))] == [
        (later, first),
        (hit(2),),
    ]


@pytest.mark.parametrize(
    ("spans", "several"),
    [
        ([(0, 0)], False),
        ([(0, 0), (0, 0)], True),
        ([(0, 500), (1000, 1500)], False),
        ([(0, 5000), (1000, 1500)], True),
        ([(0, 5000), (6000, 6000), (4000, 4000)], True),
    ],
)
def test_faces_that_are_seen_at_once_are_of_several_people(
    spans: list[tuple[int, int]], several: bool
) -> None:
    (group,) = group_hits([hit(1, face, seen=span) for face, span in enumerate(spans)])
    assert group.several_people is several


def test_one_face_in_each_of_two_copies_may_be_one_person() -> None:
    (group,) = group_hits((hit(1, pdq=flipped(0)), hit(2, pdq=flipped(1))))
    assert not group.several_people


def frames(*flips: int, quality: int = 100) -> tuple[FrameHash, ...]:
    return tuple(FrameHash(1000 * n, flipped(b, 99), quality) for n, b in enumerate(flips))


def test_a_thumbnail_is_together_with_its_video_and_its_faces() -> None:
    video = replace(hit(1, 1), frame_hashes=frames(128, 10))
    later = replace(hit(1, 2, seen=(3000, 3500)), frame_hashes=video.frame_hashes)
    assert items(video, hit(2), later, hit(3, pdq=flipped(0))) == [[1, 1, 3], [2]]


def test_frames_that_say_little_join_nothing() -> None:
    video = replace(hit(1), frame_hashes=frames(0, 0, quality=MIN_QUALITY - 1))
    assert items(video, hit(2, pdq=flipped(0))) == [[1], [2]]
