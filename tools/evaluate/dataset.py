"""The labelled faces: which photos there are, of whom, and who is a stranger of which group."""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]

_EAST_ASIAN = ("east_asian_women", "east_asian_men")

YOUNG_WOMEN = "young_east_asian_women"
"""Name of the group of the women in `east_asian/`."""

_STUDIO = "nogizaka"
"""Part of the source names of portraits that one studio made."""


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo with one dominant face.

    Attributes:
        person: The person; strangers of the crowd, one photo each, are named after their file.
        group: Group of a stranger, and of the first photo of each young woman; else empty.
        east_asian: Whether the public record of the name, or the group, says so.
        sex: "F" or "M" where it is labelled, else empty.
        source: The collection that the photo is from, where that is labelled.
    """

    path: str
    person: str
    group: str
    east_asian: bool
    sex: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Composite:
    """A photo of one person with the inner face of another.

    Attributes:
        source: The person whose face it is, from `faces/`.
        target: The person whose photo it is.
    """

    path: str
    source: str
    target: str
    east_asian: bool


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """All photos: the people's first, then the crowd's, then those of young East Asian people."""

    root: Path
    photos: tuple[Photo, ...]
    person: NDArray[np.int64]
    east_asian: NDArray[np.bool_]
    people: Indices
    """Photos of `faces/`: people with at least two photos each."""
    crowd: Indices
    """Photos of strangers of `crowd/`, one a person."""
    same: NDArray[np.intp]
    """Pairs of photos of one person of `faces/`, n x 2, at most ten pairs a person. None of
    `east_asian/`: with 1 label in 100 wrong, the least alike pairs there would be strangers."""
    young: Indices
    """Photos of young East Asian people with at least two photos each; may be empty."""
    composites: tuple[Composite, ...]

    def group(self, name: str) -> Indices:
        """The strangers of one group, one photo a person."""
        return np.array([i for i, photo in enumerate(self.photos) if photo.group == name], np.intp)

    def groups(self) -> list[str]:
        """The names of the groups of strangers, largest first."""
        names = [photo.group for photo in self.photos if photo.group]
        return sorted(set(names), key=lambda name: (-names.count(name), name))

    def young_women(self) -> Indices:
        """Photos of young East Asian women, also of those with one photo only."""
        young = (i for i, p in enumerate(self.photos) if p.path.startswith(f"{_YOUNG}/"))
        return np.array([i for i in young if self.photos[i].sex == "F"], np.intp)

    def in_studio(self) -> NDArray[np.bool_]:
        """Mask of the photos of people of whom there is a portrait by the one studio: n."""
        theirs = [_STUDIO in photo.source.lower() for photo in self.photos]
        return np.isin(self.person, self.person[theirs])


_YOUNG = "east_asian"

_LEFT_OUT = Path(__file__).parent / "crowd_left_out.csv"
"""Photos of the crowd that show somebody who is in the data set already (`same_as`), which the
list of the data set does not name. Of the 180 most similar pairs of strangers, looked at side by
side, these plainly show one person. Counted as strangers, they were most of the strangers among
strong resemblances."""


def read(root: Path) -> Dataset:
    """Read the tables of the data set; the photos themselves are not opened.

    Photos in `crowd/left_out.csv` are left out, and those in `crowd_left_out.csv` beside this file.
    Young East Asian people and composites are missing in older data sets.
    """
    people = [
        Photo(row["path"], row["person_id"], "", row["east_asian"] == "1")
        for row in _rows(root / "subsets.csv")
    ]
    lists = (root / "crowd" / "left_out.csv", _LEFT_OUT)
    left_out = {row["path"] for path in lists for row in _rows_if_there(path)}
    crowd = [
        Photo(f"crowd/{row['path']}", row["path"], row["group"], row["group"] in _EAST_ASIAN)
        for row in _rows(root / "crowd" / "crowd.csv")
        if row["path"] not in left_out
    ]
    several, alone = _young_people(root / _YOUNG)
    photos = (*people, *crowd, *several, *alone)
    number = {photo.path: i for i, photo in enumerate(photos)}
    same = [
        (number[row["path_a"]], number[row["path_b"]])
        for row in _rows(root / "pairs.csv")
        if row["same"] == "1"
    ]
    others = len(people) + len(crowd)
    return Dataset(
        root=root,
        photos=photos,
        person=np.unique([photo.person for photo in photos], return_inverse=True)[1],
        east_asian=np.array([photo.east_asian for photo in photos]),
        people=np.arange(len(people)),
        crowd=np.arange(len(people), others),
        same=np.array(same, np.intp),
        young=np.arange(others, others + len(several)),
        composites=_composites(root / "composites"),
    )


def _young_people(folder: Path) -> tuple[list[Photo], list[Photo]]:
    """The photos of people with several photos, and those of women with one."""
    tables = (folder / "subsets.csv", folder / "two_photos.csv")
    rows = [row for table in tables for row in _rows_if_there(table)]
    several: list[Photo] = []
    known: set[str] = set()
    for row in rows:
        person = f"{_YOUNG}/{row['person_id']}"
        stands_for_her = row["sex"] == "F" and person not in known
        known.add(person)
        several.append(
            Photo(
                path=f"{_YOUNG}/{row['path']}",
                person=person,
                group=YOUNG_WOMEN if stands_for_her else "",
                east_asian=True,
                sex=row["sex"],
                source=row["source"],
            )
        )
    crowd = _rows_if_there(folder / "crowd" / "crowd.csv")
    paths = [f"{_YOUNG}/crowd/{row['path']}" for row in crowd]
    return several, [Photo(path, path, YOUNG_WOMEN, True, "F") for path in paths]


def _composites(folder: Path) -> tuple[Composite, ...]:
    return tuple(
        Composite(
            path=f"{folder.name}/{row['path']}",
            source=row["source_person"],
            target=row["target_person"],
            east_asian=row["east_asian"] == "1",
        )
        for row in _rows_if_there(folder / "composites.csv")
    )


def add_option(parser: argparse.ArgumentParser) -> None:
    """Add the option for the folder of the data set."""
    parser.add_argument("--data", type=Path, default=Path("../shared/evaldata"))


def is_there(root: Path) -> bool:
    """Whether there is a data set; prints a message where there is none."""
    there = (root / "subsets.csv").is_file()
    if not there:
        print(f"There are no labelled faces in {root}: nothing was measured.")
    return there


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _rows_if_there(path: Path) -> list[dict[str, str]]:
    return _rows(path) if path.is_file() else []
