"""What is known of an item as people read it: words where a reader wrote a code."""

from app.intake.note_flags import split_flags
from app.messages import Words
from app.messages.times import both, both_unix

OF_ITEM = " of item "
"""Before the number of the item that a screen capture shows."""


def _posted(seconds: str) -> str:
    return both_unix(int(seconds)) if seconds.lstrip("-").isdecimal() else seconds


TIMES = {"acquired_at_utc": both, "fs_mtime": both, "message_time_unix": _posted}
"""Said as the report says them: in Korea and UTC."""


def display_lines(field: str, value: str, words: Words) -> tuple[str, ...]:
    """The value of a field of the evidence list, line by line; what somebody typed stays as it is.

    A note begins with its marks, in words.
    """
    if field in TIMES:
        return (TIMES[field](value),)
    if field == "note":
        marks, text = split_flags(value)
        return (*(words.say(f"mark.{mark}") for mark in marks), *text.splitlines())
    code, _, item = value.partition(OF_ITEM)
    keys = {
        "platform": f"platform.{value}",
        "room_type": f"room_type.{value}",
        "operation": f"operation.{code}",
    }
    key = keys.get(field, "")
    if not words.knows(key):
        return (value,)
    said = words.say(key)
    return (f"{said}: {words.say('report.item', item=item)}" if item else said,)
