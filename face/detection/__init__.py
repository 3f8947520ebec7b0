"""Find faces of any size in a picture, however they are turned."""
