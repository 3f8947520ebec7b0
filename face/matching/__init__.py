"""Compare one person with all faces of a case, and say how many look-alikes to expect."""

from face.matching.leave_out import Confirmed
from face.matching.outcome import Band, Hit, Outcome, check

__all__ = ["Band", "Confirmed", "Hit", "Outcome", "check"]
