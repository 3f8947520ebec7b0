"""The page "check"."""

from PySide6.QtWidgets import QWidget

from app.enrol.attestation import Attestation
from app.messages import Words
from storage.types import State
from ui.pages.check.answer_view import AnswerView
from ui.pages.check.attestation_form import AttestationForm
from ui.pages.page import Page
from ui.pages.scan.notices import PackNotice
from ui.session.session import Session
from ui.widgets.buttons import button, primary
from ui.widgets.labels import notice, paragraph, show_notice
from ui.widgets.layouts import Flow, together


class CheckPage(Page):
    """Shows one of four: what is missing, the form, that a check is under way, its answer."""

    name = "check"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._form_wanted = False
        self.interrupted = notice()
        self.waiting = notice()
        self.pack = PackNotice(session, words, self)
        self.pack.go.connect(self.go)
        self.missing = paragraph()
        self.content_button = primary(self.say("check.to_content"), lambda: self.go.emit("content"))
        self.me_button = primary(self.say("check.to_me"), lambda: self.go.emit("me"))
        self.scan_again_button = primary(self.say("check.look_again"), self._scan_again)
        self._ways = (self.content_button, self.me_button, self.scan_again_button)
        self.lacking = together(self.missing, Flow(*self._ways), gap=2)
        self.asking = AttestationForm(session, words)
        self.asking.asked.connect(self._start)
        self.asking.back.connect(self._back_to_answer)
        self.stop_button = button(self.say("check.stop"), session.check.stop)
        self.running = together(paragraph(self.say("check.running")), Flow(self.stop_button), gap=2)
        self.answered = AnswerView(session, words)
        self.answered.go.connect(self.go)
        self.answered.again.connect(self._ask_again)
        self._shown: QWidget | None = None
        self.fill(
            self.interrupted,
            self.waiting,
            self.pack,
            self.lacking,
            self.asking,
            self.running,
            self.answered,
            None,
        )
        session.check.changed.connect(self._show)
        session.own_face.changed.connect(self._show)
        session.content_changed.connect(self._show)
        session.intake.changed.connect(self._show)
        session.packs.changed.connect(self._show)
        self._show()

    def enter(self) -> None:
        """The answer of the last check, or the way to one."""
        self._form_wanted = False
        self.session.packs.read()
        self.session.refresh()
        self._show()

    # what the person does

    def _start(self, attestation: Attestation) -> None:
        self._form_wanted = False
        self.session.check.start(attestation)

    def _scan_again(self) -> None:
        """At her photos, whose page says how far it is."""
        self.session.own_face.scan_again()
        self.go.emit("me")

    def _ask_again(self) -> None:
        self._form_wanted = True
        self._show()

    def _back_to_answer(self) -> None:
        self._form_wanted = False
        self._show()

    # what is shown

    def _show(self) -> None:
        self._say_what_waits()
        interrupted = self.session.check.interrupted
        show_notice(self.interrupted, self.say("check.interrupted") if interrupted else "")
        missing = self._missing()
        answer = self.session.check.answer
        if self.session.check.under_way:
            self._bring(self.running, self.stop_button)
        elif answer is not None and not self._form_wanted:
            self.answered.show_answer(answer)
            self._bring(self.answered, self.answered.first_button)
        elif missing is not None:
            self.missing.setText(self.say(missing[0]))
            for way in self._ways:
                way.setVisible(way is missing[1])
            self._bring(self.lacking, missing[1])
        else:
            if self._shown is not self.asking:
                self.asking.show_form()
            self.asking.refresh()
            self._bring(self.asking, next(iter(self.asking.radios.values())))

    def _bring(self, part: QWidget, focus: QWidget) -> None:
        """Show one part alone; the keyboard goes into it when it takes the place of another."""
        if part is not self.answered and self.session.check.answer is None:
            self.answered.clear()
        for each in (self.lacking, self.asking, self.running, self.answered):
            each.setVisible(each is part)
        if part is not self._shown:
            had_keyboard = self._shown is not None and self.isVisible()
            self._shown = part
            if had_keyboard:
                self._scroll.verticalScrollBar().setValue(0)
                focus.setFocus()

    def _missing(self) -> tuple[str, QWidget] | None:
        """What there is to do before a check: the words for it, and the button that leads there."""
        info, held = self.session.info, self.session.own_face.state
        if info is None or not sum(info.items.values()):
            return "check.nothing", self.content_button
        if not held.used:
            waits = any(photo.waits for photo in held.photos)
            return "check.face_not_chosen" if waits else "check.no_photo", self.me_button
        if held.pack != self.session.pack:
            return "check.other_pack", self.scan_again_button
        return None

    def _say_what_waits(self) -> None:
        info = self.session.info
        waiting = info.items.get(State.PENDING, 0) if info else 0
        words = self.say("check.waiting", count=waiting) if waiting else ""
        show_notice(self.waiting, words)
