"""The place where content is dropped or chosen, and where it is from is said."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.intake.add import SourceDetails
from app.messages import Words
from ui.pages.acting_role_choice import ActingRoleChoice
from ui.widgets.buttons import primary, quiet
from ui.widgets.fields import labelled, line
from ui.widgets.labels import muted, paragraph, small
from ui.widgets.layouts import Disclosure, Flow, Folding, column

FIELDS = ("platform", "url", "note")


class AddPanel(QWidget):
    """The surface looks different while something is held over it."""

    def __init__(
        self,
        words: Words,
        choose: Callable[[], object],
        link: Callable[[], object],
        table: Callable[[], object],
        who: ActingRoleChoice,
    ) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.who = who
        say = words.say
        self.intro = paragraph(say("content.intro"))
        self.add_button = primary(say("content.add"), choose)
        self.lines = {name: line(say(f"content.told.{name}").replace("&", "")) for name in FIELDS}
        for field in self.lines.values():
            field.setAcceptDrops(False)  # what is dropped is content, wherever it lands
        fields = QWidget()
        told = (labelled(say(f"content.told.{name}"), self.lines[name]) for name in FIELDS)
        fields.setLayout(column(*told, small(say("who")), who))
        self.origin = Disclosure(
            say("content.origin.show"),
            say("content.origin.hide"),
            fields,
            say("content.origin.why"),
        )
        self.link_button = quiet(say("content.link"), link)
        self.table_button = quiet(say("content.table"), table)
        act = Folding(self.add_button, muted(say("content.drop")), shares=(0, 1), gap=2)
        others = QWidget()
        others.setLayout(Flow(self.link_button, self.table_button))
        self.setLayout(column(self.intro, act, self.origin, others, gap=1, margin=2))

    def take_told(self) -> SourceDetails:
        """What was typed about where it is from; it is said of what is added now, and no more."""
        platform, url, note = (self.lines[name].text().strip() for name in FIELDS)
        for field in self.lines.values():
            field.clear()
        return SourceDetails(url, platform, note, role=self.who.role)

    def keep_in(self, draft: dict[str, str]) -> None:
        """What was typed before this was made anew is there, and whatever is typed goes in."""
        for name, field in self.lines.items():
            field.setText(draft.get(name, ""))
            field.textChanged.connect(partial(draft.__setitem__, name))
        if any(draft.values()):
            self.origin.toggle_button.click()

    def put_told(self, told: SourceDetails) -> None:
        """Put it back: nothing was taken in under it."""
        for name in FIELDS:
            self.lines[name].setText(getattr(told, name))

    def show_over(self, over: bool) -> None:
        """Whether something is held over the page."""
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)
