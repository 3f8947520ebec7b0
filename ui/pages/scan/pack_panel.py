"""The panel of model packs: those installed, whom they tell apart, and adding one."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.messages import Words
from app.scan.pack_text import (
    RECOMMENDED_PACKS,
    licence_name,
    measured_on_text,
    missing_part_lines,
    people_text,
)
from face.errors import ModelDamagedError, UnknownPackError
from face.packs import DEFAULT_PACK
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.choices import Choices
from ui.widgets.file_chooser import accept_copy, local_files
from ui.widgets.labels import heading, muted, notice, paragraph, show_notice, small, strong
from ui.widgets.layouts import clear_layout, column, panel, stacked, start_aligned

if TYPE_CHECKING:
    from face.packs.add import AddedPack
    from face.packs.registry import Pack


class PackPanel(QWidget):
    """Lists the packs once they are known; a folder, zip or model file can be dropped on it."""

    def __init__(self, session: Session, words: Words, choose: Callable[[], object]) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.setAcceptDrops(True)
        say = words.say
        self.state = paragraph()
        self.outcome = notice()
        self.choose_button = button(say("settings.packs.choose"), choose)
        self._list = column(gap=2)
        self._listed: tuple[Pack, ...] | None = None
        self.setLayout(
            column(
                panel(
                    heading(say("settings.packs")),
                    paragraph(say("settings.packs.what")),
                    paragraph(say("settings.packs.licence")),
                    self._drop_area(),
                    self.outcome,
                    self._list,
                )
            )
        )
        session.packs.changed.connect(self.show_packs)
        self.show_packs()

    def show_packs(self) -> None:
        """Update the list and the results of adding."""
        packs = self.session.packs
        self.state.setText(self.words.say(_STATES[bool(packs.waiting)]))
        show_notice(self.outcome, "\n\n".join(map(self._told, packs.outcomes)))
        if packs.known != self._listed:  # what has the keyboard keeps it
            self._listed = packs.known
            self._list_packs(packs.known)

    def _list_packs(self, known: "tuple[Pack, ...]") -> None:
        clear_layout(self._list)
        if not known:
            self._list.addWidget(muted(self.words.say("settings.packs.reading")))
        self._list.addWidget(self._use())
        for pack in known:
            self._list.addWidget(self._about(pack))

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if local_files(event.mimeData())[0]:
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if accept_copy(event):
            self.session.packs.add(local_files(event.mimeData())[0])

    def _drop_area(self) -> QWidget:
        area = QFrame()
        area.setProperty("role", "drop")
        area.setLayout(column(self.state, start_aligned(self.choose_button), gap=1, margin=2))
        return area

    # words

    def _use(self) -> QWidget:
        """Return the choice of the pack for new cases, if there are several."""
        names = [pack.name for pack in self.session.packs.known if pack.installed]
        box = QWidget()
        box.setVisible(len(names) > 1)
        say = self.words.say
        label = say("settings.packs.use")
        one = Choices(
            label, [(name, name) for name in names], self.session.preferences.pack, self._prefer
        )
        box.setLayout(column(paragraph(label), one, muted(say("settings.packs.use.what")), gap=1))
        return box

    def _prefer(self, name: str) -> None:
        self.session.prefer(replace(self.session.preferences, pack=name))

    def _about(self, pack: "Pack") -> QWidget:
        say = self.words.say
        state = "installed" if pack.installed else "missing"
        name = strong(say(f"settings.pack.{state}", name=pack.name))
        return stacked(name, *map(small, self._lines(pack)))

    def _lines(self, pack: "Pack") -> list[str]:
        say, words = self.words.say, self.words
        lines = [say("settings.pack.licence", text=licence_name(pack.licence, words))]
        if measured := measured_on_text(pack, words):
            lines.append(say("settings.pack.measured", text=measured))
        if well := _well(pack):
            lines.append(say("settings.pack.well", people=say(well)))
        if pack.poor_at:
            lines.append(say("settings.pack.poor", people=people_text(pack.poor_at, words)))
        if not pack.calibrated:
            lines.append(say("settings.pack.unmeasured"))
        lines += missing_part_lines(pack, words)
        return lines

    def _told(self, outcome: "AddedPack | Exception") -> str:
        if isinstance(outcome, Exception):
            return self._failure(outcome)
        lines = [
            self.words.say("models.added", name=outcome.name),
            self.words.say("settings.pack.licence", text=licence_name(outcome.licence, self.words)),
        ]
        if outcome.unknown:
            lines.append(self.words.say("models.unknown_files", files=", ".join(outcome.unknown)))
        return "\n".join(lines)

    def _failure(self, error: Exception) -> str:
        if isinstance(error, UnknownPackError):
            return self.words.say("settings.packs.unknown")
        if isinstance(error, ModelDamagedError):
            return self.words.say("settings.packs.damaged", pack=error.pack, file=error.file)
        return self.words.error(error)


_STATES = {False: "settings.packs.drop", True: "settings.packs.adding"}


def _well(pack: "Pack") -> str:
    if pack.name == DEFAULT_PACK:
        return "settings.pack.well.open"
    return "settings.pack.well.better" if pack.name in RECOMMENDED_PACKS else ""
