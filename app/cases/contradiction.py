"""What is told at once of a case that contradicts its own custody log."""

from app.cases.errors import DecisionsUnlikeLogError, LogChangedError, StatementsUnlikeLogError
from app.errors import AppError
from storage.audit import Contradictions


def contradiction_error(found: Contradictions) -> AppError | None:
    """Return what to tell, the gravest first; None where nothing differs."""
    if found.log:
        return LogChangedError()
    if found.decisions:
        return DecisionsUnlikeLogError(found.decisions)
    return StatementsUnlikeLogError() if found.statements else None
