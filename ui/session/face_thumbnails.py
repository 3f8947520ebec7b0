"""Thumbnails of the faces in own photos, decoded in a child process and wiped after use."""

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
    """Thumbnails of her face in photos that are used, and of all faces in photos that wait.

    Belongs to the worker thread of the own face.
    """

    def __init__(self, own: OwnFace) -> None:
        self._own = own
        self._own_pictures: dict[int, RevealedPicture] = {}
        self._offered: dict[int, dict[int, RevealedPicture]] = {}

    def own(self) -> Mapping[int, RevealedPicture]:
        """Return the thumbnails of her face, by the number of the photo."""
        return dict(self._own_pictures)

    def offered(self) -> Mapping[int, Mapping[int, RevealedPicture]]:
        """Return the thumbnails of faces to choose from, by the numbers of photo and face."""
        return {number: dict(pictures) for number, pictures in self._offered.items()}

    def decode_missing(self, viewer: FrameViewer) -> Job[None]:
        """Decode the thumbnails that are missing.

        The next `wipe_unused` wipes those of photos that are removed or chosen meanwhile.
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
        """Take over the thumbnail of the chosen face as hers if the photo is used."""
        offered = self._offered.get(number, {})
        if face in offered and number in {photo.number for photo in self._own.used}:
            self._own_pictures[number] = offered.pop(face)

    def wipe(self, number: int) -> None:
        """Wipe the thumbnail of her face in one photo."""
        if number in self._own_pictures:
            self._own_pictures.pop(number).wipe()

    def wipe_unused(self) -> None:
        """Wipe the thumbnails of photos that are gone or no longer wait."""
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
