"""How children start and end."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.errors import SandboxMissingError
from app.sandbox.errors import WorkerStartError
from app.sandbox.limits import Limits
from face.errors import ModelDamagedError
from tests.app.sandbox.pools import fake_pool, outcomes, says


def running(pids: list[int]) -> list[int]:
    """Return the processes that have not ended; a zombie has ended."""
    files = [(pid, Path(f"/proc/{pid}/stat")) for pid in pids]
    alive = [
        (pid, file.read_text().rpartition(")")[2].split()[0])
        for pid, file in files
        if file.exists()
    ]
    return [pid for pid, state in alive if state not in "ZX"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_nothing_runs_any_more_after_the_pool() -> None:
    before = threading.active_count()  # other tests share a reader child and its threads
    with fake_pool(children=2) as pool:
        outcomes(pool, says("faces 1"))
        pids = [child._process.pid for child in pool._children]
        assert len(pids) == 2
    assert running(pids) == []
    assert threading.active_count() == before


@pytest.mark.skipif(sys.platform == "win32", reason="asks as POSIX does")
def test_a_child_that_looks_leaves_the_processor_to_the_window() -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    with fake_pool() as pool:
        outcomes(pool, says("faces 1"))
        child = pool._children[0]._process.pid
        assert os.getpriority(os.PRIO_PROCESS, child) > os.getpriority(os.PRIO_PROCESS, 0)


def test_a_child_that_ended_while_it_had_nothing_to_do_costs_nothing() -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    with fake_pool() as pool:
        outcomes(pool, says("faces 1"))
        process = pool._children[0]._process
        os.kill(process.pid, signal.SIGKILL)
        process.wait(60)
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
    ("pack", "start_s", "detail"),
    [
        ("dies", 120.0, "status 3"),
        ("mistaken", 120.0, "ZeroDivisionError: by zero"),
        ("sleeps", 0.5, "timeout"),
    ],
)
def test_a_child_that_cannot_start_is_an_error_and_is_not_tried_for_ever(
    pack: str, start_s: float, detail: str
) -> None:
    with (
        pytest.raises(WorkerStartError, match=detail),
        fake_pool(pack, limits=Limits(start_s=start_s)) as pool,
    ):
        outcomes(pool, says("faces 1"))


DIES = """
import sys, os
sys.path.insert(0, {root!r})
from tests.app.sandbox.pools import fake_pool, says
with fake_pool() as pool:
    for outcome in pool.scan_all([(0, says("faces 1"))]):
        pass
    print(pool._children[0]._process.pid, flush=True)
    {how}
    for outcome in pool.scan_all([(0, says("hang"))]):
        pass
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
@pytest.mark.parametrize("how", ["os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_a_child_does_not_outlive_its_parent(how: str) -> None:
    services = DIES.format(root=str(Path(__file__).parents[3]), how=how)
    command = [sys.executable, "-c", services]
    parent = subprocess.run(command, stdout=subprocess.PIPE, check=False)  # noqa: S603
    pid = int(parent.stdout)
    deadline = time.monotonic() + 60
    while running([pid]) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert running([pid]) == []
