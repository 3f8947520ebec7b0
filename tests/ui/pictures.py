"""Whether a widget that shows pictures shows one."""

from ui.widgets.camera_view import CameraView
from ui.widgets.picture import PicturePane


def is_wiped(pane: PicturePane | CameraView) -> bool:
    """Return whether the widget shows nothing."""
    return pane._image is None
