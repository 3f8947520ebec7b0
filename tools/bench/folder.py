"""Measure the scan of a folder of photos, beside its models alone and `face_recognition`."""

import os
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Self

import cv2
import numpy as np
import onnxruntime

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.program import Services
from app.scan.scan import scan
from face.engine import FaceEngine
from face.packs import DEFAULT_PACK
from face.types import Pixels
from storage.case import Case
from tools.bench.photos import SIZES, make_photos
from tools.bench.reference import DlibFaces

PHOTOS = 500
SAMPLE = 5 * len(SIZES)
"""Photos for the slow reference: whole rounds of the mix, whose time is scaled up."""


def measure() -> dict[str, object]:
    """Return seconds for the folder, done in each way, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        photos = make_photos(Path(folder), PHOTOS)
        start = time.perf_counter()
        faces = whole_job(Path(folder), photos)
        ours = time.perf_counter() - start
        models = bare_model_seconds(photos)
        theirs = reference_seconds(photos[:SAMPLE]) * PHOTOS / SAMPLE
    return {
        "photos": PHOTOS,
        "faces": faces,
        "cores": os.cpu_count(),
        "geoul_s": round(ours, 1),
        "bare_models_s": round(models, 1),
        "wall_over_bare_models": round(ours / models, 2),
        "face_recognition_s": round(theirs, 1),
        "face_recognition_measured_on": SAMPLE,
        "times_as_fast_as_face_recognition": round(theirs / ours, 1),
    }


def whole_job(folder: Path, photos: list[Path]) -> int:
    """Hash, look at and store every photo, child processes started and stopped; count the faces."""
    services = Services()
    case, _ = Case.create(folder / "bench.case", "a passphrase for measuring")
    with case:
        finish(add(case, photos, SourceDetails()))
        looking = partial(services.scanner, DEFAULT_PACK)
        scanned = finish(scan(case, looking, DEFAULT_PACK, services.pipeline(DEFAULT_PACK)))
    return scanned.faces


class ModelClock:
    """Adds up the time that ONNX Runtime spends in its networks, while it is in use."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._run = onnxruntime.InferenceSession.run

    def __enter__(self) -> Self:
        """Time every run of every session."""
        clock, run = self, self._run

        def timed_run(session: object, *arguments: object, **named: object) -> object:
            start = time.perf_counter()
            answer = run(session, *arguments, **named)
            clock.seconds += time.perf_counter() - start
            return answer

        onnxruntime.InferenceSession.run = timed_run
        return self

    def __exit__(self, *_: object) -> None:
        """Restore the original method."""
        onnxruntime.InferenceSession.run = self._run


def bare_model_seconds(photos: list[Path]) -> float:
    """Return what the networks alone take for these photos, all cores given to them."""
    engine = FaceEngine.open(DEFAULT_PACK, threads=0)
    with ModelClock() as clock:
        for path in photos:
            engine.find_faces(rgb(path))
    return clock.seconds


def reference_seconds(photos: list[Path]) -> float:
    """Return what the `face_recognition` way takes: load, find, embed."""
    reference = DlibFaces()
    start = time.perf_counter()
    for path in photos:
        reference.find_faces(rgb(path))
    return time.perf_counter() - start


def rgb(path: Path) -> Pixels:
    """Read a photo as RGB pixels."""
    return np.asarray(cv2.imread(str(path), cv2.IMREAD_COLOR_RGB), np.uint8)
