"""The page "help"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class HelpPage(Page):
    """Not built yet."""

    name = "help"
    needs_case = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
