"""The open case. Touched in the worker thread only, but for what is said of errors."""

import os
from collections.abc import Callable
from pathlib import Path

from app.cases.errors import LastBesideCaseError
from storage.case import Case
from storage.errors import CaseMissingError, DiskFailedError, DiskFullError
from storage.opening import neighbours
from storage.types import CaseInfo
from ui.session.closed import NoCaseError


class HeldCase:
    """One at a time, or none."""

    def __init__(self) -> None:
        self._case: Case | None = None

    @property
    def is_none(self) -> bool:
        """Whether there is none, as long as nothing is under way in the worker thread."""
        return self._case is None

    def take(self, path: Path, opener: Callable[[], tuple[Case, str]]) -> tuple[CaseInfo, str]:
        """Open another; return what it says of itself, and its recovery code where it is new.

        One that was held stays when that fails, unless it is the same file: nobody can have that
        open twice.
        """
        if self._case is not None and os.path.realpath(path) == os.path.realpath(self._case.path):
            self.drop()
        case, code = opener()
        try:
            self.drop()
        except BaseException:
            case.close()
            raise
        self._case = case
        return case.info(), code

    def drop(self) -> None:
        """Close it. Whatever comes of that, it is not held any more.

        Raises:
            LastBesideCaseError: The disk is full.
            DiskFailedError: As `Case.close`; nothing is lost.
        """
        case, self._case = self._case, None
        if case is None:
            return
        log, *_ = neighbours(case.path)
        try:
            case.close()
        except DiskFullError as error:
            raise LastBesideCaseError(str(log)) from error

    def get(self) -> Case:
        """The open case.

        Raises:
            NoCaseError
            CaseMissingError: Its file is gone, and what is written now would go nowhere.
        """
        if self._case is None:
            raise NoCaseError
        if not os.path.exists(self._case.path):  # noqa: PTH110 - Path.exists raises EIO
            raise CaseMissingError(str(self._case.path))
        return self._case


def is_lost(error: Exception, path: Path | None) -> bool:
    """Whether it says that the disk with the case at this path is gone, or that its file is."""
    return (
        path is not None
        and isinstance(error, (DiskFailedError, CaseMissingError))
        and error.path == os.path.realpath(path)
    )
