"""What tests keep to with threads."""

SHARED = "shared by tests"
"""The threads that may outlive a test are called so (tests/conftest.py)."""
