"""Demo: a sample case from pictures inside the dependencies, to see how the program works."""
