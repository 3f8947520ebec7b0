"""The open case and everything under way in it, as the pages see it."""
