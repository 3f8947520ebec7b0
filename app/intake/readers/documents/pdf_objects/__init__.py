"""The parser of PDF. Only child processes import it: see docs/decisions/0089."""
