"""Whose face a case was last checked for."""

from storage.case import Case


def whose_face(case: Case) -> str:
    """Return a value of `Attestation`, as the custody log has it; "" where nobody said it."""
    said = [entry.role for entry in case.custody.entries() if entry.action == "attest"]
    return said[-1] if said else ""
