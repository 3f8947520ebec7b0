"""Where somebody says who is at the computer."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.attestation import Attestation
from app.messages import Words
from ui.presence import Presence
from ui.widgets.choices import one_of
from ui.widgets.flow import Flow


class Who(QWidget):
    """One choice, that counts at once and everywhere."""

    def __init__(self, words: Words, presence: Presence) -> None:
        super().__init__()
        self._presence = presence
        say = words.say
        group = QButtonGroup(self)
        texts = {str(role): say(f"report.role.{role}") for role in Attestation}
        texts = {"": say("who.none"), **texts}
        self.radios = {
            role: one_of(text, group, role == presence.role, partial(presence.tell, role))
            for role, text in texts.items()
        }
        for role, radio in self.radios.items():
            radio.setAccessibleName(f"{say('who')}: {texts[role]}")
        self.setLayout(Flow(*self.radios.values(), gap=2))
        presence.changed.connect(self._show)

    def _show(self) -> None:
        self.radios[self._presence.role].setChecked(True)
