"""The session: the open case with its intake, checks, review and handover."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.cases.contradiction import contradiction_error
from app.cases.unlocking import open_typed, open_typed_code
from app.errors import AppError
from app.preferences import Preferences, forget
from app.program import Services
from app.review.reveal import Reviewer
from storage.case import Case
from storage.types import CaseInfo, KeptMedia
from ui.session.acting_role import ActingRole
from ui.session.check import CheckWork
from ui.session.drafts import Drafts
from ui.session.handover import HandoverWork
from ui.session.intake import IntakeWork
from ui.session.new_case import NewCase
from ui.session.open_case import CloseReason, NoCaseError, OpenCase, is_lost
from ui.session.own_face import OwnFaceWork
from ui.session.packs import Packs
from ui.session.review import ReviewWork
from ui.worker import Task

R = TypeVar("R")

Then = Callable[[R], None]
Otherwise = Callable[[Exception], None]


class Session(OpenCase):
    """One person at one case; everything that takes time runs off the UI thread.

    The case belongs to one worker thread; pages hand it questions (`ask`) and jobs (`run`).
    """

    opening = Signal(bool)  # whether a case is being opened or made
    content_changed = Signal()  # items were added, looked at, decided on
    preferences_changed = Signal(object)  # Preferences

    def __init__(
        self, services: Services, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.preferences = preferences
        self.under_19 = False  # what she said, if she did
        self.recovery_code = ""  # of a new case, until she says that it is written down
        self._code_unconfirmed = False
        self.is_opening = False
        self._left_while_opening = False  # while a case was being opened
        self._close_after_work = False
        self.acting_role = ActingRole(self)
        self.packs = Packs(services, self.call_without_case, self)
        self.intake = IntakeWork(self, services, self.packs, lambda: self.preferences.pack)
        self.own_face = OwnFaceWork(services, lambda: self.pack, self)
        self.check = CheckWork(self, services, self.own_face, self.acting_role)
        self.review = ReviewWork(self, services, self._reviewer, preferences)
        self.handover = HandoverWork(self, self.acting_role)
        self.new_case = NewCase(self, self.create, lambda: self.under_19)
        self.drafts = Drafts(self)
        self.preferences_changed.connect(self.review.prefer)
        self.closed.connect(lambda _why: self.own_face.forget())
        self.intake.ended.connect(self._intake_ended)
        self.handover.ended.connect(self._close_if_done)

    # the case

    @property
    def wanted_pack(self) -> str:
        """The model pack that scanned most of the case, or the one for new cases."""
        return self.packs.wanted(self.info, self.preferences.pack)

    @property
    def pack(self) -> str:
        """The model pack in use: the wanted one, unless another has to take its place."""
        return self.packs.pack_to_use(self.wanted_pack, begun=self.is_begun)

    def create(
        self,
        path: Path,
        passphrase: str,
        media: KeptMedia,
        crops: bool,
        then: Then[str],
        otherwise: Otherwise,
    ) -> None:
        """Make a case and open it; `then` gets the recovery code, which `recovery_code` keeps."""
        cost = self.services.kdf_cost

        def make() -> tuple[Case, str]:
            return Case.create(path, passphrase, media=media, crops=crops, cost=cost)

        self._open(path, make, otherwise, then)

    def open(self, path: Path, passphrase: str, otherwise: Otherwise) -> None:
        """Open a case or a check copy; emits `opened`."""
        cost = self.services.kdf_cost
        owes = self._code_unconfirmed and path == self.path

        def opener() -> tuple[Case, str]:
            case = open_typed(path, passphrase, cost=cost)
            return case, case.recovery_code() if owes else ""

        self._open(path, opener, otherwise)

    def open_with_recovery_code(self, path: Path, code: str, otherwise: Otherwise) -> None:
        """Open a case with its recovery code instead of the passphrase; emits `opened`."""
        cost = self.services.kdf_cost
        opener = partial(open_typed_code, path, code, cost=cost)
        self._open(path, lambda: (opener(), ""), otherwise)

    def forget_recovery_code(self) -> None:
        """Forget the recovery code, which she has written down."""
        self.recovery_code, self._code_unconfirmed = "", False

    def close(self) -> None:
        """Cancel all work and close the case, then emit `closed`."""
        self._worker.cancel_all()
        self.info = self.path = None
        self.forget_recovery_code()
        self.intake.forget()
        self.locked = None
        self._worker.call(self._holder.close, self._tell_closed, self._tell_closed)

    def lock(self, *, finish_work: bool) -> None:
        """Take the case away from the window and emit `closed`, before this returns.

        Args:
            finish_work: Whether work that can go on behind the lock does so, after which the case
                is closed. Otherwise the case is closed now, and adding and scanning continue when
                it is opened again. A case that is just being opened is closed as soon as it is
                open.
        """
        self._left_while_opening = self.is_opening
        goes_on = [*self.intake.unpaused_tasks, *self.handover.tasks_for_recipient]
        self._shut(CloseReason.LOCKED, goes_on if finish_work else [])

    def _shut(self, why: CloseReason, finish: Sequence[Task] = ()) -> None:
        """Take the case away from the window until it is opened again."""
        if not self.is_open:
            return
        self.recovery_code = ""
        self.intake.forget_results()
        if finish:
            self._close_after_work = True
            self._worker.cancel_all(finish)
        else:
            self._interrupt()
            self._close_case()
        self.locked = why
        self.closed.emit(why)

    def _interrupt(self) -> None:
        """Cancel all work; adding and scanning may continue another time."""
        self._close_after_work = False
        self.intake.remember_interrupted()
        self._worker.cancel_all()

    def _close_if_done(self) -> None:
        if self._close_after_work and not (self.intake.busy or self.handover.running):
            self._close_after_work = False
            self._close_case()

    def _reviewer(self) -> Reviewer:
        return Reviewer(self.acting_role.role, self.intake.answers)

    def _intake_ended(self) -> None:
        self._close_if_done()
        if self.is_open:
            self.refresh()
            self.content_changed.emit()

    def refresh(self) -> None:
        """Read the information of the case again."""
        self.ask(lambda case: case.info(), self._set_info)

    # the program

    def prefer(self, preferences: Preferences) -> None:
        """Change the preferences and save them."""
        self.preferences = preferences
        self.preferences_changed.emit(preferences)
        self._worker.call(preferences.keep, None, self.fail)

    def forget_preferences(self) -> None:
        """Restore all preferences but the language, and delete their file."""
        self.preferences = Preferences(language=self.preferences.language)
        self.preferences_changed.emit(self.preferences)
        self._worker.call(forget, None, self.fail)

    def fail(self, error: Exception) -> None:
        """Report an error, unless nobody waits any more or the lock says the same."""
        late = isinstance(error, NoCaseError) and not self.is_open
        if not late and not (self.locked is CloseReason.LOST and is_lost(error, self.path)):
            if isinstance(error, NoCaseError):
                self._lock_if_empty()
            self.failed.emit(error)

    def end(self, seconds: float) -> bool:
        """Close everything; return False when it took too long, which the case survives, too."""
        until = time.monotonic() + seconds
        forgotten = True
        if not self._ended_for_good:
            self._ended_for_good = True
            self._worker.cancel_all()
            self.review.release()
            self._worker.call(self._holder.close)
            forgotten = self.own_face.end(seconds)
        return self._worker.end(max(0.0, until - time.monotonic())) and forgotten

    # in the UI thread

    def _open(
        self,
        path: Path,
        opener: Callable[[], tuple[Case, str]],
        otherwise: Otherwise,
        then: Then[str] | None = None,
    ) -> None:
        def tell(made: tuple[CaseInfo, str]) -> None:
            self._set_opening(False)
            self._case_opened(path, *made)
            if then:
                then(made[1])
            if self._left_while_opening:
                self.lock(finish_work=False)

        def fail(error: Exception) -> None:
            self._set_opening(False)
            self._left_while_opening = False
            self._lock_if_empty()
            if self.is_open:
                self.intake.resume()
            otherwise(error)

        self._set_opening(True)
        self._interrupt()
        self._worker.call(lambda: self._holder.open(path, opener), tell, fail)

    def _set_opening(self, on: bool) -> None:
        self.is_opening = on
        self.opening.emit(on)

    def _lock_if_empty(self) -> None:
        """Lock the window when no case is held, so that it never claims one."""
        if self._holder.is_empty:
            self._shut(CloseReason.LOCKED)

    def _case_opened(self, path: Path, info: CaseInfo, code: str) -> None:
        if path != self.path:
            self.intake.forget()
            self.handover.forget()
            self.packs.use_built_in = False
        self.path = path
        self.info = info
        self.locked = None
        self.recovery_code, self._code_unconfirmed = code, bool(code)
        self.opened.emit(info)
        self.ask(lambda case: contradiction_error(case.contradictions()), self._tell_contradiction)
        self.packs.read()
        self.intake.resume()

    def _tell_contradiction(self, error: AppError | None) -> None:
        """Say at once that the case contradicts its log: pages of an older copy may be in it."""
        if error is not None and self.is_open:
            self.failed.emit(error)

    def _close_case(self) -> None:
        self.intake.forget_secrets()
        self._worker.call(self._holder.close, None, self.fail)

    def _tell_closed(self, error: Exception | None) -> None:
        self.closed.emit(CloseReason.BY_HAND)
        if error is not None:
            self.fail(error)

    def _report_loss(self, error: Exception) -> bool:
        lost = is_lost(error, self.path)
        if lost:
            self._shut(CloseReason.LOST)
        return lost

    def _set_info(self, info: CaseInfo) -> None:
        if self.info is not None:  # else it was closed meanwhile
            self.info = info
            self.content_changed.emit()
