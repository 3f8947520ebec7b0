"""Model packs: the catalogue, what is installed, and the networks in them."""

DEFAULT_PACK = "open"
"""The pack that comes with the program."""
