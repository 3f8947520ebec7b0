"""The step "check": whose face it is, the comparison, and its answer in words."""

from ui.pages.check.page import CheckPage

__all__ = ["CheckPage"]
