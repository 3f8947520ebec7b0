"""Decode untrusted media: identify the format, decode it, and choose the frames to scan."""
