"""A small made-up data set: tables on disk, embeddings in memory."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np

from face.matching.calibration import Calibration
from face.types import Floats
from tests.support.synthetic_people import PARTS, Population
from tools.evaluate.cases import World
from tools.evaluate.dataset import Dataset, read
from tools.evaluate.embeddings import Seen

PEOPLE, PHOTOS, GROUP = 40, 3, 130


def data_set(root: Path) -> tuple[Dataset, Seen]:
    """40 people with 3 photos each (8 East Asian), 130 strangers in each of two groups."""
    _write(
        root / "subsets.csv",
        [
            {"path": f"faces/p{p}/{i}.jpg", "person_id": f"p{p}", "east_asian": int(p < 8)}
            for p in range(PEOPLE)
            for i in range(PHOTOS)
        ],
    )
    groups = ["east_asian_women"] * GROUP + ["white_women"] * GROUP
    _write(
        root / "crowd" / "crowd.csv",
        [{"path": f"{i}.jpg", "group": group} for i, group in enumerate(groups)],
    )
    _write(
        root / "pairs.csv",
        [
            {"path_a": f"faces/p{p}/0.jpg", "path_b": f"faces/p{p}/{i}.jpg", "same": 1}
            for p in range(PEOPLE)
            for i in (1, 2)
        ],
    )
    return read(root), seen_alike(_embeddings())


WOMEN, ALONE, MEN = 12, 30, 3


def with_young_people(root: Path) -> tuple[Dataset, Seen]:
    """The same, with 12 young women with 5 photos each (4 of one studio), two more with two photos,
    30 with one, 3 men with 3, a composite of each of 6 people, and a list of what to leave out."""
    _, seen = data_set(root)
    young = [
        (f"{kind}{p}", kind, "a/nogizaka46" if kind == "F" and p < 4 else "b/c")
        for kind, count, photos in (("F", WOMEN, 5), ("M", MEN, 3))
        for p in range(count)
        for _ in range(photos)
    ]
    _write(
        root / "east_asian" / "subsets.csv",
        [
            {"path": f"faces/{i}.jpg", "person_id": person, "sex": sex, "source": source}
            for i, (person, sex, source) in enumerate(young)
        ],
    )
    _write(
        root / "east_asian" / "two_photos.csv",
        [
            {"path": f"faces_two/{i}.jpg", "person_id": f"T{i // 2}", "sex": "F", "source": "b/c"}
            for i in range(4)
        ],
    )
    _write(
        root / "east_asian" / "crowd" / "crowd.csv", [{"path": f"{i}.jpg"} for i in range(ALONE)]
    )
    _write(
        root / "composites" / "composites.csv",
        [
            {
                "path": f"{p}.jpg",
                "source_person": f"p{p}",
                "target_person": f"p{p + 1}",
                "east_asian": int(p < 8),
            }
            for p in range(5, 11)
        ],
    )
    _write(root / "crowd" / "left_out.csv", [{"path": "3.jpg"}, {"path": "140.jpg"}])
    strangers = PEOPLE * PHOTOS
    kept = np.delete(seen.faces, [strangers + 3, strangers + 140], axis=0)
    kind = Population.of(3, 0.8)
    several = [
        kind.photos(kind.people(1)[0], photos)
        for count, photos in ((WOMEN, 5), (MEN, 3), (2, 2))
        for _ in range(count)
    ]
    faces = np.concatenate([kept, *several, kind.strangers(ALONE)])
    return read(root), seen_alike(faces)


def world(root: Path) -> World:
    """The data set with two altered copies of each photo of the first 20 people."""
    data, seen = data_set(root)
    altered = {int(photo): seen.faces[[photo, photo]] for photo in data.people[: 20 * PHOTOS]}
    return World(data, seen, altered)


def calibration(data: Dataset, seen: Seen) -> Calibration:
    """The curve of the open pack, with these strangers as the crowd of a small case."""
    strangers = seen.faces[data.crowd]
    centre = strangers.mean(axis=0)
    spread = PARTS.centred(centre, strangers[:100])
    shipped = Calibration.load("open", "")
    return replace(shipped, parts=PARTS, centres=centre[None], spread=spread)


def seen_alike(faces: Floats) -> Seen:
    """A face in every photo, which looks the same as an own photo and in a case."""
    return Seen(faces, faces, np.ones(len(faces), np.bool_))


def _embeddings() -> Floats:
    alike, others = Population.of(1, 0.7), Population.of(2)
    photos = [
        (alike if p < 8 else others).photos((alike if p < 8 else others).people(1)[0], PHOTOS)
        for p in range(PEOPLE)
    ]
    return np.concatenate([*photos, alike.strangers(GROUP), others.strangers(GROUP)])


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
