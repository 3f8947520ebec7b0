"""Exports of Telegram Desktop; its source code, up to version 6.1, is the reference."""
