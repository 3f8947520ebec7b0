"""Checks of the person's face against the open case, and the answer of the last one."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.cases.people import next_person, people
from app.check.answer import Answer
from app.check.check import check
from app.enrol.attestation import Attestation
from app.enrol.own_face import Template
from app.program import Services
from app.scan.case_pack import is_comparable
from ui.session.acting_role import ActingRole
from ui.session.open_case import CloseReason, OpenCase
from ui.session.own_face import OwnFaceWork
from ui.worker import Task

NEW_PERSON = 0
"""Stands for a person who was not checked before."""


class CheckWork(QObject):
    """Runs one check at a time; everything is forgotten when the case is closed or locked.

    A check does not go on behind the lock, where her face is forgotten.

    Attributes:
        answer: The answer of the last check.
        attestation: Whose face she said it is; None until she did.
        running: The task of the check under way.
        people: Numbers of the people for whom the case was checked.
        person: Number of the person whose face is held, once it was checked; else None.
        interrupted: Whether the lock stopped a check before there was an answer.
    """

    changed = Signal()  # a check began or ended, or its answer is gone

    def __init__(
        self, case: OpenCase, services: Services, own_face: OwnFaceWork, acting_role: ActingRole
    ) -> None:
        super().__init__(case)
        self.answer: Answer | None = None
        self.attestation: Attestation | None = None
        self.running: Task | None = None
        self.interrupted = False
        self._case = case
        self._calibration = services.calibration
        self._own_face = own_face
        self._acting_role = acting_role
        self.people: tuple[int, ...] = ()
        self.person: int | None = None
        self._asked = 0
        case.opened.connect(lambda _info: case.ask(people, self._know_people))
        own_face.changed.connect(self._forget_person)
        case.closed.connect(self._close)

    @property
    def under_way(self) -> bool:
        """Whether a check was started and has no answer yet."""
        return self._asked > 0

    def start(self, attestation: Attestation, person: int | None = None) -> None:
        """Check the face template that is held now.

        Args:
            person: Number of the person, NEW_PERSON for one who was not checked before, or None
                where that was not said.
        """
        self.attestation = attestation
        self._acting_role.set(attestation)
        self.interrupted = False
        self._asked += 1
        person = self.person if person is None else person
        self._own_face.copy_template(partial(self._run, attestation, person), self._fail)
        self.changed.emit()

    def stop(self) -> None:
        """Cancel the check under way; the answer before it stays."""
        if self.running is not None:
            self.running.cancel()

    @property
    def is_stale(self) -> bool:
        """Whether the case or the own photos have changed since the answer."""
        answer, info = self.answer, self._case.info
        if answer is None or info is None:
            return False
        now = sum(info.items.values()), info.faces, self._own_face.state.photos
        if now != (answer.items, answer.faces, answer.photos):
            return True
        compared = {(each.pack, each.pipeline, each.items) for each in answer.groups if each.items}
        return compared != {
            (use.pack, use.pipeline, use.items)
            for use in info.packs
            if is_comparable(use, answer.pipeline)
        }

    # inside

    def _know_people(self, found: tuple[int, ...]) -> None:
        self.people = found
        self.changed.emit()

    def _forget_person(self) -> None:
        """Know no more who was checked last, once her face is not held any more."""
        if not self._own_face.state.photos:
            self.person = None

    def _run(self, attestation: Attestation, person: int | None, template: Template) -> None:
        task = self._case.run(
            lambda case: check(
                case,
                template,
                self._calibration,
                attestation,
                next_person(case) if person == NEW_PERSON else person,
            )
        )
        task.succeeded.connect(self._answered)
        task.failed.connect(self._case.fail)
        task.ended.connect(partial(self._ended, template))
        self.running = task

    def _answered(self, answer: Answer) -> None:
        if self._case.is_open:
            self.answer = answer
            self.person = answer.person
            self.people = tuple(sorted({*self.people, answer.person}))

    def _ended(self, template: Template) -> None:
        with template:
            self.running = None  # and it is wiped even if the check never began
        self._finish()

    def _fail(self, error: Exception) -> None:
        self._case.fail(error)
        self._finish()

    def _finish(self) -> None:
        self._asked -= 1
        self.changed.emit()

    def _close(self, why: CloseReason) -> None:
        self.interrupted = why is not CloseReason.BY_HAND and (self.interrupted or self.under_way)
        self.answer = self.attestation = None
        self.people, self.person = (), None
        self._own_face.release()
        self.changed.emit()
