"""The page "content"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class ContentPage(Page):
    """Not built yet."""

    name = "content"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
