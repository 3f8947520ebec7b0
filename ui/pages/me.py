"""The page "me"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class MePage(Page):
    """Not built yet."""

    name = "me"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
