"""A program that has changed: its vectors have a part more than they had.

The older version had one recogniser, the newer has another one before it. Faces are squares, as in
tests/app/fakes.py, whose embedding is the part that both have.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import numpy as np

from app.job import finish
from app.scan import Scanned, scan
from face.matching.calibration import Calibration
from face.packs.pipelines import parse
from face.types import Embedding, Face, Floats, Pixels
from storage.case import Case
from tests.app.fakes import DIMENSION, FakeEngine, FakeLooker, FakeProgram, embedding

OLD = "open search-6 views-1 09189dea+55533b28"
NEW = "open search-7 views-2 09189dea+fb143eea+55533b28"
FIRST_ALONE = "open search-7 views-2 09189dea+fb143eea"
SECOND_ALONE = "open search-7 views-2 09189dea+55533b28"
OTHER_PACK = "buffalo_l search-6 views-1 5838f7fe+4c06341c"
OF_THE_FUTURE = "mirror search-30 views-12 0123abcd+4567cdef"


class TwoVersionsEngine(FakeEngine):
    """The embedding has a part for each recogniser in the pipeline's text."""

    def find_faces(self, frame: Pixels) -> list[Face]:
        """From left to right, measured by all recognisers."""
        return [self._measured(frame, face) for face in super().find_faces(frame)]

    def _measured(self, frame: Pixels, face: Face) -> Face:
        height, width = frame.shape[:2]
        left, top, right, bottom = face.box
        middle = int((top + bottom) / 2 * height), int((left + right) / 2 * width)
        colour = [int(part) for part in frame[middle]]
        parts = [_part(name, colour) for name in self.recognisers]
        return replace(face, embedding=_side_by_side([part[None] for part in parts])[0])

    @property
    def recognisers(self) -> tuple[str, ...]:
        """Of the pipeline; a text that nobody can read has one."""
        found = parse(self.pipeline)
        return ("55533b28",) if found is None else found.recognisers


class TwoVersions(FakeProgram):
    """Of the version `version`; NEW unless a test changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.version = NEW

    def looker_of(self, pipeline: str, *, crops: bool = False) -> FakeLooker:
        """One that measures as that version did."""
        return FakeLooker(TwoVersionsEngine(pack_of(pipeline), pipeline), crops, self.looked)

    def look(self, case: Case, version: str, *, again: bool = True) -> Scanned:
        """Look at what is in the case as that version did, with its own pack."""
        looker = self.looker_of(version)
        pack = pack_of(version)
        return finish(scan(case, lambda: nullcontext(looker), pack, version, again=again))

    @contextmanager
    def looker(self, pack: str, *, children: int = 0, crops: bool = True) -> Iterator[FakeLooker]:
        """No process, no sandbox."""
        engine = TwoVersionsEngine(pack, self.pipeline(pack))
        yield FakeLooker(engine, crops, self.looked)

    def calibration(self, pack: str, pipeline: str) -> Calibration:
        """Each part of these vectors lies where the faces of the open pack lie."""
        one = Calibration.load("open", OLD)
        found = parse(pipeline)
        parts = 1 if found is None else len(found.recognisers)
        return replace(
            one,
            pack=pack,
            pipeline=pipeline,
            calibrated=pack == "open",
            dimension=parts * DIMENSION,
            centres=_side_by_side([one.centres] * parts),
            spread=_side_by_side([np.roll(one.spread, each, axis=0) for each in range(parts)]),
        )


def pack_of(pipeline: str) -> str:
    """The first word of its text."""
    return pipeline.partition(" ")[0]


def _side_by_side(parts: Sequence[Floats]) -> Floats:
    return np.asarray(np.concatenate(parts, axis=1) / np.sqrt(len(parts)), np.float32)


def _part(recogniser: str, colour: Sequence[int]) -> Embedding:
    if recogniser == "55533b28":
        return embedding(colour)
    return embedding([(part * 7 + int(recogniser[:2], 16)) % 256 for part in colour])
