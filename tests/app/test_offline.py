import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app import offline
from app.errors import SandboxMissingError
from app.offline import go_offline, load_seccomp, refuse_network

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the filter")
FAMILIES = ("AF_INET", "AF_INET6", "AF_PACKET", "AF_NETLINK", "AF_VSOCK")


def offline_process(code: str) -> str:
    """What a fresh process prints that went offline before it ran this."""
    start = "import socket, subprocess, sys, os, threading; from app.offline import *\n"
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", start + "go_offline(); harden_process()\n" + code],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()


ATTEMPT = """
try:
    socket.socket({family}).close()
    print("open")
except OSError as error:
    print(error.errno)
"""


@LINUX
@pytest.mark.parametrize("family", FAMILIES)
def test_every_way_to_the_network_is_refused_by_the_kernel(family: str) -> None:
    code = ATTEMPT.format(family=int(getattr(socket, family)))
    assert offline_process(code) == "97"  # EAFNOSUPPORT


@LINUX
def test_the_window_system_can_still_be_reached() -> None:
    assert offline_process(ATTEMPT.format(family="socket.AF_UNIX")) == "open"
    assert offline_process("a, b = socket.socketpair(); print(a.send(b'x'))") == "1"


@LINUX
def test_what_the_program_starts_is_offline_too() -> None:
    code = f"""
program = {"import socket" + ATTEMPT.format(family="socket.AF_INET")!r}
print(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout)
"""
    assert offline_process(code) == "97"


@LINUX
def test_a_thread_that_was_there_before_is_offline_too() -> None:
    code = f"""
import threading, socket
go = threading.Event()
def attempt():
    go.wait()
    exec({ATTEMPT.format(family="socket.AF_INET")!r}, {{"socket": socket}})
thread = threading.Thread(target=attempt)
thread.start()
from app.offline import go_offline
go_offline()
go.set()
thread.join()
"""
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    assert run.stdout.strip() == "97"


@LINUX
def test_io_uring_is_no_way_around() -> None:
    code = (
        "import ctypes; c = ctypes.CDLL(None, use_errno=True); p = ctypes.create_string_buffer(120)"
    )
    code += "; print(c.syscall(425, 1, p), ctypes.get_errno())"
    assert offline_process(code) == "-1 38"  # ENOSYS


@LINUX
def test_a_crash_leaves_nothing_on_the_disk() -> None:
    code = """
import resource, faulthandler
print(resource.getrlimit(resource.RLIMIT_CORE), faulthandler.is_enabled(), oct(os.umask(0)))
print(open("/proc/self/status").read().count("Seccomp:\\t2"))
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE
"""
    assert offline_process(code).split("\n") == ["(0, 0) False 0o77", "1", "0"]


@LINUX
def test_without_libseccomp_the_program_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pyseccomp", raising=False)
    monkeypatch.setattr(
        "ctypes.util.find_library", lambda name: "libc.so.6" if name == "c" else None
    )
    with pytest.raises(SandboxMissingError) as caught:
        load_seccomp()
    assert caught.value.detail == "libseccomp"


def test_onnxruntime_is_imported_in_one_place_after_its_telemetry_is_off() -> None:
    root = Path(offline.__file__).parents[1]
    sources = [
        path for top in ("app", "ui", "face", "storage") for path in root.glob(f"{top}/**/*.py")
    ]
    imports = re.compile(r"^(import|from) onnxruntime", re.MULTILINE)
    found = [path.name for path in sources if imports.search(path.read_text("utf-8"))]
    assert found == ["runtime.py"]


def test_elsewhere_a_hook_is_put_up(monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[object] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    go_offline()
    assert hooks == [offline.refuse_network]


@pytest.mark.parametrize(
    ("event", "args"),
    [
        ("socket.__new__", (None, int(socket.AF_INET), 1, 0)),
        ("socket.__new__", (None, int(socket.AF_INET6), 1, 0)),
        ("socket.connect", (None, ("127.0.0.1", 9))),
        ("socket.bind", (None, ("127.0.0.1", 9))),
        ("socket.getaddrinfo", ("example.org", 80, 0, 0, 0)),
        ("urllib.Request", ("x", None, {}, "GET")),
    ],
)
def test_the_hook_refuses_what_python_would_do_with_the_network(
    event: str, args: tuple[object, ...]
) -> None:
    with pytest.raises(PermissionError):
        refuse_network(event, args)


def test_the_hook_lets_everything_else_through() -> None:
    refuse_network("open", ("file", "r", 0))
    refuse_network("socket.__new__", (None, 1, 1, 0))
