"""Show a face, or the frame in which it was seen, to the person who reviews a case.

The pixels come from a child process: no medium, not even a crop that the case keeps, is decoded
where the case is open. The custody log has an entry before anything is shown.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Literal, Self

import numpy as np

from app.intake import NO_ANSWERS, Answers, Opener
from app.job import Job
from app.review.errors import NothingToRevealError
from app.sandbox.frame_request import FrameRequest
from app.sandbox.interfaces import FrameViewer
from app.scan.verified_content import open_verified
from face.types import Box, Pixels
from storage.case import Case
from storage.errors import FaceMissingError
from storage.types import CaseKind, StoredFace

BLUR = 0.025
"""Standard deviation of the blur as a share of the longer side: shapes stay, details go."""


@dataclass(frozen=True, slots=True)
class DisplayFilter:
    """How a picture is obscured before it is shown.

    Attributes:
        blur: Whether it is blurred.
        grey: Whether it is shown without colour.
    """

    blur: bool = False
    grey: bool = False


@dataclass(frozen=True, slots=True)
class RevealedPicture:
    """A picture, ready for the screen.

    Attributes:
        width, height: In pixels, at most 1,280.
        rgb: sRGB, three bytes a pixel, row by row from the top, without padding. Whoever is done
            with the picture wipes it.
        box: Left, top, right, bottom of the face as fractions (0..1) of width and height; None in
            a crop, which is the face alone.
    """

    width: int
    height: int
    rgb: bytearray
    box: Box | None

    @classmethod
    def of(cls, pixels: Pixels, box: Box | None = None) -> Self:
        """Take decoded pixels, height x width x 3."""
        height, width = pixels.shape[:2]
        return cls(width, height, bytearray(np.ascontiguousarray(pixels)), box)

    def wipe(self) -> None:
        """Overwrite the pixels."""
        self.rgb[:] = bytes(len(self.rgb))


@dataclass(frozen=True, slots=True)
class Reviewer:
    """The person who reviews.

    Attributes:
        role: For the custody log.
        answers: Passwords that she gave for archives that items lie in.
    """

    role: str = ""
    answers: Answers = NO_ANSWERS


UNNAMED_REVIEWER = Reviewer()


def reveal(
    case: Case,
    viewer: FrameViewer,
    item: int,
    face: int,
    display_filter: DisplayFilter,
    by: Reviewer = UNNAMED_REVIEWER,
) -> Job[RevealedPicture]:
    """Decode the frame in which a face was seen best.

    Yields:
        Progress in bytes, while the content is compared with what was added.

    Raises:
        NothingToRevealError: The case is a check copy.
        ItemMissingError, FaceMissingError: There is no such item or face.
        UnreadableMediaError: The content is out of reach (gone, changed, unreadable; or locked, and
            its password is not among the answers), or the decoder failed, hung or lied.
        WorkerStartError, SandboxMissingError: No child process can be started.
    """
    seen = _stored_face(case, item, face)
    wanted = _frame_request(display_filter, seen.frame_index, seen.time_ms)
    with Opener(by.answers) as opens:
        stream, size = yield from open_verified(case, item, opens)
        with stream:
            pixels = yield from viewer.show(lambda: (stream, size), wanted)
    _log(case, "frame", item, face, by.role)
    return RevealedPicture.of(pixels, seen.face.box)


def reveal_crop(
    case: Case,
    viewer: FrameViewer,
    item: int,
    face: int,
    display_filter: DisplayFilter,
    by: Reviewer = UNNAMED_REVIEWER,
) -> Job[RevealedPicture | None]:
    """Decode the crop of a face that the case keeps; None where it keeps none.

    Raises:
        The same errors as `reveal`, but for those of content that is out of reach.
    """
    crop = _stored_face(case, item, face).crop
    if crop is None:
        return None
    pixels = yield from viewer.show(
        lambda: (BytesIO(crop), len(crop)), _frame_request(display_filter)
    )
    _log(case, "crop", item, face, by.role)
    return RevealedPicture.of(pixels)


def _stored_face(case: Case, item: int, face: int) -> StoredFace:
    if case.kind is CaseKind.CHECK_COPY:
        raise NothingToRevealError
    for seen in case.item(item).faces:
        if seen.number == face:
            return seen
    raise FaceMissingError(item, face)


def _frame_request(display_filter: DisplayFilter, index: int = 0, time_ms: int = 0) -> FrameRequest:
    return FrameRequest(
        index, time_ms, blur=BLUR if display_filter.blur else 0.0, grey=display_filter.grey
    )


def _log(case: Case, kind: Literal["frame", "crop"], item: int, face: int, role: str) -> None:
    case.custody.append("reveal", role, {"item": item, "face": face, "kind": kind})
