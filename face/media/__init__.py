"""Bytes of strangers become frames: what they are, how they are decoded, which are looked at."""
