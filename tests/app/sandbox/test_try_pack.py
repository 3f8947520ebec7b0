"""What a hostile model can do when it is added."""

import subprocess
import sys
from pathlib import Path

import onnx
import pytest
from onnx import TensorProto, helper

from app.sandbox.limits import Limits
from app.sandbox.try_pack import try_pack
from face.errors import ModelDamagedError
from face.packs.add import add_pack
from tests.support import tiny_models

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the filter")


def buffalo(folder: Path, recogniser: bytes) -> Path:
    folder.mkdir()
    (folder / "det_500m.onnx").write_bytes(tiny_models.scrfd())
    (folder / "w600k_mbf.onnx").write_bytes(recogniser)
    return folder


def with_weights_in(model: bytes, path: str) -> bytes:
    """Return the model with its first weights declared to be in a file."""
    changed = onnx.load_from_string(model)
    weights = changed.graph.initializer[0]
    weights.ClearField("raw_data")
    weights.data_location = TensorProto.EXTERNAL
    for key, value in (("location", path), ("offset", "0")):
        entry = weights.external_data.add()
        entry.key, entry.value = key, value
    return bytes(changed.SerializeToString())


def with_factor(model: bytes, *steps: onnx.NodeProto, constants: list[TensorProto]) -> bytes:
    """Return the model with its result multiplied by a `factor` that `steps` compute."""
    changed = onnx.load_from_string(model)
    graph = changed.graph
    result = graph.output[0].name
    next(node for node in graph.node if result in node.output).output[0] = "before"
    graph.initializer.extend(constants)
    graph.node.extend([*steps, helper.make_node("Mul", ["before", "factor"], [result])])
    return bytes(changed.SerializeToString())


def endless() -> bytes:
    """Return a model that counts to 2^60."""
    kinds = (TensorProto.INT64, TensorProto.BOOL, TensorProto.FLOAT)
    values = [helper.make_tensor_value_info(*v, []) for v in zip("icv", kinds, strict=True)]
    more = [helper.make_tensor_value_info(*v, []) for v in zip("du", kinds[1:], strict=True)]
    steps = [helper.make_node("Identity", ["c"], ["d"]), helper.make_node("Sin", ["v"], ["u"])]
    body = helper.make_graph(steps, "body", values, more)
    return with_factor(
        tiny_models.arcface(),
        helper.make_node("Loop", ["most", "yes", "zero"], ["factor"], body=body),
        constants=[
            helper.make_tensor("most", TensorProto.INT64, [], [1 << 60]),
            helper.make_tensor("yes", TensorProto.BOOL, [], [1]),
            helper.make_tensor("zero", TensorProto.FLOAT, [], [0.5]),
        ],
    )


def huge() -> bytes:
    """Return a model that wants 40 GB."""
    return with_factor(
        tiny_models.arcface(),
        helper.make_node("ConstantOfShape", ["shape"], ["big"]),
        helper.make_node("ReduceSum", ["big"], ["factor"], keepdims=0),
        constants=[helper.make_tensor("shape", TensorProto.INT64, [2], [100_000, 100_000])],
    )


def test_a_pack_is_tried_in_a_child_and_kept(tmp_path: Path) -> None:
    folder = buffalo(tmp_path / "buffalo_sc", tiny_models.arcface())
    added = add_pack(folder, tmp_path / "models", try_pack)
    assert added.dimension == 512
    assert [each.name for each in (tmp_path / "models").iterdir()] == ["buffalo_sc"]


@pytest.mark.parametrize("kind", ["weights elsewhere", "no model", "endless", "huge"])
def test_a_model_that_is_not_well_behaved_is_refused_and_leaves_nothing(
    tmp_path: Path, kind: str
) -> None:
    if kind == "huge" and sys.platform != "linux":
        pytest.skip("only Linux limits memory")
    (tmp_path / "weights").write_bytes(bytes(1 << 20))
    up = "../" * 20 + str(tmp_path / "weights").lstrip("/")
    recogniser = {
        "weights elsewhere": lambda: with_weights_in(tiny_models.arcface(), up),
        "no model": lambda: b"\x08 begins like one",
        "endless": endless,
        "huge": huge,
    }[kind]()
    folder = buffalo(tmp_path / "buffalo_sc", recogniser)

    def try_briefly(pack: str, models: Path) -> int:
        return try_pack(pack, models, Limits(start_s=6.0))

    with pytest.raises(ModelDamagedError):
        add_pack(folder, tmp_path / "models", try_briefly)
    assert list((tmp_path / "models").iterdir()) == []


ATTEMPTS = """
import fcntl, mmap, os, resource, socket, subprocess, sys, threading
from app.sandbox.sandbox import allow_only_reading
allow_only_reading(1 << 30)
print(open("/proc/self/comm").read() != "")
def attempt(action):
    try:
        action()
    except OSError as error:
        print(type(error).__name__)
path = sys.argv[1]
attempt(lambda: open(path, "w"))
attempt(lambda: open(path, "r+"))
attempt(lambda: os.unlink(path))
attempt(lambda: os.rename(path, path + "x"))
attempt(lambda: os.mkdir(path + "x"))
attempt(lambda: os.symlink(path, path + "x"))
attempt(lambda: os.chmod(path, 0o777))
attempt(lambda: os.truncate(path, 0))
attempt(lambda: socket.socket(socket.AF_UNIX))
attempt(lambda: os.kill(os.getppid(), 0))
attempt(lambda: subprocess.run(["true"]))
attempt(os.fork)
attempt(lambda: os.open(path, os.O_RDONLY | os.O_TRUNC))
attempt(lambda: os.open(os.path.dirname(path), os.O_TMPFILE | os.O_RDWR))
attempt(lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19))
attempt(lambda: os.sched_setaffinity(os.getppid(), {0}))
attempt(lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0)))
attempt(lambda: fcntl.ioctl(0, 0x5412, b"x"))  # TIOCSTI: a letter typed into the terminal
attempt(lambda: fcntl.fcntl(1, 1031, 1 << 20))  # F_SETPIPE_SZ
attempt(os.pipe)
attempt(lambda: mmap.mmap(-1, 4096, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS))
attempt(lambda: mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x100))  # grows down
attempt(lambda: os.memfd_create("memory"))
threading.stack_size(32768)
over = threading.Event()
try:
    for _ in range(1000):
        threading.Thread(target=over.wait, daemon=True).start()
except RuntimeError:
    print("ThreadsRefused")
over.set()
"""


@LINUX
def test_while_a_model_is_loaded_files_can_be_read_and_nothing_else_be_done(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("as it was")
    command = [sys.executable, "-c", ATTEMPTS, str(file)]
    run = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    assert run.stdout.split() == ["True", *["PermissionError"] * 23, "ThreadsRefused"]
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("file", "as it was")]
