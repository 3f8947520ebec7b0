"""Where and when garbage is collected."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import NEW_OBJECTS, GarbageCollector, disable_automatic_collection


class Cycle:
    """An object that only a collection removes, and that notes in which thread that was."""

    def __init__(self, gone_in: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: gone_in.append(threading.current_thread()))


@pytest.fixture
def garbage() -> Iterator[GarbageCollector]:
    """Automatic collection, switched off during the test."""
    parent = QObject()
    gc.collect()
    disable_automatic_collection()
    yield GarbageCollector(parent)
    gc.enable()


def litter(gone_in: list[threading.Thread]) -> None:
    for _ in range(2 * NEW_OBJECTS):
        Cycle(gone_in)


@pytest.mark.usefixtures("garbage")
def test_what_a_worker_leaves_is_collected_in_the_ui_thread(qtbot: QtBot) -> None:
    gone_in: list[threading.Thread] = []
    worker = threading.Thread(target=litter, args=(gone_in,))
    worker.start()
    worker.join()
    assert gone_in == []
    qtbot.waitUntil(lambda: len(gone_in) == 2 * NEW_OBJECTS)
    assert set(gone_in) == {threading.main_thread()}


def test_everything_goes_when_a_case_is_closed(garbage: GarbageCollector) -> None:
    gone_in: list[threading.Thread] = []
    Cycle(gone_in)
    gc.collect(1)  # it is old now, were it still there
    Cycle(gone_in)
    garbage.collect_all()
    assert len(gone_in) == 2
