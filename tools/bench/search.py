"""Measure loading and searching cases of 10^5 and 10^6 faces."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.program import Services
from face import matching
from face.embed import unit_length
from face.matching.calibration import Calibration
from face.packs import DEFAULT_PACK
from face.types import Embedding, Face, MediaFacts, Scan, SeenFace, Track, Traits
from storage import clock
from storage.case import Case
from storage.hashes import hash_chunks
from storage.types import Source

SIZES = (100_000, 1_000_000)
WIDTHS = (128, 128)
"""Numbers in the part of each recogniser of the pack."""
TRACKS_AN_ITEM = 100
PACK = DEFAULT_PACK
PASSPHRASE = "a passphrase for measuring"  # noqa: S105


def measure() -> dict[str, object]:
    """Return for each size: milliseconds of the search and of the check, seconds of the loading."""
    return {str(count): measure_size(count) for count in SIZES}


def measure_size(count: int) -> dict[str, object]:
    """Make a case of `count` tracks and use it in a fresh process, whose memory is measured,
    too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.case")
        make_case(path, count)
        command = [sys.executable, "-m", "tools.bench.search", str(path)]
        read = min(read_seconds(path) for _ in range(3))
        told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    names = ["open_s", "first_load_s", "load_s", "search_ms", "check_ms", "peak_mb"]
    figures = {name: round(float(each), 3) for name, each in zip(names, told.split(), strict=True)}
    return {
        **figures,
        "check_over_search": round(figures["check_ms"] / figures["search_ms"], 1),
        "load_over_read": round(figures["load_s"] / read, 1),
    }


def read_seconds(path: Path) -> float:
    """Return the seconds to read the file from the page cache, the reference for loading."""
    buffer = bytearray(1 << 20)
    start = time.perf_counter()
    with path.open("rb", buffering=0) as stream:
        while stream.readinto(buffer):
            pass
    return time.perf_counter() - start


def use_case(path: Path) -> list[float]:
    """Return the seconds to open, load, search and check a case, and the peak memory in MiB."""
    pipeline = Services().pipeline(PACK)
    started = time.perf_counter()
    case = Case.open(path, PASSPHRASE)
    opened = time.perf_counter()
    with case:
        index = case.tracks(PACK, pipeline)
        loaded = time.perf_counter()
        del index
        again = time.perf_counter()  # now the file lies in the system's cache for certain
        index = case.tracks(PACK, pipeline)
        loaded_again = time.perf_counter()
    own = unit_vectors(1, np.random.default_rng(1))
    search = best_of(lambda: index.embeddings @ own[0])
    calibration = Calibration.load(PACK, pipeline)
    check = best_of(lambda: matching.check(own, index.embeddings, calibration, groups=index.item))
    return [opened - started, loaded - opened, loaded_again - again, search, check, peak_mb()]


def peak_mb() -> float:
    """Return the most memory that this process ever held. (ru_maxrss would count its parent.)"""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def best_of(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the milliseconds of the fastest round, with which nothing else interfered."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def unit_vectors(count: int, dice: np.random.Generator) -> NDArray[np.float32]:
    """Return count embeddings, in each part as narrow a cone as faces fill."""
    vectors = dice.standard_normal((count, sum(WIDTHS)), np.float32) * 0.3
    vectors[:, [0, WIDTHS[0]]] += 3
    parts = np.split(vectors, np.cumsum(WIDTHS)[:-1], axis=1)
    even = np.concatenate([unit_length(part) for part in parts], axis=1)
    return np.asarray(even / np.sqrt(len(WIDTHS)), np.float32)


def make_case(path: Path, count: int) -> None:
    """Write a case of made-up faces, TRACKS_AN_ITEM to an item."""
    case, _ = Case.create(path, PASSPHRASE, crops=False)
    dice, pipeline = np.random.default_rng(7), Services().pipeline(PACK)
    with case, case.transaction():
        for number in range(count // TRACKS_AN_ITEM):
            content = case.add_content(hash_chunks([b"%d" % number]), 1, source(number))
            case.store_scan(content.item, scan(unit_vectors(TRACKS_AN_ITEM, dice), pipeline))


def source(number: int) -> Source:
    """Return where a made-up item came from."""
    moment = clock.now()
    name = f"{number}.mp4"
    return Source(
        path=f"/{name}",
        filename=name,
        mtime_ns=number,
        acquired_at_utc=moment.utc,
        acquired_at_local=moment.local,
        tz=moment.tz,
    )


def scan(embeddings: NDArray[np.float32], pipeline: str) -> Scan:
    """Return the scan of a video with a track for each row."""
    facts = MediaFacts("video/mp4", 1920, 1080, 60_000, 120, None, None)
    return Scan(PACK, pipeline, facts, tuple(map(track, embeddings)))


def track(embedding: Embedding) -> Track:
    """Return a track of one face."""
    traits = Traits(100.0, 0.5, 0.5, 0.0, 0.0)
    points = np.full((5, 2), 0.5, np.float32)
    face = Face((0.4, 0.4, 0.6, 0.6), points, 0.9, 0.9, traits, embedding)
    return Track(0, 1000, 2, embedding, (SeenFace(face, 0, 0, None),))


if __name__ == "__main__":
    print(*use_case(Path(sys.argv[1])))
