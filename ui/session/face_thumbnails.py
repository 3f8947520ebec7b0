"""Small pictures of faces in her own photos, for the pages: decoded in the child, and wiped."""

import logging
from collections.abc import Mapping
from functools import partial
from io import BytesIO
from typing import BinaryIO

from app.enrol.own_face import OwnFace
from app.job import Job
from app.review.reveal import RevealedPicture
from app.sandbox.frame_request import FrameRequest
from app.sandbox.interfaces import FrameViewer
from face.errors import UnreadableMediaError

log = logging.getLogger(__name__)


class FaceThumbnails:
    """Of her face in photos that are used, and of all faces in photos that wait.

    Belongs to the thread of the face.
    """

    def __init__(self, own: OwnFace) -> None:
        self._own = own
        self._own_pictures: dict[int, RevealedPicture] = {}
        self._offered: dict[int, dict[int, RevealedPicture]] = {}

    def own(self) -> Mapping[int, RevealedPicture]:
        """Of her face, by the number of the photo."""
        return dict(self._own_pictures)

    def offered(self) -> Mapping[int, Mapping[int, RevealedPicture]]:
        """Of the faces that she is to choose from, by the numbers of photo and face."""
        return {number: dict(pictures) for number, pictures in self._offered.items()}

    def decode_missing(self, viewer: FrameViewer) -> Job[None]:
        """Decode what is missing.

        What is removed or chosen meanwhile is wiped by the next `wipe_unused`.
        """
        for photo in self._own.used:
            crop = self._own.crop(photo.number)
            if crop is not None and photo.number not in self._own_pictures:
                picture = yield from _decoded(viewer, crop)
                if picture is not None:
                    self._own_pictures[photo.number] = picture
        for photo in self._own.photos:
            for face, crop in self._own.offered(photo.number):
                if crop is not None and face.number not in self._offered.get(photo.number, {}):
                    picture = yield from _decoded(viewer, crop)
                    if picture is not None:
                        self._offered.setdefault(photo.number, {})[face.number] = picture

    def choose(self, number: int, face: int) -> None:
        """Take that of a chosen face for hers, if it is used."""
        offered = self._offered.get(number, {})
        if face in offered and number in {photo.number for photo in self._own.used}:
            self._own_pictures[number] = offered.pop(face)

    def wipe(self, number: int) -> None:
        """Wipe that of her face in one photo, which is another by now."""
        if number in self._own_pictures:
            self._own_pictures.pop(number).wipe()

    def wipe_unused(self) -> None:
        """Wipe all that nobody needs any more."""
        used = {photo.number for photo in self._own.used}
        waiting = {photo.number for photo in self._own.photos if photo.waits}
        for number in self._own_pictures.keys() - used:
            self.wipe(number)
        for number in self._offered.keys() - waiting:
            for picture in self._offered.pop(number).values():
                picture.wipe()


def _decoded(viewer: FrameViewer, crop: bytes) -> Job[RevealedPicture | None]:
    try:
        pixels = yield from viewer.show(partial(_opened, crop), FrameRequest())
    except UnreadableMediaError:
        log.debug("a small picture cannot be shown")
        return None
    return RevealedPicture.of(pixels)


def _opened(crop: bytes) -> tuple[BinaryIO, int]:
    return BytesIO(crop), len(crop)
