"""The page on which content is added and listed."""

from ui.pages.content.page import ContentPage

__all__ = ["ContentPage"]
