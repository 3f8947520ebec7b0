"""A sample case from pictures that come inside the dependencies, to see how it all works."""
