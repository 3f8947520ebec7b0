"""Compare the search for faces with both detectors to that with CenterFace alone, in one run.

python -m tools.evaluate.detectors [--data FOLDER] [--most PHOTOS]
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from face.detection.detect import FaceSearch
from face.detection.detections import Detections, overlaps
from face.packs import centerface
from face.packs.catalogue import CENTERFACE, YUNET
from face.packs.networks import open_detectors
from face.types import Pixels
from tools.evaluate.dataset import add_option, is_there
from tools.evaluate.embeddings import photo_pixels
from tools.evaluate.figures import share

_FOLDERS = ("groups", "faces", "crowd", "east_asian")
_PICTURES = {".jpg", ".jpeg", ".png", ".webp"}
_SAME_FACE = 0.35
_SAME_LANDMARKS = 0.25
"""Largest mean distance of the landmarks of one face, as a share of its size."""


@dataclass(slots=True)
class Tally:
    """Counts and times over the photos of one folder."""

    photos: int = 0
    old: int = 0
    found: int = 0
    new: int = 0
    fresh: int = 0
    old_seconds: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, old: Detections, new: Detections) -> None:
        """Add the faces of one photo, found by the old and the new search."""
        same = _same(old, new)
        self.photos += 1
        self.old += len(old)
        self.found += int(same.any(axis=1).sum())
        self.new += len(new)
        self.fresh += int((~same.any(axis=0)).sum())

    def __str__(self) -> str:
        """The counts and times as a line of text."""
        found = share(self.found / max(self.old, 1), self.old)
        return (
            f"{self.photos} photos: of {self.old} faces {found.value:.4f} ± {found.noise:.4f}"
            f" found, {self.fresh} of {self.new} by the new search alone;"
            f" {_ms(self.old_seconds)} before, {_ms(self.seconds)} now"
        )


def main() -> None:
    """Compare both searches folder by folder, and print the counts and times."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_option(parser)
    parser.add_argument("--most", type=int, default=3000, help="photos of people and strangers")
    arguments = parser.parse_args()
    if not is_there(arguments.data):
        return
    before = FaceSearch(centerface.CenterFace(centerface.load(), 1))
    now = FaceSearch(*open_detectors((CENTERFACE, YUNET), 1))
    tallies = {name: Tally() for name in _FOLDERS}
    for name, pixels in _photos(arguments.data, arguments.most):
        tally = tallies[name]
        old, seconds = _timed(before, pixels)
        tally.old_seconds.append(seconds)
        new, seconds = _timed(now, pixels)
        tally.seconds.append(seconds)
        tally.add(old, new)
    for name, tally in tallies.items():
        print(f"{name}: {tally}")


def _photos(root: Path, most: int) -> Iterator[tuple[str, Pixels]]:
    """Every group photo, and at most `most` of the others, evenly chosen."""
    paths = {
        name: sorted(p for p in (root / name).rglob("*") if p.suffix.lower() in _PICTURES)
        for name in _FOLDERS
    }
    others = [(name, path) for name in _FOLDERS[1:] for path in paths[name]]
    picked = np.linspace(0, len(others) - 1, min(most, len(others))).astype(int)
    for name, path in [*(("groups", p) for p in paths["groups"]), *(others[i] for i in picked)]:
        yield name, photo_pixels(path)


def _timed(search: FaceSearch, pixels: Pixels) -> tuple[Detections, float]:
    start = time.thread_time()
    found = search(pixels)
    return found, time.thread_time() - start


def _same(a: Detections, b: Detections) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which detections of `a` (n) and `b` (m) are one face, by box or by landmarks: n x m."""
    apart = np.linalg.norm(a.landmarks[:, None] - b.landmarks[None], axis=-1).mean(axis=-1)
    sizes = np.maximum(a.sizes(), 1)[:, None]
    return np.asarray(
        (overlaps(a.boxes, b.boxes) >= _SAME_FACE) | (apart < _SAME_LANDMARKS * sizes), np.bool_
    )


def _ms(seconds: list[float]) -> str:
    values = np.array(seconds or [0.0]) * 1000
    return f"{values.mean():.1f} ± {values.std() / len(values) ** 0.5:.1f} ms"


if __name__ == "__main__":
    main()
