"""A fake engine: each square of a known colour is the face of a known person."""

import numpy as np
from PIL import Image, ImageDraw

from face.types import Face, Pixels, Traits

PEOPLE = {
    "red": (230, 20, 20),
    "green": (20, 200, 20),
    "blue": (20, 20, 230),
    "yellow": (230, 220, 20),
}
_POINTS = np.array(
    [[0.3, 0.35], [0.7, 0.35], [0.5, 0.55], [0.35, 0.75], [0.65, 0.75]], np.float32
)  # fmt: skip


class SquareEngine:
    """Has the pack and the names that `look` asks for, and no models."""

    pack = "squares"
    pipeline = "squares-1"
    widths = (4,)
    same_face = 0.4

    def find_faces(self, frame: Pixels) -> list[Face]:
        found = [_face(frame, person, rgb) for person, rgb in enumerate(PEOPLE.values())]
        return [face for face in found if face is not None]


def _face(frame: Pixels, person: int, rgb: tuple[int, int, int]) -> Face | None:
    near = (np.abs(frame.astype(np.int16) - rgb) < 60).all(axis=2)
    if near.sum() < 40:
        return None
    rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    height, width = frame.shape[:2]
    box = (
        float(columns[0] / width),
        float(rows[0] / height),
        float((columns[-1] + 1) / width),
        float((rows[-1] + 1) / height),
    )
    embedding = np.full(4, 0.1, np.float32)
    embedding[person] = 1.0
    size = float(min(rows[-1] - rows[0], columns[-1] - columns[0]) + 1)
    return Face(
        box=box,
        landmarks=np.array(box[:2]) + _POINTS * np.array([box[2] - box[0], box[3] - box[1]]),
        detection_score=0.9,
        quality=min(1.0, size / 60),
        traits=Traits(size, 0.9, 0.5, 0.0, 0.0),
        embedding=(embedding / np.linalg.norm(embedding)).astype(np.float32),
    )


def picture(
    squares: dict[str, tuple[int, int, int]],
    width: int = 160,
    height: int = 120,
    ground: int = 120,
) -> Image.Image:
    """A picture with a square (left, top, side) for each named person."""
    image = Image.new("RGB", (width, height), (ground, ground, ground))
    draw = ImageDraw.Draw(image)
    for name, (left, top, side) in squares.items():
        draw.rectangle((left, top, left + side - 1, top + side - 1), PEOPLE[name])
    return image
