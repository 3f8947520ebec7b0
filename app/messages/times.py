"""Times as people read them."""

from datetime import datetime

from app.messages import plain


def clock_time(milliseconds: int) -> str:
    """A place in a video, such as 0:07 or 1:02:33; never after it, so that nothing is missed."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def clock_time_after(milliseconds: int) -> str:
    """The same for the end of an interval: never before it."""
    return clock_time(milliseconds + 999)


def local_time(utc: str) -> str:
    """2026-11-22 23:31 on this computer, from ISO 8601; what is no time stays as it is."""
    try:
        return datetime.fromisoformat(utc).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return plain(utc)
