"""The page "me": her own face, given by photos or by the camera."""

from ui.pages.enrol.page import EnrolPage

__all__ = ["EnrolPage"]
