"""Chats that other programs export: one text, and perhaps the media beside it."""
