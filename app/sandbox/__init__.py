"""Decodes hostile media in child processes that can harm nothing: see docs/threat-model.md."""
