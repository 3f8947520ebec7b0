"""Compare one person with all faces of a case, and estimate how many look-alikes come up."""

from face.matching.check import CheckResult, Hit, check
from face.matching.leave_one_out import ConfirmedFaces
from face.matching.thresholds import Band

__all__ = ["Band", "CheckResult", "ConfirmedFaces", "Hit", "check"]
