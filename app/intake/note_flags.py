"""Flags that qualify the provenance of an item, such as an assumed time zone.

Flags stand in square brackets in the first line of the note of a source, before what a person
wrote. Each language has its own words for them.
"""

import re
from collections.abc import Iterable
from enum import StrEnum


class NoteFlag(StrEnum):
    """A reservation about the provenance; its words are the message "mark.NAME"."""

    LINK_RECONSTRUCTED = "link-reconstructed"
    TIME_ASSUMED = "time-assumed"
    THUMBNAIL = "thumbnail"
    CLAIMED = "claimed"


_LINE = re.compile(r"((?:\[[a-z-]+\] ?)+)(?:\n|$)")


def with_flags(marks: Iterable[NoteFlag], text: str = "") -> str:
    """Join flags and text to a note; the note is empty if both are."""
    line = " ".join(f"[{mark}]" for mark in sorted(set(marks)))
    return f"{line}\n{text}" if line and text else line or text


def split_flags(note: str | None) -> tuple[tuple[NoteFlag, ...], str]:
    """Split a note into its flags and its text. A first line with anything else has no flags."""
    line = _LINE.match(note or "")
    names = re.findall(r"\[([a-z-]+)\]", line[1]) if line else []
    if line is None or not all(name in list(NoteFlag) for name in names):
        return (), note or ""
    return tuple(NoteFlag(name) for name in names), (note or "")[line.end() :]
