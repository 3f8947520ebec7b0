"""The model packs as the pages see them; disks are read in the worker thread."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.errors import FileMissingError
from app.program import Services
from app.scan.case_pack import OlderScans, older_scans, pack_of_case
from face.packs import DEFAULT_PACK
from storage.types import CaseInfo

if TYPE_CHECKING:
    from face.packs.add import AddedPack
    from face.packs.registry import Pack

CallInWorker: TypeAlias = Callable[
    [Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None
]


class Packs(QObject):
    """The known packs, and the results of adding some.

    Attributes:
        known: The packs; empty until `read` was answered.
        waiting: The number of packs that are being added.
        outcomes: The results of the last time: each pack that was added, or the error.
        use_built_in: Whether she continues without the pack that scanned this case first.
    """

    changed = Signal()

    def __init__(self, services: Services, call: CallInWorker, parent: QObject) -> None:
        """Create it with nothing read.

        Args:
            call: Runs a function off the UI thread (`Session.call_without_case`).
        """
        super().__init__(parent)
        self.known: tuple[Pack, ...] = ()
        self.waiting = 0
        self.outcomes: tuple[AddedPack | Exception, ...] = ()
        self.use_built_in = False
        self._services = services
        self._call = call

    def read(self) -> None:
        """Look up which packs are installed; emits `changed`."""
        self._call(lambda: tuple(self._services.packs()), self._set_known, self._failed)

    def is_missing(self, name: str) -> bool:
        """Return whether the files of that pack are known to be missing."""
        return _is_missing(self.known, name)

    def pipeline(self, name: str) -> str:
        """Return the pipeline version of that pack; "" until `read` was answered."""
        return next((pack.pipeline for pack in self.known if pack.name == name), "")

    def wanted(
        self, info: CaseInfo | None, otherwise: str, known: "Sequence[Pack] | None" = None
    ) -> str:
        """Return the known pack that scanned most of the case.

        Args:
            otherwise: The pack for a case that none has scanned.
            known: Packs that were just looked up; those of `read` by default.
        """
        return pack_of_case(
            info.packs if info else (), self.known if known is None else known, otherwise
        )

    def older_scans_of(self, info: CaseInfo | None, used: str) -> OlderScans:
        """Return what another pack or pipeline than the used one has scanned."""
        pipeline = self.pipeline(used)
        if info is None or not pipeline or self.is_missing(used):
            return OlderScans()
        return older_scans(info.packs, used, pipeline)

    def pack_to_use(
        self, wanted: str, *, begun: bool, known: "Sequence[Pack] | None" = None
    ) -> str:
        """Return the wanted pack, or the built-in one in its place.

        Args:
            begun: Whether the wanted pack has scanned the case. Faces of different packs cannot be
                compared, so it is replaced only when she says so.
            known: Packs that were just looked up; those of `read` by default.
        """
        gone = _is_missing(self.known if known is None else known, wanted)
        return DEFAULT_PACK if gone and (self.use_built_in or not begun) else wanted

    def add(self, paths: Sequence[Path]) -> None:
        """Test packs and install them, one after the other; emits `changed` for each."""
        if not self.waiting:
            self.outcomes = ()
        for path in paths:
            self.waiting += 1
            self._call(partial(self._add_pack, path), self._added, self._not_added)
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
