"""The model packs: what there is, what is installed, and the networks in them."""

DEFAULT_PACK = "open"
"""The pack that comes with the program."""
