"""The step "intake": content is added and listed."""

from ui.pages.intake.page import IntakePage

__all__ = ["IntakePage"]
