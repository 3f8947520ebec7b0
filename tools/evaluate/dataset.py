"""The labelled faces: which photos there are, of whom, and who is a stranger of which group."""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]

_EAST_ASIAN = ("east_asian_women", "east_asian_men")


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo with one dominant face.

    Attributes:
        person: Who it is; strangers of the crowd, one photo each, are named after their file.
        group: Of a stranger of the crowd; empty for a photo of `faces/`.
        east_asian: By the public record of the name, or by the crowd's group.
    """

    path: str
    person: str
    group: str
    east_asian: bool


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """All photos, the people's first, then the crowd's."""

    root: Path
    photos: tuple[Photo, ...]
    person: NDArray[np.int64]
    east_asian: NDArray[np.bool_]
    people: Indices
    """Photos of people with at least two photos each."""
    crowd: Indices
    """Photos of strangers, one a person."""
    same: NDArray[np.intp]
    """Pairs of photos of one person, n x 2, at most ten pairs a person."""

    def group(self, name: str) -> Indices:
        """The strangers of one group of the crowd."""
        return np.array([i for i in self.crowd if self.photos[i].group == name], np.intp)

    def groups(self) -> list[str]:
        """The groups of the crowd, largest first."""
        names = [self.photos[i].group for i in self.crowd]
        return sorted(set(names), key=lambda name: (-names.count(name), name))


def read(root: Path) -> Dataset:
    """Read the tables of the data set; the photos themselves are not opened."""
    people = [
        Photo(row["path"], row["person_id"], "", row["east_asian"] == "1")
        for row in _rows(root / "subsets.csv")
    ]
    crowd = [
        Photo(f"crowd/{row['path']}", row["path"], row["group"], row["group"] in _EAST_ASIAN)
        for row in _rows(root / "crowd" / "crowd.csv")
    ]
    photos = tuple(people + crowd)
    number = {photo.path: i for i, photo in enumerate(photos)}
    same = [
        (number[row["path_a"]], number[row["path_b"]])
        for row in _rows(root / "pairs.csv")
        if row["same"] == "1"
    ]
    return Dataset(
        root=root,
        photos=photos,
        person=np.unique([photo.person for photo in photos], return_inverse=True)[1],
        east_asian=np.array([photo.east_asian for photo in photos]),
        people=np.arange(len(people)),
        crowd=np.arange(len(people), len(photos)),
        same=np.array(same, np.intp),
    )


def add_option(parser: argparse.ArgumentParser) -> None:
    """Let the user say where the data set is."""
    parser.add_argument("--data", type=Path, default=Path("../shared/evaldata"))


def is_there(root: Path) -> bool:
    """Whether there is a data set; says so where there is none."""
    there = (root / "subsets.csv").is_file()
    if not there:
        print(f"There are no labelled faces in {root}: nothing was measured.")
    return there


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
