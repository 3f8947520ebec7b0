"""A case that is about to be made: its passphrase, what it keeps, and how far she is."""

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
    """What is asked for now."""

    PASSPHRASE = auto()
    STORAGE = auto()
    CREATING = auto()


class NewCase(QObject):
    """Lives until a case is open. She may have written the drawn words down: they stay the same.

    Attributes:
        passphrase: Drawn or typed; empty until she chose one.
        media, crops: What the case is to keep.
        failure: Why it could not be made.
    """

    failed = Signal(Exception)  # it could not be made

    passphrase: str
    crops: bool
    step: NewCaseStep
    failure: Exception | None
    _drawn: str
    _media: KeptMedia

    def __init__(self, case: OpenCase, create: Create, is_under_19: Callable[[], bool]) -> None:
        """Nothing is chosen yet.

        Args:
            create: Makes a case and opens it (`Session.create`).
            is_under_19: Whether she said to be under 19.
        """
        super().__init__(case)
        self._create = create
        self._is_under_19 = is_under_19
        self.forget()
        case.opened.connect(self.forget)

    @property
    def media(self) -> KeptMedia:
        """No pictures of whoever said to be under 19."""
        return KeptMedia.NONE if self._is_under_19() else self._media

    @media.setter
    def media(self, media: KeptMedia) -> None:
        self._media = media

    def drawn_passphrase(self, language: str) -> str:
        """Words that are drawn once, in whichever language she read then."""
        self._drawn = self._drawn or random_passphrase(language)
        return self._drawn

    def redraw_passphrase(self, language: str) -> str:
        """Other words, because she wants others."""
        self._drawn = ""
        return self.drawn_passphrase(language)

    def make(self, path: Path) -> None:
        """Make the case there; the session tells when it is open."""
        self.step, self.failure = NewCaseStep.CREATING, None
        self._create(
            path, self.passphrase, self.media, self.crops, lambda _code: None, self._failed
        )

    def forget(self) -> None:
        """As safe as can be, and nothing of a passphrase."""
        self._drawn = self.passphrase = ""
        self._media, self.crops = KeptMedia.NONE, True
        self.step = NewCaseStep.PASSPHRASE
        self.failure = None

    def _failed(self, error: Exception) -> None:
        self.step, self.failure = NewCaseStep.STORAGE, error
        self.failed.emit(error)
