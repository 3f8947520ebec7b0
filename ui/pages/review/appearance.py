"""One appearance: told, then shown as far as she wants, then decided on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.check.check import Hit
from app.messages import Words
from app.review.decisions import ItemSummary
from app.review.queue import QueueEntry, ReviewQueue
from storage.types import Verdict
from ui.pages.page import Page
from ui.pages.review.appearance_details import AppearanceDetails
from ui.pages.review.faces import SIDE, Faces
from ui.pages.review.frame import Frame
from ui.pages.review.source_photos import SourcePhotosView
from ui.session.session import Session
from ui.theme.style import sized
from ui.widgets.buttons import button
from ui.widgets.labels import small, strong
from ui.widgets.layouts import Flow, column, panel

VERDICTS = (Verdict.CONFIRM, Verdict.REJECT, Verdict.UNSURE)
"""In the order in which they are asked for, and of their keys 1, 2, 3."""


class AppearanceView(QWidget):
    """What she sees and does at one stop of the way."""

    decided = Signal(object)  # Verdict
    split = Signal()  # decide each by itself, or together again

    def __init__(self, session: Session, words: Words, page: Page) -> None:
        super().__init__()
        self._words = words
        self.verdict = strong()
        self.told = AppearanceDetails(words)
        self.told.chose.connect(self._look_at)
        self.told.split.connect(self.split)
        self.faces = Faces(session, words, sized(SIDE, session.preferences.text_size))
        self.frame = Frame(session, words, page)
        self.lead = SourcePhotosView(session, words, page)
        self.answers = {verdict: self._answer(verdict) for verdict in VERDICTS}
        self.setLayout(
            column(
                panel(self.told),
                panel(
                    Flow(self.faces.button, self.frame.hold),
                    Flow(self.frame.blur, self.frame.grey),
                    self.frame.locked,
                    self.faces,
                    small(words.say("review.hold_explained")),
                    gap=1,
                ),
                column(self.verdict, Flow(*self.answers.values()), gap=1),
                self.lead,
            )
        )

    def show_stop(self, walk: ReviewQueue, stop: QueueEntry) -> None:
        """Show one stop: its words, and nothing of any picture."""
        say = self._words.say
        verdict = walk.verdict(stop)
        self.verdict.setText(say(f"review.was.{verdict}" if verdict else "review.question"))
        self.told.tell(stop, walk.can_part, walk.can_join)
        self._look_at(stop.best)

    def tell_source(self, known: ItemSummary) -> None:
        """Where it comes from, once that was read."""
        self.told.tell_source(known)

    def hide_pictures(self) -> None:
        """Wipe whatever is shown."""
        self.frame.hold.let_go()
        self.faces.hide_faces()
        self.lead.stop()

    def _look_at(self, hit: Hit) -> None:
        self.faces.is_about(hit)
        self.frame.is_about(hit)
        self.lead.is_about(hit)

    def _answer(self, verdict: Verdict) -> QPushButton:
        return button(self._words.say(f"review.{verdict}"), partial(self.decided.emit, verdict))
