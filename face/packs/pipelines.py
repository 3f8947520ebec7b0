"""Pipeline texts: parse them, and decide which vectors can be compared with which.

A pipeline text is "PACK SEARCH EMBED DETECTOR[-DETECTOR]+RECOGNISER[+RECOGNISER...]", the networks
as the first 8 hex digits of their files' SHA-256. CenterFace stands for both detectors that come
with the program; behind "-" stands the other one where it was missing. A vector is made of one part
for each recogniser, in that order; several are each of one length. Vectors of one recogniser tell
the same whatever stands beside them, so a case that an older pipeline looked at can still be
compared by the parts that both have. What this program cannot read is compared with itself alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from face.packs.catalogue import CENTERFACE, LISTINGS, YUNET
from face.types import Floats

PART = 128
"""Numbers in the part of a recogniser that comes with the program."""

_WIDTHS = {
    network.file.digits: network.width
    for listing in LISTINGS.values()
    for network in listing.recognisers
    if network.file.sha256
}
"""Numbers in the part of each recogniser whose file is known."""

ALIKE = (frozenset({"views-1", "views-2"}),)
"""Embed versions under which one recogniser gives the same vectors: views-2 puts those of several
recognisers side by side."""

_TEXT = re.compile(r"(\S+) (\S+) (\S+) ([0-9a-f]{8})(?:-([0-9a-f]{8}))?((?:\+[0-9a-f]{8})+)")
_FIRST_WITH_YUNET = 7
"""Number of the search version that brought YuNet; in those before CenterFace was alone."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A parsed pipeline text.

    Attributes:
        search, embed: Versions of the search for faces, and of turning them into vectors.
        detector, recognisers: 8 hex digits each; the recognisers in the order of their parts.
        without: Digits of the detector that should have stood beside the other and was missing, or
            empty.
    """

    pack: str
    search: str
    embed: str
    detector: str
    recognisers: tuple[str, ...]
    without: str = ""

    def __str__(self) -> str:
        detector = f"{self.detector}-{self.without}" if self.without else self.detector
        networks = "+".join((detector, *self.recognisers))
        return f"{self.pack} {self.search} {self.embed} {networks}"

    @property
    def detectors(self) -> frozenset[str]:
        """Digits of the detectors that found the faces."""
        of_two = _number(self.search) >= _FIRST_WITH_YUNET
        two = {CENTERFACE.file.digits, YUNET.file.digits}
        stood_for = two if of_two and self.detector == CENTERFACE.file.digits else {self.detector}
        return frozenset(stood_for - {self.without})


@dataclass(frozen=True, slots=True)
class Shared:
    """The parts that vectors of two pipelines have in common.

    Attributes:
        pipeline: The text of the second pipeline with only the recognisers in common. It could
            have made the vectors that `of_one` and `of_other` return.
        one, other: Slices of the common parts in a vector of the first and of the second pipeline.
            None: the whole vector is common.
    """

    pipeline: str
    one: tuple[slice, ...] | None
    other: tuple[slice, ...] | None

    def of_one(self, vectors: Floats) -> Floats:
        """Return the common parts of vectors of the first pipeline: n x d -> n x e, unit length.

        Whole vectors are returned as they are, parts as a copy.
        """
        return _common(vectors, self.one)

    def of_other(self, vectors: Floats) -> Floats:
        """Return the common parts of vectors of the second pipeline, likewise."""
        return _common(vectors, self.other)


def parse(text: str) -> Pipeline | None:
    """Parse a pipeline text; None when this program could not have written it."""
    found = _TEXT.fullmatch(text)
    if found is None:
        return None
    pack, search, embed, detector, without, recognisers = found.groups()
    parts = tuple(recognisers[1:].split("+"))
    if len(set(parts)) < len(parts):
        return None
    return Pipeline(pack, search, embed, detector, parts, without or "")


def with_all_detectors(text: str) -> str:
    """Return the text of the pipeline as if no detector had been missing beside the other.

    The vectors are as good: landmarks are CenterFace's in either (docs/decisions/0106).
    """
    found = parse(text)
    return text if found is None else str(replace(found, without=""))


def widths(text: str, dimension: int) -> tuple[int, ...]:
    """Return the numbers in each part of a vector of a pipeline; one part where the
    text tells no more.
    """
    found = parse(text)
    parts = () if found is None else tuple(_widths(found.recognisers, dimension))
    return parts if sum(parts) == dimension else (dimension,)


def shared(one: str, other: str, dimensions: tuple[int, int]) -> Shared | None:
    """Return the parts that vectors of two pipelines share, in the order of the
    second; None: nothing.

    Args:
        dimensions: Numbers in a vector of the first and of the second; 0: as many as there have to
            be, where there is no vector.
    """
    if one == other:
        fits = dimensions[0] == dimensions[1] or 0 in dimensions
        return Shared(other, None, None) if fits else None
    first, second = parse(one), parse(other)
    if first is None or second is None or not _alike(first.embed, second.embed):
        return None
    places = [
        _places(each, dimension)
        for each, dimension in zip((first, second), dimensions, strict=True)
    ]
    common = tuple(each for each in second.recognisers if each in first.recognisers)
    if not common or not all(places):
        return None
    widths_differ = any(_width(places[0][each]) != _width(places[1][each]) for each in common)
    if widths_differ and 0 not in dimensions:
        return None
    return Shared(
        str(replace(second, recognisers=common)),
        _where(common, first, places[0]),
        _where(common, second, places[1]),
    )


def is_less(one: str, other: str) -> bool:
    """Return whether the results of the first pipeline would say less than those of the second.

    That is so when the first lacks recognisers of the second or, with the same recognisers, lacks
    a detector or is an earlier version.
    """
    first, second = parse(one), parse(other)
    if first is None or second is None or not _alike(first.embed, second.embed):
        return False
    if first.recognisers == second.recognisers:
        earlier = _number(first.search) < _number(second.search)
        return earlier or first.detectors < second.detectors
    return set(first.recognisers) < set(second.recognisers)


def _number(version: str) -> int:
    """Return the number in a version, as in "search-6"; 0 without one."""
    number = version.rpartition("-")[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0


def _alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= versions for versions in ALIKE)


def _places(pipeline: Pipeline, dimension: int) -> dict[str, slice]:
    """Return the slice of each recogniser's part; empty when the parts do not
    make up such a vector.
    """
    if len(pipeline.recognisers) == 1:
        return {pipeline.recognisers[0]: slice(0, dimension)}
    ends = np.cumsum(_widths(pipeline.recognisers, dimension)).tolist()
    if dimension not in (0, ends[-1]):
        return {}
    starts = [0, *ends[:-1]]
    return dict(zip(pipeline.recognisers, map(slice, starts, ends), strict=True))


def _widths(recognisers: tuple[str, ...], dimension: int) -> list[int]:
    """Return the numbers in each part; the part of one unknown recogniser has
    what the others leave.
    """
    unknown = [each for each in recognisers if each not in _WIDTHS]
    rest = dimension - sum(_WIDTHS.get(each, 0) for each in recognisers)
    other = rest if len(unknown) == 1 and rest > 0 else PART
    return [_WIDTHS.get(each, other) for each in recognisers]


def _where(
    common: tuple[str, ...], pipeline: Pipeline, places: Mapping[str, slice]
) -> tuple[slice, ...] | None:
    return None if common == pipeline.recognisers else tuple(places[each] for each in common)


def _width(place: slice) -> int:
    return int(place.stop - place.start)


def _common(vectors: Floats, places: tuple[slice, ...] | None) -> Floats:
    if places is None:
        return vectors
    parts = np.concatenate([vectors[:, place] for place in places], axis=1)
    lengths = np.linalg.norm(parts, axis=1, keepdims=True)
    parts /= np.maximum(lengths, 1e-12)
    return np.asarray(parts, np.float32)
