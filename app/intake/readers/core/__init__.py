"""The common base of all readers: places, addresses, members, and the walk through them."""
