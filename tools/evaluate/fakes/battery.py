"""Who finds herself in which kind of fake.

Forty East Asian people (young women of `east_asian/`, people of `faces/`) and forty others. Each
has one photo that is used, and up to three others as her own photos. In a swap her inner face goes
into a photo of somebody else of the same group. Each case holds one fake among photos of others,
of the person in whose photo it is, too. Pictures and clips stay in memory; the cache keeps vectors.
"""

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from face.matching.calibration import Calibration
from face.types import Embedding, FaceFinder, Pixels
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import (
    Embeddings,
    Seen,
    cached,
    dominant,
    embedding_of,
    photo_pixels,
)
from tools.evaluate.fakes import copies, covers, swaps
from tools.evaluate.fakes.clips import clip, face_of_clip
from tools.evaluate.fakes.portrait import Portrait
from tools.evaluate.figures import Figure
from tools.evaluate.searches import Search, all_searched, figures_of, others_than

FAKES = "fakes"
TOO_FEW = 0.7
"""A kind of which a smaller share is found is pointed out."""

Make = Callable[[Portrait, Portrait], Pixels]
"""Her portrait and somebody else's: the picture."""

PICTURES: dict[str, Make] = {
    "the photo itself": lambda hers, _: hers.pixels,
    "inner face, feathered": lambda *two: swaps.feathered(*two).pixels,
    "inner face, feathered, colours": lambda *two: swaps.feathered_in_its_colours(*two).pixels,
    "inner face, Poisson": lambda *two: swaps.poisson(*two).pixels,
    "inner face, Poisson, colours": lambda *two: swaps.poisson_in_its_colours(*two).pixels,
    "triangulated, colours": lambda *two: swaps.triangulated(*two).pixels,
    "through 128, colours": lambda *two: swaps.through_128(*two).pixels,
    "through 128, sent on": lambda *two: copies.sent_on(swaps.through_128(*two).pixels),
    "inner face, Poisson, JPEG": lambda *two: copies.compressed(swaps.poisson(*two).pixels),
    "skin smoothed": lambda hers, _: copies.smoothed(hers).pixels,
    "mirrored": lambda hers, _: copies.mirrored(hers.pixels),
    "strong JPEG": lambda hers, _: copies.compressed(hers.pixels),
    "sent on": lambda hers, _: copies.sent_on(hers.pixels),
    "half behind a hand": lambda hers, _: covers.hand(hers).pixels,
    "half behind hair": lambda hers, _: covers.hair(hers).pixels,
    "glasses": lambda hers, _: covers.glasses(hers).pixels,
    "mask": lambda hers, _: covers.mask(hers).pixels,
}

CLIPS: dict[str, Make] = {
    f"clip: {name}": PICTURES[name]
    for name in ("the photo itself", "inner face, Poisson, colours", "through 128, colours")
}

_EACH = 40
_YOUNG = 30
_OWN = 3
_MOST_PIXELS = 1280
_SPARSE = 4
"""A case holds every fourth photo of the others, about 580."""

