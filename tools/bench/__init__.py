"""Measure speed and memory, always beside a reference in the same run on the same machine."""
