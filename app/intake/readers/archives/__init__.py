"""Archives: zip, 7z, tar, and single packed files."""
