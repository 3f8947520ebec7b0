"""Measure the window while hostile files are added: pauses, the quick exit, and the lock."""

import json
import resource
import sys
import time
from pathlib import Path

from app.intake.source_details import SourceDetails
from storage.lock import is_open_here
from tests.support.formats.hostile import HOSTILE
from tools.bench.photos import make_photos
from tools.bench.window.heartbeat import Heartbeat, idle_process
from tools.bench.window.inside import (
    PASSPHRASE,
    open_new_case,
    open_window,
    raise_it,
    wait,
    wait_until,
)
from tools.bench.window.scan import WaysOut
from ui.application import Application
from ui.safety.lock import LockReason

COVER_EVERY_MS = 500
LOCK_AFTER_MS = 700
LOCK_GOAL_MS = 1000


def main() -> None:
    """Print the figures of each hostile file, between two photos."""
    home = Path(sys.argv[1])
    application = open_window()
    open_new_case(application, home)
    application.window.show_page("intake")
    ways_out = WaysOut(application)
    told = {name: measured(application, home, name, ways_out) for name in HOSTILE}
    print(json.dumps({**ways_out.figures(), "lock_goal_ms": LOCK_GOAL_MS, "files": told}))
    application.session.end(10)


def measured(
    application: Application, home: Path, name: str, ways_out: WaysOut
) -> dict[str, object]:
    """Add one hostile file and two photos; lock meanwhile, unlock, and let it end."""
    content = home / name.replace(".", "-")
    content.mkdir()
    make_photos(content, 2)
    (content / name).write_bytes(HOSTILE[name]())
    intake = application.session.intake
    heart = Heartbeat()
    start = time.perf_counter()
    with idle_process() as idle:
        heart.start()
        intake.add([content], SourceDetails())
        wait(LOCK_AFTER_MS)
        heart.stop()
        lock_ms = locked(application)  # adding goes on as soon as the case is open again
        heart.start()
        while True:
            wait(COVER_EVERY_MS)
            heart.stop()
            ways_out.take_one()
            heart.start()
            if not intake.busy:
                break
        heart.stop()
    return {
        "seconds": round(time.perf_counter() - start, 1),
        "pauses": heart.figures(),
        "idle_process": idle,
        "lock_ms": lock_ms,
        "memory_mib": mebibytes(children=False),
        "largest_child_so_far_mib": mebibytes(children=True),
    }


def locked(application: Application) -> float:
    """Lock, wait until the case with its key is gone, open it again; milliseconds of the lock."""
    session = application.session
    path = session.path
    assert path is not None  # noqa: S101 - it was opened
    start = time.perf_counter()
    application.lock(LockReason.AWAY)
    wait_until(lambda: not is_open_here(path.stat()))
    took_ms = (time.perf_counter() - start) * 1000
    session.open(path, PASSPHRASE, raise_it)
    wait_until(lambda: session.is_open)
    return round(took_ms, 1)


def mebibytes(*, children: bool) -> int:
    """The most memory so far."""
    if sys.platform == "win32":
        raise NotImplementedError
    who = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    return resource.getrusage(who).ru_maxrss // 1024


if __name__ == "__main__":
    main()
