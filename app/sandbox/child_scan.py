"""The child's side of a scan: finds the faces in a medium and sends them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, Protocol

from app.sandbox import protocol, wire_format
from app.sandbox.child_pipe import ChildPipe
from app.sandbox.child_work import ChildWork, Reply
from app.sandbox.protocol import Kind
from face.media.limits import MAX_TRACKS
from face.types import Face, FaceFinder, Pixels, Reason, Scan, SeenFace, Track

CROPS_SIZE = 64 * protocol.MIB
"""Bytes for all face crops of one item; further tracks are sent without crops."""


class ScanMedium(Protocol):
    """Finds the faces in one medium."""

    def __call__(self, stream: BinaryIO, size: int, engine: FaceFinder, *, crops: bool) -> Scan: ...


def scan_work(pipe: ChildPipe, engine: FaceFinder, look: ScanMedium, *, crops: bool) -> ChildWork:
    """Return the work of a child that finds faces."""
    watched = _Watched(engine, pipe)

    def answer(_: dict[str, Any], stream: BinaryIO, size: int) -> Iterator[Reply]:
        return _said(look(stream, size, watched, crops=crops))

    announced: dict[str, object] = {
        "pack": engine.pack,
        "pipeline": engine.pipeline,
        "widths": list(engine.widths),
    }
    return ChildWork(Kind.JOB, announced, answer)


class _Watched:
    """An engine that reports every frame, so that the parent sees the work go on."""

    def __init__(self, engine: FaceFinder, pipe: ChildPipe) -> None:
        self.pack = engine.pack
        self.pipeline = engine.pipeline
        self.widths = engine.widths
        self.same_face = engine.same_face
        self._engine = engine
        self._pipe = pipe

    def find_faces(self, frame: Pixels) -> list[Face]:
        self._pipe.send(Kind.FRAME)
        return self._engine.find_faces(frame)


def _said(scan: Scan) -> Iterator[Reply]:
    room = CROPS_SIZE
    for track in scan.tracks[:MAX_TRACKS]:
        room -= sum(len(seen.crop or b"") for seen in track.faces)
        kept = track if room >= 0 else _without_crops(track)
        yield Kind.TRACK, wire_format.track_record(kept)
    partly = Reason.TOO_LARGE if len(scan.tracks) > MAX_TRACKS else scan.partly
    yield Kind.SCAN, {"partly": partly, **wire_format.facts_record(scan.facts)}


def _without_crops(track: Track) -> Track:
    return replace(
        track,
        faces=tuple(
            SeenFace(seen.face, seen.frame_index, seen.time_ms, None) for seen in track.faces
        ),
    )
