"""The role in which somebody works at the computer."""

from PySide6.QtCore import QObject, Signal

from ui.session.open_case import OpenCase


class ActingRole(QObject):
    """The role that the custody log notes with every action.

    It is the one that was given last: before a check, or where content is added or handed over. The
    lock forgets it, since somebody else may come back.

    Attributes:
        role: A value of Attestation; "" while none was given.
    """

    changed = Signal()

    def __init__(self, case: OpenCase) -> None:
        super().__init__(case)
        self.role = ""
        case.closed.connect(lambda _why: self.set(""))

    def set(self, role: str) -> None:
        """Set the role."""
        if role != self.role:
            self.role = role
            self.changed.emit()
