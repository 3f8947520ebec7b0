"""The child's side of showing a frame: decodes it again and sends its pixels."""

from typing import Any, BinaryIO, Protocol

from app.sandbox.child_work import ChildWork, Reply
from app.sandbox.frame_request import FrameRequest, frame_record
from app.sandbox.protocol import Kind
from face.types import Pixels


class DecodeFrame(Protocol):
    """Decodes one frame of a medium in the requested form."""

    def __call__(self, stream: BinaryIO, size: int, wanted: FrameRequest) -> Pixels: ...


def frame_work(show: DecodeFrame) -> ChildWork:
    """Return the work of a child that shows frames."""

    def answer(request: dict[str, Any], stream: BinaryIO, size: int) -> list[Reply]:
        return [(Kind.PICTURE, frame_record(show(stream, size, FrameRequest(**request))))]

    return ChildWork(Kind.SHOW, {}, answer)


def load_decoders() -> DecodeFrame:
    """Load the decoders, which takes a fifth of a second, as no model is needed."""
    # Imported here, so that the child is harmless before any decoder is in memory.
    from face.display_filter import filtered
    from face.media.frame_at import frame_at

    def show(stream: BinaryIO, size: int, wanted: FrameRequest) -> Pixels:
        pixels = frame_at(stream, size, wanted.index, wanted.time_ms)
        return filtered(pixels, wanted.side, blur=wanted.blur, grey=wanted.grey)

    return show
