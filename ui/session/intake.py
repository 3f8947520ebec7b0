"""Taking content into the open case, and looking for faces in what waits there."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.intake import NO_ANSWERS, Answers
from app.intake.add import AddResult, SourceDetails
from app.intake.add import add as add_job
from app.job import Job
from app.program import Services
from app.scan.scan import ScanResult, scan
from storage.case import Case
from ui.session.open_case import OpenCase
from ui.session.packs import Packs
from ui.worker import Task


class IntakeWork(QObject):
    """What is added is looked at right after. One of each goes on at a time.

    Attributes:
        adding, scanning: What is under way.
        answers: To questions of the readers, while the case is open or goes on behind the lock.
        answers_forgotten: Whether there were some before the case was locked.
        added, scanned: What came of it the last time, while the case is open.
    """

    changed = Signal()  # one of them began or ended
    ended = Signal()  # one of them ended

    def __init__(
        self, case: OpenCase, services: Services, packs: Packs, preferred_pack: Callable[[], str]
    ) -> None:
        """Nothing is under way.

        Args:
            preferred_pack: The model pack that she wants for new cases.
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
        """What is under way, held up or not."""
        return [task for task in (self.adding, self.scanning) if task is not None]

    @property
    def details(self) -> SourceDetails:
        """What was said about what is added, or was added last."""
        return self._to_add[1]

    @property
    def busy(self) -> bool:
        """Whether anything is under way, held up or not."""
        return bool(self.tasks)

    @property
    def unpaused_tasks(self) -> list[Task]:
        """What is under way, unless all of it is held up."""
        return self.tasks if any(not task.paused for task in self.tasks) else []

    def add(self, paths: Sequence[Path], details: SourceDetails) -> Task:
        """Take content in and look for faces in it, unless that is under way already."""
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
        """Of an archive that a picture lies in: tried from now on, until the case is closed."""
        self.answers = self.answers.with_password(password)

    def add_with_answers(self, answers: Answers) -> None:
        """Add once more what was added last, now that questions of the readers are answered."""
        self.answers = answers
        self.add(*self._to_add)

    def rescan_with_built_in_pack(self) -> None:
        """Look at everything once more with the pack that comes with the program."""
        self._packs.use_built_in = True
        self._packs.changed.emit()
        self.rescan()

    def rescan(self) -> None:
        """The same as `scan`, and again at everything that was looked at in another way."""
        self.scan(again=True)

    def scan(self, *, again: bool = False) -> None:
        """Look for faces in everything that waits; does nothing while that is under way."""
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
        """Keep in mind what is to go on when the same case is opened again."""
        if self.adding and not self.adding.paused:
            self._resume = partial(self.add, *self._to_add)
        elif self.scanning and not self.scanning.paused:
            self._resume = partial(self.scan, again=self._rescanning)

    def resume(self) -> None:
        """The same case is open again: what was interrupted goes on."""
        resume, self._resume = self._resume, None
        if resume is None:
            self.answers = NO_ANSWERS
        else:
            resume()

    def forget_secrets(self) -> None:
        """The case is closed behind the lock: what is secret or has names in it is forgotten."""
        self.answers_forgotten = self.answers_forgotten or self.answers is not NO_ANSWERS
        self.answers = NO_ANSWERS
        self.forget_results()

    def forget(self) -> None:
        """Nothing goes on, and no answer is known any more."""
        self._resume = None
        self.answers = NO_ANSWERS
        self.answers_forgotten = False
        self.forget_results()

    def forget_results(self) -> None:
        """What came of adding and looking was told."""
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
