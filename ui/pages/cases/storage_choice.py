"""The choice of what a new case stores of the content."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.messages import Words
from storage.types import KeptMedia
from ui.session.session import Session
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.choices import check_box, radio_button
from ui.widgets.labels import heading, muted, notice, paragraph, show_notice, small
from ui.widgets.layouts import FlowLayout, column


class StorageChoice(QWidget):
    """Originals or none, and crops of faces or none; a choice counts at once."""

    done = Signal()
    back = Signal()

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self.session = session
        self._new_case = session.new_case
        say = words.say
        group = QButtonGroup(self)
        self.none_radio = radio_button(say("make_case.keep_none"), group, True, self._keep_none)
        self.originals_radio = radio_button(
            say("make_case.keep_originals"), group, False, self._keep_originals
        )
        self.law = notice(say("make_case.law"))
        self.young = paragraph(say("make_case.young"))
        self.crops_box = check_box(say("make_case.keep_crops"), True, self._keep_crops)
        self.problem = notice()
        self.next_button = primary_button(say("make_case.choose_where"), self.done.emit)
        self.back_button = quiet_button(say("make_case.back"), self.back.emit)
        self.setLayout(
            column(
                heading(say("make_case.keeps")),
                self.young,
                column(self.none_radio, small(say("make_case.none_means")), gap=0),
                self.originals_radio,
                self.law,
                column(self.crops_box, small(say("make_case.crops_mean")), gap=0),
                muted(say("make_case.files_stay")),
                self.problem,
                FlowLayout(self.next_button, self.back_button, gap=2),
            )
        )
        self.begin()

    def begin(self) -> None:
        """Show the current choices; originals are not offered to somebody under 19."""
        young, originals = self.session.under_19, self._new_case.media is KeptMedia.ORIGINALS
        (self.originals_radio if originals else self.none_radio).setChecked(True)
        self.crops_box.setChecked(self._new_case.crops)
        self.none_radio.setVisible(not young)
        self.originals_radio.setVisible(not young)
        self.young.setVisible(young)
        self.law.setVisible(originals)

    def say_problem(self, text: str) -> None:
        """Say why the case could not be made."""
        show_notice(self.problem, text)

    def _keep_none(self) -> None:
        self._new_case.media = KeptMedia.NONE
        self.law.hide()

    def _keep_originals(self) -> None:
        self._new_case.media = KeptMedia.ORIGINALS
        self.law.show()

    def _keep_crops(self, on: bool) -> None:
        self._new_case.crops = on
