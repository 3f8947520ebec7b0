"""A folder of photos made from pictures that come inside the dependencies.

The mix is that of a chat room: mostly pictures of one to two megapixels, a few small ones, a few
straight from a camera; most with one to six faces, every fifth without any.
"""

from pathlib import Path

import cv2
import numpy as np

from face.package_files import file_in
from face.types import Pixels

SIZES = (480, 800, 1080, 1080, 1280, 1280, 1600, 1920, 2560, 4000)
"""Longer sides in pixels, in turn."""

PEOPLE = ("insightface/data/images/t1.jpg", "skimage/data/astronaut.png")
THINGS = tuple(f"skimage/data/{name}.png" for name in ("coffee", "chelsea", "motorcycle_left"))


def picture(name: str) -> Pixels:
    """Return a picture from inside a dependency, BGR, H x W x 3."""
    return np.asarray(cv2.imread(str(file_in(*name.split("/", 1))), cv2.IMREAD_COLOR), np.uint8)


def make_photos(folder: Path, count: int) -> list[Path]:
    """Write `count` different JPEG photos and return their paths."""
    dice = np.random.default_rng(7)
    people, things = [picture(n) for n in PEOPLE], [picture(n) for n in THINGS]
    paths = []
    for number in range(count):
        source = things[number % len(things)] if number % 5 == 4 else people[number % len(people)]
        photo = vary(source, SIZES[number % len(SIZES)], dice)
        paths.append(folder / f"{number:04}.jpg")
        cv2.imwrite(str(paths[-1]), photo, [cv2.IMWRITE_JPEG_QUALITY, 88])
    return paths


def vary(source: Pixels, longer_side: int, dice: np.random.Generator) -> Pixels:
    """Return the picture with another size, brightness and framing, so that no two are alike."""
    height, width = source.shape[:2]
    cut = 1 - 0.15 * dice.random()
    top, left = (int(side * (1 - cut) * dice.random()) for side in (height, width))
    part = source[top : top + int(height * cut), left : left + int(width * cut)]
    scale = longer_side / max(part.shape[:2])
    resized = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    lit = cv2.convertScaleAbs(resized, alpha=0.85 + 0.3 * dice.random(), beta=8 * dice.random())
    return np.asarray(lit, np.uint8)
