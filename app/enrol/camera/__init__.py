"""Own photos from the camera: nothing is recorded, nothing is written."""
