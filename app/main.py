"""Put the program together and start it."""


def main() -> int:
    """Run the command line; return the exit status."""
    return 0
