"""What can go wrong with own photos. The words are in app/messages/."""

from collections.abc import Sequence

from app.enrol.photo_feedback import OwnPhoto
from app.errors import AppError


class OwnPhotosUnusableError(AppError):
    """Not one of the own photos can be used; `photos` says what each lacks."""

    def __init__(self, photos: "Sequence[OwnPhoto]" = ()) -> None:
        super().__init__(photos)
        self.photos = tuple(photos)


class OwnFaceNotChosenError(OwnPhotosUnusableError):
    """Not one can be used yet: in at least one it is not known which face is hers."""
