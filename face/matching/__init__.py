"""Compare one person with all faces of a case, and say how many look-alikes to expect."""

from face.matching.outcome import Band, Hit, Outcome, check

__all__ = ["Band", "Hit", "Outcome", "check"]
