"""Scans media in a pool of fake children."""

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.sandbox.limits import Limits
from app.sandbox.pool import ScannerPool
from app.sandbox.protocol import MIB
from app.sandbox.work_queue import Source
from face.errors import UnreadableMediaError
from face.types import Reason, Scan

_ROOT = Path(__file__).parents[3]

FAKE_CHILD = [
    sys.executable,
    "-I",
    "-B",
    "-c",
    f"import sys; sys.path.insert(0, {str(_ROOT)!r}); "
    "from tests.app.sandbox import fake_child; raise SystemExit(fake_child.main())",
]
"""Starts a child that does as its media say."""

ALONE = Limits(memory_alone=200 * MIB)
IMPATIENT = replace(ALONE, silent_s=2.0)
"""Limits that give up soon; an honest fake child needs milliseconds."""


def fake_pool(pack: str = "fake", children: int = 1, limits: Limits = ALONE) -> ScannerPool:
    return ScannerPool(pack, children, limits=limits, command=FAKE_CHILD)


def says(words: str, size: int = 0) -> Callable[[], Source]:
    content = words.encode().ljust(size, b"\0")
    return lambda: (io.BytesIO(content), len(content))


def faces(result: Scan | UnreadableMediaError) -> int | Reason:
    return result.reason if isinstance(result, UnreadableMediaError) else len(result.tracks)


def outcomes(pool: ScannerPool, *media: Callable[[], Source]) -> list[int | Reason]:
    """Return the result of each medium, in the order of the media."""
    came = [outcome for outcome in pool.scan_all(enumerate(media)) if outcome]
    assert len(came) == len(media)
    return [faces(result) for _, result in sorted(came, key=lambda outcome: outcome[0])]


def only(pool: ScannerPool, medium: Callable[[], Source]) -> Scan | UnreadableMediaError:
    """Return the result of one medium."""
    ((_, result),) = [outcome for outcome in pool.scan_all([(0, medium)]) if outcome]
    return result
