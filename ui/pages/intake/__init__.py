"""The page on which content is added and listed."""

from ui.pages.intake.page import ContentPage

__all__ = ["ContentPage"]
