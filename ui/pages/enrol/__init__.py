"""The page "me": her own face, given by photos or by the camera."""

from ui.pages.enrol.page import MePage

__all__ = ["MePage"]
