"""The walls that a child proves before it sees the first byte of a stranger's file."""

from enum import StrEnum


class Wall(StrEnum):
    """What a wall keeps a child from."""

    FILES = "files"
    NETWORK = "network"
    PROCESSES = "processes"
    MEMORY = "memory"
