"""A program that has changed: its vectors have a part more than they had.

The older version had one recogniser, the newer has another one before it. Faces are squares, as in
tests/support/fake_program.py.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import numpy as np

from app.job import finish
from app.scan.scan import ScanResult, scan
from face.matching.calibration import Calibration
from face.packs.catalogue import DLIB, OPEN
from face.packs.pipelines import PART, parse
from face.packs.registry import Pack, open_pipeline
from face.types import Embedding, Face, Pixels, with_equal_parts
from storage.case import Case
from tests.support.fake_program import FakeEngine, FakeScanner, FakeServices, embedding

OLD = "open search-6 views-1 09189dea+55533b28"
NEW = "open search-7 views-2 09189dea+fb143eea+55533b28"
FIRST_ALONE = "open search-7 views-2 09189dea+fb143eea"
SECOND_ALONE = "open search-7 views-2 09189dea+55533b28"
WITHOUT_YUNET = "open search-7 views-2 09189dea-49f000ec+fb143eea+55533b28"
WITHOUT_CENTERFACE = "open search-7 views-2 49f000ec+fb143eea+55533b28"
OTHER_PACK = "buffalo_l search-6 views-1 5838f7fe+4c06341c"
OF_THE_FUTURE = "mirror search-30 views-12 0123abcd+4567cdef"


class TwoVersionsEngine(FakeEngine):
    """The embedding has a part for each recogniser in the pipeline's text."""

    def __init__(self, pack: str, pipeline: str) -> None:
        super().__init__(pack, pipeline)
        self.widths = (PART,) * len(_recognisers(pipeline))

    def find_faces(self, frame: Pixels) -> list[Face]:
        """From left to right, measured by all recognisers."""
        return [self._measured(frame, face) for face in super().find_faces(frame)]

    def _measured(self, frame: Pixels, face: Face) -> Face:
        height, width = frame.shape[:2]
        left, top, right, bottom = face.box
        middle = int((top + bottom) / 2 * height), int((left + right) / 2 * width)
        colour = [int(part) for part in frame[middle]]
        parts = [_part(name, colour) for name in _recognisers(self.pipeline)]
        vector = with_equal_parts(np.concatenate(parts), self.widths)
        return replace(face, embedding=vector)


class TwoVersions(FakeServices):
    """Of the version `version`; NEW unless a test changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.version: str = NEW

    def scanner_of(self, pipeline: str, *, crops: bool = False) -> FakeScanner:
        """One that measures as that version did."""
        return FakeScanner(TwoVersionsEngine(pack_of(pipeline), pipeline), crops, self.scanned)

    def scan(self, case: Case, version: str, *, again: bool = True) -> ScanResult:
        """Look at what is in the case as that version did, with its own pack."""
        scanner = self.scanner_of(version)
        pack = pack_of(version)
        return finish(scan(case, lambda: nullcontext(scanner), pack, version, again=again))

    @contextmanager
    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> Iterator[FakeScanner]:
        """No process, no sandbox."""
        engine = TwoVersionsEngine(pack, self.pipeline(pack))
        yield FakeScanner(engine, crops, self.scanned)

    def calibration(self, pack: str, pipeline: str) -> Calibration:
        """What ships for the recognisers of the open pack that the pipeline has."""
        digests = _recognisers(pipeline)
        known = [each for each in OPEN.recognisers if each.file.sha256.startswith(digests)]
        one = Calibration.load("open", open_pipeline(known or [DLIB]))
        return replace(one, pack=pack, pipeline=pipeline, calibrated=pack == "open")


class ChangingServices(TwoVersions):
    """Packs are there, or gone again, and what is found may be marked as by another version.

    Attributes:
        there: The packs that are installed.
        scans_as: The pipeline that looks and marks what it finds; empty: that of the pack.
    """

    def __init__(self, *there: str) -> None:
        super().__init__()
        self.there = {"open", *there}
        self.scans_as = ""

    def packs(self) -> list[Pack]:
        """Each of its own version."""
        return [
            replace(pack, installed=pack.name in self.there, pipeline=self.pipeline(pack.name))
            for pack in super().packs()
        ]

    def pipeline(self, pack: str) -> str:
        """No two packs have one, nor a recogniser in common."""
        return self.version if pack == "open" else f"{pack} {OTHER_PACK.partition(' ')[2]}"

    @contextmanager
    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> Iterator[FakeScanner]:
        """As the pipeline that it is to look as."""
        yield self.scanner_of(self.scans_as or self.pipeline(pack), crops=crops)


def pack_of(pipeline: str) -> str:
    """The first word of its text."""
    return pipeline.partition(" ")[0]


def _recognisers(pipeline: str) -> tuple[str, ...]:
    """Of a pipeline; a text that nobody can read has one."""
    found = parse(pipeline)
    return ("55533b28",) if found is None else found.recognisers


def _part(recogniser: str, colour: Sequence[int]) -> Embedding:
    sface, dlib = np.split(embedding(colour) * np.sqrt(2), 2)
    return np.asarray(sface if recogniser == "fb143eea" else dlib, np.float32)
