"""Scan: look for faces in every item of a case, and say how much of it was looked at."""
