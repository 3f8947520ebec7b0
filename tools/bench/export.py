"""Measure the export of originals beside `7z a -mx0` with AES-256 on the same bytes.

The memory of an export with a report of many items is measured, too.

`python -m tools.bench.export large` does this with 10 GB that nothing has in memory, and with all
documents; it needs 40 GB of disk and ten minutes. `python -m tools.bench.export CASE OUT` exports
one case and prints its figures.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.handover.bundle import build_bundle, no_documents
from app.handover.bundle_plan import BundlePlan, ItemSelection, Level
from app.handover.report.bundle_documents import bundle_documents
from app.handover.report.typesetting import Typesetter
from face.types import MediaFacts, Scan
from storage import page_cache
from storage.bundle.write import UnderPassphrase
from storage.case import Case
from storage.hashes import hash_chunks
from storage.types import KeptMedia, Source
from tests.support.case_samples import CHEAP

FILES, MEBIBYTES = 16, 64
LARGE = 150
"""Number of files that make 10 GB."""
REPORTED = 1000
"""Items of a long report: 10 GB of photos and short videos."""
ROUNDS = 3
PHRASE = "only for measuring this once"
SEEN = Scan("open", "1", MediaFacts("video/mp4", 640, 480, 1000, 25, None, None), (), None)
"""A scan for every item: items that were not scanned stay out of a bundle."""
TAGS = 1 << 24
"""Most bytes of a bundle beside its payload: behind them reading back has begun."""
WANTED, WANTED_WITH_READING_BACK = 0.8, 0.6
"""Of the speed of 7-Zip."""
LIMIT_MB = 200
"""Of an export without documents."""


def measure() -> dict[str, object]:
    """Return MB a second of both, writing and reading back apart, and the most memory."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        root = Path(folder)
        _make_case(root / "many", _make_files(root / "small", REPORTED, 1 << 10))
        peak = _ours(root / "many", "--report")["peak_mb"]
    return _compared(FILES) | {f"peak_mb_with_a_report_of_{REPORTED}": peak}


def _compared(count: int, *options: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        root = Path(folder)
        files = _make_files(root / "files", count, MEBIBYTES << 20)
        _make_case(root / "case", files)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            if "--cold" in options:
                _forget(*files, root / "case")
            theirs.append(_seven_zip(root / "theirs.zip", files))
            ours.append(_ours(root / "case", *options))
    size = count * MEBIBYTES * 1.048576
    best = min(ours, key=lambda each: each["write_seconds"])
    reference = min(theirs, key=lambda each: each["seconds"])
    rounds = list(zip(theirs, ours, strict=True))
    return {
        "megabytes": round(size),
        "write_mb_per_second": round(size / best["write_seconds"]),
        "read_back_mb_per_second": round(size / best["read_back_seconds"]),
        "cpu_seconds": best["cpu_seconds"],
        "seven_zip_mb_per_second": round(size / reference["seconds"]),
        "seven_zip_cpu_seconds": reference["cpu_seconds"],
        "of_seven_zip": round(reference["seconds"] / best["write_seconds"], 2),
        "of_seven_zip_each_round": [round(a["seconds"] / b["write_seconds"], 2) for a, b in rounds],
        "of_seven_zip_with_reading_back": [
            round(a["seconds"] / (b["write_seconds"] + b["read_back_seconds"]), 2)
            for a, b in rounds
        ],
        "wanted": [WANTED, WANTED_WITH_READING_BACK],
        "peak_mb": max(each["peak_mb"] for each in ours),
        "limit_mb": LIMIT_MB,
    }


def _make_files(folder: Path, count: int, size: int) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{number:04}" for number in range(count)]
    for path in paths:
        path.write_bytes(os.urandom(size))
    return paths


def _make_case(path: Path, files: Sequence[Path]) -> None:
    case, _ = Case.create(path, PHRASE, media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case:
        for each in files:
            content = each.read_bytes()
            source = Source(str(each), each.name)
            item = case.add_content(hash_chunks([content]), len(content), source).item
            case.store_original(item, [content])
            case.store_scan(item, SEEN)


def _seven_zip(target: Path, files: Sequence[Path]) -> dict[str, float]:
    """Time 7-Zip until the disk has the archive, as the export waits for the disk, too."""
    program = shutil.which("7z") or "7z"
    command = [program, "a", "-mx0", f"-p{PHRASE}", "-mem=AES256", str(target), *map(str, files)]
    before, start = _cpu(children=True), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    _sync(target)
    seconds = time.perf_counter() - start
    target.unlink()
    return {"seconds": seconds, "cpu_seconds": round(_cpu(children=True) - before, 2)}


def _ours(case: Path, *options: str) -> dict[str, float]:
    """Time the export in a process of its own, so that its memory can be measured."""
    target = case.with_name("ours.zip")
    command = [sys.executable, "-m", "tools.bench.export", str(case), str(target), *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    target.unlink()
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _export(case_path: Path, target: Path, *, report: bool) -> dict[str, float]:
    plan = BundlePlan(target, UnderPassphrase(PHRASE), Level.ORIGINALS, ItemSelection.ALL)
    with Case.open(case_path, PHRASE, cost=CHEAP) as case:
        start, written, cpu = time.perf_counter(), 0.0, 0.0
        before = _cpu(children=False)
        documents = bundle_documents(case, Typesetter()) if report else no_documents
        for progress in build_bundle(case, plan, documents):
            half = (progress.total or 0) / 2
            if half and progress.done > half + TAGS and not written:
                written, cpu = time.perf_counter() - start, _cpu(children=False) - before
        whole = time.perf_counter() - start
    return {
        "write_seconds": written,
        "read_back_seconds": whole - written,
        "cpu_seconds": round(cpu, 2),
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> int:
    """The peak memory of this process; getrusage would count its parent's at the start."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) >> 10


def _cpu(*, children: bool) -> float:
    if sys.platform == "win32":
        raise NotImplementedError
    used = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _forget(*paths: Path) -> None:
    """Drop files from the page cache, so that they are on the disk only."""
    for path in paths:
        with path.open("rb") as stream:
            os.fsync(stream.fileno())
            page_cache.drop_cached(stream.fileno(), 0, path.stat().st_size)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


if __name__ == "__main__":
    if sys.argv[1:] == ["large"]:
        print(json.dumps(_compared(LARGE, "--cold", "--report"), indent=1))
    else:
        place, out, *options = sys.argv[1:]
        print(json.dumps(_export(Path(place), Path(out), report="--report" in options)))
