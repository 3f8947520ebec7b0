"""Archives: zip, 7z and tar, and single compressed files."""
