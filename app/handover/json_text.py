"""JSON with long lists.

The encoder of the standard library holds every token of what it is given, 20 KB for an item; so
it is given one entry at a time. The text is the one it would have made.
"""

import json
from collections.abc import Iterable, Mapping


class JsonList:
    """A list of which each entry becomes text when it comes."""

    def __init__(self, entries: Iterable[object] = ()) -> None:
        self.entries: list[bytes] = []
        for entry in entries:
            self.append(entry)

    def append(self, entry: object) -> None:
        """Put an entry behind the others."""
        comma = "," if self.entries else ""
        self.entries.append(f"{comma}\n  {_text(entry, 2)}".encode())


def json_text(facts: Mapping[str, object], lists: Mapping[str, JsonList]) -> bytes:
    """An object: first the facts, then the lists. UTF-8; indented by a space."""
    pieces: list[bytes] = []
    for name, value in {**facts, **lists}.items():
        pieces.append(f"{',' if pieces else '{'}\n {_text(name)}: ".encode())
        pieces += _list(value) if isinstance(value, JsonList) else [_text(value, 1).encode()]
    return b"".join((*pieces, b"\n}\n"))


def _list(value: JsonList) -> Iterable[bytes]:
    return (b"[", *value.entries, b"\n ]") if value.entries else (b"[]",)


def _text(value: object, depth: int = 0) -> str:
    """A line feed stands only between tokens: within a string it is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("\n", "\n" + " " * depth)
