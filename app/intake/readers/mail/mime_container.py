"""Members of MIME entities: saved pages, mails, mailboxes."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import BinaryIO

from app.intake.readers.core.address import within
from app.intake.readers.core.found import Provenance, Unreadable
from app.intake.readers.core.members import MemberFolder
from app.intake.readers.core.places import File, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.restartable_stream import MAX_NAME_CHARACTERS, DecodedMember
from app.intake.readers.mail.mime import MAX_PARTS_DEEP, Part, Parts
from app.intake.readers.mail.mime_text import file_name
from face.types import Reason

_ADDRESS = re.compile(r"(\d{1,18}-(?:\d{1,18})?)/(\d{1,9})/")


class MimeMembers(ABC):
    """The parts of one entity, or of many that follow one another.

    The address of a part is where its entity begins and ends, its number, and its name.
    """

    def __init__(self, file: File) -> None:
        self.root = MemberFolder(file.path, file.name)
        self._file = file
        self._last: tuple[str, list[Part]] | None = None

    @abstractmethod
    def entities(self, stream: BinaryIO) -> Iterator[tuple[int, int | None]]:
        """Where each begins and ends; None: with the file."""

    @abstractmethod
    def takes(self, part: Part, file: File) -> bool:
        """Whether a part is content."""

    @abstractmethod
    def provenance(self, entity: Parts, part: Part) -> Provenance:
        """What is known of a part."""

    def name(self, part: Part) -> str:
        """What a part is called, without slashes; empty when it has no name."""
        return file_name(part.headers)

    def told(self) -> Iterator[ReaderEvent]:
        """Every part that is content."""
        with self._file.open() as stream:
            for start, end in self.entities(stream):
                with self._file.open() as entity:
                    where = f"{start}-" if end is None else f"{start}-{end}"
                    yield from self._entity(Parts(entity, start, end), where)

    def member(self, address: str) -> Place:
        """The part at an address. Raises FileNotFoundError."""
        found = _ADDRESS.match(address)
        if found is None:
            raise FileNotFoundError
        parts, number = self._parts(found[1]), int(found[2])
        if number >= len(parts):
            raise FileNotFoundError
        member = self._member(found[1], number, parts[number])
        if member.path != within(self._file.path, address):
            raise FileNotFoundError
        return member

    def close(self) -> None:
        """Nothing is held open."""
        self._last = None

    def _entity(self, entity: Parts, where: str) -> Iterator[ReaderEvent]:
        for number, part in enumerate(entity):
            file = self._member(where, number, part)
            if part.is_too_deep:
                yield Unreadable(file.path, file.name, Reason.TOO_DEEP, str(MAX_PARTS_DEEP))
            elif self.takes(part, file):
                yield FoundPlace(file, self.provenance(entity, part))
        if entity.is_cut:
            yield Unreadable(within(self._file.path, where), self._file.name, Reason.TRUNCATED)

    def _parts(self, where: str) -> list[Part]:
        if self._last is None or self._last[0] != where:
            start, _, end = where.partition("-")
            with self._file.open() as stream:
                parts = list(Parts(stream, int(start), int(end) if end else None))
            self._last = (where, parts)
        return self._last[1]

    def _member(self, where: str, number: int, part: Part) -> DecodedMember:
        name = (self.name(part) or f"{number}")[:MAX_NAME_CHARACTERS]
        address = f"{where}/{number}/{name}"
        holder = self._file
        return DecodedMember(self.root, holder, address, part.size, lambda: part.decode(holder))
