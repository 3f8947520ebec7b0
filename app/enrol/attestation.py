"""Whose face a check is for, as the person attests before it; the custody log keeps it."""

from enum import StrEnum


class Attestation(StrEnum):
    """What the person at the keyboard attests about the face in the own photos."""

    SELF = "self"
    CONSENT = "consent"
    GUARDIAN = "guardian"
    COUNSELLOR = "counsellor"
