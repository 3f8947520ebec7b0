"""The main program of a child process: hostile media come in, checked records go out.

The child reads media from its standard input and answers on its standard output. First it loads
models and decoders, then the sandbox closes, and only then does the first byte of a medium arrive.
"""

import codecs
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from app.offline import go_offline, harden_process
from app.sandbox import protocol
from app.sandbox.child_frame import DecodeFrame, frame_work
from app.sandbox.child_pipe import ChildPipe, take_over_standard_streams
from app.sandbox.child_scan import ScanMedium, scan_work
from app.sandbox.child_work import ChildWork, serve_all
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import READERS, Kind
from app.sandbox.sandbox import allow_only_reading, close_sandbox, enter_sandbox, lower_priority
from face.errors import ModelError
from face.packs import DEFAULT_PACK
from face.types import FaceFinder

LOADING_MEMORY = 4096 * protocol.MIB
"""Bytes that loading an added model pack may take: several times the largest known one."""

FEW_THREADS = 16
"""Threads that any child may start: seven decoders were seen to start up to three at once, and
unpackers take about four."""

_ENCODINGS = ("ascii", "latin-1", "cp1252", "utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32")
"""Encodings of texts in media; Python would import each when it is first needed."""


@dataclass(frozen=True, slots=True)
class ChildSettings:
    """What a child is told before anything else.

    Attributes:
        pack: The model pack to find faces with, or None for a child that needs none.
        work: What such a child does: READERS, or else show frames.
        models: Where it is, if it was added by the user.
        threads: How many cores its models may use.
        crops: Whether small pictures of the faces are wanted.
        thorough: Whether to look longer at each face, as at own photos.
        memory: Bytes that it may allocate beyond what it has loaded.
    """

    pack: str | None
    memory: int
    work: str = ""
    models: Path | None = None
    threads: int = 1
    crops: bool = False
    thorough: bool = False


OpenEngine: TypeAlias = Callable[[str, ChildSettings], tuple[FaceFinder, ScanMedium]]
"""Loads the models of a pack."""


def serve(
    open_engine: OpenEngine,
    load_decoders: Callable[[], DecodeFrame],
    load_readers: Callable[[ChildPipe], ChildWork],
) -> int:
    """Do what the parent asks until it closes the pipe; return the exit status (app.child)."""
    enter_sandbox()
    pipe = take_over_standard_streams()
    harden_process()
    go_offline()
    opening = _opening(pipe)
    if opening.pack is not None:
        lower_priority()
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    try:
        if opening.pack is not None:
            work = _looking(pipe, opening, open_engine)
        elif opening.work == READERS:
            work = load_readers(pipe)
        else:
            work = frame_work(load_decoders())
        missing = close_sandbox(pipe.descriptors, opening.memory, _most_threads())
    except ModelError as error:
        pipe.send(Kind.FAILED, error=type(error).__name__, pack=error.pack, file=error.file)
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent has to know
        said = f"{type(error).__name__}: {error}"
        pipe.send(Kind.FAILED, error=said[:200], pack="", file="")
        return 1
    pipe.send(Kind.READY, open_walls=[str(wall) for wall in sorted(missing)], **work.announced)
    try:
        serve_all(pipe, work)
    except MemoryError:
        return protocol.NO_MEMORY_STATUS
    return 0


def _most_threads() -> int:
    """Return how many threads decoders and unpackers may start; they follow the cores."""
    return FEW_THREADS + 2 * (os.cpu_count() or 1)


def _opening(pipe: ChildPipe) -> ChildSettings:
    body = pipe.receive(Kind.OPEN)
    if body is None:
        raise BrokenProtocolError("opening")
    told = protocol.fields(body)
    told["models"] = Path(told["models"]) if told.get("models") else None
    return ChildSettings(**told)


def _looking(pipe: ChildPipe, opening: ChildSettings, open_engine: OpenEngine) -> ChildWork:
    engine, scan_medium = open_engine(str(opening.pack), opening)
    return scan_work(pipe, engine, scan_medium, crops=opening.crops)


def open_engine(pack: str, opening: ChildSettings) -> tuple[FaceFinder, ScanMedium]:
    """Load the models of a pack, and what scans media with them."""
    # Imported here, so that everything above is in force before any decoder is in memory.
    from face.engine import FaceEngine
    from face.scan_medium import scan_medium

    if pack != DEFAULT_PACK:
        allow_only_reading(LOADING_MEMORY)
    engine = FaceEngine.open(
        pack, threads=opening.threads, models=opening.models, thorough=opening.thorough
    )
    return engine, scan_medium
