import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cases.near_duplicates import MAX_DISTANCE, HashWords, duplicate_groups, group_hashes

RANDOM = np.random.default_rng(7)


def video(seconds: int) -> HashWords:
    """Frames that have nothing in common."""
    return RANDOM.integers(0, 2**64, (seconds, 4), dtype=np.uint64)


def again(words: HashWords, bits: int = MAX_DISTANCE) -> HashWords:
    """The same, encoded anew: so many bits of each hash are other ones."""
    value = (1 << bits) - 1
    return words ^ np.frombuffer(value.to_bytes(32, "little"), np.uint64)


def together(*contents: HashWords) -> list[list[int]]:
    numbers = duplicate_groups(contents)
    return [[at for at, each in enumerate(numbers) if each == of] for of in dict.fromkeys(numbers)]


def test_a_video_its_repost_a_clip_of_it_and_a_thumbnail_are_together() -> None:
    whole = video(40)
    contents = (whole[7:8], video(30), again(whole), again(whole[5:15], 20), whole)
    assert together(*contents) == [[0, 2, 3, 4], [1]]


def test_without_hashes_nothing_is_alike() -> None:
    nothing = np.zeros((0, 4), np.uint64)
    assert together(nothing, video(3), nothing) == [[0], [1], [2]]
    assert duplicate_groups([]) == []


@pytest.mark.parametrize(("bits", "groups"), [(31, 1), (32, 2), (256, 2)])
def test_how_far_the_frames_of_a_copy_may_be(bits: int, groups: int) -> None:
    whole = video(10)
    assert len(together(whole, again(whole, bits))) == groups
    assert len(together(whole, again(whole[:1], bits))) == groups


@pytest.mark.parametrize(("shared", "groups"), [(8, 1), (7, 2)])
def test_how_much_of_the_shorter_one_has_to_be_in_the_longer(shared: int, groups: int) -> None:
    whole = video(40)
    clip = np.concatenate([whole[:shared], video(10 - shared)])
    assert len(together(whole, clip)) == groups
    assert len(together(clip, whole)) == groups


def test_a_scene_that_stands_still_counts_once_in_the_one_and_often_in_the_other() -> None:
    still = np.repeat(video(1), 50, axis=0)
    moving = np.concatenate([still[:1], video(20)])
    assert together(moving, still) == [[0, 1]]


def test_pictures_that_are_alike_stay_together_when_one_is_of_a_video() -> None:
    whole = video(4)
    near = again(whole[:1], 20)
    assert together(near, again(near, 50), whole, video(1)) == [[0, 1, 2], [3]]


def by_every_pair(contents: list[HashWords]) -> set[frozenset[int]]:
    sets = [{at} for at in range(len(contents))]
    for a, one in enumerate(contents):
        for b, other in enumerate(contents):
            bits = np.bitwise_count(one[:, None] ^ other[None]).sum(axis=2, dtype=int)
            if bits.size and (bits <= MAX_DISTANCE).any(axis=1).mean() >= 0.8:
                sets[a] |= sets[b]
                for at in sets[a]:
                    sets[at] = sets[a]
    return {frozenset(each) for each in sets}


@given(st.lists(st.lists(st.integers(0, 12), max_size=6, unique=True), max_size=9))
def test_groups_are_those_that_comparing_every_pair_gives(drawn: list[list[int]]) -> None:
    frames = np.random.default_rng(1).integers(0, 2**64, (13, 4), dtype=np.uint64)
    contents = [frames[each].reshape(-1, 4) for each in drawn]
    found = {frozenset(each) for each in together(*contents)}
    assert found == by_every_pair(contents)


def test_many_videos_are_compared_across_blocks() -> None:
    wholes = [video(70) for _ in range(4)]
    clips = [again(wholes[at % 4][at % 50 : at % 50 + 12], at % 30) for at in range(400)]
    assert len(together(*clips, *wholes)) == 4


def by_comparing_all(words: HashWords) -> set[frozenset[int]]:
    together = [{n} for n in range(len(words))]
    for a in range(len(words)):
        for b in range(a):
            if np.bitwise_count(words[a] ^ words[b]).sum(dtype=int) <= MAX_DISTANCE:
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
    labels = group_hashes(words).tolist()
    found = {frozenset(n for n, of in enumerate(labels) if of == label) for label in labels}
    assert found == by_comparing_all(words)


def test_many_copies_of_few_pictures_are_found_across_blocks() -> None:
    random = np.random.default_rng(1)
    bases = random.integers(0, 2**64, (7, 4), dtype=np.uint64)
    which = random.integers(0, 7, 1500)
    bits = np.uint64(1) << random.integers(0, 64, (1500, 4), dtype=np.uint64)
    labels = group_hashes(bases[which] ^ bits)
    assert len({(int(a), int(b)) for a, b in zip(which, labels, strict=True)}) == 7
    assert len(set(labels.tolist())) == 7
