"""What is in a PDF. Imported in a child process only: see docs/decisions/0089."""
