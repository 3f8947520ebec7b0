"""Text that may not be valid Unicode, as names from a disk or a damaged export.

SQLite stores valid Unicode only. A lone surrogate, as in the name of a file that is not UTF-8, is
kept as a blob of "UTF-8 with surrogates" instead and comes back unchanged.
"""

from typing import Any, TypeAlias

Stored: TypeAlias = str | bytes | int | None


def to_stored(value: str | int | None) -> Stored:
    """Encode a value so that SQLite can store it."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def from_stored(value: Any) -> Any:
    """Decode a value that `to_stored` encoded."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
