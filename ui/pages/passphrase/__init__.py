"""The page on which a case is made."""

from ui.pages.passphrase.page import PassphrasePage

__all__ = ["PassphrasePage"]
