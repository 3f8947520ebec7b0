"""Details that the person who adds content gives about its source."""

from dataclasses import dataclass, fields, replace

from app.intake.note_flags import split_flags, with_flags
from app.intake.readers.core.events import Provenance
from storage import clock
from storage.types import Source


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """Details that apply to every item of one add; empty means unknown.

    The names are those of `storage.types.Source`.
    """

    url: str = ""
    platform: str = ""
    note: str = ""
    role: str = ""
    post_title: str = ""
    room_title: str = ""
    room_link: str = ""
    sender_username: str = ""
    message_time_unix: int | None = None
    how_obtained: str = ""
    personal_data: str = ""

    def __bool__(self) -> bool:
        """Return whether any detail is given, which may be news even about a known file."""
        return any(getattr(self, name) for name in _NAMES)


_NAMES = tuple(field.name for field in fields(SourceDetails))


def new_source(path: str, name: str, mtime_ns: int | None, details: SourceDetails) -> Source:
    """Return the source of content that is added now, with the details that were given."""
    moment = clock.now()
    return Source(
        path=path,
        filename=name,
        mtime_ns=mtime_ns,
        acquired_at_utc=moment.utc,
        acquired_at_local=moment.local,
        tz=moment.tz,
        **{name: getattr(details, name) or None for name in _NAMES},
    )


def with_provenance(source: Source, provenance: Provenance) -> Source:
    """Complete a source with what the export says, which takes precedence; notes are joined."""
    if not provenance:
        return source
    marks, said = split_flags(str(provenance.get("note", "")))
    note = with_flags(marks, "\n".join(filter(None, (said, source.note)))) or None
    return replace(source, **{**provenance, "note": note})  # type: ignore[arg-type]
