"""Changes to the custody log that somebody who knows the passphrase can make with SQL."""

import json
from collections.abc import Callable

from storage.case import Case
from storage.custody import canonical, sha256_of
from storage.schema import SCHEMA


def without_triggers(case: Case) -> None:
    """Drop the triggers that keep the log from being changed."""
    names = case._db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        case._db.execute(f"DROP TRIGGER {name}")


def with_triggers(case: Case) -> None:
    """Make the triggers anew, without which the case would not open."""
    for statement in SCHEMA[SCHEMA.index("CREATE TRIGGER") :].split("END;\n"):
        if statement.strip():
            case._db.execute(f"{statement}END;")


TAMPERING: dict[str, tuple[Callable[[Case], object], int]] = {
    "edited": (
        lambda c: c._db.execute("UPDATE custody SET body = replace(body, 'self', 'x')"),
        2,
    ),
    "edited and hashed again": (lambda c: hash_again(c, 2), 3),
    "one removed": (lambda c: c._db.execute("DELETE FROM custody WHERE seq = 3"), 3),
    "the first removed": (lambda c: c._db.execute("DELETE FROM custody WHERE seq = 1"), 1),
    "cut off": (lambda c: c._db.execute("DELETE FROM custody WHERE seq > 3"), 4),
    "emptied": (lambda c: c._db.execute("DELETE FROM custody"), 1),
    "two exchanged": (lambda c: exchange(c, 2, 3), 2),
    "no JSON": (lambda c: c._db.execute("UPDATE custody SET body = '[' WHERE seq = 4"), 4),
    "head set back": (
        lambda c: c._db.execute(
            "UPDATE custody_head SET (entries, sha256) ="
            " (SELECT seq, sha256 FROM custody WHERE seq = 4)"
        ),
        6,
    ),
}
"""Ways to change the log, each with the number of the entry where that is found."""


def cut(case: Case, after: int) -> None:
    """Remove every entry after the given one, and set the head back to it."""
    case._db.execute("DELETE FROM custody WHERE seq > ?", (after,))
    case._db.execute(
        "UPDATE custody_head SET (entries, sha256) ="
        " (SELECT seq, sha256 FROM custody ORDER BY seq DESC LIMIT 1)"
    )


def rewrite(case: Case) -> None:
    """Replace the log by a valid chain that lacks the third entry."""
    bodies = [json.loads(body) for body in case.custody.bodies()]
    del bodies[2]
    case._db.execute("DELETE FROM custody")
    previous = sha256_of(case.info().id)
    for seq, entry in enumerate(bodies, 1):
        body = canonical({**entry, "seq": seq, "previous": previous})
        previous = sha256_of(body)
        case._db.execute("INSERT INTO custody VALUES (?, ?, ?)", (seq, body, previous))
    case._db.execute("UPDATE custody_head SET entries = ?, sha256 = ?", (len(bodies), previous))


def hash_again(case: Case, seq: int) -> None:
    (body,) = case._db.execute("SELECT body FROM custody WHERE seq = ?", (seq,)).fetchone()
    body = body.replace("self", "x")
    case._db.execute(
        "UPDATE custody SET body = ?, sha256 = ? WHERE seq = ?", (body, sha256_of(body), seq)
    )


def exchange(case: Case, one: int, other: int) -> None:
    for old, new in ((one, 99), (other, one), (99, other)):
        case._db.execute("UPDATE custody SET seq = ? WHERE seq = ?", (new, old))
