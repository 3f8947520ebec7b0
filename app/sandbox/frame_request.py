"""A request for one frame, and the picture that answers it, as plain records."""

from dataclasses import asdict, dataclass

import numpy as np

from app.sandbox import wire_format
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import PICTURE_SIDE
from face.types import Pixels


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """Which frame is wanted, and how.

    Attributes:
        index, time_ms: Of the frame, as the look gave them; a still picture is 0, 0.
        side: Its longer side in pixels is to be no more than this, 1..PICTURE_SIDE.
        blur: Radius of the blur as a share of its longer side; 0 is none.
        grey: Whether it is to have no colours.
    """

    index: int = 0
    time_ms: int = 0
    side: int = PICTURE_SIDE
    blur: float = 0.0
    grey: bool = False

    def record(self) -> dict[str, object]:
        """Return the request as values that msgpack knows."""
        return asdict(self)


def frame_record(pixels: Pixels) -> dict[str, object]:
    """Return a picture as values that msgpack knows."""
    height, width = pixels.shape[:2]
    return {"width": width, "height": height, "pixels": pixels.tobytes()}


def check_frame(untrusted: wire_format.Untrusted, side: int) -> Pixels:
    """Check a picture from a child; return its pixels, read-only.

    Raises:
        BrokenProtocolError: With the name of the wrong value.
    """
    width = wire_format.integer(untrusted.get("width"), 1, side, "width")
    height = wire_format.integer(untrusted.get("height"), 1, side, "height")
    untrusted_pixels = untrusted.get("pixels")
    if not isinstance(untrusted_pixels, bytes) or len(untrusted_pixels) != width * height * 3:
        raise BrokenProtocolError("pixels")
    return np.frombuffer(untrusted_pixels, np.uint8).reshape(height, width, 3)
