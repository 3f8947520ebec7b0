"""Fakes made from photos: swaps, covered faces, spoilt copies, clips; found again or not."""
