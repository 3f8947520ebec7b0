import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.check import Hit
from app.grouping import LEAST_QUALITY, MOST_BITS, groups, near_duplicates

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
    return Hit(item, face, None, None, "some", 0.9, 5.0, 0, seen, None, pdq, quality)


def items(*hits: Hit) -> list[list[int]]:
    return [[each.item for each in group.hits] for group in groups(hits)]


def test_without_hits_there_are_no_groups() -> None:
    assert groups(()) == ()


def test_copies_of_a_picture_are_together_and_the_best_is_first() -> None:
    one, other = hit(1, pdq=flipped(0)), hit(2, pdq=flipped(128))
    copy = hit(3, pdq=flipped(MOST_BITS))
    assert [group.hits for group in groups((other, one, copy))] == [(other,), (one, copy)]


@pytest.mark.parametrize(("bits", "together"), [(0, 1), (31, 1), (32, 2), (256, 2)])
def test_how_far_a_copy_may_be(bits: int, together: int) -> None:
    assert len(groups((hit(1, pdq=flipped(0)), hit(2, pdq=flipped(bits))))) == together


def test_copies_of_copies_are_together() -> None:
    chain = [hit(n, pdq=flipped(30 * n)) for n in range(4)]
    assert items(*chain) == [[0, 1, 2, 3]]


def test_a_hash_that_says_little_joins_nothing() -> None:
    low = LEAST_QUALITY - 1
    assert items(hit(1, pdq=flipped(0), quality=low), hit(2, pdq=flipped(0))) == [[1], [2]]
    assert items(hit(1), hit(2)) == [[1], [2]]


def test_tracks_of_one_video_are_together() -> None:
    first, later = hit(1, 1, seen=(0, 500)), hit(1, 2, seen=(1000, 1500))
    assert [group.hits for group in groups((later, hit(2), first))] == [(later, first), (hit(2),)]


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
    (group,) = groups([hit(1, face, seen=span) for face, span in enumerate(spans)])
    assert group.several_people is several


def test_one_face_in_each_of_two_copies_may_be_one_person() -> None:
    (group,) = groups((hit(1, pdq=flipped(0)), hit(2, pdq=flipped(1))))
    assert not group.several_people


def by_comparing_all(words: NDArray[np.uint64]) -> set[frozenset[int]]:
    together = [{n} for n in range(len(words))]
    for a in range(len(words)):
        for b in range(a):
            if np.bitwise_count(words[a] ^ words[b]).sum(dtype=int) <= MOST_BITS:
                together[a] |= together[b]
                for n in together[a]:
                    together[n] = together[a]
    return {frozenset(each) for each in together}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 255), st.integers(0, 60)), max_size=25))
def test_groups_are_those_that_comparing_all_pairs_gives(
    drawn: list[tuple[int, int, int]],
) -> None:
    values = [(1 << 64 * base) + (((1 << bits) - 1) << min(at, 180)) for base, at, bits in drawn]
    content = b"".join((value % (1 << 256)).to_bytes(32, "big") for value in values)
    words = np.frombuffer(content, np.uint64).reshape(-1, 4)
    labels = near_duplicates(words).tolist()
    found = {frozenset(n for n, of in enumerate(labels) if of == label) for label in labels}
    assert found == by_comparing_all(words)


def test_many_copies_of_few_pictures_are_found_across_blocks() -> None:
    random = np.random.default_rng(1)
    bases = random.integers(0, 2**64, (7, 4), dtype=np.uint64)
    which = random.integers(0, 7, 1500)
    bits = np.uint64(1) << random.integers(0, 64, (1500, 4), dtype=np.uint64)
    labels = near_duplicates(bases[which] ^ bits)
    assert len({(int(a), int(b)) for a, b in zip(which, labels, strict=True)}) == 7
    assert len(set(labels.tolist())) == 7
