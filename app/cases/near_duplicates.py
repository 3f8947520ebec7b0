"""Which pictures and videos are copies: the same picture, a clip, a repost, a thumbnail.

Two hashes are near when they differ in at most 31 of 256 bits, both of quality 50 or more
(facebook/ThreatExchange, "PDQ matching"). Two contents are alike when four fifths of the hashes of
either are near one of the other (the same, vPDQ's defaults: 80 and 0 percent); a picture is a video
of one frame, and a hash that comes back counts once. Copies of copies are in one group.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from face.types import FrameHash

MAX_DISTANCE = 31
MIN_QUALITY = 50
MIN_SHARE = 0.8

_SIDE = 512
"""Pictures are compared in squares of this many by this many."""
_ROWS = 32
_COLUMNS = 4096
"""The frames of a video are compared with others so many by so many."""
_MOST_LINKS = 50_000
"""So many links are gathered before groups are joined."""

HashWords: TypeAlias = NDArray[np.uint64]
"""n x 4, C-contiguous: n hashes of 256 bits."""
Links: TypeAlias = NDArray[np.int32]
"""2 x n: two groups that belong together in each column."""


class HasHashes(Protocol):
    """Of which it is known how it looks: a picture, or a video by its moments."""

    @property
    def pdq(self) -> str | None:
        """64 hex digits."""

    @property
    def pdq_quality(self) -> int | None:
        """0..100."""

    @property
    def frame_hashes(self) -> tuple[FrameHash, ...]:
        """Of the moments of a video."""


def usable_hashes(content: HasHashes) -> HashWords:
    """The hashes of a picture or video that say enough."""
    hashes = [(each.pdq, each.quality) for each in content.frame_hashes]
    if not hashes and content.pdq is not None:
        hashes = [(content.pdq, content.pdq_quality or 0)]
    good = "".join(pdq for pdq, quality in hashes if quality >= MIN_QUALITY)
    return np.frombuffer(bytes.fromhex(good), np.uint64).reshape(-1, 4)


def duplicate_groups(contents: Sequence[HashWords]) -> list[int]:
    """The number of the group of each content; one without a hash is like no other.

    Args:
        contents: The good hashes of each: none, one of a picture, or some of a video.
    """
    groups = np.arange(len(contents), dtype=np.int32)
    contents = [np.unique(each, axis=0) if len(each) > 1 else each for each in contents]
    pictures = [at for at, words in enumerate(contents) if len(words) == 1]
    videos = [at for at, words in enumerate(contents) if len(words) > 1]
    if pictures:
        words, first, which = np.unique(
            np.concatenate([contents[at] for at in pictures]),
            axis=0,
            return_index=True,
            return_inverse=True,
        )
        pictured = group_hashes(words)
        groups[pictures] = len(contents) + pictured[which.reshape(-1)]
        pictures = [pictures[at] for at in first]
    _join_videos(groups, contents, videos, pictures)
    numbers: list[int] = groups.tolist()
    return numbers


def _join_videos(
    groups: NDArray[np.int32],
    contents: Sequence[HashWords],
    videos: Sequence[int],
    pictures: Sequence[int],
) -> None:
    """Let every video join what it is alike, the videos after it and all pictures."""
    if not videos:
        return
    others = np.array([*videos, *pictures])
    counts = np.array([len(contents[at]) for at in others])
    columns = np.concatenate([contents[at] for at in others]).T
    ends = np.cumsum(counts)
    for place, video in enumerate(videos, 1):
        after = others[place:]
        apart = groups[after] != groups[video]
        if not apart.any():
            continue
        of_those = np.repeat(apart, counts[place:])
        shares = _shares(
            contents[video],
            np.ascontiguousarray(columns[:, ends[place - 1] :][:, of_those]),
            counts[place:][apart],
        )
        for alike in after[apart][shares >= MIN_SHARE]:
            groups[groups == groups[alike]] = groups[video]


def _shares(video: HashWords, columns: HashWords, counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much of a video is in each of the others, or of that in it, whichever is more, 0..1.

    Args:
        columns: 4 x n, the hashes of the others one after the other, `counts` of each.
    """
    starts = np.cumsum(counts) - counts
    rows = np.ascontiguousarray(video.T)[:, :, None]
    of_video = np.zeros(len(counts))
    seen = np.zeros(columns.shape[1], np.bool_)
    for row in range(0, len(video), _ROWS):
        near = _near(rows[:, row : row + _ROWS], columns)
        if near.any():
            of_video += np.logical_or.reduceat(near, starts, axis=1).sum(axis=0)
            seen |= near.any(axis=0)
    of_others = np.add.reduceat(seen, starts, dtype=np.int64)
    shares: NDArray[np.float64] = np.maximum(of_video / len(video), of_others / counts)
    return shares


