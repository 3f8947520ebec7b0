"""Exports that Telegram Desktop writes (its source, up to version 6.1, is the reference)."""
