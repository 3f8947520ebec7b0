"""Errors of own photos. app/messages/ has the words."""

from collections.abc import Sequence

from app.enrol.photo_feedback import OwnPhoto
from app.errors import AppError


class OwnPhotosUnusableError(AppError):
    """None of the own photos can be used; `photos` has the feedback on each."""

    def __init__(self, photos: "Sequence[OwnPhoto]" = ()) -> None:
        super().__init__(photos)
        self.photos = tuple(photos)


class OwnFaceNotChosenError(OwnPhotosUnusableError):
    """No photo can be used yet: in at least one she has to choose her face first."""
