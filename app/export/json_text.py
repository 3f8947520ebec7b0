"""JSON with long lists.

The encoder of the standard library holds every token of what it is given, 20 KB for an item; so
it is given one entry at a time. The text is the one it would have made.
"""

import json
from collections.abc import Iterable, Mapping


class JsonList:
    """A list of which each entry becomes text when it comes."""

    def __init__(self, entries: Iterable[object] = ()) -> None:
        self._texts: list[str] = []
        for entry in entries:
            self.append(entry)

    def append(self, entry: object) -> None:
        """Put an entry behind the others."""
        self._texts.append(f"\n  {_text(entry, 2)}")

    def __str__(self) -> str:
        return f"[{','.join(self._texts)}\n ]" if self._texts else "[]"


def json_text(facts: Mapping[str, object], lists: Mapping[str, JsonList]) -> str:
    """An object: first the facts, then the lists. Indented by a space; a line feed at its end."""
    members = [f" {_text(name)}: {_text(value, 1)}" for name, value in facts.items()]
    members += [f" {_text(name)}: {entries}" for name, entries in lists.items()]
    return "{\n" + ",\n".join(members) + "\n}\n"


def _text(value: object, depth: int = 0) -> str:
    """A line feed stands only between tokens: within a string it is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("\n", "\n" + " " * depth)
