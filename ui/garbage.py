"""Garbage collection in the UI thread, a little at a time.

By itself Python collects in whatever thread happens to allocate. A widget or a timer in a cycle
would then be destroyed by a worker thread, and Qt crashes; and one full collection takes 60 to 200
ms once a long list is in memory, see docs/decisions/0075.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 50
NEW_OBJECTS = 700
"""New objects that make a collection worthwhile; Python's own threshold."""


class GarbageCollector(QObject):
    """Collects young objects by a timer; old ones stay until `collect_all`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self._collect_new)
        timer.start()

    def collect_all(self, _why: object = None) -> None:
        """Collect everything; to be called when nobody waits, as when a case was closed."""
        gc.collect()

    def _collect_new(self) -> None:
        if gc.get_count()[0] > NEW_OBJECTS:
            gc.collect(1)


def disable_automatic_collection() -> None:
    """Stop Python's automatic collection, which a `GarbageCollector` replaces."""
    gc.disable()
