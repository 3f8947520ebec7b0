import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import pytest

from app.worker.errors import SandboxMissingError, WorkerStartError
from app.worker.limits import Limits
from app.worker.pool import Pool
from app.worker.protocol import MIB, WHOLE
from app.worker.supply import Source
from face.errors import ModelDamagedError, UnreadableMediaError
from face.types import Reason, Scan
from tests.app.worker.made import FAKE_CHILD, small_jpeg

QUICK = Limits(memory_alone=200 * MIB, silent_s=0.8, start_s=30.0)


def fake_pool(pack: str = "fake", children: int = 1, limits: Limits = QUICK) -> Pool:
    return Pool(pack, children, limits=limits, command=FAKE_CHILD)


def says(words: str, size: int = 0) -> Callable[[], Source]:
    content = words.encode().ljust(size, b"\0")
    return lambda: (io.BytesIO(content), len(content))


def faces(result: Scan | UnreadableMediaError) -> int | Reason:
    return result.reason if isinstance(result, UnreadableMediaError) else len(result.tracks)


def outcomes(pool: Pool, *media: Callable[[], Source]) -> list[int | Reason]:
    """What came of each, in the order of the media."""
    came = [outcome for outcome in pool.look_all(enumerate(media)) if outcome]
    assert len(came) == len(media)
    return [faces(result) for _, result in sorted(came, key=lambda outcome: outcome[0])]


def test_every_medium_gets_its_own_answer() -> None:
    with fake_pool(children=2) as pool:
        media = [says(f"faces {number}") for number in range(30)]
        assert outcomes(pool, *media) == list(range(30))
        assert outcomes(pool, says("unreadable"), says("faces 2")) == [Reason.DAMAGED, 2]
        assert outcomes(pool) == []


def only(pool: Pool, medium: Callable[[], Source]) -> Scan | UnreadableMediaError:
    """What came of one medium."""
    ((_, result),) = [outcome for outcome in pool.look_all([(0, medium)]) if outcome]
    return result


def test_a_medium_is_answered_whole_or_with_its_reason() -> None:
    with fake_pool() as pool:
        scan, error = only(pool, says("faces 1")), only(pool, says("unreadable"))
    assert isinstance(scan, Scan)
    assert (scan.pack, scan.pipeline) == ("fake", "fake-1")
    assert scan.tracks[0].faces[0].crop == small_jpeg()
    assert isinstance(error, UnreadableMediaError)
    assert (error.reason, error.detail) == (Reason.DAMAGED, "cut")


def test_crops_are_left_out_when_they_are_not_wanted() -> None:
    with Pool("fake", 1, crops=False, command=FAKE_CHILD) as pool:
        scan = only(pool, says("faces 1"))
    assert isinstance(scan, Scan)
    assert scan.tracks[0].faces[0].crop is None


REFUSED = ["open", "create", "list", "execmem", "limit"]
KILLED = ["connect", "fork", "exec", "signal"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the filter")
def test_what_a_decoder_must_not_do_is_refused_and_an_attack_ends_the_child() -> None:
    media = [says(word) for word in (*REFUSED, *KILLED, "thread", "faces 3")]
    with fake_pool() as pool:
        came = outcomes(pool, *media)
    refused, killed, others = came[:5], came[5:9], came[9:]
    assert refused == [1] * 5
    assert killed == [Reason.DECODER_DIED] * 4
    assert others == [1, 3]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("exit", Reason.DECODER_DIED),
        ("crash", Reason.DECODER_DIED),
        ("bug", Reason.DECODER_DIED),
        ("allocate", Reason.DECODER_MEMORY),
        ("ticket", Reason.DECODER_LIED),
        ("huge", Reason.DECODER_LIED),
        ("tracks 1", Reason.DECODER_LIED),
        ("hang", Reason.DECODER_TIMEOUT),
    ],
)
def test_a_medium_that_takes_its_child_down_costs_only_itself(words: str, reason: Reason) -> None:
    with fake_pool() as pool:
        came = outcomes(pool, says("faces 1"), says(words), says("faces 2"), says("faces 3"))
    assert came == [1, reason, 2, 3]


