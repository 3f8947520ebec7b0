"""Text that is not always text: names that came from a disk or a damaged export.

SQLite stores valid Unicode only. A lone surrogate, as in the name of a file that is not UTF-8, is
kept as a blob of "UTF-8 with surrogates" instead and comes back unchanged.
"""

from typing import Any, TypeAlias

Stored: TypeAlias = str | bytes | int | None


def to_stored(value: str | int | None) -> Stored:
    """Return what SQLite can keep."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def from_stored(value: Any) -> Any:
    """Return what was put in."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
