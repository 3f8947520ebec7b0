"""Shows the evidence fields of an item to people: words in place of codes."""

from app.intake.note_flags import split_flags
from app.messages import Words
from app.messages.times import korean_and_utc, korean_and_utc_of

OF_ITEM = " of item "
"""The text before the number of the item that a screen capture shows."""


def _posted(seconds: str) -> str:
    return korean_and_utc_of(int(seconds)) if seconds.lstrip("-").isdecimal() else seconds


TIMES = {
    "acquired_at_utc": korean_and_utc,
    "fs_mtime": korean_and_utc,
    "message_time_unix": _posted,
}
"""Fields that hold times, which are shown in Korean time and in UTC, as in the report."""


def display_lines(field: str, value: str, words: Words) -> tuple[str, ...]:
    """Return the value of an evidence field, line by line; typed text stays as it is.

    The lines of a note begin with its flags in words.
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
