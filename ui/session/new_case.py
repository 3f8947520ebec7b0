"""A case that is being set up: its passphrase, what it stores, and the current step."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from app.cases.passphrase import random_passphrase
from storage.types import KeptMedia
from ui.session.open_case import OpenCase

Create: TypeAlias = Callable[
    [Path, str, KeptMedia, bool, Callable[[str], None], Callable[[Exception], None]], None
]


class NewCaseStep(Enum):
    """The steps of setting up a case."""

    PASSPHRASE = auto()
    STORAGE = auto()
    CREATING = auto()


class NewCase(QObject):
    """Lives until a case is open.

    The drawn passphrase stays the same for that long, since she may have written it down.

    Attributes:
        passphrase: The passphrase, drawn or typed; "" until she chose one.
        media: Whether the case stores originals.
        crops: Whether the case stores crops of faces.
        failure: Why the case could not be made.
    """

    failed = Signal(Exception)  # it could not be made

    passphrase: str
    crops: bool
    step: NewCaseStep
    failure: Exception | None
    _drawn: str
    _media: KeptMedia

    def __init__(self, case: OpenCase, create: Create, is_under_19: Callable[[], bool]) -> None:
        """Start with nothing chosen.

        Args:
            create: Makes a case and opens it (`Session.create`).
            is_under_19: Returns whether she said to be under 19.
        """
        super().__init__(case)
        self._create = create
        self._is_under_19 = is_under_19
        self.forget()
        case.opened.connect(self.forget)

    @property
    def media(self) -> KeptMedia:
        """Whether the case stores originals; never those of somebody under 19."""
        return KeptMedia.NONE if self._is_under_19() else self._media

    @media.setter
    def media(self, media: KeptMedia) -> None:
        self._media = media

    def drawn_passphrase(self, language: str) -> str:
        """Return the drawn passphrase; it is drawn once, in the language of the first call."""
        self._drawn = self._drawn or random_passphrase(language)
        return self._drawn

    def redraw_passphrase(self, language: str) -> str:
        """Draw another passphrase and return it."""
        self._drawn = ""
        return self.drawn_passphrase(language)

    def make(self, path: Path) -> None:
        """Make the case at that path; the session tells when it is open."""
        self.step, self.failure = NewCaseStep.CREATING, None
        self._create(
            path, self.passphrase, self.media, self.crops, lambda _code: None, self._failed
        )

    def forget(self) -> None:
        """Return to the safest choices, without a passphrase."""
        self._drawn = self.passphrase = ""
        self._media, self.crops = KeptMedia.NONE, True
        self.step = NewCaseStep.PASSPHRASE
        self.failure = None

    def _failed(self, error: Exception) -> None:
        self.step, self.failure = NewCaseStep.STORAGE, error
        self.failed.emit(error)
