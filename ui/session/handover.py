"""The handover: the plan of a bundle, the bundle under way, and its result."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.handover.hand_over import hand_over
from app.handover.handover_choices import HandoverChoices, LockedFor
from app.handover.unconfirmed import HandoverResult, confirm, unconfirmed
from ui.session.acting_role import ActingRole
from ui.session.open_case import CloseReason, OpenCase
from ui.worker import Task


class HandoverWork(QObject):
    """Makes one bundle at a time; a bundle that is stopped leaves no file.

    The plan survives the lock, and no passphrase does. So the lock stops a bundle under a
    passphrase and lets one for the holder of a key finish. A passphrase that was shown and not said
    to be written down is in the case, and comes up again when the case is opened.

    Attributes:
        running: The task of the bundle under way.
        result: The last bundle, with its passphrase until it was written down.
        failure: Why there is no bundle.
        interrupted: Whether the lock stopped a bundle.
    """

    changed = Signal()  # a bundle began or ended, or is forgotten
    ended = Signal()  # a bundle came to its end, whichever
    waits = Signal()  # a passphrase that nobody has said to have written down came up again

    def __init__(self, case: OpenCase, acting_role: ActingRole) -> None:
        super().__init__(case)
        self.plan = HandoverChoices()
        self.running: Task | None = None
        self.result: HandoverResult | None = None
        self.failure: Exception | None = None
        self.interrupted = False
        self._case = case
        self._acting_role = acting_role
        case.closed.connect(self._close)
        case.opened.connect(self.look_for_unconfirmed)

    @property
    def tasks_for_recipient(self) -> list[Task]:
        """The task under way if its bundle needs no passphrase and can finish behind the lock."""
        for_key = self.plan.locked_for is LockedFor.RECIPIENT
        return [self.running] if self.running is not None and for_key else []

    def change(self, **parts: Any) -> None:
        """Change fields of the plan."""
        self.plan = replace(self.plan, **parts)

    def start(self, language: str) -> None:
        """Make the planned bundle; the words of its passphrase are in that language."""
        plan, target = self.plan, self.plan.target
        if self.running is not None or target is None:
            return
        self.result = self.failure = None
        self.interrupted = False
        role = self._acting_role.role
        task = self._case.run(lambda case: hand_over(case, plan, target, language, role))
        task.succeeded.connect(partial(self._take, task))
        task.failed.connect(partial(self._fail, task))
        task.cancelled.connect(partial(self._stopped, task))
        task.ended.connect(partial(self._ended, task))
        self.running = task
        self.changed.emit()

    def forget_passphrase(self) -> None:
        """Forget the passphrase, which she has written down."""
        if self.result is not None:
            result, role = self.result, self._acting_role.role
            self._case.ask(lambda case: confirm(case, result, role))
            self.result = replace(result, passphrase=None, number=None)
            self.changed.emit()

    def look_for_unconfirmed(self) -> None:
        """Show the oldest passphrase in the case that nobody has said to have written down."""
        if not self._case.is_check_copy:
            self._case.ask(unconfirmed, self._take_unconfirmed)

    def start_over(self) -> None:
        """Plan another bundle with another target."""
        self.result = self.failure = None
        self.change(target=None)
        self.changed.emit()
        self.look_for_unconfirmed()

    def forget(self) -> None:
        """Forget plan and result, because another case is open."""
        self.plan = HandoverChoices()
        self.running = self.result = self.failure = None
        self.interrupted = False
        self.changed.emit()

    # inside

    def _take(self, task: Task, result: HandoverResult) -> None:
        if task is self.running:
            self.result = result
            if not self._case.is_open:
                self._drop_passphrase()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self.running:
            self.failure = error

    def _stopped(self, task: Task) -> None:
        if task is self.running:
            self.interrupted = not self._case.is_open

    def _ended(self, task: Task) -> None:
        if task is self.running:
            self.running = None
            self.changed.emit()
            self.ended.emit()

    def _close(self, why: CloseReason) -> None:
        if why is CloseReason.BY_HAND:
            self.forget()
        else:
            self._drop_passphrase()

    def _drop_passphrase(self) -> None:
        """Forget a passphrase that is still to be written down; the case has it."""
        if self.result is not None and self.result.passphrase is not None:
            self.result = None
            self.change(target=None)
        self.changed.emit()

    def _take_unconfirmed(self, found: list[HandoverResult]) -> None:
        busy = self.running is not None or self.result is not None
        if found and self._case.is_open and not busy:
            self.result = found[0]
            self.changed.emit()
            self.waits.emit()
