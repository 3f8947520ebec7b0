"""The page on which what she confirmed is made ready for the police or a support centre."""

from ui.pages.handover.page import HandoverPage

__all__ = ["HandoverPage"]
