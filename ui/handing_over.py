"""What she hands over: the plan, the bundle under way, and what came of it."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.bundle_plan import BundlePlan
from app.export.hand_over import HandedOver, hand_over
from ui.worker import Task

if TYPE_CHECKING:
    from ui.session import Session


class HandingOver(QObject):
    """One bundle at a time. One that is stopped leaves nothing; nothing outlives the open case.

    Attributes:
        running: The bundle under way.
        made: The last one, with the passphrase until it was written down.
        failure: Why there is none.
    """

    changed = Signal()  # a bundle began or ended, or is forgotten

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.plan = BundlePlan()
        self.running: Task | None = None
        self.made: HandedOver | None = None
        self.failure: Exception | None = None
        self._session = session
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)

    def change(self, **parts: Any) -> None:
        """Plan something else."""
        self.plan = replace(self.plan, **parts)

    def start(self, language: str) -> None:
        """Make the bundle as it is planned, with documents in that language."""
        plan, target = self.plan, self.plan.target
        if self.running is not None or target is None:
            return
        self.made = self.failure = None
        role = self._session.reviewing.role
        task = self._session.run(lambda case: hand_over(case, plan, target, language, role))
        task.succeeded.connect(partial(self._take, task))
        task.failed.connect(partial(self._fail, task))
        task.ended.connect(partial(self._ended, task))
        self.running = task
        self.changed.emit()

    def written_down(self) -> None:
        """The passphrase is kept nowhere from now on."""
        if self.made is not None:
            self.made = replace(self.made, passphrase=None)
            self.changed.emit()

    def again(self) -> None:
        """Plan another bundle, somewhere else."""
        self.made = self.failure = None
        self.change(target=None)
        self.changed.emit()

    # inside

    def _take(self, task: Task, made: HandedOver) -> None:
        if task is self.running:
            self.made = made

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self.running:
            self.failure = error

    def _ended(self, task: Task) -> None:
        if task is self.running:
            self.running = None
            self.changed.emit()

    def _forget(self) -> None:
        self.plan = BundlePlan()
        self.running = self.made = self.failure = None
        self.changed.emit()
