"""What of the case was looked at in another way than now, and the button that looks again."""

from PySide6.QtWidgets import QWidget

from app.messages import Words
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.labels import notice, paragraph, show_notice
from ui.widgets.layouts import Flow, column


class RescanNotice(QWidget):
    """Hidden while there is nothing to say. Of a check copy it says with which pack it was made."""

    def __init__(
        self, session: Session, words: Words, page: QWidget, *, of_copies: bool = False
    ) -> None:
        """Made on a page: what is shown without one is a window of its own.

        Args:
            of_copies: Say something of check copies only.
        """
        super().__init__(page)
        self._of_copies = of_copies
        self._session = session
        self._words = words
        self.made_with = paragraph()
        self.text = notice()
        self.again_button = button(words.say("otherwise.again"), session.intake.scan_again)
        self._ways = QWidget()
        self._ways.setLayout(Flow(self.again_button, gap=1))
        self.setLayout(column(self.made_with, self.text, self._ways, gap=1))
        session.packs.changed.connect(self.show_state)
        session.content_changed.connect(self.show_state)
        session.opened.connect(self.show_state)
        session.intake.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say what is so now. While it is looked at again, that line says how far it is."""
        silent = self._session.intake.scanning or (
            self._of_copies and not self._session.is_check_copy
        )
        said = "" if silent else self._said()
        made_with = self._made_with()
        show_notice(self.text, said)
        self.made_with.setText(made_with)
        self.made_with.setVisible(bool(made_with))
        self._ways.setVisible(bool(said) and not self._session.is_check_copy)
        self.setVisible(bool(said or made_with))

    def _said(self) -> str:
        session, say = self._session, self._words.say
        otherwise = session.packs.seen_otherwise(session.info, session.pack)
        if not otherwise.items:
            return ""
        said = [say("otherwise.what", count=otherwise.items)]
        if otherwise.items > otherwise.apart:
            said.append(say("otherwise.compared"))
        if otherwise.apart:
            said.append(say("otherwise.apart", count=otherwise.apart))
        said.append(say("otherwise.copy" if self._session.is_check_copy else "otherwise.how"))
        return " ".join(said)

    def _made_with(self) -> str:
        info = self._session.info
        if info is None or not self._session.is_check_copy or not info.packs:
            return ""
        packs = dict.fromkeys(use.pack for use in info.packs)
        return self._words.say("otherwise.made_with", packs=", ".join(packs))
