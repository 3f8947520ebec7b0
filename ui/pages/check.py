"""The page "check"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class CheckPage(Page):
    """Not built yet."""

    name = "check"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
