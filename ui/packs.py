"""The model packs as the pages see them. Everything that reads a disk is done in the worker."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.errors import FileMissingError
from app.program import Program

if TYPE_CHECKING:
    from face.packs.registry import AddedPack, Pack

Aside: TypeAlias = Callable[
    [Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None
]


class Packs(QObject):
    """What is known of the packs, and what came of adding some.

    Attributes:
        known: Empty until `read` has been answered.
        waiting: How many are being added.
        outcomes: Of the last time that some were added: each pack, or why it was not.
    """

    changed = Signal()

    def __init__(self, program: Program, aside: Aside, parent: QObject) -> None:
        """Nothing is read yet.

        Args:
            aside: Does something away from the UI thread (`Session.aside`).
        """
        super().__init__(parent)
        self.known: tuple[Pack, ...] = ()
        self.waiting = 0
        self.outcomes: tuple[AddedPack | Exception, ...] = ()
        self._program = program
        self._aside = aside

    def read(self) -> None:
        """Look up which packs there are; `changed` tells."""
        self._aside(lambda: tuple(self._program.packs()), self._know, self._failed)

    def add(self, paths: Sequence[Path]) -> None:
        """Try packs out and take them in, one after the other; `changed` tells of each."""
        if not self.waiting:
            self.outcomes = ()
        for path in paths:
            self.waiting += 1
            self._aside(partial(self._take_in, path), self._added, self._not_added)
        self.changed.emit()

    # in the worker thread

    def _take_in(self, path: Path) -> "AddedPack":
        if not (path.is_file() or path.is_dir()):  # a pipe would be waited for
            raise FileMissingError(str(path))
        return self._program.add_pack(path)

    # in the UI thread

    def _added(self, added: "AddedPack") -> None:
        self._came(added)
        self.read()

    def _not_added(self, error: Exception) -> None:
        self._came(error)

    def _came(self, outcome: "AddedPack | Exception") -> None:
        self.waiting -= 1
        self.outcomes = (*self.outcomes, outcome)
        self.changed.emit()

    def _know(self, known: "tuple[Pack, ...]") -> None:
        self.known = known
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.outcomes = (*self.outcomes, error)
        self.changed.emit()
