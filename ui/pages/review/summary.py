"""The views in place of the queue: nothing to review, the numbers of a check copy, a summary."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.check.answer import BANDS, Answer, Hit
from app.messages import Words
from app.review.queue import ReviewQueue
from storage.types import Verdict
from ui.pages.review.appearance import VERDICTS
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import heading, muted, paragraph, title
from ui.widgets.layouts import FlowLayout, column, panel


class NothingToReview(QWidget):
    """Says that there was no check yet, or that it found nothing."""

    go = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.text = paragraph()
        self.check_button = primary_button(
            words.say("review.to_check"), lambda: self.go.emit("check")
        )
        self.setLayout(column(self.text, FlowLayout(self.check_button)))

    def show_answer(self, answer: Answer | None) -> None:
        """Say whether there was no check (None) or no hit."""
        key = "review.no_check" if answer is None else "outcome.none"
        self.text.setText(self._words.say(key))


class ItemNumbers(QWidget):
    """The item numbers that a check copy found, to be taken to the holder of the case."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.numbers = {band: title("") for band in BANDS}
        self._parts = {
            band: panel(heading(say(f"review.numbers.{band}")), self.numbers[band], gap=1)
            for band in BANDS
        }
        explained = (paragraph(say(f"review.copy.{part}")) for part in ("what", "take", "alone"))
        first, *others = explained
        self.setLayout(column(first, *self._parts.values(), *others))

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show each item number once, in its best band, best first."""
        shown: set[int] = set()
        for band in BANDS:
            items = dict.fromkeys(hit.item for hit in hits if hit.band == band)
            new = [item for item in items if item not in shown]
            shown.update(new)
            text = "   ".join(map(str, new))
            self.numbers[band].setText(text)
            self.numbers[band].setAccessibleName(", ".join(map(str, new)))
            self._parts[band].setVisible(bool(new))


class ReviewSummary(QWidget):
    """The decisions after the last entry, and what comes next."""

    go = Signal(str)
    look_at_open = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.counts = {verdict: paragraph() for verdict in VERDICTS}
        self.open = paragraph()
        self.next = paragraph()
        self.open_button = button(say("review.look_at_open"), self.look_at_open.emit)
        self.check_button = button(say("review.check_again"), lambda: self.go.emit("check"))
        self.handover_button = primary_button(
            say("review.hand_over"), lambda: self.go.emit("handover")
        )
        self.setLayout(
            column(
                panel(*self.counts.values(), self.open, gap=1),
                self.next,
                muted(say("next.safe").strip()),
                FlowLayout(self.handover_button, self.check_button, self.open_button),
            )
        )

    def show_queue(self, queue: ReviewQueue) -> None:
        """Count the decisions in words."""
        say = self._words.say
        for verdict, label in self.counts.items():
            count = queue.count(verdict)
            label.setText(say(f"review.sum.{verdict}", count=count))
            label.setVisible(count > 0)
        still = queue.count(None)
        self.open.setText(say("review.sum.open", count=still))
        self.open.setVisible(still > 0)
        self.open_button.setEnabled(still > 0)
        confirmed = queue.count(Verdict.CONFIRM) > 0
        self.next.setText(say("review.next_confirmed" if confirmed else "review.next_none"))
