"""Times as people read them."""


def clock_time(milliseconds: int) -> str:
    """A place in a video, such as 0:07 or 1:02:33."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
