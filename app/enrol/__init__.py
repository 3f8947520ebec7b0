"""Enrol: take in her own face from photos or the camera, in memory only."""
