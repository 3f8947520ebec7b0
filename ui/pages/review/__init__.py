"""The step "review": the hits one after the other, showing as little as she wants."""

from ui.pages.review.page import ReviewPage

__all__ = ["ReviewPage"]
