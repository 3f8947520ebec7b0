"""Fuzzing of everything that reads what somebody else made: docs/fuzzing.md."""
