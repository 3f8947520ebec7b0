import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.safety.lock import STOOD_STILL, AutoLock, LockReason, seconds_with_sleep
from ui.safety.session_watch import SessionWatch


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Watch:
    """An automatic lock of two minutes, its clock, and what it emitted."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.lock = AutoLock(2, None, self.clock)
        self.told: list[LockReason] = []
        self.lock.due.connect(self.told.append)
        self.lock.start()

    def pass_time(self, seconds: float) -> None:
        """Let time pass, with a look at the clock each second."""
        for _ in range(round(seconds)):
            self.clock.now += 1
            if self.lock.watching:
                self.lock.check_clock()


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Watch]:
    made = Watch()
    yield made
    made.lock.stop()


def test_locks_when_nothing_was_done_for_so_many_minutes(watch: Watch) -> None:
    watch.pass_time(119)
    assert watch.told == []
    watch.pass_time(1)
    assert watch.told == [LockReason.IDLE]


@pytest.mark.parametrize("act", ["key", "move", "click"])
def test_any_key_and_any_move_of_the_mouse_puts_it_off(
    qtbot: QtBot, watch: Watch, act: str
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setMouseTracking(True)
    widget.installEventFilter(watch.lock)
    widget.show()
    watch.pass_time(100)
    {
        "key": lambda: QTest.keyClick(widget, Qt.Key.Key_A),
        "move": lambda: QTest.mouseMove(widget),
        "click": lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton),
    }[act]()
    watch.pass_time(100)
    assert watch.told == []


def test_what_the_program_does_by_itself_does_not_put_it_off(watch: Watch) -> None:
    watch.pass_time(100)
    watch.lock.eventFilter(watch.lock, QEvent(QEvent.Type.Paint))
    watch.pass_time(20)
    assert watch.told == [LockReason.IDLE]


def test_sees_afterwards_that_the_computer_slept(watch: Watch) -> None:
    watch.clock.now += STOOD_STILL + 1
    watch.lock.check_clock()
    assert watch.told == [LockReason.AWAY]


def test_a_short_hold_up_is_no_sleep(watch: Watch) -> None:
    watch.clock.now += STOOD_STILL / 2
    watch.lock.check_clock()
    assert watch.told == []


def test_says_it_once(watch: Watch) -> None:
    watch.lock.lock_now()
    watch.lock.lock_now()
    watch.pass_time(300)
    assert watch.told == [LockReason.AWAY]


def test_says_nothing_while_there_is_nothing_to_lock(watch: Watch) -> None:
    watch.lock.stop()
    watch.lock.lock_now()
    watch.pass_time(300)
    assert watch.told == []


def test_a_changed_number_of_minutes_counts_at_once(watch: Watch) -> None:
    watch.lock.minutes = 1
    watch.pass_time(60)
    assert watch.told == [LockReason.IDLE]


def test_the_clock_is_the_one_that_goes_on_in_sleep() -> None:
    if sys.platform != "linux":
        pytest.skip("another clock")
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before < seconds_with_sleep() < time.clock_gettime(time.CLOCK_BOOTTIME)


# the system's news


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a message bus of the test's own."""
    services = shutil.which("dbus-daemon")
    if services is None:
        pytest.skip("dbus-daemon is not installed")
    daemon = subprocess.Popen(  # noqa: S603
        [services, "--session", "--nofork", "--nosyslog", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout
    yield daemon.stdout.readline().strip()
    for name in ("listens", "speaks"):
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.mark.parametrize(
    ("interface", "name", "arguments"),
    [
        ("org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
        ("org.freedesktop.login1.Session", "Lock", []),
        ("org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
        ("org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ],
)
def test_hears_that_the_computer_is_left(
    qtbot: QtBot, bus: str, interface: str, name: str, arguments: list[object]
) -> None:
    if sys.platform != "linux":
        pytest.skip("another way to hear")
    window = QWidget()
    qtbot.addWidget(window)
    watched = SessionWatch(window)
    listens = QDBusConnection.connectToBus(bus, "listens")
    watched.listen(listens, listens)
    message = QDBusMessage.createSignal("/some/path", interface, name)
    message.setArguments(arguments)
    with qtbot.waitSignal(watched.away):
        QDBusConnection.connectToBus(bus, "speaks").send(message)


def test_waking_up_is_no_reason_to_lock(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watched = SessionWatch(window)
    with qtbot.assertNotEmitted(watched.away):
        watched.active_changed(False)
