"""The page "review"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class ReviewPage(Page):
    """Not built yet."""

    name = "review"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
