"""Wherever an interrupt, an error or a close comes, nobody waits for a thread that has ended."""

import faulthandler
import gc
import io
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from app.job import finish
from storage.bundle import age_pipe, pipeline
from storage.bundle.age_pipe import AgeDecryptor, AgeEncryptor
from storage.bundle.member import Member
from storage.bundle.pipeline import Pipeline
from storage.bundle.verify import verify
from storage.errors import WrongBundleIdentityError
from tests.support.bundle_samples import IDENTITY, contents, to_identity, write

if sys.platform == "win32":
    pytest.skip("needs POSIX timers", allow_module_level=True)

LONG = 3_000_000
"""Bytes of a member that goes through several pieces, and through threads."""

OPEN = Path("/proc/self/fd")

SECONDS_STANDING = 20
"""After so long without an end, something stands still."""


class Interrupted(BaseException):
    """Ctrl+C at a place that the test chose."""


@contextmanager
def watched() -> Iterator[None]:
    """Fail where what is inside stands still, and print where each thread is."""

    def stands_still(*_: object) -> None:
        faulthandler.dump_traceback()
        raise AssertionError("it stands still")

    before = signal.signal(signal.SIGALRM, stands_still)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_STANDING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run_to(bytecode: int, work: Callable[[], object]) -> bool:
    """Run it and interrupt it at that bytecode of the reader's files; whether it came so far."""
    files = {age_pipe.__file__, pipeline.__file__}
    left = bytecode

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename not in files:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            left -= 1
            if left < 0:
                raise Interrupted
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    except Interrupted:
        return True
    finally:
        sys.settrace(before)
    return False


def bytecodes_of(work: Callable[[], object]) -> Iterator[int]:
    """Run it once for each of its bytecodes, interrupted there, and look at what is left of it."""
    at = 0
    while True:
        with watched():
            came = run_to(at, work)
            ended()
        if not came:
            return
        yield at
        at += 1


