"""Whether the catalogue of words is complete, used, and translated from what it says today."""
