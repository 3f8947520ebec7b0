"""Where somebody says who is at the computer."""

from app.enrol.attestation import Attestation
from app.messages import Words
from ui.session.acting_role import ActingRole
from ui.widgets.choices import Choices


class ActingRoleChoice(Choices[str]):
    """It counts at once and everywhere."""

    def __init__(self, words: Words, presence: ActingRole) -> None:
        said = [(str(role), words.say(f"report.role.{role}")) for role in Attestation]
        options = [("", words.say("who.none")), *said]
        super().__init__(words.say("who"), options, presence.role, presence.tell)
        self._presence = presence
        presence.changed.connect(self._show)

    @property
    def role(self) -> str:
        """As it was said last."""
        return self._presence.role

    def _show(self) -> None:
        self.radios[self.role].setChecked(True)
