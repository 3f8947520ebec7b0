"""The page "hand_over"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class HandOverPage(Page):
    """Not built yet."""

    name = "hand_over"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
