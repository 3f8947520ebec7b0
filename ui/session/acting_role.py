"""Who is at the computer."""

from PySide6.QtCore import QObject, Signal

from ui.session.open_case import OpenCase


class ActingRole(QObject):
    """As whom somebody works, which the custody log notes with whatever is done.

    It is what was said last, before a check or where content is added or handed over. Behind the
    lock it is forgotten: somebody else may come back.

    Attributes:
        role: A value of Attestation; "" while nothing was said.
    """

    changed = Signal()

    def __init__(self, case: OpenCase) -> None:
        super().__init__(case)
        self.role = ""
        case.closed.connect(lambda _why: self.set(""))

    def set(self, role: str) -> None:
        """Say who it is."""
        if role != self.role:
            self.role = role
            self.changed.emit()
