"""The result of a handover: where the bundle is, its passphrase, and its fingerprint."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.handover.bundle import BundleResult
from app.handover.bundle_passphrase import DrawnPassphrase
from app.handover.handover_choices import LockedFor
from app.handover.unconfirmed import HandoverResult
from app.messages import Words
from app.messages.times import korean_and_utc
from storage.bundle.signing import in_groups
from ui.pages.handover.item_choice import count_and_numbers, plural_form
from ui.session.handover import HandoverWork
from ui.widgets.buttons import button, primary_button
from ui.widgets.choices import check_box
from ui.widgets.labels import breakable, heading, muted, paragraph, qr_code, secret, strong
from ui.widgets.layouts import Disclosure, column, panel, stacked, start_aligned


class ResultView(QWidget):
    """Shows the passphrase until she says that it is written down."""

    def __init__(self, words: Words, handover: HandoverWork, made: HandoverResult) -> None:
        super().__init__()
        self._words = words
        self._handover = handover
        self.again_button = button(words.say("handover.again"), handover.start_over)
        self.first: QWidget = self.again_button
        """The control that gets the focus when the view comes up."""
        parts = [panel(*self._facts_of(made))]
        if made.passphrase is not None:
            parts.append(panel(*self._passphrase(made.passphrase)))
        else:
            parts.append(panel(*self._next(made)))
            parts.append(start_aligned(self.again_button))
        self.setLayout(column(*parts, gap=3))

    def _facts_of(self, made: HandoverResult) -> Iterator[QWidget]:
        say, exported = self._words.say, made.exported
        yield heading(say("handover.made"))
        if made.was_left:
            yield paragraph(say("handover.left", date=korean_and_utc(made.begun_utc)))
        if exported is None:
            yield paragraph(breakable(say("handover.left.unfinished", path=str(made.target))))
        else:
            yield from self._what_is_in(made, exported)

    def _what_is_in(self, made: HandoverResult, exported: BundleResult) -> Iterator[QWidget]:
        say = self._words.say
        form = plural_form(len(exported.items))
        text = say(f"handover.made.{form}", path=str(made.target), count=len(exported.items))
        yield paragraph(breakable(text))
        for key, folder in (("letters", made.beside.letters), ("small_set", made.beside.small_set)):
            if folder is not None:
                yield paragraph(breakable(say(f"handover.made.{key}", path=str(folder))))
        for key, items in (("missing", exported.missing), ("withheld", exported.withheld)):
            if items:
                yield paragraph(say(f"export.{key}", **count_and_numbers(self._words, items)))
        if not exported.custody_sound:
            yield paragraph(say("export.custody_changed"))
        if not exported.noted:
            yield paragraph(say("export.not_noted"))

    def _passphrase(self, drawn: DrawnPassphrase) -> Iterator[QWidget]:
        say = self._words.say
        yield heading(say("handover.passphrase"))
        yield paragraph(say("handover.passphrase.what"))
        self.shown = secret(drawn.passphrase)
        self.shown.setAccessibleName(drawn.passphrase)
        yield self.shown
        if drawn.words is not None:
            yield paragraph(say("handover.passphrase.words"))
            yield strong(drawn.words)
        self.done_button = primary_button(say("handover.done"), self._handover.forget_passphrase)
        self.done_button.setEnabled(False)
        self.written_box = check_box(say("handover.written"), False, self.done_button.setEnabled)
        self.first = self.written_box
        yield self.written_box
        yield start_aligned(self.done_button)

    def _next(self, made: HandoverResult) -> Iterator[QWidget]:
        say = self._words.say
        yield heading(say("handover.next"))
        plan = self._handover.plan
        key = plan.level if plan.locked_for is LockedFor.PASSPHRASE else "key"
        yield paragraph(say(f"handover.next.{key}"))
        if made.exported is None:
            return
        yield paragraph(say("handover.fingerprint"))
        yield strong(in_groups(made.exported.fingerprint))
        yield muted(say("handover.fingerprint.why"))
        yield self._whole(made.exported.digest)

    def _whole(self, digest: str) -> QWidget:
        """Show the digest of the whole bundle, for a timestamp; few people need it."""
        say = self._words.say
        parts = [muted(say("handover.digest.what")), qr_code(digest, say("handover.digest.code"))]
        shown = stacked(*parts, strong(in_groups(digest)))
        show, hide = say("handover.digest.show"), say("handover.digest.hide")
        self.digest = Disclosure(show, hide, shown)
        return self.digest
