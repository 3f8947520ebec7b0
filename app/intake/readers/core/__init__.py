"""What every reader uses: places, addresses, members, and the walk through them."""
