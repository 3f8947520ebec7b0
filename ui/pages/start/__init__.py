"""The first page."""

from ui.pages.start.page import StartPage

__all__ = ["StartPage"]