def ended() -> None:
    """Return when no thread of it is left.

    One that was interrupted while it was being started does not run, but Python lists it for ever.
    """
    deadline = time.monotonic() + SECONDS_STANDING / 2
    ours = [each for each in threading.enumerate() if each.name in ("age", "bundle")]
    while left := [each for each in ours if each.is_alive()]:
        assert time.monotonic() < deadline, left
        time.sleep(0.0005)


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let short streams go through several pieces, as long ones do."""
    monkeypatch.setattr(pipeline, "CHUNK", 1 << 15)
    monkeypatch.setattr(age_pipe, "PIECE_BYTES", 1 << 15)


@pytest.fixture(scope="module")
def sealed() -> bytes:
    """An age stream of 200,000 bytes: more than fit into a pipe."""
    out = io.BytesIO()
    with AgeEncryptor(to_identity().recipient, out.write) as age:
        age.write(bytes(200_000))
        age.finish()
    return out.getvalue()


def descriptors() -> int:
    return len(list(OPEN.iterdir())) if OPEN.is_dir() else 0


@pytest.mark.usefixtures("in_pieces")
def test_reading_may_be_interrupted_at_every_bytecode(sealed: bytes) -> None:
    def read() -> None:
        with AgeDecryptor(IDENTITY, io.BytesIO(sealed)) as plain:
            while plain.read(70_000):
                pass

    before = descriptors()
    assert len(list(bytecodes_of(read))) > 100
    gc.collect()
    assert descriptors() - before <= 8  # an interrupt before a pipe has its two owners leaves two


@pytest.mark.usefixtures("in_pieces")
def test_reading_through_stages_may_be_interrupted_at_every_bytecode(sealed: bytes) -> None:
    class Source:
        def __init__(self, plain: AgeDecryptor) -> None:
            self.plain = plain

        def readinto(self, memory: memoryview) -> int:
            data = self.plain.read(len(memory))
            memory[: len(data)] = data
            return len(data)

    def read() -> None:
        with AgeDecryptor(IDENTITY, io.BytesIO(sealed)) as plain:
            deque(Pipeline().run(Source(plain), len, len), maxlen=0)

    assert len(list(bytecodes_of(read))) > 400


@pytest.mark.usefixtures("in_pieces")
def test_writing_may_be_interrupted_at_every_bytecode() -> None:
    whole = b""

    def write_it() -> None:
        nonlocal whole
        out = io.BytesIO()
        with AgeEncryptor(to_identity().recipient, out.write) as age:
            for _ in range(3):
                age.write(bytes(70_000))
            age.finish()
        whole = out.getvalue()

    assert len(list(bytecodes_of(write_it))) > 100
    with AgeDecryptor(IDENTITY, io.BytesIO(whole)) as plain:
        assert sum(len(part) for part in iter(plain.read, b"")) == 210_000


@pytest.mark.parametrize("reads", [0, 1, 3, 100])
def test_it_may_be_closed_after_any_piece(sealed: bytes, reads: int) -> None:
    with watched():
        with AgeDecryptor(IDENTITY, io.BytesIO(sealed)) as plain:
            for _ in range(reads):
                plain.read(10_000)
        ended()


@pytest.mark.parametrize("pieces", range(8))
def test_the_source_may_fail_at_any_piece(sealed: bytes, pieces: int) -> None:
    class Source(io.BytesIO):
        left = pieces

        def read(self, count: int | None = -1) -> bytes:
            self.left -= 1
            if self.left < 0:
                raise KeyError("anything")
            return super().read(min(count or 0, 30_000))

    def read() -> None:
        with AgeDecryptor(IDENTITY, Source(sealed)) as plain:
            while plain.read(10_000):
                pass

    with watched():
        if pieces < 7:
            with pytest.raises(KeyError):
                read()
        else:
            with suppress(KeyError):
                read()
        ended()


@pytest.mark.parametrize("written", [0, 1, 70_000, 150_000])
def test_the_output_may_fail_at_any_time_and_its_error_is_told(written: int) -> None:
    taken = 0

    def write_out(data: bytes) -> None:
        nonlocal taken
        taken += len(data)
        if taken > written:
            raise OSError("full")

    def write_it() -> None:
        with AgeEncryptor(to_identity().recipient, write_out) as age:
            for _ in range(40):
                age.write(bytes(10_000))
            age.finish()

    with watched(), pytest.raises(OSError, match="full"):
        write_it()
    ended()


def test_what_was_not_given_to_its_end_is_no_whole_stream() -> None:
    out = io.BytesIO()
    with suppress(KeyError), AgeEncryptor(to_identity().recipient, out.write) as age:
        age.write(bytes(100_000))
        raise KeyError
    out.seek(0)
    with AgeDecryptor(IDENTITY, out) as plain:
        while plain.read():
            pass
    assert plain.broken


def test_a_wrong_identity_is_told_however_little_is_read(sealed: bytes) -> None:
    import pyrage

    stranger = str(pyrage.x25519.Identity.generate())
    with (
        watched(),
        AgeDecryptor(stranger, io.BytesIO(sealed)) as plain,
        pytest.raises(WrongBundleIdentityError),
    ):
        plain.read(1)


def of_a_lock(error: RuntimeError) -> bool:
    """Whether Python's own threads tell an interrupt so.

    One that comes when `Thread.start` or `Thread.join` has given up a lock and not yet taken it
    again lets them release what they do not hold: an end by an error, not a standstill.
    """
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    in_threading = frame.f_code.co_filename == threading.__file__
    return in_threading and error.args == ("release unlocked lock",)


@pytest.mark.storm
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # of files that an interrupt kept from `with`
@pytest.mark.parametrize("again", [False, True], ids=["one interrupt", "many interrupts"])
def test_a_minute_of_interrupts_at_any_time_leaves_nothing_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, again: bool
) -> None:
    # An interrupt in a destructor cannot be raised. The hook of pytest would be interrupted, too,
    # and fail for it; this one has no bytecode for an interrupt to come at.
    monkeypatch.setattr(sys, "unraisablehook", id)
    path = tmp_path / "x.age"
    write(path, to_identity(), contents(Member.of("data/originals/0003.mp4", os.urandom(LONG))))
    seed = random.randrange(1 << 32)  # noqa: S311
    sys.stderr.write(f"seed: {seed}\n")
    dice = random.Random(seed)  # noqa: S311
    interrupted = whole = 0
    armed = False

    def interrupt(*_: object) -> None:
        if armed:
            raise Interrupted

    before = signal.signal(signal.SIGALRM, interrupt)
    open_before = descriptors()
    deadline = time.monotonic() + 30
    try:
        while time.monotonic() < deadline:
            faulthandler.dump_traceback_later(2 * SECONDS_STANDING, exit=True)
            after = dice.uniform(0.0001, 0.12)
            try:
                armed = True
                signal.setitimer(signal.ITIMER_REAL, after, after / 20 if again else 0)
                assert finish(verify(path, IDENTITY)).is_whole
                armed = False
                whole += 1
            except Interrupted:
                armed = False
                interrupted += 1
            except RuntimeError as error:
                armed = False
                if not of_a_lock(error):
                    raise
                interrupted += 1
            signal.setitimer(signal.ITIMER_REAL, 0)
            ended()
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)
    assert interrupted > 50, (interrupted, whole)
    never_started = [each for each in threading.enumerate() if not each.is_alive()]
    vars(threading)["_limbo"].clear()  # see `ended`
    gc.collect()
    assert descriptors() - open_before <= 2 + 2 * len(never_started)