def test_what_a_child_may_make_its_parent_hold_is_limited() -> None:
    with fake_pool(limits=Limits(memory_alone=200 * MIB, found=4000)) as pool:
        assert outcomes(pool, says("faces 2"), says("faces 9")) == [2, Reason.DECODER_LIED]


def test_what_does_not_fit_beside_others_gets_a_second_look_alone() -> None:
    limits = Limits(memory=50 * MIB, memory_alone=400 * MIB, silent_s=5)
    with fake_pool(children=2, limits=limits) as pool:
        media = ["takes 200", "faces 1", "takes 8000", "faces 2", "takes 200"]
        assert outcomes(pool, *map(says, media)) == [1, 1, Reason.DECODER_MEMORY, 2, 1]
        assert len(pool._children) == 0
        assert outcomes(pool, says("faces 3")) == [3]


def test_what_only_seems_damaged_for_want_of_memory_is_looked_at_again() -> None:
    limits = Limits(memory=100 * MIB, memory_alone=400 * MIB)
    with fake_pool(children=2, limits=limits) as pool:
        media = [says("mistakes 160"), says("unreadable"), says("faces 2")]
        assert outcomes(pool, *media) == [1, Reason.DAMAGED, 2]


def test_two_children_lose_nothing_when_both_are_attacked() -> None:
    words = ["exit", "faces 1", "crash", "ticket", "faces 2", "exit", "faces 3", "huge", "faces 4"]
    with fake_pool(children=2) as pool:
        came = outcomes(pool, *map(says, words))
    assert [one for one in came if isinstance(one, int)] == [1, 2, 3, 4]


def test_long_work_that_goes_on_is_no_hang() -> None:
    with fake_pool() as pool:
        assert outcomes(pool, says("busy")) == [1]


def test_reading_for_ever_without_a_frame_is_given_up() -> None:
    with fake_pool() as pool:
        came = outcomes(pool, says("reread", WHOLE + 1), says("faces 1"))
    assert came == [Reason.DECODER_TIMEOUT, 1]


def test_asking_for_nothing_for_ever_is_given_up() -> None:
    with fake_pool() as pool:
        came = outcomes(pool, says("nothing", WHOLE + 1), says("faces 1"))
    assert came == [Reason.DECODER_TIMEOUT, 1]


def test_a_child_cannot_pass_for_the_engine_of_another_pack() -> None:
    with fake_pool("pretends") as pool, pytest.raises(WorkerStartError):
        only(pool, says("faces 1"))


def test_a_large_medium_is_read_range_by_range() -> None:
    with fake_pool() as pool:
        assert outcomes(pool, says("ends", WHOLE + 1), large_with_an_end) == [0, 1]


def large_with_an_end() -> Source:
    content = b"ends".ljust(3 * WHOLE, b"\0") + b"last"
    return io.BytesIO(content), len(content)


class Failing(io.BytesIO):
    """A disk that is pulled out."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Fail."""
        raise OSError


def gone() -> Source:
    raise FileNotFoundError


def forbidden() -> Source:
    raise PermissionError


def changed() -> Source:
    raise UnreadableMediaError(Reason.CHANGED)


def test_a_source_that_cannot_be_read_is_said_to_be_so() -> None:
    media = [
        gone,
        forbidden,
        changed,
        lambda: (Failing(), 5),
        lambda: (Failing(), WHOLE + 1),
        lambda: (io.BytesIO(b"faces 1"), 8),
        lambda: (io.BytesIO(b"ends"), WHOLE + 1),
        says("faces 1"),
    ]
    with fake_pool() as pool:
        assert outcomes(pool, *media) == [
            Reason.GONE,
            Reason.UNREADABLE_FILE,
            Reason.CHANGED,
            Reason.UNREADABLE_FILE,
            Reason.UNREADABLE_FILE,
            Reason.CHANGED,
            Reason.CHANGED,
            1,
        ]


