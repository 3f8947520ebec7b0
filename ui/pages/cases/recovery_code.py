"""The recovery code of a new case, to be written down or printed before going on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget
from shiboken6 import isValid

from app.messages import Words
from ui.safety import printing
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.choices import check_box
from ui.widgets.labels import code as code_label
from ui.widgets.labels import heading, paragraph, show_notice, small
from ui.widgets.layouts import FlowLayout, column, panel

IN_A_LINE = 4
"""Groups of four letters in one line."""


class RecoveryCodeView(QWidget):
    """Shows the code once; it is stored nowhere else."""

    done = Signal()

    def __init__(self, session: Session, words: Words, code: str) -> None:
        super().__init__()
        self.session = session
        self.words = words
        say = words.say
        self._code = code
        self.shown = code_label("\n".join(_in_lines(code)))
        self.shown.setAccessibleName(code)
        self.print_button = button(say("make_case.print"), self._find_printers)
        self.printers = QComboBox()
        self.printers.setAccessibleName(say("make_case.printer"))
        self.print_now_button = button(say("make_case.print_now"), self._print)
        self.print_text = small()
        self._printing = panel(
            small(say("make_case.print_how")),
            FlowLayout(self.printers, self.print_now_button, gap=2),
            self.print_text,
            gap=1,
        )
        self._printing.hide()
        self.written_box = check_box(say("make_case.written"), False, self._written)
        self.next_button = primary_button(say("make_case.next"), self.done.emit)
        self.next_button.setEnabled(False)
        self.setLayout(
            column(
                heading(say("make_case.code")),
                paragraph(say("make_case.code_what")),
                self.shown,
                FlowLayout(self.print_button),
                self._printing,
                self.written_box,
                FlowLayout(self.next_button),
            )
        )

    def _written(self, on: bool) -> None:
        self.next_button.setEnabled(on)

    def _find_printers(self) -> None:
        self.print_button.setEnabled(False)
        self.session.call_without_case(printing.printers, self._list_printers, self._failed)

    def _list_printers(self, names: list[str]) -> None:
        if not isValid(self):
            return
        self.print_button.setEnabled(True)
        self.printers.clear()
        self.printers.addItems(names)
        for each in (self.printers, self.print_now_button):
            each.setVisible(bool(names))
        self._printing.show()
        self._say("" if names else "make_case.no_printer")

    def _print(self) -> None:
        self.print_now_button.setEnabled(False)
        lines = [self.words.say("make_case.on_paper"), "", *_in_lines(self._code)]
        hand_over = printing.draw(lines, self.printers.currentText())
        self.session.call_without_case(hand_over, self._sent, self._failed)

    def _sent(self, _nothing: None) -> None:
        if isValid(self):
            self.print_now_button.setEnabled(True)
            self._say("make_case.sent")

    def _failed(self, _error: Exception) -> None:
        if isValid(self):
            self.print_button.setEnabled(True)
            self.print_now_button.setEnabled(True)
            self._printing.show()
            self._say("make_case.not_printed")

    def _say(self, key: str) -> None:
        show_notice(self.print_text, self.words.say(key) if key else "")


def _in_lines(code: str) -> list[str]:
    groups = code.split("-")
    return [
        "  ".join(groups[start : start + IN_A_LINE]) for start in range(0, len(groups), IN_A_LINE)
    ]
