"""Chats that other programs write down: one text, and perhaps the media beside it."""
