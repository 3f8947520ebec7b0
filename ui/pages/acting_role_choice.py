"""The question in which role somebody works at the computer."""

from app.enrol.attestation import Attestation
from app.messages import Words
from ui.session.acting_role import ActingRole
from ui.widgets.choices import Choices


class ActingRoleChoice(Choices[str]):
    """A choice of the acting role, which counts at once and on every page."""

    def __init__(self, words: Words, acting_role: ActingRole) -> None:
        said = [(str(role), _as_label(words.say(f"report.role.{role}"))) for role in Attestation]
        options = [("", words.say("who.none")), *said]
        super().__init__(words.say("who"), options, acting_role.role, acting_role.set)
        self._acting_role = acting_role
        acting_role.changed.connect(self._show)

    @property
    def role(self) -> str:
        """The role that was chosen last."""
        return self._acting_role.role

    def _show(self) -> None:
        self.radios[self.role].setChecked(True)


def _as_label(role: str) -> str:
    """Return a role, which stands within sentences elsewhere, as a label of its own."""
    return role[:1].upper() + role[1:]
