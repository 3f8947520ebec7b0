"""Compare one person with all faces of a case, and say how many look-alikes to expect."""

from face.matching.check import Band, Hit, Outcome, check
from face.matching.leave_out import Confirmed

__all__ = ["Band", "Confirmed", "Hit", "Outcome", "check"]
