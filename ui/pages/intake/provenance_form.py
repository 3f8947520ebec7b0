"""A form with the provenance of items; of several items only changed fields are saved."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.intake.errors import InvalidValueError
from app.intake.provenance import FIELDS, PHOTO, FieldValues, display_value, parse_value
from app.messages import Words
from storage.types import FieldValue
from ui.session.drafts import FormDraft
from ui.theme.style import UNIT
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.choices import CheckBox
from ui.widgets.fields import labelled, line
from ui.widgets.labels import (
    breakable,
    heading,
    muted,
    notice,
    paragraph,
    show_notice,
    title,
)
from ui.widgets.layouts import (
    Disclosure,
    FlowLayout,
    FoldingRow,
    ScrollArea,
    ScrollContent,
    column,
    panel,
    stacked,
)

PAIRS = (
    ("platform", "url"),
    ("post_title", "message_time_unix"),
    ("room_title", "room_link"),
    ("sender_display", "sender_username"),
    ("how_obtained", "personal_data"),
    ("search_keywords", "note"),
)
"""Fields that stand side by side where there is room."""

MORE = (
    ("room_type", "room_id"),
    ("sender_id", "message_id"),
    ("forwarded_from",),
)
"""Fields that are folded, since exports know them and people seldom do."""

KnownProvenance = Mapping[str, AbstractSet[FieldValue | None]]
"""The current values: for each field one, or several where items differ."""

NOTHING_KNOWN: KnownProvenance = {field: frozenset({None}) for field in FIELDS}


class ProvenanceForm(QWidget):
    """Hands on what is to be saved by a signal, and does not know the case."""

    edited = Signal()
    kept = Signal(object)  # Said: what is different now
    cancelled = Signal()
    photo_wanted = Signal()

    def __init__(
        self,
        words: Words,
        head: str,
        known: KnownProvenance,
        *,
        remarks: Sequence[str] = (),
        needs: str = "",
        several: bool = False,
    ) -> None:
        """Show the current provenance.

        Args:
            head: The title of the form.
            remarks: Remarks below the title.
            needs: The field that may not be empty.
            several: Whether it is about several items, so that what is known may stay.
        """
        super().__init__()
        self._words = words
        self._known = known
        self._needs = needs
        self._photo: str | None = None
        self._photo_changed = False
        say = words.say
        self.notice = notice()
        self.only_missing = CheckBox(words.say("intake.said.only_missing"))
        self.only_missing.setAccessibleName(words.say("intake.said.only_missing"))
        if not several:
            self.only_missing.hide()  # to show it before it has a parent would make a window
        self.lines: dict[str, QLineEdit] = {}
        fields, more = self._side_by_side(PAIRS), self._side_by_side(MORE)
        self.more = Disclosure(say("intake.said.more"), say("intake.said.less"), more)
        self.keep_button = primary_button(say("intake.said.keep"), self._keep)
        self.leave_button = quiet_button(say("intake.said.leave"), self.cancelled.emit)
        content = ScrollContent()
        content.setProperty("role", "frame")
        content.setLayout(
            column(
                title(head),
                paragraph(say("intake.said.why")),
                *map(muted, remarks),
                self.only_missing,
                self.notice,
                panel(fields, self.more),
                self._photo_panel(),
                None,
                margin=4,
            )
        )
        layout = column(ScrollArea(content), self._actions(), gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.first = self.lines[needs or PAIRS[0][0]]
        self.setAccessibleName(head)
        self._update_state()

    def name_photo(self, sha256: str | None) -> None:
        """Show the SHA-256 of the source photo; None for none. It is not saved yet."""
        self._photo, self._photo_changed = sha256, True
        self._update_state()

    @property
    def draft(self) -> FormDraft:
        """The changed fields, as they were typed."""
        texts = {field: each.text() for field, each in self.lines.items() if each.isModified()}
        return FormDraft(texts, self._photo, self._photo_changed)

    def put(self, before: FormDraft) -> None:
        """Fill the form from a draft."""
        for field, text in before.texts.items():
            self.lines[field].setText(text)
            self.lines[field].setModified(True)
        if any(field in before.texts for pair in MORE for field in pair):
            self.more.toggle_button.click()
        self._photo, self._photo_changed = before.photo, before.photo_changed
        self._update_state()

    def refuse(self, error: Exception) -> None:
        """Say why the form cannot be saved."""
        show_notice(self.notice, self._words.error(error))

    def _line(self, field: str) -> QLineEdit:
        said = self._known[field]
        hint = self._words.say("intake.said.several") if len(said) > 1 else ""
        made = line(self._name(field), hint)
        if len(said) == 1:
            made.setText(display_value(field, next(iter(said))))
            made.setCursorPosition(0)
        made.setModified(False)
        made.textEdited.connect(self._update_state)
        made.returnPressed.connect(self._keep)
        return made

    def _side_by_side(self, pairs: Sequence[Sequence[str]]) -> QWidget:
        rows = []
        for pair in pairs:
            self.lines |= {field: self._line(field) for field in pair}
            shown = [stacked(labelled(self._name(field), self.lines[field])) for field in pair]
            rows.append(FoldingRow(*shown, shares=(1,) * len(shown), gap=2))
        return stacked(*rows, gap=2)

    def _actions(self) -> QWidget:
        flow = QWidget()
        flow.setLayout(FlowLayout(self.keep_button, self.leave_button))
        layout = column(flow)
        layout.setContentsMargins(4 * UNIT, UNIT, 4 * UNIT, 2 * UNIT)  # in line with what scrolls
        made = QWidget()
        made.setLayout(layout)
        return made

    def _name(self, field: str) -> str:
        return self._words.say(f"intake.said.{field}")

    def _photo_panel(self) -> QWidget:
        say = self._words.say
        self.photo_text = paragraph()
        self.photo_button = button(say("intake.said.photo.choose"), self.photo_wanted.emit)
        self.no_photo_button = quiet_button(
            say("intake.said.photo.none.button"), partial(self.name_photo, None)
        )
        ways = QWidget()
        ways.setLayout(FlowLayout(self.photo_button, self.no_photo_button))
        head, what = heading(say("intake.said.photo")), muted(say("intake.said.photo.what"))
        return panel(head, what, self.photo_text, ways, gap=1)

    def _update_state(self) -> None:
        self.edited.emit()
        photos = {self._photo} if self._photo_changed else self._known[PHOTO]
        self.no_photo_button.setVisible(photos != {None})
        self.photo_text.setText(self._photo_words(photos))
        self.keep_button.setEnabled(not self._needs or bool(self.lines[self._needs].text().strip()))

    def _photo_words(self, photos: AbstractSet[FieldValue | None]) -> str:
        if len(photos) > 1:
            return self._words.say("intake.said.photo.several")
        (photo,) = photos
        if photo is None:
            return self._words.say("intake.said.photo.none")
        return breakable(self._words.say("intake.said.photo.one", sha256=photo))

    def _keep(self) -> None:
        if not self.keep_button.isEnabled():
            return
        said = self._said()
        if said is not None:
            self.kept.emit(said)

    def _said(self) -> FieldValues | None:
        """Return the changed values; None if one is invalid, which is said."""
        said: dict[str, FieldValue | None] = {}
        for field, edited in self.lines.items():
            if not edited.isModified():
                continue
            try:
                new = parse_value(field, edited.text())
            except InvalidValueError:
                self._point_at(edited)
                return None
            if self._known[field] != {new} and (new is not None or len(self._known[field]) == 1):
                said[field] = new
        if self._photo_changed:
            said[PHOTO] = self._photo
        return said

    def _point_at(self, edited: QLineEdit) -> None:
        name = edited.accessibleName()
        show_notice(self.notice, self._words.say("intake.said.unfit", name=name))
        if edited.isHidden() or not edited.isVisible():
            self.more.toggle_button.click()
        edited.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
