"""Adding content to the open case, and scanning it for faces."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.intake import NO_ANSWERS, Answers
from app.intake.add import AddResult
from app.intake.add import add as add_job
from app.intake.source_details import SourceDetails
from app.job import Job
from app.program import Services
from app.scan.scan import ScanResult, scan
from storage.case import Case
from ui.session.open_case import OpenCase
from ui.session.packs import Packs
from ui.worker import Task


class IntakeWork(QObject):
    """Scans what is added right after; one task of each kind runs at a time.

    Attributes:
        adding, scanning: The tasks under way.
        answers: Answers to questions of the readers, until the case is closed or its work behind
            the lock ends.
        answers_forgotten: Whether the lock discarded answers.
        added, scanned: The results of the last tasks, while the case is open.
    """

    changed = Signal()  # one of them began or ended
    ended = Signal()  # one of them ended

    def __init__(
        self, case: OpenCase, services: Services, packs: Packs, preferred_pack: Callable[[], str]
    ) -> None:
        """Create it with nothing under way.

        Args:
            preferred_pack: Returns the model pack that she wants for new cases.
        """
        super().__init__(case)
        self.adding: Task | None = None
        self.scanning: Task | None = None
        self.answers = NO_ANSWERS
        self.answers_forgotten = False
        self.added: AddResult | None = None
        self.scanned: ScanResult | None = None
        self._case = case
        self._services = services
        self._packs = packs
        self._preferred_pack = preferred_pack
        self._to_add: tuple[Sequence[Path], SourceDetails] = ((), SourceDetails())
        self._resume: Callable[[], object] | None = None
        self._rescanning = False

    @property
    def tasks(self) -> list[Task]:
        """The tasks under way, paused or not."""
        return [task for task in (self.adding, self.scanning) if task is not None]

    @property
    def details(self) -> SourceDetails:
        """The details of what is being added or was added last."""
        return self._to_add[1]

    @property
    def busy(self) -> bool:
        """Whether any task is under way, paused or not."""
        return bool(self.tasks)

    @property
    def unpaused_tasks(self) -> list[Task]:
        """The tasks under way, or none if all of them are paused."""
        return self.tasks if any(not task.paused for task in self.tasks) else []

    def add(self, paths: Sequence[Path], details: SourceDetails) -> Task:
        """Add content and scan it; returns the task of adding."""
        self.forget_results()
        task = self._case.run(lambda case: add_job(case, paths, details, self.answers))
        self.adding = task
        self._to_add = (paths, details)
        task.succeeded.connect(self._added)
        task.failed.connect(self._case.fail)
        task.ended.connect(partial(self._ended, "adding"))
        self.changed.emit()
        return task

    def remember_password(self, password: str) -> None:
        """Try this password on archives from now on, until the case is closed."""
        self.answers = self.answers.with_password(password)

    def add_with_answers(self, answers: Answers) -> None:
        """Add again what was added last, with answers to the readers' questions."""
        self.answers = answers
        self.add(*self._to_add)

    def rescan_with_built_in_pack(self) -> None:
        """Scan everything again with the built-in model pack."""
        self._packs.use_built_in = True
        self._packs.changed.emit()
        self.rescan()

    def rescan(self) -> None:
        """Scan what waits, and again everything that another pack or version has scanned."""
        self.scan(again=True)

    def scan(self, *, again: bool = False) -> None:
        """Scan every item that waits; does nothing while a scan is under way."""
        if self.scanning is not None:
            return
        task = self._case.run(partial(self._scan, again=again))
        self.scanning = task
        self._rescanning = again
        task.succeeded.connect(self._scanned)
        task.failed.connect(self._case.fail)
        task.ended.connect(partial(self._ended, "scanning"))
        self.changed.emit()

    # when the case is closed, and opened again

    def remember_interrupted(self) -> None:
        """Remember which task has to go on when the same case is opened again."""
        if self.adding and not self.adding.paused:
            self._resume = partial(self.add, *self._to_add)
        elif self.scanning and not self.scanning.paused:
            self._resume = partial(self.scan, again=self._rescanning)

    def resume(self) -> None:
        """Continue the interrupted task, because the same case is open again."""
        resume, self._resume = self._resume, None
        if resume is None:
            self.answers = NO_ANSWERS
        else:
            resume()

    def forget_secrets(self) -> None:
        """Forget passwords, names and results, because the case is closed behind the lock."""
        self.answers_forgotten = self.answers_forgotten or self.answers is not NO_ANSWERS
        self.answers = NO_ANSWERS
        self.forget_results()

    def forget(self) -> None:
        """Forget answers, results and interrupted work."""
        self._resume = None
        self.answers = NO_ANSWERS
        self.answers_forgotten = False
        self.forget_results()

    def forget_results(self) -> None:
        """Forget the results of adding and scanning."""
        self.added = self.scanned = None
        self.changed.emit()

    def _scan(self, case: Case, *, again: bool) -> Job[Any]:
        known = self._services.packs()  # the window may not have looked them up yet
        wanted = self._packs.wanted(self._case.info, self._preferred_pack(), known)
        pack = self._packs.pack_to_use(wanted, begun=self._case.is_begun, known=known)
        scanner = partial(self._services.scanner, pack, crops=case.crops)
        pipeline = self._services.pipeline(pack)
        return scan(case, scanner, pack, pipeline, self.answers, again=again)

    def _added(self, added: AddResult) -> None:
        self.added = added
        self.scan()

    def _scanned(self, scanned: ScanResult) -> None:
        self.scanned = scanned

    def _ended(self, which: str) -> None:
        setattr(self, which, None)
        self.changed.emit()
        self.ended.emit()
