"""A camera session: show a preview, run the challenge, keep the best pictures as own photos."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import BinaryIO, Self

import numpy as np

from app.enrol.camera.best_pictures import BestPictures
from app.enrol.camera.challenge import Challenge, Hint, Step
from app.enrol.camera.device import Camera, open_camera
from app.enrol.camera.feed import Feed
from app.enrol.kept_photo import ChallengeResult
from app.enrol.own_face import OwnFace
from app.enrol.photo_feedback import OwnPhoto, best_face, near_faces
from app.enrol.photo_scan import wipe_scans
from app.intake.photo_file import NamedOpener
from app.job import Job, Progress
from app.sandbox.interfaces import FaceScanner
from face.errors import UnreadableMediaError
from face.types import Pixels, Scan

PREVIEW_WIDTH = 320
PREVIEW_SECONDS = 0.08
"""How many seconds lie between two previews at least."""
WAIT_SECONDS = 0.1
SCAN_SECONDS = 0.25
MOST_FAILURES = 3
"""How many pictures in a row may fail to be scanned."""


@dataclass(frozen=True, slots=True, eq=False)
class CameraView(Progress):
    """What the window shows now; `done` of `total` steps are done.

    Attributes:
        preview: RGB, mirrored, at most 320 pixels wide. It is wiped within half a second, so copy
            it at once. None: keep showing the last one.
        step: The present step of the challenge.
        hint: A hint beside the step, or None.
    """

    preview: Pixels | None
    step: Step
    hint: Hint | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the texts for step and hint."""
        hints = () if self.hint is None else (f"camera.hint.{self.hint}",)
        return (f"camera.step.{self.step}", *hints)


@dataclass(frozen=True, slots=True)
class CameraPhotos:
    """The result of a camera session.

    Attributes:
        challenge: The result of the challenge.
        photos: The pictures that were added to her OwnFace, with their feedback.
    """

    challenge: ChallengeResult
    photos: tuple[OwnPhoto, ...]


def photos_from_camera(
    own: OwnFace,
    scanner: FaceScanner,
    name: str,
    skipped: Callable[[], bool] = lambda: False,
    camera: Callable[[], Camera] = open_camera,
    challenge: Challenge | None = None,
) -> Job[CameraPhotos]:
    """Yield what the camera sees (CameraView) until the challenge ends; add the best pictures.

    Closing the job releases the camera and wipes every picture. A scanner serves one job at a time.

    Args:
        name: Name of the photos, to which a number is added.
        skipped: Whether to skip the tasks; called again and again.
        camera: Opens the camera; called in a thread of its own.
        challenge: None for one with a random order.

    Raises:
        CameraMissingError, CameraBusyError, CameraBlackError, CameraLostError: Take photos
            instead, or try again.
        UnreadableMediaError: Several pictures in a row could not be scanned.
    """
    asked = challenge or Challenge()
    with BestPictures() as best:
        with Feed(camera) as feed, _Previews() as previews:
            yield from _Session(feed, previews, scanner, asked, best).run(skipped)
        photos = [
            NamedOpener(f"{name} {number}", partial(_opened, picture))
            for number, picture in enumerate(best.pictures, 1)
        ]
        return CameraPhotos(asked.result, (yield from own.add(photos, scanner, asked.result)))


class _Session:
    def __init__(
        self,
        feed: Feed,
        previews: "_Previews",
        scanner: FaceScanner,
        challenge: Challenge,
        best: BestPictures,
    ) -> None:
        self._feed = feed
        self._previews = previews
        self._scanner = scanner
        self._challenge = challenge
        self._best = best
        self._failures = 0

    def run(self, skipped: Callable[[], bool]) -> Generator[CameraView]:
        scanned_at = 0.0
        while self._challenge.step is not Step.DONE:
            if skipped():
                self._challenge.skip()
            with self._newest(WAIT_SECONDS) as picture:
                yield self._view(picture)
                now = time.monotonic()
                if picture is not None and now - scanned_at >= SCAN_SECONDS:
                    scanned_at = now
                    yield from self._scan(picture)

    @contextmanager
    def _newest(self, wait: float) -> Iterator[Pixels | None]:
        """Lend the newest picture, and wipe it afterwards."""
        picture = self._feed.newest(wait)
        try:
            yield picture
        finally:
            if picture is not None:
                picture.fill(0)

    def _scan(self, picture: Pixels) -> Generator[CameraView]:
        """Have a picture scanned, and go on yielding views meanwhile."""
        with closing(self._scanner.scan_all([(0, partial(_opened, picture))])) as outcomes:
            for outcome in outcomes:
                if outcome is not None:
                    self._judge(outcome[1], picture)
                    continue
                with self._newest(0) as newer:
                    yield self._view(newer)

    def _judge(self, result: Scan | UnreadableMediaError, picture: Pixels) -> None:
        if isinstance(result, UnreadableMediaError):
            self._failures += 1
            if self._failures >= MOST_FAILURES:
                raise result
            return
        self._failures = 0
        faces = near_faces(result)
        traits = best_face(faces[0]).face.traits if len(faces) == 1 else None
        wipe_scans([result])
        if traits is not None:
            self._best.offer(picture, traits)
        self._challenge.see(len(faces), traits, min(picture.shape[:2]))

    def _view(self, picture: Pixels | None) -> CameraView:
        asked = self._challenge
        preview = None if picture is None else self._previews.of(picture, time.monotonic())
        return CameraView(asked.done, asked.total, preview, asked.step, asked.hint)


class _Previews:
    """Makes small mirrored pictures. The last few stay, since the window may still read them."""

    _ALIVE = 5

    def __init__(self) -> None:
        self._given: deque[Pixels] = deque()
        self._last = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._given:
            self._given.popleft().fill(0)

    def of(self, picture: Pixels, now: float) -> Pixels | None:
        """Make a preview; None when there was one just now."""
        if now - self._last < PREVIEW_SECONDS:
            return None
        self._last = now
        preview = _preview(picture)
        self._given.append(preview)
        if len(self._given) > self._ALIVE:
            self._given.popleft().fill(0)
        return preview


def _preview(picture: Pixels) -> Pixels:
    from face.cv import cv2

    height, width = picture.shape[:2]
    size = min(width, PREVIEW_WIDTH), round(height * min(1.0, PREVIEW_WIDTH / width))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small[:, ::-1], np.uint8)


def _opened(picture: Pixels) -> tuple[BinaryIO, int]:
    """Open the picture as a BMP file in memory."""
    from face.cv import cv2

    in_bgr = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    content = cv2.imencode(".bmp", in_bgr)[1].tobytes()
    in_bgr.fill(0)
    return BytesIO(content), len(content)
