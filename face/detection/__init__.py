"""Detection of faces of any size in a picture, however they are rotated."""
