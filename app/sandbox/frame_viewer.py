"""The parent's side of showing frames, decoded in a child that stays up between them.

The child's side is in `app.sandbox.child_frame`, because a child loads nothing of its parent.
"""

from collections.abc import Callable, Sequence

from app.job import Job
from app.sandbox import wire_format
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.frame_request import FrameRequest, check_frame
from app.sandbox.limits import Limits
from app.sandbox.protocol import Kind
from app.sandbox.single_worker import SingleWorker
from app.sandbox.work_queue import Source
from face.types import Pixels

VIEWER_LIMITS = Limits(longest_s=20.0)
"""Limits of a frame, for which somebody waits in front of the screen."""


class FrameViewerProcess(SingleWorker):
    """Decodes frames in a child process without a model."""

    def __init__(
        self, *, limits: Limits = VIEWER_LIMITS, command: Sequence[str] | None = None
    ) -> None:
        """Set the limits of the child, and the command that starts it."""
        super().__init__(limits, command)

    def show(self, source: Callable[[], Source], wanted: FrameRequest) -> Job[Pixels]:
        """Decode one frame; return its pixels, read-only. See `SingleWorker.ask`."""

        def take(kind: Kind, untrusted: wire_format.Untrusted) -> Pixels:
            if kind != Kind.PICTURE:
                raise BrokenProtocolError("kind")
            return check_frame(untrusted, wanted.side)

        return self.ask(source, Kind.SHOW, wanted.record(), take)