_SEED = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Whose face, in whose photo.

    Attributes:
        photo: Hers, that is used.
        own: Her own photos.
        other: A photo of the other person.
    """

    photo: int
    own: tuple[int, ...]
    other: int


def pairs(data: Dataset, usable: NDArray[np.bool_]) -> dict[str, list[Pair]]:
    """Who takes part, by group; always the same."""
    rng = np.random.default_rng(_SEED)
    east_asian = data.east_asian[data.people]
    young = _with_most(data, usable, np.intersect1d(data.young, data.young_women()), _YOUNG)
    asian = _with_most(data, usable, data.people[east_asian], _EACH - len(young))
    others = _with_most(data, usable, data.people[~east_asian], _EACH)
    made: dict[str, list[Pair]] = {}
    for name, circles in (("East Asian", (young, asian)), ("other", (others,))):
        made[name] = []
        for people in circles:
            # Everybody gives a photo and gets a face: each is in the next one's photo.
            turned = rng.permutation(len(people))
            for place, whose in enumerate(turned):
                photos = people[whose]
                other = people[turned[(place + 1) % len(turned)]]
                made[name].append(
                    Pair(int(photos[-1]), tuple(map(int, photos[:-1][:_OWN])), int(other[-1]))
                )
    return made


def _with_most(
    data: Dataset, usable: NDArray[np.bool_], photos: Indices, count: int
) -> list[Indices]:
    """The photos of those people who have most, two at least."""
    photos = photos[usable[photos]]
    people = [photos[data.person[photos] == person] for person in np.unique(data.person[photos])]
    several = [hers for hers in people if len(hers) > 1]
    return sorted(several, key=len, reverse=True)[:count]


def battery(
    data: Dataset, seen: Seen, calibration: Calibration, engine: FaceFinder
) -> dict[str, Figure]:
    """Share found of every kind, for every group; also how the answers found it."""
    figures: dict[str, Figure] = {}
    groups = {group: some for group, some in pairs(data, seen.usable).items() if some}
    if not groups:
        return {}
    listed = [pair for group in groups.values() for pair in group]
    made = dict(_made(data, listed, engine))
    start = 0
    for group, some in groups.items():
        part = slice(start, start + len(some))
        start += len(some)
        every = [
            _search(data, seen, pair, fake)
            for fakes in made.values()
            for pair, fake in zip(some, fakes[part], strict=True)
        ]
        found = all_searched(seen.faces, calibration, every)
        for number, kind in enumerate(made):
            of_kind = found[number * len(some) : (number + 1) * len(some)]
            named = figures_of(of_kind)
            figures |= {f"{FAKES}: {kind}, {group}: {name}": f for name, f in named.items()}
    return figures


def table(figures: dict[str, Figure]) -> str:
    """Kinds down, groups across; what is found too seldom is pointed out."""
    found = {
        name.removeprefix(f"{FAKES}: ").removesuffix(": found"): figure
        for name, figure in figures.items()
        if name.startswith(f"{FAKES}: ") and name.endswith(": found")
    }
    groups = list(dict.fromkeys(name.rpartition(", ")[2] for name in found))
    kinds = list(dict.fromkeys(name.rpartition(", ")[0] for name in found))
    lines = [f"{'found, strong or some':40}" + "".join(f"{group:>16}" for group in groups)]
    for kind in kinds:
        row = [found[f"{kind}, {group}"] for group in groups]
        few = "  < 70%" if min(figure.value for figure in row) < TOO_FEW else ""
        lines.append(f"{kind:40}" + "".join(f"{f!s:>16}" for f in row) + few)
    return "\n".join(lines)


def _search(data: Dataset, seen: Seen, pair: Pair, fake: Embedding) -> Search:
    person = int(data.person[pair.photo])
    others = others_than(data, seen.usable, person)
    hosts = others[data.person[others] == data.person[pair.other]]
    strangers = np.union1d(others[::_SPARSE], hosts)
    return Search(person, seen.own[list(pair.own)], strangers, fake[None])


def _made(data: Dataset, some: list[Pair], engine: FaceFinder) -> Iterator[tuple[str, Embeddings]]:
    """Every kind with the faces found in its fakes, one for each pair."""

    @cache
    def portrait(photo: int) -> Portrait | None:
        return portrait_of(photo_pixels(data.root / data.photos[photo].path), engine)

    def one(make: Make, pair: Pair, moves: bool) -> Embedding:
        hers, others = portrait(pair.photo), portrait(pair.other)
        if hers is None or others is None:
            return np.full(sum(engine.widths), np.nan, np.float32)
        picture = make(hers, others)
        return face_of_clip(clip(picture), engine) if moves else embedding_of(picture, engine)

    paths = [data.photos[photo].path for pair in some for photo in (pair.photo, pair.other)]
    for kind, make in (PICTURES | CLIPS).items():
        names = "\n".join([_drawing(), kind, *paths])

        def all_of_them(make: Make = make, kind: str = kind) -> Embeddings:
            print(f"faking: {kind}", file=sys.stderr)
            return np.stack([one(make, pair, kind in CLIPS) for pair in some])

        yield kind, cached(names, engine, "-fakes", all_of_them)


def portrait_of(pixels: Pixels, engine: FaceFinder) -> Portrait | None:
    """The photo with its dominant face; None where no face is found."""
    image = Image.fromarray(pixels)
    image.thumbnail((_MOST_PIXELS, _MOST_PIXELS), Image.Resampling.LANCZOS)
    pixels = np.asarray(image)
    face = dominant(engine.find_faces(pixels))
    if face is None:
        return None
    height, width = pixels.shape[:2]
    return Portrait(pixels, np.asarray(face.landmarks * (width, height), np.float32))


@cache
def _drawing() -> str:
    """Of the code that draws: what the cache holds is of no use when it changes."""
    files = sorted(path for path in Path(__file__).parent.glob("*.py") if path != Path(__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
