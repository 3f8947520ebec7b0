"""Bundles whose passphrase nobody has said to have written down, kept inside the encrypted case.

What is kept opens a bundle. So it stands nowhere but in the case, whose passphrase it takes to read
it, and goes with the person's word; deleted pages of a case are overwritten (`secure_delete`).
"""

from sqlite_utils import Database

from storage.custody import Custody

_PREFIX = "pending_handover:"


class PendingHandovers:
    """Texts about bundles, by numbers that grow; what they say is the caller's."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, text: str) -> int:
        """Keep a text; returns its number."""
        with self._db.atomic():
            number = max([Custody(self._db).head().entries, *(n + 1 for n, _ in self.all())])
            self._db.execute("INSERT INTO meta VALUES (?, ?)", (_name(number), text))
        return number

    def replace(self, number: int, text: str) -> None:
        """Keep another text in the place of one."""
        with self._db.atomic():
            self._db.execute("UPDATE meta SET value = ? WHERE name = ?", (text, _name(number)))

    def remove(self, number: int) -> None:
        """Forget a text; nothing happens where it is not kept."""
        with self._db.atomic():
            self._db.execute("DELETE FROM meta WHERE name = ?", (_name(number),))

    def all(self) -> list[tuple[int, str]]:
        """Return numbers and texts, the oldest first; what no program of ours wrote is left out."""
        found = self._db.execute(
            "SELECT name, value FROM meta WHERE name LIKE ?", (f"{_PREFIX}%",)
        ).fetchall()
        numbers = ((str(name).removeprefix(_PREFIX), value) for name, value in found)
        return sorted(
            (int(number), value)
            for number, value in numbers
            if number.isascii() and number.isdecimal() and len(number) < 16
            if isinstance(value, str)
        )


def _name(number: int) -> str:
    return f"{_PREFIX}{number}"
