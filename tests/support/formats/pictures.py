"""What readers take for a picture, since they look at its first bytes only."""

PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 40
"""Begins as a JPEG."""
