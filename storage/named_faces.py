"""The faces that checks have named, by their numbers in the custody log.

Another scan of an item gives its faces new numbers. Of those that were named it is noted which is
which, so that what was said of a face is found again.
"""

from collections.abc import Set as AbstractSet

from storage.custody import Custody


class NamedFaces:
    """Reads the log once, and then only what was added to it since."""

    def __init__(self) -> None:
        self._faces: dict[int, set[int]] = {}
        self._read = 0

    def in_item(self, log: Custody, item: int) -> AbstractSet[int]:
        """Return the numbers of the faces of an item that a check found, old and new."""
        for entry in log.entries(after=self._read):
            self._read = max(self._read, entry.seq)
            if entry.action == "check":
                self._read_check(entry.details.get("found"))
            elif entry.action == "renumbered":
                self._follow(entry.details.get("item"), entry.details.get("faces"))
        return self._faces.get(item, set())

    def _read_check(self, found: object) -> None:
        for row in found if isinstance(found, list) else ():
            match row:
                case [int(item), int(face), _]:
                    self._faces.setdefault(item, set()).add(face)

    def _follow(self, item: object, pairs: object) -> None:
        for pair in pairs if isinstance(pairs, list) else ():
            match item, pair:
                case int(), [int(), int(new)]:
                    self._faces.setdefault(item, set()).add(new)
