"""The panel on which content is dropped or chosen, with fields for its provenance."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.intake.source_details import SourceDetails
from app.messages import Words
from ui.pages.acting_role_choice import ActingRoleChoice
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.fields import labelled, line
from ui.widgets.labels import muted, paragraph, small
from ui.widgets.layouts import Disclosure, FlowLayout, FoldingRow, column

FIELDS = ("platform", "url", "personal_data", "note")


class AddPanel(QWidget):
    """The drop area, which looks different while files are dragged over it."""

    def __init__(
        self,
        words: Words,
        choose: Callable[[], object],
        link: Callable[[], object],
        table: Callable[[], object],
        acting_role: ActingRoleChoice,
    ) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.acting_role = acting_role
        say = words.say
        self.intro = paragraph(say("intake.intro"))
        self.add_button = primary_button(say("intake.add"), choose)
        self.lines = {name: line(say(f"intake.details.{name}").replace("&", "")) for name in FIELDS}
        for field in self.lines.values():
            field.setAcceptDrops(False)  # what is dropped is content, wherever it lands
        fields = QWidget()
        details = (labelled(say(f"intake.details.{name}"), self.lines[name]) for name in FIELDS)
        fields.setLayout(column(*details, small(say("who")), acting_role))
        self.origin = Disclosure(
            say("intake.origin.show"),
            say("intake.origin.hide"),
            fields,
            say("intake.origin.why"),
        )
        self.link_button = quiet_button(say("intake.link"), link)
        self.table_button = quiet_button(say("intake.table"), table)
        act = FoldingRow(self.add_button, muted(say("intake.drop")), shares=(0, 1), gap=2)
        others = QWidget()
        others.setLayout(FlowLayout(self.link_button, self.table_button))
        self.setLayout(column(self.intro, act, self.origin, others, gap=1, margin=2))

    def take_details(self) -> SourceDetails:
        """Return the details that were typed and clear them; they apply to one add only."""
        platform, url, personal_data, note = (self.lines[name].text().strip() for name in FIELDS)
        for field in self.lines.values():
            field.clear()
        return SourceDetails(
            url=url,
            platform=platform,
            personal_data=personal_data,
            note=note,
            role=self.acting_role.role,
        )

    def bind_draft(self, draft: dict[str, str]) -> None:
        """Fill the fields from a draft, and keep the draft up to date."""
        for name, field in self.lines.items():
            field.setText(draft.get(name, ""))
            field.textChanged.connect(partial(draft.__setitem__, name))
        if any(draft.values()):
            self.origin.toggle_button.click()

    def restore_details(self, details: SourceDetails) -> None:
        """Fill the fields again, since nothing was added with these details."""
        for name in FIELDS:
            self.lines[name].setText(getattr(details, name))

    def set_dragged_over(self, over: bool) -> None:
        """Show whether files are dragged over the page."""
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)
