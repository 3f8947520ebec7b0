"""Whose face a check is for: said before it, and kept in the custody log."""

from enum import StrEnum


class Attestation(StrEnum):
    """What the person at the keyboard says about the face in the own photos."""

    SELF = "self"
    CONSENT = "consent"
    GUARDIAN = "guardian"
    COUNSELLOR = "counsellor"
