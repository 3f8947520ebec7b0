"""One entry of the review queue: details in words, pictures on demand, and the decision."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.check.answer import Hit
from app.check.answer_text import notes_on_hit
from app.intake.field_display import display_lines
from app.messages import Words, plain_name
from app.messages.times import clock_time, clock_time_after, to_the_minute, utc_of
from app.review.decisions import ItemSummary
from app.review.queue import QueueEntry, ReviewQueue
from storage.types import Source, Verdict
from ui.pages.page import Page
from ui.pages.review.reveal import SIDE, FaceReveal, FrameReveal
from ui.pages.review.source_photos import SourcePhotosView
from ui.session.session import Session
from ui.theme.style import UNIT, sized
from ui.widgets.buttons import button, quiet_button
from ui.widgets.labels import breakable, heading, muted, paragraph, small, strong
from ui.widgets.layouts import FlowLayout, clear_layout, column, panel, row
from ui.widgets.timeline import Timeline

FIELDS = (
    "platform",
    "room_title",
    "room_link",
    "sender_display",
    "forwarded_from",
    "post_title",
    "url",
    "personal_data",
    "note",
)
"""Fields of a source, in the order in which they are shown."""


MOST_ITEMS = 12
"""Item numbers that a sentence names; a longer row of them is not read."""


class AppearanceDetails(QWidget):
    """Item, source and time in a video, and whether near-duplicates are decided with it."""

    chose = Signal(object)  # the Hit that was chosen on the line of a video
    split = Signal()  # decide each by itself, or together again

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._hits: tuple[Hit, ...] = ()
        self.item = heading("")
        self.band = paragraph()
        self.came_up = muted()
        self.name = foreign_text()
        self.facts = Facts()
        self.where = muted()
        self.seen = paragraph()
        self.timeline = Timeline(words.say("review.timeline"))
        self.timeline.chose.connect(self._choose)
        self.together = muted()
        self.split_button = quiet_button(words.say("review.part"), self.split.emit)
        for words_that_change in (
            self.item,
            self.came_up,
            self.name,
            self.where,
            self.seen,
            self.together,
        ):
            words_that_change.setVisible(False)
        self.setLayout(
            column(
                *(
                    self.item,
                    self.band,
                    self.came_up,
                    self.name,
                    self.facts,
                    self.where,
                    self.seen,
                    self.timeline,
                ),
                *(self.together, row(self.split_button, None)),
                gap=1,
            )
        )

    def show_entry(self, entry: QueueEntry, can_part: bool, can_join: bool) -> None:
        """Show what the check found; `show_source` adds the source later."""
        self._hits = tuple(sorted(entry.hits, key=lambda hit: hit.interval_ms))
        best = entry.best
        _show(self.item, self._words.say("review.item", item=best.item))
        _show(self.band, self._words.say(f"review.band.{best.band}"))
        _show(self.came_up, "\n".join(notes_on_hit(best, self._words)))
        _show(self.name, breakable(plain_name(best.name or "")))
        self.facts.show_facts([])
        _show(self.where, "")
        _show(self.together, self._said_of_group(entry, can_part, can_join))
        self.split_button.setVisible(can_part or can_join)
        text = self._words.say("review.part" if can_part else "review.join")
        self.split_button.setText(text)
        self.split_button.setAccessibleName(text.replace("&", ""))
        self._tell_time(None)

    def show_source(self, known: ItemSummary) -> None:
        """Show where the item comes from."""
        first = known.sources[:1]
        facts = [fact for source in first for fact in self._facts(source)]
        self.facts.show_facts(facts)
        more = len(known.sources) - 1
        where = self._words.say("review.elsewhere", count=more) if more > 0 else ""
        _show(self.where, where if facts else self._words.say("review.no_source"))
        self._tell_time(known.duration_ms)

    def _facts(self, source: Source) -> list[tuple[str, str]]:
        """Return label and value of each known field of a source."""
        say = self._words.say
        facts = [(say(f"field.{name}"), self._known(name, source)) for name in FIELDS]
        if source.message_time_unix is not None:
            sent = to_the_minute(utc_of(source.message_time_unix))
            facts.append((say("review.sent"), sent))
        return [(label[:1].upper() + label[1:], value) for label, value in facts if value]

    def _known(self, field: str, source: Source) -> str:
        return " / ".join(display_lines(field, getattr(source, field) or "", self._words))

    def _said_of_group(self, entry: QueueEntry, can_part: bool, can_join: bool) -> str:
        say = self._words.say
        group = entry.group
        if can_part:
            items = sorted({hit.item for hit in entry.hits})
            if len(items) == 1:
                return say("review.scenes", count=len(entry.hits))
            return say("review.copies", count=len(entry.hits), items=_numbers(items))
        if can_join:
            return say("review.alone", count=len(group.hits))
        return say("review.several") if group.several_people else ""

    # when in a video

    def _tell_time(self, duration_ms: int | None) -> None:
        is_video = bool(duration_ms) or any(hit.interval_ms[1] > 0 for hit in self._hits)
        self.timeline.setVisible(is_video)
        self.seen.setVisible(is_video)
        if not is_video:
            return
        sentences = [self._interval(number, hit) for number, hit in enumerate(self._hits, 1)]
        best = self._hits.index(max(self._hits, key=lambda hit: hit.score))
        intervals = [hit.interval_ms for hit in self._hits]
        self.timeline.show_intervals(duration_ms or 0, intervals, sentences, best)
        _show(self.seen, sentences[best])

    def _choose(self, number: int) -> None:
        _show(self.seen, self._interval(number + 1, self._hits[number]))
        self.chose.emit(self._hits[number])

    def _interval(self, number: int, hit: Hit) -> str:
        first, last = hit.interval_ms
        times = {
            "first": clock_time(first),
            "last": clock_time_after(last),
            "time": clock_time(hit.time_ms),
        }
        if len(self._hits) == 1:
            return self._words.say("review.seen", **times)
        return self._words.say("review.seen_of", number=number, count=len(self._hits), **times)


class Facts(QWidget):
    """A grid of labels and values."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Replace the facts by these."""
        clear_layout(self._grid)
        for number, (label, value) in enumerate(facts):
            self._grid.addWidget(muted(label), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(foreign_text(breakable(plain_name(value))), number, 1)
        self.setVisible(bool(facts))


def foreign_text(text: str = "") -> QLabel:
    """Return a label for text that somebody else chose."""
    label = paragraph(text)
    label.setProperty("role", "name")
    return label


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _numbers(items: list[int]) -> str:
    named = ", ".join(map(str, items[:MOST_ITEMS]))
    return f"{named}, …" if len(items) > MOST_ITEMS else named


VERDICTS = (Verdict.CONFIRM, Verdict.REJECT, Verdict.UNSURE)
"""The verdicts in the order in which they are offered, which is that of their keys 1, 2, 3."""


class AppearanceView(QWidget):
    """Everything that she sees and does at one entry of the queue."""

    decided = Signal(object)  # Verdict
    split = Signal()  # decide each by itself, or together again

    def __init__(self, session: Session, words: Words, page: Page) -> None:
        super().__init__()
        self._words = words
        self.verdict = strong()
        self.details = AppearanceDetails(words)
        self.details.chose.connect(self._look_at)
        self.details.split.connect(self.split)
        self.faces = FaceReveal(session, words, sized(SIDE, session.preferences.text_size))
        self.frame = FrameReveal(session, words, page)
        self.source_photos = SourcePhotosView(session, words, page)
        self.answers = {verdict: self._answer(verdict) for verdict in VERDICTS}
        self.setLayout(
            column(
                panel(self.details),
                panel(
                    FlowLayout(self.faces.button, self.frame.hold),
                    FlowLayout(self.frame.blur, self.frame.grey),
                    self.frame.locked,
                    self.faces,
                    small(words.say("review.hold_explained")),
                    gap=1,
                ),
                column(self.verdict, FlowLayout(*self.answers.values()), gap=1),
                self.source_photos,
            )
        )

    def show_entry(self, queue: ReviewQueue, entry: QueueEntry) -> None:
        """Show an entry in words, and no picture."""
        say = self._words.say
        verdict = queue.verdict(entry)
        self.verdict.setText(say(f"review.was.{verdict}" if verdict else "review.question"))
        self.details.show_entry(entry, queue.can_split, queue.can_join)
        self._look_at(entry.best)

    def show_source(self, known: ItemSummary) -> None:
        """Show where the item comes from, once that was read."""
        self.details.show_source(known)

    def hide_pictures(self) -> None:
        """Wipe every picture that is shown."""
        self.frame.hold.let_go()
        self.faces.hide_faces()
        self.source_photos.stop()

    def _look_at(self, hit: Hit) -> None:
        self.faces.set_hit(hit)
        self.frame.set_hit(hit)
        self.source_photos.set_hit(hit)

    def _answer(self, verdict: Verdict) -> QPushButton:
        return button(self._words.say(f"review.{verdict}"), partial(self.decided.emit, verdict))
