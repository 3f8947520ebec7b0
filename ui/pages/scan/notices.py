"""Notices about the model pack: its licence, that it is missing, or that others scanned items."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.messages import Words
from app.scan.pack_text import licence_name
from face.packs import DEFAULT_PACK
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.labels import notice, paragraph, show_notice
from ui.widgets.layouts import FlowLayout, column


class PackNotice(QWidget):
    """Says the licence of an added pack, or that a pack is missing; hidden for the built-in one."""

    go = Signal(str)

    def __init__(self, session: Session, words: Words, page: QWidget) -> None:
        """Create the notice on a page; without a parent it would be a window of its own."""
        super().__init__(page)
        self._session = session
        self._words = words
        self.text = notice()
        self.settings_button = button(words.say("pack.settings"), lambda: self.go.emit("settings"))
        self.built_in_button = button(
            words.say("pack.built_in"), session.intake.rescan_with_built_in_pack
        )
        self._ways = QWidget()
        self._ways.setLayout(FlowLayout(self.settings_button, self.built_in_button, gap=1))
        self.setLayout(column(self.text, self._ways, gap=1))
        session.packs.changed.connect(self.show_state)
        session.content_changed.connect(self.show_state)
        session.opened.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Update the notice."""
        used, packs = self._session.pack, self._session.packs
        show_notice(self.text, self._said(used))
        gone = packs.is_missing(used)
        self.settings_button.setVisible(gone)
        instead = not self._session.is_check_copy and not packs.is_missing(DEFAULT_PACK)
        self.built_in_button.setVisible(gone and instead)
        self._ways.setVisible(gone)
        self.setVisible(bool(self.text.text()))

    def _said(self, used: str) -> str:
        say, wanted, packs = self._words.say, self._session.wanted_pack, self._session.packs
        if packs.is_missing(DEFAULT_PACK) and used == DEFAULT_PACK:
            return say("pack.incomplete")
        if packs.is_missing(used):
            copy = self._session.is_check_copy
            return say("pack.gone_copy" if copy else "pack.gone", pack=used)
        if used != wanted:
            return say("pack.instead", pack=wanted)
        if used == DEFAULT_PACK:
            return ""
        allowed = [
            licence_name(pack.licence, self._words) for pack in packs.known if pack.name == used
        ]
        return " ".join(say("pack.before", pack=used, text=text) for text in allowed)


class RescanNotice(QWidget):
    """Says what another pack or version scanned, and offers to scan it again.

    Of a check copy it says which packs made it.
    """

    def __init__(
        self, session: Session, words: Words, page: QWidget, *, of_copies: bool = False
    ) -> None:
        """Create the notice on a page; without a parent it would be a window of its own.

        Args:
            of_copies: Whether it is shown for check copies only.
        """
        super().__init__(page)
        self._of_copies = of_copies
        self._session = session
        self._words = words
        self.made_with = paragraph()
        self.text = notice()
        self.again_button = button(words.say("otherwise.again"), session.intake.rescan)
        self._ways = QWidget()
        self._ways.setLayout(FlowLayout(self.again_button, gap=1))
        self.setLayout(column(self.made_with, self.text, self._ways, gap=1))
        session.packs.changed.connect(self.show_state)
        session.content_changed.connect(self.show_state)
        session.opened.connect(self.show_state)
        session.intake.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Update the notice; it is silent during a scan, which has a line of its own."""
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
        otherwise = session.packs.older_scans_of(session.info, session.pack)
        if not otherwise.items:
            return ""
        said = [say("otherwise.what", count=otherwise.items)]
        if otherwise.items > otherwise.not_comparable:
            said.append(say("otherwise.compared"))
        if otherwise.not_comparable:
            said.append(say("otherwise.apart", count=otherwise.not_comparable))
        said.append(say("otherwise.copy" if self._session.is_check_copy else "otherwise.how"))
        return " ".join(said)

    def _made_with(self) -> str:
        info = self._session.info
        if info is None or not self._session.is_check_copy or not info.packs:
            return ""
        packs = dict.fromkeys(use.pack for use in info.packs)
        return self._words.say("otherwise.made_with", packs=", ".join(packs))
