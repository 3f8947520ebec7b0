"""What this does and does not do, how to leave, and the three ways to a case."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session
from ui.widgets.texts import paragraph


class StartPage(Page):
    """The first thing that a person sees."""

    name = "start"
    needs_case = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(*[paragraph(self.say(f"start.{line}")) for line in ("does", "does_not")], None)
