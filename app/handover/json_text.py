"""JSON of objects with long lists, in little memory.

The encoder of the standard library holds every token of its input at once, 20 KB for an item, so
lists are encoded entry by entry. The text is the same as the encoder would have made.
"""

import json
from collections.abc import Iterable, Mapping


class JsonList:
    """A list whose entries are encoded as they are added."""

    def __init__(self, entries: Iterable[object] = ()) -> None:
        self.entries: list[bytes] = []
        for entry in entries:
            self.append(entry)

    def append(self, entry: object) -> None:
        """Encode an entry and add it at the end."""
        comma = "," if self.entries else ""
        self.entries.append(f"{comma}\n  {_text(entry, 2)}".encode())


def json_text(facts: Mapping[str, object], lists: Mapping[str, JsonList]) -> bytes:
    """Encode an object, first the facts, then the lists, as UTF-8 indented by one space."""
    pieces: list[bytes] = []
    for name, value in {**facts, **lists}.items():
        pieces.append(f"{',' if pieces else '{'}\n {_text(name)}: ".encode())
        pieces += _list(value) if isinstance(value, JsonList) else [_text(value, 1).encode()]
    return b"".join((*pieces, b"\n}\n"))


def _list(value: JsonList) -> Iterable[bytes]:
    return (b"[", *value.entries, b"\n ]") if value.entries else (b"[]",)


def _text(value: object, depth: int = 0) -> str:
    """Encode a value, indented by its depth; line feeds within strings are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("\n", "\n" + " " * depth)
