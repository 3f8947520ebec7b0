"""Contents, sources and scans made up for the tests, and how to leave a process the hard way."""

import hashlib
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest

from face.types import Face, MediaFacts, Reason, Scan, SeenFace, Track, Traits
from storage.case import Case
from storage.hashes import Hashes, hash_chunks
from storage.keys import KdfCost
from storage.logged_rows import ROWS
from storage.types import Source

CHEAP = KdfCost(memory_kib=32, passes=1, lanes=1)
"""Derives a key in no time; the full cost takes a second."""

PASSPHRASE = "어두운 거울"  # noqa: S105 - of test cases only
DIMENSION = 16
FACTS = MediaFacts("image/jpeg", 640, 480, None, 1, "0f" * 32, 90)

FULL = Source(
    path="/somewhere/사진.jpg",
    filename="사진.jpg",
    mtime_ns=1_700_000_000_123_456_789,
    acquired_at_utc="2026-01-02T03:04:05.678+00:00",
    acquired_at_local="2026-01-02T12:04:05.678+09:00",
    tz="KST",
    role="counsellor",
    how_obtained="tip-off",
    platform="telegram",
    room_title="a\nroom",
    room_type="channel",
    room_id="channel123",
    room_link="t.me/c/123/4",
    message_id="4",
    message_time_unix=1_700_000_000,
    sender_display="보낸 사람",
    sender_id="user5",
    sender_username="@x",
    forwarded_from="y",
    url="https://example.org/?a=b",
    post_title="title",
    search_keywords="words",
    personal_data="이름, 학교",
    note="note",
)
"""A source with every field filled in."""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is for POSIX")


def hashes_of(content: bytes) -> Hashes:
    return hash_chunks([content])


def source_of(name: str, mtime_ns: int = 1) -> Source:
    return Source(path=f"/somewhere/{name}", filename=name, mtime_ns=mtime_ns)


def add(case: Case, name: str, content: bytes | None = None) -> int:
    content = name.encode() if content is None else content
    return case.add_content(hashes_of(content), len(content), source_of(name)).item


def embedding_of(name: str, dimension: int = DIMENSION) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4])
    vector = np.random.default_rng(seed).normal(size=dimension)
    # exact in half precision, as a case keeps them
    return (vector / np.linalg.norm(vector)).astype(np.float16).astype(np.float32)


def seen(name: str, left: float = 0.1, crop: bytes | None = b"crop") -> SeenFace:
    landmarks = np.linspace(0, 0.9, 10, dtype=np.float32).reshape(5, 2)
    face = Face(
        box=(left, 0.2, left + 0.2, 0.5),
        landmarks=landmarks,
        detection_score=0.75,
        quality=0.5,
        traits=Traits(120.0, 0.25, 0.5, -0.125, 30.0),
        embedding=embedding_of(name),
    )
    return SeenFace(face, 0, 0, crop)


def scan_of(*names: str, pack: str = "open", partly: Reason | None = None) -> Scan:
    """One track for each name, side by side from left to right."""
    tracks = tuple(
        Track(0, 40, 2, embedding_of(name), (seen(name, left=0.3 * place),))
        for place, name in enumerate(names)
    )
    return Scan(pack, "1", FACTS, tracks, partly)


def without_rows(details: Mapping[str, Any]) -> dict[str, Any]:
    """Details of an entry of the log, without what it says of rows."""
    return {name: said for name, said in details.items() if name != ROWS}


def make_case(path: Path) -> tuple[Case, str]:
    return Case.create(path, PASSPHRASE, cost=CHEAP)


def open_case(path: Path, passphrase: str = PASSPHRASE) -> Case:
    return Case.open(path, passphrase, cost=CHEAP)


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


LONGEST = 120
"""Seconds after which a process that should have come to its end is ended."""


def die() -> NoReturn:
    """End this process as kill -9 does: nothing runs any more."""
    if sys.platform == "win32":
        raise NotImplementedError
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def never() -> bool:
    return False


def run_until(moment: Callable[[], bool], work: Callable[[], object]) -> None:
    """Run `work` in a process of its own and kill it once `moment` is seen or it has ended."""
    if sys.platform == "win32":
        raise NotImplementedError
    child = os.fork()
    if not child:
        signal.alarm(LONGEST)
        try:
            work()
        except BaseException:  # noqa: BLE001 - nothing of it may go on in the tests
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    ended, status = 0, 0
    while not ended:
        if moment():
            os.kill(child, signal.SIGKILL)
        time.sleep(0.0005)
        ended, status = os.waitpid(child, os.WNOHANG)
    assert status in (0, signal.SIGKILL)


def size_of(path: Path) -> int:
    """How large a file is by now; 0 while it is not there."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
