"""The page "passphrase"."""

from app.messages import Words
from ui.pages.page import Page
from ui.session import Session


class PassphrasePage(Page):
    """Not built yet."""

    name = "passphrase"
    needs_case = False
    in_rail = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.fill(None)
