"""Check: compare her face with every face of the case, and put the answer into words."""
