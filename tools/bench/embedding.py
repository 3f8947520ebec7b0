"""Measure embedding beside dlib itself, and beside the embedding of an earlier version."""

import statistics
import time
from collections.abc import Callable

import cv2
import numpy as np

from face.detection.detections import Pictures
from face.embed import embeddings
from face.engine import FaceEngine
from face.packs.networks import open_networks
from face.types import Pixels
from tools.bench.photos import PEOPLE, picture
from tools.bench.reference import DlibFaces

FACES = 32
ROUNDS = 5


def measure() -> dict[str, object]:
    """Return milliseconds a crop, their ratio and the largest difference of the vectors."""
    crops = some_crops()
    reference, recogniser = DlibFaces(), open_networks("open", threads=0).recognisers[-1]
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
        **one_face(),
    }


def one_face() -> dict[str, float]:
    """Return milliseconds to embed a face on one core, and beside it dlib's four crops alone.

    These were the embedding before there was a second network.
    """
    networks = open_networks("open", threads=1)
    pixels = np.asarray(cv2.cvtColor(picture(PEOPLE[0]), cv2.COLOR_BGR2RGB), np.uint8)
    face = max(FaceEngine.open("open", threads=1).find_faces(pixels), key=lambda f: f.quality)
    height, width = pixels.shape[:2]
    landmarks = np.asarray(face.landmarks[None] * (width, height), np.float32)
    both, four = [], []
    for _ in range(4 * ROUNDS):
        both.append(timed(lambda: embeddings(pixels, landmarks, networks.recognisers)))
        four.append(
            timed(lambda: embeddings(pixels, landmarks, networks.recognisers[-1:], thorough=True))
        )
    return {
        "one_face_ms": round(statistics.median(both), 1),
        "four_crops_of_dlib_ms": round(statistics.median(four), 1),
        "one_face_over_four_crops_of_dlib": round(
            statistics.median(b / f for b, f in zip(both, four, strict=True)), 2
        ),
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
    """Return the milliseconds that a call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
