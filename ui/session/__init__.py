"""The state of the open case as the pages see it, and the work under way in it."""
