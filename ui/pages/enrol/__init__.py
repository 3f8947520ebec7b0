"""The step "enrol": the person's own face, by photos or by the camera."""

from ui.pages.enrol.page import EnrolPage

__all__ = ["EnrolPage"]
