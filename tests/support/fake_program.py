"""A fake engine: squares of one colour on white are faces. It runs the whole program quickly.

Red and green say who it is, blue what she looks like that day: the same person with another blue
looks alike, but not the same.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.intake.photo_file import NamedOpener
from app.job import Job, Progress
from app.program import Services
from app.sandbox.child_frame import load_decoders
from app.sandbox.frame_request import FrameRequest
from app.sandbox.interfaces import OpenMedium
from face.errors import UnreadableMediaError
from face.matching.calibration import Calibration
from face.packs.registry import Pack
from face.scan_medium import scan_medium
from face.types import (
    Embedding,
    Face,
    FaceFinder,
    Pixels,
    Reason,
    Scan,
    Traits,
    with_equal_parts,
)
from tests.support.case_samples import CHEAP

WIDTHS = (128, 128)
DIMENSION = sum(WIDTHS)
ME = (200, 40, 80)
ME_ANOTHER_DAY = (200, 40, 160)
SOMEBODY = (40, 160, 120)
SOMEBODY_ELSE = (120, 120, 200)
SIDE = 80

Colour = tuple[int, int, int]


def picture(*faces: Colour, size: tuple[int, int] = (SIDE, SIDE), shade: int = 255) -> bytes:
    """A PNG with these faces side by side, each of the size (width, height)."""
    width, height = size
    pixels = np.full((height + 40, max(1, len(faces)) * (width + 40), 3), shade, np.uint8)
    for number, colour in enumerate(faces):
        left = 20 + number * (width + 40)
        pixels[20 : 20 + height, left : left + width] = colour
    content = BytesIO()
    Image.fromarray(pixels).save(content, "PNG")
    return content.getvalue()


def scene(*squares: tuple[Colour, int, int, int], size: tuple[int, int]) -> bytes:
    """A PNG with faces of several sizes: colour, left, top, side; no two above each other.

    Args:
        size: Width and height.
    """
    pixels = np.full((size[1], size[0], 3), 255, np.uint8)
    for colour, left, top, side in squares:
        pixels[top : top + side, left : left + side] = colour
    content = BytesIO()
    Image.fromarray(pixels).save(content, "PNG")
    return content.getvalue()


CROWD = scene(
    (SOMEBODY, 20, 200, 80), (SOMEBODY_ELSE, 140, 30, 70), (ME, 260, 210, 75),
    ((90, 180, 60), 380, 40, 65), size=(480, 300),
)  # fmt: skip
"""Two rows: somebody else and a fourth behind, somebody and I in front of them."""
MY_NUMBER = 4
"""In the order in which a person reads the crowd."""


def photo_bytes(name: str, content: bytes) -> NamedOpener:
    """A photo that is in memory only, as the bytes of a picture file."""
    return NamedOpener(name, lambda: (BytesIO(content), len(content)))


def write_picture(path: Path, *faces: Colour, size: tuple[int, int] = (SIDE, SIDE)) -> Path:
    """Write such a picture."""
    path.write_bytes(picture(*faces, size=size))
    return path


def embedding(colour: Sequence[int]) -> Embedding:
    """Near for one person, far for two, and where the faces of the default pack lie."""
    red, green, blue = map(int, colour)
    person = np.random.default_rng(red * 256 + green).standard_normal(DIMENSION)
    day = np.random.default_rng(blue).standard_normal(DIMENSION)
    vector = 2.0 * _middle() + (person + 0.3 * day) / np.sqrt(DIMENSION)
    return with_equal_parts(np.asarray(vector, np.float32), WIDTHS)


@cache
def _middle() -> NDArray[np.float32]:
    middle: NDArray[np.float32] = Calibration.load("open", "").centres[0]
    return middle


class FakeEngine:
    """Takes squares of one colour for faces."""

    widths: tuple[int, ...] = WIDTHS
    same_face = 0.9

    def __init__(self, pack: str, pipeline: str) -> None:
        self.pack = pack
        self.pipeline = pipeline

    def find_faces(self, frame: Pixels) -> list[Face]:
        """From left to right."""
        coloured = (frame.max(axis=2).astype(int) - frame.min(axis=2)) > 20
        return [_face(frame, left, right, coloured) for left, right in _runs(coloured.any(axis=0))]


def _runs(columns: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], columns.astype(int), [0]])))
    yield from ((int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True))


def _face(frame: Pixels, left: int, right: int, coloured: NDArray[np.bool_]) -> Face:
    rows = np.flatnonzero(coloured[:, left])
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    height, width = frame.shape[:2]
    colour = frame[top, left]
    box = (left / width, top / height, right / width, bottom / height)
    middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    spread = np.array([[-1, -1], [1, -1], [0, 0], [-1, 1], [1, 1]]) / 5
    span = np.array([box[2] - box[0], box[3] - box[1]])
    across, down = right - left, bottom - top
    traits = Traits(
        size_px=float(min(across, down)),
        sharpness=0.1 if down > 1.3 * across else 1.0,
        brightness=float(colour.mean()) / 255,
        yaw=0.9 if across > 1.3 * down else 0.0,
        roll=0.0,
    )
    return Face(
        box, np.asarray(middle + spread * span, np.float32), 0.99, 0.9, traits, embedding(colour)
    )


class FakeScanner:
    """Looks in this very process. Content that starts with these words does what they say."""

    KILLS = b"kills the decoder"
    HANGS = b"hangs the decoder"
    DEEDS = {KILLS: Reason.DECODER_DIED, HANGS: Reason.DECODER_TIMEOUT}  # noqa: RUF012

    def __init__(self, engine: FaceFinder, crops: bool, scanned: list[int]) -> None:
        self._engine = engine
        self._crops = crops
        self._scanned = scanned

    def scan_all(
        self, jobs: Iterable[tuple[int, OpenMedium]]
    ) -> Generator[tuple[int, Scan | UnreadableMediaError] | None]:
        """One after the other, with pauses as the real one makes them."""
        for ticket, source in jobs:
            yield None
            yield ticket, self._scan(ticket, source)

    def _scan(self, ticket: int, source: OpenMedium) -> Scan | UnreadableMediaError:
        try:
            stream, size = source()
            self._scanned.append(ticket)
            with stream:
                return self._decode(stream, size)
        except FileNotFoundError:
            return UnreadableMediaError(Reason.GONE)
        except OSError:
            return UnreadableMediaError(Reason.UNREADABLE_FILE)
        except UnreadableMediaError as error:
            return error

    def _decode(self, stream: BinaryIO, size: int) -> Scan:
        start = stream.read(20)
        for does, reason in self.DEEDS.items():
            if start.startswith(does):
                raise UnreadableMediaError(reason)
        stream.seek(0)
        return scan_medium(stream, size, self._engine, self._crops)


class FakeViewer:
    """Decodes frames in this very process."""

    def show(self, source: OpenMedium, wanted: FrameRequest) -> Job[Pixels]:
        """With a pause, as the real one makes them."""
        yield Progress(0, 1)
        stream, size = source()
        with stream:
            return load_decoders()(stream, size, wanted)


class FakeServices(Services):
    """Services with the fake engine, under the name of the default pack.

    Attributes:
        scanned: The tickets of everything that was scanned, in order.
        version: Of the pipeline; the real one unless a test changes it.
    """

    kdf_cost = CHEAP

    def __init__(self) -> None:
        self.scanned: list[int] = []
        self.version: str | None = None

    @contextmanager
    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> Iterator[FakeScanner]:
        """No process, no sandbox."""
        yield FakeScanner(FakeEngine(pack, self.pipeline(pack)), crops, self.scanned)

    @contextmanager
    def viewer(self) -> Iterator[FakeViewer]:
        """No process, no sandbox."""
        yield FakeViewer()

    def packs(self) -> list[Pack]:
        """All of one version, if a test changes it."""
        packs = super().packs()
        return [replace(pack, pipeline=self.version or pack.pipeline) for pack in packs]

    def pipeline(self, pack: str) -> str:
        """What the scans are marked with."""
        return self.version or super().pipeline(pack)


def scan_of_photo(services: FakeServices, photo: NamedOpener) -> Scan | UnreadableMediaError:
    """Scan one photo with the fake engine."""
    with services.scanner("open") as scanner:
        (outcome,) = (each for each in scanner.scan_all([(0, photo.open)]) if each is not None)
    return outcome[1]
