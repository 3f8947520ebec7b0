"""Own photos from the camera. Nothing is recorded or written to disk."""
