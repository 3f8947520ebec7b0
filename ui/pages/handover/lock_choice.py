"""The choice of who can open the bundle."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.handover.handover_choices import LockedFor
from app.messages import Words
from ui.session.handover import HandoverWork
from ui.widgets.choices import radio_button
from ui.widgets.fields import line
from ui.widgets.labels import muted
from ui.widgets.layouts import column, indented, stacked


class LockChoice(QWidget):
    """A random passphrase, or the public key of the recipient."""

    changed = Signal()

    def __init__(self, words: Words, handover: HandoverWork) -> None:
        super().__init__()
        self._handover = handover
        plan = handover.plan
        group = QButtonGroup(self)
        self.choices = {
            locked: radio_button(
                words.say(f"handover.lock.{locked}"),
                group,
                locked is plan.locked_for,
                lambda locked=locked: self._plan(locked_for=locked),  # type: ignore[misc]
            )
            for locked in LockedFor
        }
        self.recipient = line(words.say("handover.lock.key"), words.say("handover.lock.hint"))
        self.recipient.setText(plan.recipient)
        self.recipient.textEdited.connect(lambda text: self._plan(recipient=text.strip()))
        below = QWidget()
        below.setLayout(indented(self.recipient))
        parts = [
            stacked(choice, indented(muted(words.say(f"handover.lock.{locked}.for"))))
            for locked, choice in self.choices.items()
        ]
        self.setLayout(column(*parts, below))
        self._update_state()

    def _plan(self, **changes: object) -> None:
        self._handover.change(**changes)
        self._update_state()
        self.changed.emit()

    def _update_state(self) -> None:
        self.recipient.setEnabled(self._handover.plan.locked_for is LockedFor.RECIPIENT)
