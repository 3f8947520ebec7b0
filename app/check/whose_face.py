"""Whose face a case was last checked for."""

from app.cases.people import PERSON, person_in
from storage.case import Case


def whose_face(case: Case, person: int | None = None) -> str:
    """Return a value of `Attestation`, as the custody log has it; "" where nobody said it.

    Args:
        person: Number of the person; None takes the one who was checked last.
    """
    said = [
        entry.role
        for entry in case.custody.entries()
        if entry.action == "attest" and person in (None, person_in(entry.details.get(PERSON)))
    ]
    return said[-1] if said else ""
