"""The page of the step "review", which leads through the queue."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.check.answer import Answer
from app.messages import Words
from app.review.decisions import ItemSummary, item_summary
from app.review.queue import (
    QueueEntry,
    ReviewQueue,
    keep_decisions,
    review_queue,
    take_back_decisions,
)
from storage.case import Case
from storage.types import Verdict
from ui.pages.page import Page
from ui.pages.review.appearance import VERDICTS, AppearanceView
from ui.pages.review.summary import ItemNumbers, NothingToReview, ReviewSummary
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.labels import heading, muted, small
from ui.widgets.layouts import FlowLayout, column, panel
from ui.widgets.support import support_lines


class ReviewPage(Page):
    """Shows no picture unasked, and keeps none on the screen."""

    name = "review"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.review = session.review
        self.entry_view = AppearanceView(session, words, self)
        self.entry_view.decided.connect(self.decide)
        self.entry_view.split.connect(self.split)
        self.summary = ReviewSummary(words)
        self.nothing = NothingToReview(words)
        self.numbers = ItemNumbers(words)
        for part in (self.summary, self.nothing):
            part.go.connect(self.go)
        self.summary.look_at_open.connect(self.to_first_open)
        self.waiting = muted(self.say("review.wait"))
        self.intro = muted(self.say("review.lead"))
        self.position = heading("")
        self.position.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on from it
        self.progress = muted()
        self.back_button = button(self.say("review.back"), self.back)
        self.undo_button = button(self.say("review.undo"), self.undo)
        self.next_button = button(self.say("review.next"), self.forward)
        self.queue_view = QWidget()
        self.queue_view.setLayout(
            column(
                self.intro,
                column(self.position, self.progress, gap=0),
                *(self.entry_view, self.summary),
                FlowLayout(self.back_button, self.undo_button, self.next_button),
                small(self.say("review.keys")),
            )
        )
        session.check.changed.connect(self._checked)
        self._add_keys()
        self.support = panel(
            heading(self.say("support.heading")),
            support_lines(words),
            muted(self.say("support.young")),
        )
        self.fill(self.waiting, self.nothing, self.numbers, self.queue_view, self.support, None)
        self.nothing.show_answer(None)
        self._show_part(self.nothing)

    def enter(self) -> None:
        """Show the current entry of the queue, or begin a queue."""
        answer = self.session.check.answer
        if answer is None or not answer.hits:
            self.nothing.show_answer(answer)
            self._show_part(self.nothing)
        elif answer.is_copy:
            self.numbers.show_hits(answer.hits)
            self._show_part(self.numbers)
        else:
            self.review.prepare()
            self._begin_or_go_on(answer)

    def leave(self) -> None:
        """Wipe all pictures and end the child process."""
        self.entry_view.hide_pictures()
        self.review.release()

    @property
    def queue(self) -> ReviewQueue | None:
        """The review queue, which the session keeps when the page is rebuilt."""
        return self.review.queue

    # what she does

    def decide(self, verdict: Verdict) -> None:
        """Save a verdict on all hits of the entry, and go to the next."""
        if self.queue is not None and (hits := self.queue.decide(verdict)):
            role = self.session.acting_role.role
            person = self.queue.answer.person
            self._write(
                partial(keep_decisions, hits=hits, verdict=verdict, role=role, person=person)
            )
            self._show()

    def undo(self) -> None:
        """Take back the last decision, and return to its entry."""
        if self.queue is not None and (hits := self.queue.undo()):
            role, person = self.session.acting_role.role, self.queue.answer.person
            self._write(partial(take_back_decisions, hits=hits, role=role, person=person))
            self._show()

    def back(self) -> None:
        """Go to the entry before."""
        self._go(ReviewQueue.go_back)

    def forward(self) -> None:
        """Go to the next entry without deciding."""
        self._go(ReviewQueue.go_forward)

    def to_first_open(self) -> None:
        """Go to the first entry without a decision."""
        self._go(ReviewQueue.go_to_first_open)

    def split(self) -> None:
        """Decide on near-duplicates one by one, or together again."""
        if self.queue is not None:
            self._go(ReviewQueue.split if self.queue.can_split else ReviewQueue.join)

    # inside

    def _begin_or_go_on(self, answer: Answer) -> None:
        if self.queue is not None and self.queue.answer is answer:
            self._show()
        else:
            self._show_part(self.waiting)
            self.ask(lambda case: review_queue(case, answer), self._begin, self._not_begun)

    def _checked(self) -> None:
        """Follow another answer, or its loss, while the page is shown."""
        if self.isVisible() and self.session.is_open:
            self.enter()

    def _go(self, step: Callable[[ReviewQueue], None]) -> None:
        if self.queue is not None:
            step(self.queue)
            self._show()

    def _write(self, write: Callable[[Case], None]) -> None:
        self.session.ask(write, self._written, self._not_written)

    def _written(self, _: None) -> None:
        self.session.content_changed.emit()

    def _not_written(self, error: Exception) -> None:
        """Build the queue again from the saved decisions, since one was not saved."""
        self.review.queue = None
        self.session.fail(error)
        if isValid(self) and self.isVisible():
            self.enter()

    def _begin(self, queue: ReviewQueue) -> None:
        if queue.answer is self.session.check.answer:
            self.review.queue = queue
            self._show()

    def _not_begun(self, error: Exception) -> None:
        """Show who helps, since no queue could be built."""
        self.session.fail(error)
        self.waiting.hide()
        self.support.show()

    def _show(self) -> None:
        queue = self.queue
        if queue is None:
            return
        self._show_part(self.queue_view)
        self._show_way(queue)
        entry = queue.current
        if entry is None:
            self.summary.show_queue(queue)
        else:
            self.entry_view.show_entry(queue, entry)
            self._ask_where_from(entry)
        self.entry_view.setVisible(entry is not None)
        self.support.setVisible(entry is None)
        self.summary.setVisible(entry is None)
        self._keep_focus()

    def _show_way(self, queue: ReviewQueue) -> None:
        still = queue.count(None)
        key = "review.progress" if still else "review.progress_done"
        self.progress.setText(self.say(key, decided=len(queue.entries) - still, still=still))
        where = {"number": queue.position + 1, "count": len(queue.entries)}
        self.position.setText(self.say("review.place" if queue.current else "review.end", **where))
        self.intro.setVisible(queue.position == 0)
        self.back_button.setEnabled(queue.can_go_back)
        self.next_button.setEnabled(queue.current is not None)
        self.undo_button.setEnabled(queue.can_undo)

    def _ask_where_from(self, entry: QueueEntry) -> None:
        def tell(what: ItemSummary) -> None:
            if self.queue is not None and self.queue.current is entry:
                self.entry_view.show_source(what)

        role = self.session.acting_role.role
        self.ask(lambda case: item_summary(case, entry.best.item, role), tell)

    def _keep_focus(self) -> None:
        """Keep the focus on the page, where its keys work, when a focused widget was hidden."""
        if not any(each.hasFocus() and each.isVisible() for each in self.findChildren(QWidget)):
            self.position.setFocus()

    def _show_part(self, part: QWidget) -> None:
        self.entry_view.hide_pictures()
        for each in (self.waiting, self.nothing, self.numbers, self.queue_view):
            each.setVisible(each is part)
        self.support.setVisible(part in (self.nothing, self.numbers))

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            **{str(key): partial(self.decide, each) for key, each in enumerate(VERDICTS, 1)},
            "Ctrl+Z": self.undo,
            "Left": self.back,
            "Right": self.forward,
        }
        for key, does in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)  # a key that is held decides once
            shortcut.activated.connect(does)
