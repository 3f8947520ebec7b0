"""The details of one item, in words; never a picture."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from app.cases.evidence_record import evidence_record, source_record
from app.cases.source_fields import EVIDENCE_NAMES
from app.intake.field_display import display_lines
from app.intake.readers.core.address import display_address
from app.messages import Words, plain
from app.scan.coverage import coverage
from storage.types import ItemDetail
from ui.theme.style import UNIT
from ui.widgets.buttons import button
from ui.widgets.focus import fix_tab_order
from ui.widgets.labels import breakable, heading, muted, paragraph
from ui.widgets.layouts import Disclosure, column, start_aligned

FACTS = ("size", "mime", "width", "height", "duration_ms")
SAID_IN_UTC = frozenset({"acquired_at_local", "tz"})
"""Fields that say again what `acquired_at_utc` says, which is shown in Korean time and in UTC."""
ORIGIN = (*(name for name in EVIDENCE_NAMES if name not in SAID_IN_UTC), "fs_mtime")
HASHES = ("sha256", "sha512", "md5", "sha1", "pdq", "pdq_quality")


class ItemDetails(QWidget):
    """The panel of details, hidden while no item is chosen."""

    describe = Signal()  # what is said of where it is from is to be changed

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self._layout = column(gap=1, margin=2)
        self.setLayout(self._layout)
        self.hide()

    def show_item(self, detail: ItemDetail | None) -> None:
        """Show the details of an item; None hides the panel."""
        self._clear()
        self.setVisible(detail is not None)
        if detail is not None:
            self._fill(detail)
            self._layout.addStretch(1)
            fix_tab_order(self)

    def show_count(self, count: int, *, can_describe: bool) -> None:
        """Show how many items are chosen, and offer to edit their provenance."""
        say = self._words.say
        self._clear()
        self._layout.addWidget(heading(say("intake.chosen", count=count)))
        if can_describe:
            self._layout.addWidget(muted(say("intake.chosen.what")))
            self._layout.addWidget(self._describe_button("intake.describe.many"))
        self._layout.addStretch(1)
        fix_tab_order(self)
        self.show()

    def _describe_button(self, key: str) -> QWidget:
        self.describe_button = button(self._words.say(key), self.describe.emit)
        return start_aligned(self.describe_button)

    def _clear(self) -> None:
        while (old := self._layout.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _fill(self, detail: ItemDetail) -> None:
        say = self._words.say
        known = evidence_record(detail)
        add = self._layout.addWidget
        add(heading(say("intake.item", item=detail.item.item)))
        add(paragraph(self._state(detail)))
        if not detail.sources:
            add(muted(say("intake.item.numbers")))
            return
        add(self._describe_button("intake.describe"))
        add(self._fields({name: known[name] for name in FACTS}))
        for number, source in enumerate(detail.sources):
            add(muted(say("intake.item.also" if number else "intake.item.from")))
            origin = source_record(source)
            add(self._fields({name: origin[name] for name in ORIGIN}))
        if detail.item.sha256 is not None:
            hashes = self._fields({name: known[name] for name in HASHES})
            add(Disclosure(say("intake.hashes.show"), say("intake.hashes.hide"), hashes))

    def _state(self, detail: ItemDetail) -> str:
        of = coverage(detail.item.state, detail.item.reason)
        state = self._words.say(f"intake.state.{of}")
        if detail.item.reason is None:
            return state
        why = self._words.reason(detail.item.reason)
        return self._words.say("intake.item.why", state=state, why=why)

    def _fields(self, known: Mapping[str, object]) -> QWidget:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(UNIT // 2)
        form.setHorizontalSpacing(2 * UNIT)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, value in known.items():
            if value is not None:
                form.addRow(self._label(name), _value(plain(self._in_words(name, str(value)))))
        made = QWidget()
        made.setLayout(form)
        return made

    def _in_words(self, name: str, value: str) -> str:
        return (
            display_address(value)
            if name == "path"
            else " / ".join(display_lines(name, value, self._words))
        )

    def _label(self, name: str) -> QLabel:
        label = muted(self._words.say(f"field.{name}"))
        label.setWordWrap(False)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label


def _value(text: str) -> QWidget:
    label = paragraph(breakable(text))
    label.setAccessibleName(text)
    return label
