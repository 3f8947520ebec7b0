"""Scan: find the faces in every item of a case, and say how much of it was scanned."""
