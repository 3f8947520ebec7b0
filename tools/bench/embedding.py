"""The embedding network against dlib's own, on the same crops."""

import statistics
import time
from collections.abc import Callable

import cv2
import numpy as np

from face.detection.detections import Pictures
from face.engine import FaceEngine
from face.packs.registry import open_networks
from face.types import Pixels
from tools.bench.photos import PEOPLE, picture
from tools.bench.reference import DlibFaces

FACES = 32
ROUNDS = 5


def measure() -> dict[str, object]:
    """Return milliseconds a crop, their ratio and the largest difference of the vectors."""
    crops = some_crops()
    reference, recogniser = DlibFaces(), open_networks("open", threads=0).recogniser
    theirs = np.stack([reference.embed_crop(crop) for crop in crops])
    ours = recogniser(crops)
    ratios, ms_dlib, ms_ours = [], [], []
    for _ in range(ROUNDS):  # in turn, so that a slow moment of the machine hits both
        ms_dlib.append(timed(lambda: [reference.embed_crop(crop) for crop in crops]))
        ms_ours.append(timed(lambda: recogniser(crops)))
        ratios.append(ms_dlib[-1] / ms_ours[-1])
    return {
        "crops": len(crops),
        "dlib_ms_a_crop": round(statistics.median(ms_dlib) / len(crops), 2),
        "geoul_ms_a_crop": round(statistics.median(ms_ours) / len(crops), 2),
        "times_as_fast": round(statistics.median(ratios), 1),
        "largest_difference": float(np.abs(theirs - ours).max()),
    }


def some_crops() -> Pictures:
    """Return FACES crops of 150 x 150: the faces of the pictures, shifted by a few pixels."""
    engine = FaceEngine.open("open")
    found: list[Pixels] = []
    for name in PEOPLE:
        pixels = cv2.cvtColor(picture(name), cv2.COLOR_BGR2RGB)
        for face in engine.find_faces(np.asarray(pixels, np.uint8)):
            height, width = pixels.shape[:2]
            x, y = face.landmarks.mean(axis=0) * (width, height)
            crop = cv2.getRectSubPix(pixels, (150, 150), (float(x), float(y)))
            found.append(np.asarray(crop, np.uint8))
    return np.stack([np.roll(found[n % len(found)], n // len(found), 1) for n in range(FACES)])


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that it takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
