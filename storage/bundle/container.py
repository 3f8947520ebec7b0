"""The containers that a bag is put into: an encrypted ZIP, a tar file in age, or a folder."""

from collections.abc import Generator
from typing import Protocol

from storage.bundle.member import ByteSource
from storage.bundle.pipeline import Stage


class ContainerError(Exception):
    """The container is not as it was written, so that its members cannot be reached."""


class ContainerWriter(Protocol):
    """Writes the files of a bag into a container, one after the other."""

    def add(
        self, name: str, size: int, source: ByteSource, *stages: Stage
    ) -> Generator[int, None, bytes]:
        """Write one member; yields the length of each chunk as it is read.

        Returns:
            The seal of the member, or nothing where the container seals in another way.
        """
        ...

    def finish(self) -> None:
        """Write whatever ends the container."""
        ...


class ContainerMember(ByteSource, Protocol):
    """A file in a container.

    Attributes:
        intact: Known once all its bytes were read.
        made: The time that the container says, seconds since 1970; None where it says none, as a
            folder, in which every copy may have a time of its own.
    """

    name: str
    intact: bool
    made: int | None
