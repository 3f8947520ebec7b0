"""Scan one picture or video: bytes in, a `Scan` out. The sandboxed child does no more than this."""

from typing import BinaryIO

from face.crop import crop_jpeg
from face.media.medium import open_media
from face.tracks import Tracker
from face.types import FaceFinder, Reason, Scan


def scan_medium(stream: BinaryIO, size: int, engine: FaceFinder, crops: bool = True) -> Scan:
    """Find, track and embed the faces of a picture or video.

    Args:
        stream: Seekable stream, which is only read and never closed.
        size: Length of the stream in bytes.
        engine: Finds the faces of each frame.
        crops: Whether to keep a small picture of each face.

    Raises:
        UnreadableMediaError: Nothing of the medium can be decoded.
    """
    medium = open_media(stream, size)
    tracker = Tracker(engine.same_face, engine.widths)
    for frame in medium.frames():
        faces = engine.find_faces(frame.pixels)
        pictures = [crop_jpeg(frame.pixels, face) if crops else None for face in faces]
        tracker.add(frame, faces, pictures)
    return Scan(
        pack=engine.pack,
        pipeline=engine.pipeline,
        facts=medium.facts(),
        tracks=tuple(tracker.tracks()),
        partly=Reason.TOO_LARGE if tracker.full else medium.partly,
    )
