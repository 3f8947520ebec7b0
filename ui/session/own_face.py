"""The person's own face: photos, camera, and thumbnails, held in memory only."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.enrol.camera.device import Camera, open_camera
from app.enrol.camera.session import CameraPhotos, CameraView, photos_from_camera
from app.enrol.kept_photo import ChallengeResult, OfferFaces
from app.enrol.own_face import OwnFace, Template
from app.enrol.photo_feedback import Feedback, OwnPhoto
from app.intake.photo_file import photo_file
from app.job import Job
from app.program import Services
from app.review.reveal import RevealedPicture
from app.sandbox.interfaces import FaceScanner, FrameViewer
from face.types import Pixels
from ui.session.face_thumbnails import FaceThumbnails
from ui.worker import Task, Worker


@dataclass(frozen=True, slots=True)
class OwnFaceState:
    """What is known of the own photos, as the pages see it.

    Attributes:
        photos: The feedback on each photo that was given and not removed.
        thumbnails: The thumbnails of her face, by the number of the photo.
        offered: The thumbnails of faces to choose from, by the numbers of photo and face.
        several: The numbers of photos in which she may choose another face.
        differ: Two photos that do not look like one person, or None.
        pack: The model pack that measured the faces; "" while there is none.
        scanned_again: Whether photos were scanned again because the pack had changed.
    """

    photos: tuple[OwnPhoto, ...] = ()
    thumbnails: Mapping[int, RevealedPicture] = field(default_factory=dict)
    offered: Mapping[int, Mapping[int, RevealedPicture]] = field(default_factory=dict)
    several: frozenset[int] = frozenset()
    differ: tuple[OwnPhoto, OwnPhoto] | None = None
    pack: str = ""
    scanned_again: bool = False

    @property
    def best_picture(self) -> RevealedPicture | None:
        """The thumbnail of the best photo, or None."""
        shown = [photo for photo in self.photos if photo.number in self.thumbnails]
        best = min(shown, key=lambda photo: photo.feedback != (Feedback.GOOD,), default=None)
        return self.thumbnails[best.number] if best is not None else None

    @property
    def used(self) -> int:
        """The number of photos that can be compared."""
        return sum(photo.used for photo in self.photos)


class OwnFaceWork(QObject):
    """Scans own photos in a thread of its own, so that a long scan of content holds nothing up.

    The child process with the models runs between `prepare` and `release`.
    """

    changed = Signal()  # what is held
    work_changed = Signal()  # looking, or the camera, began or ended
    progressed = Signal(object)  # Progress; of the camera, CameraView
    filmed = Signal(object)  # ChallengeResult: photos of the camera were added
    failed = Signal(Exception)

    camera: Callable[[], Camera] = staticmethod(open_camera)
    """Opens the camera; tests replace it."""

    def __init__(
        self, services: Services, pack: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state = OwnFaceState()
        self.scanning: Task | None = None
        self.filming: Task | None = None
        self._services = services
        self._pack = pack
        self._waiting: deque[Callable[[str], Job[None]]] = deque()
        self._prepared = False
        self._challenge_skipped = False
        self._preview: Pixels | None = None
        self._own = OwnFace()  # this and what follows is touched in the worker thread only
        self._thumbnails = FaceThumbnails(self._own)
        self._loaded = ""
        self._paths: dict[int, Path] = {}
        self._scanned_again = False
        self._scanner_and_viewer: tuple[FaceScanner, FrameViewer] | None = None
        self._children = ExitStack()
        self._worker = Worker("face", self)

    # the child process

    def prepare(self) -> None:
        """Load the models in the background."""
        pack = self._pack()
        self._prepared = True
        self._worker.call(lambda: self._load(pack), None, self.failed.emit)

    def release(self) -> None:
        """Stop the camera now, and unload the models once nothing is scanned any more."""
        self._prepared = False
        self.stop_camera()
        self._release_when_idle()

    # photos

    @property
    def waiting(self) -> int:
        """The number of photos that are still to be scanned."""
        return len(self._waiting) + (self.scanning is not None)

    def add(self, paths: Sequence[Path]) -> None:
        """Scan photos one after the other; stops the camera."""
        self._waiting.extend(partial(self._scan_photo, path=path) for path in paths)
        self.stop_camera()
        self._scan_next()

    def choose(self, photo: OwnPhoto, face: int) -> None:
        """Take the face with that number as hers, and forget the other faces of the photo."""
        self._change(lambda: self._choose(photo.number, face))

    def choose_again(self, photo: OwnPhoto) -> None:
        """Scan a photo again and let her choose among its faces; stops the camera."""
        self._waiting.append(partial(self._scan_for_choice, number=photo.number))
        self.stop_camera()
        self._scan_next()

    def scan_again(self) -> None:
        """Scan the photos that are files again, with the pack of the case."""
        if self.scanning is not None or self.filming is not None:
            return
        pack = self._pack()
        self.scanning = self._start(lambda: self._scan(pack))
        self.work_changed.emit()

    def remove(self, photo: OwnPhoto) -> None:
        """Forget one photo."""
        self._change(lambda: self._own.remove(photo.number))

    def forget(self) -> None:
        """Forget her face and cancel what is under way."""
        self._waiting.clear()
        self._worker.cancel_all()
        self._drop_preview()
        self._change(self._forget)

    def copy_template(
        self, then: Callable[[Template], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Hand over a copy of her face template for one check; the receiver wipes it."""
        self._worker.call(self._own.template, then, otherwise)

    def end(self, seconds: float) -> bool:
        """Forget her face and end the thread; return False when that took too long."""
        self.forget()
        self._worker.call(self._unload)
        return self._worker.end(seconds)

    # the camera

    def start_camera(self, name: str) -> None:
        """Show a preview and take photos.

        Args:
            name: The name of the photos.
        """
        if self.scanning is not None or self.filming is not None:
            return
        pack, self._challenge_skipped = self._pack(), False
        self.filming = self._start(lambda: self._film(pack, name))
        self.filming.succeeded.connect(self.filmed)
        self.work_changed.emit()

    def skip_challenge(self) -> None:
        """Skip the liveness challenge; a look into the camera is enough."""
        self._challenge_skipped = True

    def stop_camera(self) -> None:
        """Stop the camera; the pictures of this recording are forgotten."""
        if self.filming is not None:
            self.filming.cancel()
        self._drop_preview()

    def take_preview(self) -> Pixels | None:
        """Return the newest preview (RGB, mirrored), which the caller then owns, or None.

        Progress carries only the latest state, and most states have no preview.
        """
        preview, self._preview = self._preview, None
        return preview

    # inside, in the UI thread

    def _scan_next(self) -> None:
        if self.scanning is not None or self.filming is not None or not self._waiting:
            return
        pack, look = self._pack(), self._waiting.popleft()
        self.scanning = self._start(lambda: look(pack))
        self.work_changed.emit()

    def _start(self, make_job: Callable[[], Job[Any]]) -> Task:
        task = self._worker.start(make_job)
        task.progressed.connect(self.progressed)
        task.failed.connect(self._fail)
        task.ended.connect(self._ended)
        return task

    def _fail(self, error: Exception) -> None:
        self._waiting.clear()
        self._worker.call(self._unload)  # the next look begins with a child of its own
        self.failed.emit(error)

    def _ended(self) -> None:
        self.scanning = self.filming = None
        self._drop_preview()
        self._change(lambda: None)
        self._scan_next()
        self._release_when_idle()
        self.work_changed.emit()

    def _release_when_idle(self) -> None:
        if not (self._prepared or self.scanning or self.filming):
            self._worker.call(self._unload)

    def _change(self, change: Callable[[], None]) -> None:
        def change_and_look() -> OwnFaceState:
            change()
            return self._current_state()

        self._worker.call(change_and_look, self._show, self.failed.emit)

    def _show(self, state: OwnFaceState) -> None:
        self.state = state
        self.changed.emit()

    def _drop_preview(self) -> None:
        preview = self.take_preview()
        if preview is not None:
            preview.fill(0)

    # inside, in the worker thread

    def _load(self, pack: str) -> tuple[FaceScanner, FrameViewer]:
        """Return the scanner and the viewer, whose processes start in the background."""
        if self._loaded != pack:
            self._unload()
        if self._scanner_and_viewer is None:
            self._loaded = pack
            scanner = self._services.scanner(pack, children=1, crops=True, thorough=True)
            self._scanner_and_viewer = (
                self._children.enter_context(scanner),
                self._children.enter_context(self._services.viewer()),
            )
        return self._scanner_and_viewer

    def _unload(self) -> None:
        self._scanner_and_viewer = None
        self._children.close()

    def _forget(self) -> None:
        self._own.forget()
        self._paths.clear()
        self._scanned_again = False
        self._thumbnails.wipe_unused()

    def _choose(self, number: int, face: int) -> None:
        self._own.choose(number, face)
        self._thumbnails.choose(number, face)

    def _current_state(self) -> OwnFaceState:
        own = self._own
        self._thumbnails.wipe_unused()
        differ = own.differ(self._services.calibration)
        thumbnails = self._thumbnails
        return OwnFaceState(
            photos=own.photos,
            thumbnails=thumbnails.own(),
            offered=thumbnails.offered(),
            several=own.several,
            differ=differ,
            pack=own.pack,
            scanned_again=self._scanned_again,
        )

    def _scan_photo(self, pack: str, path: Path) -> Job[None]:
        return self._scan(pack, path)

    def _scan(self, pack: str, *paths: Path) -> Job[None]:
        """Scan photos, and before them those that another pack or version has measured."""
        for path in (*self._paths_to_scan_again(pack), *paths):
            scanner, viewer = self._load(pack)
            (photo,) = yield from self._own.add(
                [photo_file(path)], scanner, ask=OfferFaces.IF_UNCLEAR
            )
            self._paths[photo.number] = path
            yield from self._thumbnails.decode_missing(viewer)

    def _scan_for_choice(self, pack: str, number: int) -> Job[None]:
        yield from self._scan(pack)
        scanner, viewer = self._load(pack)
        yield from self._own.ask_again(number, scanner)
        self._thumbnails.wipe(number)
        yield from self._thumbnails.decode_missing(viewer)

    def _paths_to_scan_again(self, pack: str) -> list[Path]:
        """Forget faces that were measured otherwise; return the paths of their photos.

        Photos by the camera have no path and are lost.
        """
        made_with = self._own.pack, self._own.pipeline
        if not self._own.pack or made_with == (pack, self._services.pipeline(pack)):
            return []
        self._unload()
        paths = [
            self._paths[each.number] for each in self._own.photos if each.number in self._paths
        ]
        self._forget()
        self._scanned_again = True
        return paths

    def _film(self, pack: str, name: str) -> Job[ChallengeResult]:
        yield from self._scan(pack)
        scanner, viewer = self._load(pack)
        job = photos_from_camera(
            self._own, scanner, name, lambda: self._challenge_skipped, self.camera
        )
        result = yield from self._with_previews(job)
        yield from self._thumbnails.decode_missing(viewer)
        return result.challenge

    def _with_previews(self, job: Job[CameraPhotos]) -> Job[CameraPhotos]:
        with closing(job):
            while True:
                try:
                    view = next(job)
                except StopIteration as stop:
                    result: CameraPhotos = stop.value
                    return result
                if isinstance(view, CameraView) and view.preview is not None:
                    self._preview = view.preview.copy()  # it is wiped soon
                yield view
