"""What can go wrong in the face package. Errors carry data; the words are in app/messages/."""

from face.types import Reason


class FaceError(Exception):
    """Base of every expected failure in this package."""


class UnreadableMediaError(FaceError):
    """The content could not be looked at; `reason` says why."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


class ModelError(FaceError):
    """Base: a model pack cannot be used."""

    def __init__(self, pack: str, file: str = "") -> None:
        super().__init__(pack, file)
        self.pack = pack
        self.file = file


class ModelMissingError(ModelError):
    """A file of the pack is not installed."""


class ModelDamagedError(ModelError):
    """A model file is not the one that the pack names: damaged or swapped."""


class UnknownPackError(ModelError):
    """No pack of that name is known, or the folder or zip holds none."""


class PackMismatchError(FaceError):
    """Vectors of different packs or pipeline versions were about to be compared."""

    def __init__(self, wanted: str, found: str) -> None:
        super().__init__(wanted, found)
        self.wanted = wanted
        self.found = found
