"""Keep the whole program off the network."""

def go_offline() -> None:
    """Refuse the network to this process and to all it starts."""

def harden_process() -> None:
    """Leave nothing of this process's memory on the disk."""
