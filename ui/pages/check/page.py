"""The page of the step "check"."""

from PySide6.QtWidgets import QWidget

from app.enrol.attestation import Attestation
from app.messages import Words
from storage.types import ItemState
from ui.pages.check.answer_view import AnswerView
from ui.pages.check.attestation_form import AttestationForm
from ui.pages.page import Page
from ui.pages.scan.notices import PackNotice
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import notice, paragraph, show_notice
from ui.widgets.layouts import FlowLayout, stacked


class CheckPage(Page):
    """Shows one of four parts: what is missing, the form, the check under way, or its answer."""

    name = "check"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._form_wanted = False
        self.interrupted = notice()
        self.waiting = notice()
        self.pack_notice = PackNotice(session, words, self)
        self.pack_notice.go.connect(self.go)
        self.missing = paragraph()
        self.intake_button = primary_button(
            self.say("check.to_content"), lambda: self.go.emit("intake")
        )
        self.enrol_button = primary_button(self.say("check.to_me"), lambda: self.go.emit("enrol"))
        self.scan_again_button = primary_button(self.say("check.look_again"), self._scan_again)
        self._ways = (self.intake_button, self.enrol_button, self.scan_again_button)
        self.missing_view = stacked(self.missing, FlowLayout(*self._ways), gap=2)
        self.form = AttestationForm(session, words)
        self.form.asked.connect(self._start)
        self.form.back.connect(self._back_to_answer)
        self.form.choose.connect(lambda: self.go.emit("enrol"))
        self.stop_button = button(self.say("check.stop"), session.check.stop)
        self.running = stacked(
            paragraph(self.say("check.running")), FlowLayout(self.stop_button), gap=2
        )
        self.answer_view = AnswerView(session, words)
        self.answer_view.go.connect(self.go)
        self.answer_view.again.connect(self._ask_again)
        self._shown: QWidget | None = None
        self.fill(
            self.interrupted,
            self.waiting,
            self.pack_notice,
            self.missing_view,
            self.form,
            self.running,
            self.answer_view,
            None,
        )
        session.check.changed.connect(self._show)
        session.own_face.changed.connect(self._show)
        session.own_face.work_changed.connect(self._show)
        session.content_changed.connect(self._show)
        session.intake.changed.connect(self._show)
        session.packs.changed.connect(self._show)
        self._show()

    def enter(self) -> None:
        """Show the answer of the last check, or what leads to one."""
        self._form_wanted = False
        self.session.packs.read()
        self.session.refresh()
        self._show()

    # what the person does

    def _start(self, attestation: Attestation) -> None:
        self._form_wanted = False
        self.session.check.start(attestation, self.form.person)

    def _scan_again(self) -> None:
        """Scan the own photos again, and go to their page, which shows the progress."""
        self.session.own_face.scan_again()
        self.go.emit("enrol")

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
            self.answer_view.show_answer(answer)
            self._bring(self.answer_view, self.answer_view.first_button)
        elif missing is not None:
            self.missing.setText(self.say(missing[0], count=self.session.own_face.waiting))
            for way in self._ways:
                way.setVisible(way is missing[1])
            self._bring(self.missing_view, missing[1])
        else:
            if self._shown is not self.form:
                self.form.show_form()
            self.form.refresh()
            self._bring(self.form, next(iter(self.form.radios.values())))

    def _bring(self, part: QWidget, focus: QWidget) -> None:
        """Show one part alone, and give it the focus when it replaces another."""
        if part is not self.answer_view and self.session.check.answer is None:
            self.answer_view.clear()
        for each in (self.missing_view, self.form, self.running, self.answer_view):
            each.setVisible(each is part)
        if part is not self._shown:
            had_keyboard = self._shown is not None and self.isVisible()
            self._shown = part
            if had_keyboard:
                self._scroll.verticalScrollBar().setValue(0)
                focus.setFocus()

    def _missing(self) -> tuple[str, QWidget] | None:
        """Return what has to be done before a check: a message key, and the button that leads
        there.
        """
        info, state = self.session.info, self.session.own_face.state
        if info is None or not sum(info.items.values()):
            return "check.nothing", self.intake_button
        if any(photo.waits for photo in state.photos) and not state.used:
            return "check.face_not_chosen", self.enrol_button
        if not state.used:
            scanning = self.session.own_face.waiting > 0
            return "enrol.looking" if scanning else "check.no_photo", self.enrol_button
        if state.pack != self.session.pack:
            return "check.other_pack", self.scan_again_button
        return None

    def _say_what_waits(self) -> None:
        info = self.session.info
        waiting = info.items.get(ItemState.PENDING, 0) if info else 0
        words = self.say("check.waiting", count=waiting) if waiting else ""
        show_notice(self.waiting, words)
