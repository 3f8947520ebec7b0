"""Enrol: her own face, from photos or the camera, in memory only."""