def test_media_are_opened_only_when_a_child_will_soon_be_free_and_closed_after() -> None:
    opened: list[BinaryIO] = []

    def source(stream: BinaryIO) -> Source:
        return stream, WHOLE + 1

    def jobs() -> Iterator[tuple[int, Callable[[], Source]]]:
        for number in range(40):
            stream = io.BytesIO(b"faces 1".ljust(WHOLE + 1, b"\0"))
            opened.append(stream)
            yield number, partial(source, stream)

    done = 0
    with fake_pool(children=2) as pool:
        for outcome in pool.look_all(jobs()):
            assert sum(not stream.closed for stream in opened) <= 5
            done += outcome is not None
    assert done == 40
    assert all(stream.closed for stream in opened)


def test_the_caller_can_breathe_while_nothing_is_finished() -> None:
    with fake_pool() as pool:
        outcomes(pool, says("faces 0"))
        times = [time.monotonic() for _ in pool.look_all([(0, says("hang"))])]
    assert max(after - before for before, after in pairwise(times)) < 0.4


def test_closing_the_generator_stops_the_work_and_the_pool_can_go_on() -> None:
    with fake_pool(children=2, limits=Limits()) as pool:
        work = pool.look_all([(0, says("hang")), (1, says("hang")), (2, says("hang"))])
        for _ in range(3):
            next(work)
        work.close()
        assert outcomes(pool, says("faces 1")) == [1]


def running(pids: list[int]) -> list[int]:
    """Those that have not ended; a zombie has, whoever may have to collect it."""
    files = [(pid, Path(f"/proc/{pid}/stat")) for pid in pids]
    alive = [
        (pid, file.read_text().rpartition(")")[2].split()[0])
        for pid, file in files
        if file.exists()
    ]
    return [pid for pid, state in alive if state not in "ZX"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_nothing_runs_any_more_after_the_pool() -> None:
    with fake_pool(children=2) as pool:
        outcomes(pool, says("faces 1"))
        pids = [child._process.pid for child in pool._children]
        assert len(pids) == 2
    assert running(pids) == []
    assert threading.active_count() == 1


def test_a_child_that_ended_while_it_had_nothing_to_do_costs_nothing() -> None:
    with fake_pool() as pool:
        outcomes(pool, says("faces 1"))
        process = pool._children[0]._process
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
        assert outcomes(pool, says("faces 1"), says("faces 2")) == [1, 2]


def test_children_are_replaced_after_their_time() -> None:
    with fake_pool(limits=Limits(life=2)) as pool:
        assert outcomes(pool, *[says("faces 1")] * 5) == [1] * 5


def test_a_damaged_model_is_named() -> None:
    with (
        pytest.raises(ModelDamagedError) as caught,
        fake_pool("damaged", 2) as pool,
    ):
        outcomes(pool, says("faces 1"))
    assert (caught.value.pack, caught.value.file) == ("damaged", "weights.onnx")


def test_a_child_without_its_sandbox_sees_no_medium() -> None:
    with pytest.raises(SandboxMissingError, match="libseccomp"), fake_pool("unprotected") as pool:
        outcomes(pool, says("faces 1"))


@pytest.mark.parametrize(
    ("pack", "detail"),
    [("dies", "status 3"), ("sleeps", "timeout"), ("mistaken", "ZeroDivisionError: by zero")],
)
def test_a_child_that_cannot_start_is_an_error_and_is_not_tried_for_ever(
    pack: str, detail: str
) -> None:
    with (
        pytest.raises(WorkerStartError, match=detail),
        fake_pool(pack, limits=Limits(start_s=1.0)) as pool,
    ):
        outcomes(pool, says("faces 1"))


DIES = """
import sys, os
sys.path.insert(0, {root!r})
from tests.app.worker.test_pool import fake_pool, says
with fake_pool() as pool:
    for outcome in pool.look_all([(0, says("faces 1"))]):
        pass
    print(pool._children[0]._process.pid, flush=True)
    {how}
    for outcome in pool.look_all([(0, says("hang"))]):
        pass
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
@pytest.mark.parametrize("how", ["os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_a_child_does_not_outlive_its_parent(how: str) -> None:
    program = DIES.format(root=str(Path(__file__).parents[3]), how=how)
    command = [sys.executable, "-c", program]
    parent = subprocess.run(command, stdout=subprocess.PIPE, check=False)  # noqa: S603
    pid = int(parent.stdout)
    deadline = time.monotonic() + 5
    while running([pid]) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert running([pid]) == []
