"""The files of the sample case: a portrait planted in many ways, and pictures without her."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.demo import portrait
from app.demo.video import FROM_MS, TO_MS, write_video
from face.cv import cv2
from face.types import Pixels

OWN_PHOTO = "my-photo.png"


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of the sample case.

    Attributes:
        how: What was done to it; its text is "demo.how.HOW".
        write: Writes the file.
        planted: Whether she is in it.
        seen_ms: From when to when she is seen in a video.
        broken: Whether it cannot be checked, which the answer has to say.
        with_others: Whether other people are in it. Their pictures may not be given on, so an
            installed program leaves it out.
    """

    name: str
    how: str
    write: Callable[[Path], None]
    planted: bool = True
    seen_ms: tuple[int, int] | None = None
    broken: bool = False
    with_others: bool = False


def samples() -> Iterator[Sample]:
    """Yield all files, in the order in which they are listed."""
    yield from _planted()
    yield from _with_others()
    for name in ("coffee.png", "chelsea.png", "rocket.jpg"):
        yield Sample(name, "no_person", _png(_scene(name)), planted=False)
    yield Sample("damaged.jpg", "damaged", _damaged, planted=False, broken=True)
    yield Sample("document.jpg", "not_media", _document, planted=False, broken=True)


def _planted() -> Iterator[Sample]:
    for name, how, make in (
        ("mirrored.jpg", "mirrored", lambda: _her()[:, ::-1]),
        ("turned-90.jpg", "turned_90", lambda: np.rot90(_her())),
        ("turned-180.jpg", "turned_180", lambda: np.rot90(_her(), 2)),
        ("small.jpg", "small", lambda: portrait.shrunk(_her(), 192)),
        ("grey.jpg", "grey", lambda: portrait.grey(_her())),
        ("filter.jpg", "filter", lambda: portrait.tinted(_her())),
    ):
        yield Sample(name, how, _jpeg(make))
    yield Sample("recompressed.jpg", "recompressed", _jpeg(_her, quality=30))
    yield Sample("video.mp4", "video", write_video, seen_ms=(FROM_MS, TO_MS))


def _with_others() -> Iterator[Sample]:
    """Yield the samples that show other people, whose pictures an installed program lacks."""
    yield Sample("pasted.jpg", "pasted", _jpeg(portrait.in_group), with_others=True)
    yield Sample("composite.jpg", "composite", _jpeg(portrait.composite), with_others=True)
    for name, write in (("group.jpg", _jpeg(portrait.group)), ("actor.png", _png(_actor))):
        yield Sample(name, "without", write, planted=False, with_others=True)


def write_own_photo(folder: Path) -> Path:
    """Write her portrait as it is; no planted file has the same bytes."""
    path = folder / OWN_PHOTO
    _png(_her)(path)
    return path


def _her() -> Pixels:
    return portrait.portrait()


def _actor() -> Pixels:
    return portrait.sample("insightface", "data", "images", "Tom_Hanks_54745.png")


def _scene(name: str) -> Callable[[], Pixels]:
    return lambda: portrait.sample("skimage", "data", name)


def _jpeg(make: Callable[[], Pixels], quality: int = 90) -> Callable[[Path], None]:
    return lambda path: _write(path, ".jpg", make(), [cv2.IMWRITE_JPEG_QUALITY, quality])


def _png(make: Callable[[], Pixels]) -> Callable[[Path], None]:
    return lambda path: _write(path, ".png", make(), [])


def _write(path: Path, kind: str, picture: Pixels, settings: list[int]) -> None:
    in_bgr = np.ascontiguousarray(picture[..., ::-1])
    _, content = cv2.imencode(kind, in_bgr, settings)
    path.write_bytes(bytes(content))


def _damaged(path: Path) -> None:
    """Write a JPEG of which only the first bytes are there; the rest is zeros."""
    _jpeg(_her)(path)
    content = path.read_bytes()
    path.write_bytes(content[:20] + bytes(len(content) - 20))


def _document(path: Path) -> None:
    path.write_text("This is no picture, whatever its name says.\n", "utf-8")
