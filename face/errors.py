"""The expected failures of the face package. Errors carry data; texts are in app/messages/."""

from face.types import Reason


class FaceError(Exception):
    """Base of every expected failure in this package."""


class UnreadableMediaError(FaceError):
    """The content cannot be decoded; `reason` says why."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


class ModelError(FaceError):
    """Base of errors of a model pack that cannot be used."""

    def __init__(self, pack: str, file: str = "") -> None:
        super().__init__(pack, file)
        self.pack = pack
        self.file = file


class ModelMissingError(ModelError):
    """A file of the pack is not installed."""


class ModelDamagedError(ModelError):
    """A model file is not the one that the pack lists: it is damaged or was replaced."""


class UnknownPackError(ModelError):
    """No pack of that name is known, or a folder or zip holds no known pack."""


class PackMismatchError(FaceError):
    """Vectors of different packs or pipelines cannot be compared."""

    def __init__(self, wanted: str, found: str) -> None:
        super().__init__(wanted, found)
        self.wanted = wanted
        self.found = found
