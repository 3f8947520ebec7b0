"""Errors of a case as a whole. Their sentences are in app/messages/."""

from app.errors import AppError


class LastBesideCaseError(AppError):
    """The case closed on a full disk: the latest changes stay in the file at `path`, beside it."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class ItemNumbersError(AppError):
    """What was typed does not name items by their numbers; `text` is what was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text


class DecisionsUnlikeLogError(AppError):
    """Decisions on some items are not those that the custody log noted."""

    def __init__(self, items: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.items = ", ".join(map(str, items))


class StatementsUnlikeLogError(AppError):
    """Items, places or statements are not those that the custody log noted."""


class LogChangedError(AppError):
    """The custody log itself is not as it was written."""


class PersonNotSaidError(AppError):
    """Several people were checked in this case, and it was not said which one is meant."""

    def __init__(self, people: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.people = ", ".join(map(str, people))


class PersonMissingError(AppError):
    """Nobody of that number was checked in this case."""

    def __init__(self, person: int = 0) -> None:
        super().__init__()
        self.person = person


class PersonUnlikeError(AppError):
    """The own photos resemble none of the faces that this person confirmed."""

    def __init__(self, person: int = 0) -> None:
        super().__init__()
        self.person = person
