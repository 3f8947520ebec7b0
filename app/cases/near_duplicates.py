"""Near-duplicates: which pictures and videos are copies, clips, reposts or thumbnails of others.

Two PDQ hashes match when they differ in at most 31 of 256 bits and both have a quality of 50 or
more (facebook/ThreatExchange, "PDQ matching"). Two contents match when four fifths of the hashes of
either match one of the other (vPDQ in the same repository, with its defaults of 80 and 0 percent).
A picture counts as a video of one frame, and a hash that occurs again counts once. Groups are
transitive: a copy of a copy is in the same group.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from face.types import FrameHash

MAX_DISTANCE = 31
"""Bits of 256 in which two hashes that match may differ."""
MIN_QUALITY = 50
"""Quality (0..100) from which a hash says enough to be compared."""
MIN_SHARE = 0.8
"""Share of the hashes of one medium that must match one of the other."""

_SIDE = 512
"""Pictures are compared in blocks of this many by this many."""
_ROWS = 32
_COLUMNS = 4096
"""Frames of a video are compared in blocks of _ROWS of its own and _COLUMNS of others."""
_MOST_LINKS = 50_000
"""Links that are gathered before groups are merged."""

HashWords: TypeAlias = NDArray[np.uint64]
"""n hashes of 256 bits each: uint64, n x 4, C-contiguous."""
Links: TypeAlias = NDArray[np.int32]
"""Pairs of groups that belong together: int32, 2 x n, a pair in each column."""


class HasHashes(Protocol):
    """A medium with perceptual hashes: one of a picture, or several of the frames of a video."""

    @property
    def pdq(self) -> str | None:
        """The PDQ hash of a picture, 64 hex digits."""

    @property
    def pdq_quality(self) -> int | None:
        """The quality of that hash, 0..100."""

    @property
    def frame_hashes(self) -> tuple[FrameHash, ...]:
        """The hashes of the frames of a video."""


def usable_hashes(content: HasHashes) -> HashWords:
    """Return the hashes of a medium that are of sufficient quality; possibly none."""
    hashes = [(each.pdq, each.quality) for each in content.frame_hashes]
    if not hashes and content.pdq is not None:
        hashes = [(content.pdq, content.pdq_quality or 0)]
    good = "".join(pdq for pdq, quality in hashes if quality >= MIN_QUALITY)
    return np.frombuffer(bytes.fromhex(good), np.uint64).reshape(-1, 4)


def duplicate_groups(contents: Sequence[HashWords]) -> list[int]:
    """Return the number of the group that each medium belongs to.

    A content without a hash is a group of its own.

    Args:
        contents: The usable hashes of each medium: none, one of a picture, or some of a video.
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
    """Merge the group of each video with those of the later videos and pictures that match it."""
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
    """Return for each other content the share (0..1) that it has in common with a video.

    It is the share of the video or of the other content, whichever is larger.

    Args:
        columns: 4 x n, the hashes of the others one after the other.
        counts: How many of the columns belong to each of the others.
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
    """Return m x n, which hashes match; rows are 4 x m x 1, columns 4 x n."""
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
    """Return the number of the group that each hash belongs to."""
    labels = np.arange(len(words), dtype=np.int32)
    links: list[Links] = []
    for pairs in _candidates(words):
        # Most pairs of a thousand copies are in one group already when their turn comes.
        first, second = pairs[:, labels[pairs[0]] != labels[pairs[1]]]
        bits = np.bitwise_count(words[first] ^ words[second]).sum(axis=1, dtype=np.uint16)
        near = bits <= MAX_DISTANCE
        links.append(np.stack([labels[first[near]], labels[second[near]]]))
        if sum(link.shape[1] for link in links) > _MOST_LINKS:
            labels, links = _joined(labels, links), []
    return _joined(labels, links)


def _candidates(words: HashWords) -> Iterator[NDArray[np.intp]]:
    """Yield pairs (2 x n) that match in the first half of their bits, as few but copies do."""
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
    """Return the labels after merging those that are linked, by a disjoint-set forest."""
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
