"""Measure recognition on labelled faces: `python -m tools.evaluate`."""
