"""The page "review": what came up, one after the other, as little of it as she wants to see."""

from ui.pages.review.page import ReviewPage

__all__ = ["ReviewPage"]