def _near(rows: HashWords, columns: HashWords) -> NDArray[np.bool_]:
    """Which hashes are near each other; rows 4 x m x 1, columns 4 x n."""
    near = np.zeros((rows.shape[1], columns.shape[1]), np.bool_)
    for start in range(0, columns.shape[1], _COLUMNS):
        block = columns[:, start : start + _COLUMNS]
        half = np.bitwise_count(rows[0] ^ block[0])
        half += np.bitwise_count(rows[1] ^ block[1])
        if half.min() > MAX_DISTANCE:
            continue
        at = np.flatnonzero((half <= MAX_DISTANCE).any(axis=0))
        bits = half[:, at].astype(np.uint16)
        bits += np.bitwise_count(rows[2] ^ block[2, at])
        bits += np.bitwise_count(rows[3] ^ block[3, at])
        near[:, start + at] = bits <= MAX_DISTANCE
    return near


def group_hashes(words: HashWords) -> NDArray[np.int32]:
    """The number of the group of each hash."""
    labels = np.arange(len(words), dtype=np.int32)
    links: list[Links] = []
    for pairs in _candidates(words):
        # most pairs of a thousand copies are in one group already when their turn comes
        first, second = pairs[:, labels[pairs[0]] != labels[pairs[1]]]
        bits = np.bitwise_count(words[first] ^ words[second]).sum(axis=1, dtype=np.uint16)
        near = bits <= MAX_DISTANCE
        links.append(np.stack([labels[first[near]], labels[second[near]]]))
        if sum(link.shape[1] for link in links) > _MOST_LINKS:
            labels, links = _joined(labels, links), []
    return _joined(labels, links)


def _candidates(words: HashWords) -> Iterator[NDArray[np.intp]]:
    """Pairs (2 x n) that are near in the first half of their bits: few but the copies are."""
    columns = np.ascontiguousarray(words.T)
    starts = range(0, len(words), _SIDE)
    for row, column in combinations_with_replacement(starts, 2):
        rows = columns[:, row : row + _SIDE, None]
        distance = np.bitwise_count(rows[0] ^ columns[0, column : column + _SIDE])
        distance += np.bitwise_count(rows[1] ^ columns[1, column : column + _SIDE])
        found = np.flatnonzero(distance <= MAX_DISTANCE)
        corner = np.array([[row], [column]])
        yield corner + np.stack(np.divmod(found, distance.shape[1]))


def _joined(labels: NDArray[np.int32], links: Sequence[Links]) -> NDArray[np.int32]:
    """The labels after those that are linked have become one (a disjoint-set forest)."""
    parents = list(range(len(labels)))

    def root(label: int) -> int:
        while parents[label] != label:
            parents[label] = parents[parents[label]]
            label = parents[label]
        return label

    for link in links:
        for first, second in zip(*link.tolist(), strict=True):
            one, other = sorted((root(first), root(second)))
            parents[other] = one
    return np.array([root(label) for label in range(len(labels))], np.int32)[labels]
