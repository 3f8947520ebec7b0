"""Take own photos with the camera: show what it sees, ask for a few movements, keep the best."""

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
"""At least between two previews."""
WAIT_SECONDS = 0.1
LOOK_SECONDS = 0.25
MOST_FAILURES = 3
"""Pictures in a row that could not be looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class CameraView(Progress):
    """What to show now; `done` of `total` steps are behind her.

    Attributes:
        preview: RGB, mirrored, at most 320 wide; it is wiped within half a second, so copy it at
            once. None: go on showing the last one.
        step: What is asked.
        hint: What to say beside it, or None.
    """

    preview: Pixels | None
    step: Step
    hint: Hint | None

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the texts to say."""
        hints = () if self.hint is None else (f"camera.hint.{self.hint}",)
        return (f"camera.step.{self.step}", *hints)


@dataclass(frozen=True, slots=True)
class CameraPhotos:
    """What came of a session.

    Attributes:
        photos: What became of the pictures that were kept; they are in her OwnFace now.
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
    """Show what the camera sees (CameraView) until the challenge is over; add its best pictures.

    Closing the job lets the camera go and wipes every picture. A scanner serves one such job, or
    one look, at a time.

    Args:
        name: What to call the photos; their number is put behind it.
        skipped: Asked at every step; once it says yes, nothing but looking straight is asked.
        camera: Opens it; called in a thread of its own.
        challenge: In an order of its own choice if None.

    Raises:
        CameraMissingError, CameraBusyError, CameraBlackError, CameraLostError: Take photos
            instead, or try again.
        UnreadableMediaError: The child could not look at several pictures in a row.
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
        looked = 0.0
        while self._challenge.step is not Step.DONE:
            if skipped():
                self._challenge.skip()
            with self._newest(WAIT_SECONDS) as picture:
                yield self._view(picture)
                now = time.monotonic()
                if picture is not None and now - looked >= LOOK_SECONDS:
                    looked = now
                    yield from self._look(picture)

    @contextmanager
    def _newest(self, wait: float) -> Iterator[Pixels | None]:
        """A picture for as long as it is needed."""
        picture = self._feed.newest(wait)
        try:
            yield picture
        finally:
            if picture is not None:
                picture.fill(0)

    def _look(self, picture: Pixels) -> Generator[CameraView]:
        """Let the child look at a picture; what the camera sees goes on being shown meanwhile."""
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
    """Small mirrored pictures; the window reads one while the next ones are made."""

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
        """A preview, unless there was one just now."""
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
    """The picture as a file in memory."""
    from face.cv import cv2

    in_bgr = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    content = cv2.imencode(".bmp", in_bgr)[1].tobytes()
    in_bgr.fill(0)
    return BytesIO(content), len(content)
