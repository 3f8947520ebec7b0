"""The step "handover": a bundle for the police or a support centre."""

from ui.pages.handover.page import HandoverPage

__all__ = ["HandoverPage"]
