"""The model packs as the pages see them. Everything that reads a disk is done in the worker."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.errors import FileMissingError
from app.program import Services
from app.scan.case_pack import OlderScans, older_scans, pack_of
from face.packs import DEFAULT_PACK
from storage.types import CaseInfo

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
        built_in_instead: Whether she wants to go on without the pack that this case was begun with.
    """

    changed = Signal()

    def __init__(self, services: Services, aside: Aside, parent: QObject) -> None:
        """Nothing is read yet.

        Args:
            aside: Does something away from the UI thread (`Session.aside`).
        """
        super().__init__(parent)
        self.known: tuple[Pack, ...] = ()
        self.waiting = 0
        self.outcomes: tuple[AddedPack | Exception, ...] = ()
        self.use_built_in = False
        self._services = services
        self._aside = aside

    def read(self) -> None:
        """Look up which packs there are; `changed` tells."""
        self._aside(lambda: tuple(self._services.packs()), self._set_known, self._failed)

    def is_missing(self, name: str) -> bool:
        """Whether the files of that pack are known not to be there."""
        return _is_missing(self.known, name)

    def pipeline(self, name: str) -> str:
        """The version of that pack; empty until `read` has been answered."""
        return next((pack.pipeline for pack in self.known if pack.name == name), "")

    def wanted(
        self, info: CaseInfo | None, otherwise: str, known: "Sequence[Pack] | None" = None
    ) -> str:
        """The pack that looked at most of the case, of those that are known.

        Args:
            otherwise: For a case that none has looked at.
            known: Looked up just now; what `read` found by default.
        """
        return pack_of(
            info.packs if info else (), self.known if known is None else known, otherwise
        )

    def older_scans_of(self, info: CaseInfo | None, used: str) -> OlderScans:
        """What of the case was looked at in another way than with the pack that is used."""
        pipeline = self.pipeline(used)
        if info is None or not pipeline or self.is_missing(used):
            return OlderScans()
        return older_scans(info.packs, used, pipeline)

    def pack_to_use(
        self, wanted: str, *, begun: bool, known: "Sequence[Pack] | None" = None
    ) -> str:
        """The pack to be used: the wanted one, or the one that comes with the program.

        Args:
            begun: Whether the wanted one has looked at the case. What another pack finds cannot be
                compared with what it found, so it is replaced only when she says so.
            known: Looked up just now; what `read` found by default.
        """
        gone = _is_missing(self.known if known is None else known, wanted)
        return DEFAULT_PACK if gone and (self.use_built_in or not begun) else wanted

    def add(self, paths: Sequence[Path]) -> None:
        """Try packs out and take them in, one after the other; `changed` tells of each."""
        if not self.waiting:
            self.outcomes = ()
        for path in paths:
            self.waiting += 1
            self._aside(partial(self._add_pack, path), self._added, self._not_added)
        self.changed.emit()

    # in the worker thread

    def _add_pack(self, path: Path) -> "AddedPack":
        if not (path.is_file() or path.is_dir()):  # a pipe would be waited for
            raise FileMissingError(str(path))
        return self._services.add_pack(path)

    # in the UI thread

    def _added(self, added: "AddedPack") -> None:
        self._add_outcome(added)
        self.read()

    def _not_added(self, error: Exception) -> None:
        self._add_outcome(error)

    def _add_outcome(self, outcome: "AddedPack | Exception") -> None:
        self.waiting -= 1
        self.outcomes = (*self.outcomes, outcome)
        self.changed.emit()

    def _set_known(self, known: "tuple[Pack, ...]") -> None:
        self.known = known
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.outcomes = (*self.outcomes, error)
        self.changed.emit()


def _is_missing(known: "Sequence[Pack]", name: str) -> bool:
    return bool(known) and not any(pack.name == name and pack.installed for pack in known)
