"""The child process: hostile media in, plain records out, and no way to anything else.

It gets the bytes through its standard input and answers on its standard output. The models and
the decoders are loaded first, then the sandbox closes, then the first byte of a medium arrives.
"""

import codecs
import io
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from app.offline import go_offline, harden_process
from app.worker import protocol, record
from app.worker.errors import BrokenProtocolError
from app.worker.process import NO_MEMORY_STATUS
from app.worker.protocol import Kind
from app.worker.sandbox import be_first_to_go, close_sandbox, die_with_parent, only_read
from app.worker.stream import ranges
from face.errors import ModelError, UnreadableMediaError
from face.media.limits import MAX_TRACKS
from face.types import Face, FindsFaces, Pixels, Reason, Scan, SeenFace, Track

CROPS_SIZE = 64 * protocol.MIB
"""What all face crops of one item may take together, bytes; the rest go without."""

LOADING_MEMORY = 4096 * protocol.MIB
"""What loading a pack that the user added may take, bytes: several times the largest known."""

_OURS = "open"
"""The pack whose files are pinned by this program; it keeps a converted model in the cache."""

_ENCODINGS = ("ascii", "latin-1", "cp1252", "utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32")
"""Of the texts in media; Python imports an encoding when it is first needed."""


class Look(Protocol):
    """The step that turns one medium into faces."""

    def __call__(self, stream: BinaryIO, size: int, engine: FindsFaces, *, crops: bool) -> Scan: ...


@dataclass(frozen=True, slots=True)
class Opening:
    """What a child is told before anything else: which pack, from where, how many cores."""

    pack: str
    models: Path | None
    threads: int
    crops: bool
    memory: int


def main() -> int:
    """Look at media until the parent closes the pipe; return the exit status."""
    return serve(_open_engine)


def serve(open_engine: Callable[[Opening], tuple[FindsFaces, Look]]) -> int:
    """Run the child with any engine; see main."""
    die_with_parent()
    be_first_to_go()
    pipe = _take_over_standard_streams()
    harden_process()
    go_offline()
    opening = _opening(pipe)
    try:
        engine, look = open_engine(opening)
        close_sandbox(pipe.descriptors, opening.memory)
    except ModelError as error:
        pipe.send(Kind.FAILED, error=type(error).__name__, pack=error.pack, file=error.file)
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent has to know
        said = f"{type(error).__name__}: {error}"
        pipe.send(Kind.FAILED, error=said[:200], pack="", file="")
        return 1
    pipe.send(Kind.READY, pack=engine.pack, pipeline=engine.pipeline, dimension=engine.dimension)
    try:
        while (body := pipe.receive(Kind.JOB)) is not None:
            _answer(pipe, protocol.fields(body), partial(look, crops=opening.crops), engine)
    except MemoryError:
        return NO_MEMORY_STATUS
    return 0


class _Pipe:
    """The two ends that lead to the parent."""

    def __init__(self, reading: int, writing: int) -> None:
        self.descriptors = (reading, writing)
        self._reading = io.FileIO(reading)
        self._writing = io.FileIO(writing, "wb")

    def send(self, kind: Kind, **fields: object) -> None:
        unsent = memoryview(protocol.message(kind, **fields))
        while unsent:
            unsent = unsent[self._writing.write(unsent) :]

    def receive(self, wanted: Kind) -> bytes | None:
        got = protocol.receive(self._reading.read, protocol.FROM_PARENT)
        if got is None:
            return None
        kind, body = got
        if kind != wanted:
            raise BrokenProtocolError(kind.name)
        return body


def _take_over_standard_streams() -> _Pipe:
    """Keep the pipe for ourselves: what a codec library prints goes nowhere."""
    pipe = _Pipe(os.dup(0), os.dup(1))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return pipe


def _opening(pipe: _Pipe) -> Opening:
    body = pipe.receive(Kind.OPEN)
    if body is None:
        raise BrokenProtocolError("opening")
    told = protocol.fields(body)
    told["models"] = told["models"] and Path(told["models"])
    return Opening(**told)


def _open_engine(opening: Opening) -> tuple[FindsFaces, Look]:
    # Imported here, so that everything above is in force before any decoder is in memory.
    from face.engine import FaceEngine
    from face.look import look

    if opening.pack != _OURS:
        only_read(LOADING_MEMORY)
    engine = FaceEngine.open(opening.pack, threads=opening.threads, models=opening.models)
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    return engine, look


class _Watched:
    """An engine that tells the parent about every frame, so that it sees the work go on."""

    def __init__(self, engine: FindsFaces, pipe: _Pipe) -> None:
        self.pack = engine.pack
        self.pipeline = engine.pipeline
        self.dimension = engine.dimension
        self._engine = engine
        self._pipe = pipe

    def find_faces(self, frame: Pixels) -> list[Face]:
        self._pipe.send(Kind.FRAME)
        return self._engine.find_faces(frame)


def _answer(
    pipe: _Pipe, job: dict[str, object], look: Callable[..., Scan], engine: FindsFaces
) -> None:
    ticket, size, whole = job["ticket"], job["size"], job["whole"]
    assert isinstance(size, int)  # noqa: S101 - the parent is trusted; this is for mypy
    stream = io.BytesIO(whole) if isinstance(whole, bytes) else ranges(partial(_fetch, pipe), size)
    try:
        scan = look(stream, size, _Watched(engine, pipe))
    except Exception as error:  # noqa: BLE001 - whatever fails in a decoder costs this item only
        reason, detail = _reason(error)
        pipe.send(Kind.UNREADABLE, ticket=ticket, reason=reason, detail=detail[:200])
    else:
        _send_scan(pipe, ticket, scan)


def _reason(error: Exception) -> tuple[Reason, str]:
    if isinstance(error, UnreadableMediaError) and error.detail != MemoryError.__name__:
        return error.reason, error.detail
    reason = Reason.DECODER_MEMORY if _needs_memory(error) else Reason.DECODER_DIED
    return reason, type(error).__name__


def _needs_memory(error: Exception) -> bool:
    """OpenCV and ONNX Runtime have their own errors for it."""
    said = str(error).lower()
    return isinstance(error, MemoryError) or "alloc" in said or "memory" in said


def _fetch(pipe: _Pipe, offset: int, length: int) -> bytes:
    pipe.send(Kind.READ, offset=offset, length=min(length, protocol.READ_SIZE))
    body = pipe.receive(Kind.BYTES)
    if body is None:
        raise SystemExit(0)
    chunk = protocol.fields(body)["bytes"]
    if chunk is None:
        raise UnreadableMediaError(Reason.UNREADABLE_FILE)
    return bytes(chunk)


def _send_scan(pipe: _Pipe, ticket: object, scan: Scan) -> None:
    room = CROPS_SIZE
    for track in scan.tracks[:MAX_TRACKS]:
        room -= sum(len(seen.crop or b"") for seen in track.faces)
        kept = track if room >= 0 else _without_crops(track)
        pipe.send(Kind.TRACK, ticket=ticket, **record.track_record(kept))
    partly = Reason.TOO_LARGE if len(scan.tracks) > MAX_TRACKS else scan.partly
    facts = record.facts_record(scan.facts)
    pipe.send(Kind.SCAN, ticket=ticket, partly=partly, **facts)


def _without_crops(track: Track) -> Track:
    return replace(
        track,
        faces=tuple(
            SeenFace(seen.face, seen.frame_index, seen.time_ms, None) for seen in track.faces
        ),
    )


if __name__ == "__main__":
    raise SystemExit(main())
