"""The custody log of a case, written anew by somebody who has the passphrase."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from storage.case import Case
from tests.app.conftest import PHRASE
from tests.support.case_samples import CHEAP
from tests.support.tampered_logs import with_triggers, without_triggers


def replace_log(case: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Write the log anew, as somebody who knows the passphrase and the tables can."""
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        db = opened._db
        without_triggers(opened)
        rows = db.execute("SELECT body FROM custody ORDER BY seq").fetchall()
        bodies = change([body for (body,) in rows])
        hashes = [hashlib.sha256(body.encode()).hexdigest() for body in bodies]
        db.execute("DELETE FROM custody")
        for seq, row in enumerate(zip(bodies, hashes, strict=True), 1):
            db.execute("INSERT INTO custody VALUES (?, ?, ?)", (seq, *row))
        db.execute("UPDATE custody_head SET entries = ?, sha256 = ?", (len(bodies), hashes[-1]))
        with_triggers(opened)
