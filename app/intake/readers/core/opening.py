"""Opens the bytes of an entry again by its address."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import BinaryIO

from app.intake.readers.core.address import SEPARATOR
from app.intake.readers.core.answers import NO_ANSWERS, Answers
from app.intake.readers.core.disk import place_on_disk
from app.intake.readers.core.members import KeptFile
from app.intake.readers.core.places import File, Place
from app.intake.readers.core.reader import Container, Members
from app.intake.readers.core.walk import container_of

KEPT_OPEN = 4
"""Number of containers that stay open, so that their next members are found fast."""


class Opener(AbstractContextManager["Opener"]):
    """Opens entries by address. Streams that it gave stay open after it is closed."""

    def __init__(
        self,
        containers: Sequence[Container],
        answers: Answers = NO_ANSWERS,
        outermost: Callable[[str], Place] | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            outermost: Finds what lies in no container, by its path; by default on the disk.
        """
        self._containers = containers
        self._outermost = outermost or place_on_disk
        self._answers = answers
        self._open: OrderedDict[str, tuple[int | None, Members]] = OrderedDict()

    def open(self, path: str) -> BinaryIO:
        """Open the bytes of an entry that was found earlier.

        Raises:
            OSError: FileNotFoundError if nothing lies at this address any more.
            UnreadableMediaError: A container around it cannot be opened; Reason.LOCKED if its
                password is unknown.
        """
        file = self._find(path)
        if not isinstance(file, File):
            raise FileNotFoundError
        return file.open()

    def _find(self, path: str) -> Place:
        container, separator, member = path.rpartition(SEPARATOR)
        return self._members(container).member(member) if separator else self._outermost(path)

    def _members(self, path: str) -> Members:
        """Return the open container at an address."""
        file = self._file(path)
        known = self._open.pop(path, None)
        if known is not None and known[0] == file.mtime_ns:
            self._open[path] = known
            return known[1]
        if known is not None:
            known[1].close()
        container = container_of(file, self._containers)
        if container is None:
            raise FileNotFoundError
        members = container.members(KeptFile(file), self._answers)
        self._open[path] = (file.mtime_ns, members)
        if len(self._open) > KEPT_OPEN:
            self._open.popitem(last=False)[1][1].close()
        return members

    def _file(self, path: str) -> File:
        place = self._find(path)
        if not isinstance(place, File):
            raise FileNotFoundError
        return place

    def close(self) -> None:
        """Close every container."""
        while self._open:
            self._open.popitem()[1][1].close()

    def __exit__(self, *_: object) -> None:
        self.close()
