"""A viewer with the real protocol and sandbox, and a decoder that does as its media say."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.job import finish
from app.sandbox.errors import WorkerStartError
from app.sandbox.frame_request import FrameRequest
from app.sandbox.frame_viewer import VIEWER_LIMITS, FrameViewerProcess
from app.sandbox.limits import Limits
from app.sandbox.protocol import MIB, WHOLE
from app.sandbox.work_queue import Source
from face.errors import UnreadableMediaError
from face.types import Pixels, Reason
from tests.app.sandbox.pools import FAKE_CHILD, says

IMPATIENT = replace(VIEWER_LIMITS, longest_s=2.0)
HONEST = says("plain 4 3")


def viewer(limits: Limits = VIEWER_LIMITS) -> FrameViewerProcess:
    return FrameViewerProcess(limits=limits, command=FAKE_CHILD)


def shown(
    viewer: FrameViewerProcess, source: Callable[[], Source], wanted: FrameRequest | None = None
) -> Pixels:
    return finish(viewer.show(source, wanted or FrameRequest()))


def failed(viewer: FrameViewerProcess, source: Callable[[], Source]) -> Reason:
    with pytest.raises(UnreadableMediaError) as failure:
        shown(viewer, source)
    return failure.value.reason


def lie(length: int, **fields: object) -> Callable[[], Source]:
    """Return a picture of so many bytes with these fields, for the first ticket."""
    return says(f"picture {length} " + json.dumps(fields))


def test_one_child_shows_one_frame_after_the_other() -> None:
    with viewer() as open_viewer:
        first = shown(open_viewer, HONEST)
        second = shown(open_viewer, says("plain 1280 1"))
    assert (first.shape, second.shape) == ((3, 4, 3), (1, 1280, 3))
    assert (first == 7).all()
    assert not first.flags.writeable


@pytest.mark.parametrize(
    "medium",
    [
        says("plain 1281 1"),
        says("plain 1 1281"),
        lie(35, ticket=1, width=4, height=3),
        lie(37, ticket=1, width=4, height=3),
        lie(36, ticket=2, width=4, height=3),
        lie(36, width=4, height=3),
        lie(0, ticket=1, width=0, height=3),
        lie(36, ticket=1, width=-4, height=-3),
        lie(36, ticket=1, width=4.0, height=3),
        lie(36, ticket=1, width=True, height=12),
        lie(36, ticket=1, width="4", height=3),
        says("ticket"),
        says("huge"),
    ],
)
def test_a_child_that_lies_is_found_out_and_replaced(medium: Callable[[], Source]) -> None:
    with viewer() as open_viewer:
        assert failed(open_viewer, medium) is Reason.DECODER_LIED
        assert shown(open_viewer, HONEST).shape == (3, 4, 3)


def test_what_is_larger_than_was_asked_for_is_a_lie() -> None:
    with viewer() as open_viewer, pytest.raises(UnreadableMediaError) as failure:
        shown(open_viewer, says("plain 64 65"), FrameRequest(side=64))
    assert failure.value.reason is Reason.DECODER_LIED


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("exit", Reason.DECODER_DIED),
        ("crash", Reason.DECODER_DIED),
        ("fork", Reason.DECODER_DIED),
        ("bug", Reason.DECODER_DIED),
        ("unreadable", Reason.DAMAGED),
        ("hang", Reason.DECODER_TIMEOUT),
        ("allocate", Reason.DECODER_MEMORY),
    ],
)
def test_what_ends_badly_costs_itself_only(words: str, reason: Reason) -> None:
    with viewer(IMPATIENT) as open_viewer:
        assert failed(open_viewer, says(words)) is reason
        assert shown(open_viewer, HONEST).shape == (3, 4, 3)


@pytest.mark.parametrize("words", ["reread", "nothing"])
def test_reading_without_end_ends(words: str) -> None:
    size = WHOLE + MIB
    with viewer() as open_viewer:
        reason = failed(open_viewer, says(words, size))
        assert reason in (Reason.DECODER_TIMEOUT, Reason.DECODER_LIED)
        assert shown(open_viewer, HONEST).shape == (3, 4, 3)


def test_a_child_that_died_between_two_frames_is_replaced() -> None:
    with viewer() as open_viewer:
        shown(open_viewer, HONEST)
        assert open_viewer._child is not None
        open_viewer._child._process.kill()
        open_viewer._child._process.wait()
        assert shown(open_viewer, HONEST).shape == (3, 4, 3)


def test_a_child_is_replaced_at_the_end_of_its_life() -> None:
    with viewer(replace(VIEWER_LIMITS, life=2)) as open_viewer:
        for _ in range(5):
            assert shown(open_viewer, HONEST).shape == (3, 4, 3)


def test_stopping_early_leaves_a_viewer_that_works() -> None:
    with viewer() as open_viewer:
        shown(open_viewer, HONEST)
        steps = open_viewer.show(says("hang"), FrameRequest())
        next(steps)
        steps.close()
        assert shown(open_viewer, HONEST).shape == (3, 4, 3)


def test_a_second_frame_waits_for_the_first() -> None:
    with viewer() as open_viewer:
        first = open_viewer.show(says("busy"), FrameRequest())
        second = open_viewer.show(HONEST, FrameRequest())
        next(first)
        next(second)
        first.close()
        assert finish(second).shape == (3, 4, 3)


def test_stopping_before_the_child_is_ready_leaves_a_viewer_that_works() -> None:
    with viewer() as open_viewer:
        steps = open_viewer.show(HONEST, FrameRequest())
        steps.close()
        assert shown(open_viewer, says("plain 5 5")).shape == (5, 5, 3)


def test_media_are_closed_whatever_comes_of_them() -> None:
    streams: list[io.BytesIO] = []

    def source(words: str, size: int) -> Callable[[], Source]:
        streams.append(io.BytesIO(words.encode().ljust(size, b"\0")))
        return lambda: (streams[-1], size)

    with viewer() as open_viewer:
        shown(open_viewer, source("plain 2 2", 64))
        shown(open_viewer, source("plain 2 2", WHOLE + 1))
        failed(open_viewer, source("exit", WHOLE + 1))
    assert all(stream.closed for stream in streams)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(), Reason.GONE),
        (PermissionError(), Reason.UNREADABLE_FILE),
        (UnreadableMediaError(Reason.CHANGED), Reason.CHANGED),
    ],
)
def test_what_cannot_be_opened_is_said(error: Exception, reason: Reason) -> None:
    def source() -> Source:
        raise error

    with viewer() as open_viewer:
        assert failed(open_viewer, source) is reason
        assert shown(open_viewer, HONEST).shape == (3, 4, 3)


def test_a_file_that_shrank_while_it_was_read_has_changed() -> None:
    with viewer() as open_viewer:
        content = says("ends", WHOLE + MIB)()[0]
        assert failed(open_viewer, lambda: (content, 2 * WHOLE)) is Reason.CHANGED


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "print('nonsense')"])
def test_a_child_that_cannot_start_is_an_error(program: str) -> None:
    command = [sys.executable, "-I", "-c", program]
    with FrameViewerProcess(command=command) as open_viewer:
        for _ in range(2):
            with pytest.raises(WorkerStartError):
                shown(open_viewer, HONEST)


def test_a_child_that_does_not_get_ready_is_an_error() -> None:
    command = [sys.executable, "-I", "-c", "import time; time.sleep(60)"]
    limits = replace(VIEWER_LIMITS, longest_s=0.3)
    with (
        FrameViewerProcess(limits=limits, command=command) as open_viewer,
        pytest.raises(WorkerStartError, match="timeout"),
    ):
        shown(open_viewer, HONEST)
