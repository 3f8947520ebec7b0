"""What every test keeps to: no network, no warnings in the log, no thread left behind."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.support.threads import SHARED

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Before NumPy is loaded: on small matrices, more threads of its BLAS only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")

SECONDS_TO_END = 10


def pytest_configure() -> None:
    """Hear the signals that the tests send: what a script starts in its background ignores them."""
    for number in {signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)}:
        if signal.getsignal(number) is signal.SIG_IGN:
            is_ctrl_c = number == signal.SIGINT
            signal.signal(number, signal.default_int_handler if is_ctrl_c else signal.SIG_DFL)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection attempt fails the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("this program never opens a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def quiet_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, loud


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """A thread that outlives its test fails it; one that is just ending may come to its end.

    Those of tests/support/shared_reader.py last longer on purpose.
    """
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not thread.name.startswith(SHARED)
    ]
    for thread in left:
        thread.join(SECONDS_TO_END)
    assert not any(thread.is_alive() for thread in left), left
