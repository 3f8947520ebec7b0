"""What has to be said beside a field, in a form that every language has words for.

They stand in square brackets in the first line of the note of a source, before what a person wrote.
"""

import re
from collections.abc import Iterable
from enum import StrEnum


class NoteFlag(StrEnum):
    """The words are "mark.NAME"."""

    LINK_RECONSTRUCTED = "link-reconstructed"
    TIME_ASSUMED = "time-assumed"
    THUMBNAIL = "thumbnail"
    CLAIMED = "claimed"


_LINE = re.compile(r"((?:\[[a-z-]+\] ?)+)(?:\n|$)")


def with_flags(marks: Iterable[NoteFlag], text: str = "") -> str:
    """The note; empty when there is nothing to say."""
    line = " ".join(f"[{mark}]" for mark in sorted(set(marks)))
    return f"{line}\n{text}" if line and text else line or text


def split_flags(note: str | None) -> tuple[tuple[NoteFlag, ...], str]:
    """The marks in a note, and the rest of it. A line that holds anything else is no marks."""
    line = _LINE.match(note or "")
    names = re.findall(r"\[([a-z-]+)\]", line[1]) if line else []
    if line is None or not all(name in list(NoteFlag) for name in names):
        return (), note or ""
    return tuple(NoteFlag(name) for name in names), (note or "")[line.end() :]
