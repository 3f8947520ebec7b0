"""Thousands of damaged, lying and spliced pictures and videos go through a real scan."""

import hashlib
import os
import random
import shutil
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.program import Services
from app.sandbox.limits import Limits
from app.sandbox.pool import ScannerPool
from app.scan.scan import scan
from face.packs import DEFAULT_PACK
from face.types import Reason
from storage.case import Case
from storage.types import Item, ItemState
from tests.support.case_samples import CHEAP
from tools.fuzz.mending import mend_png
from tools.fuzz.mutation import EDITS, SPLICE, Change, edited
from tools.fuzz.pictures import originals

BATCH = 100
"""Files between two looks at the clock; each batch is a case of its own."""

HASTY = replace(Limits(), silent_s=30.0)
"""Seconds without a word after which something of these sizes seems to hang. On a busy machine it
may only wait for its turn: it is looked at once more, alone, and for as long as the program lets it
be silent."""

_PASSPHRASE = "nobody keeps this case"  # noqa: S105 - it is thrown away
_SIDES = (0, 1, 2, 65_535, 65_536, 2**31 - 1, 2**32 - 1, 20_000)
_SOF = (b"\xff\xc0", b"\xff\xc2")
_HANGS = Reason.DECODER_TIMEOUT
_ENDINGS = (_HANGS, Reason.DECODER_DIED, Reason.DECODER_LIED)


def corpus(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield different files with their names, for ever; the same seed gives the same files."""
    chance = random.Random(seed)  # noqa: S311 - to be had again
    made = originals()
    names, donors = sorted(made), tuple(made.values())
    known: set[bytes] = set()
    while True:
        name = chance.choice(names)
        way = chance.choice(tuple(WAYS))
        content = WAYS[way](made[name], chance, donors)
        digest = hashlib.sha256(content).digest()
        if digest not in known:
            known.add(digest)
            yield f"{len(known):05d} {way} {name}", content


def _truncation(content: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    """Cut a file off, often near one of its ends, where the headers are."""
    near = chance.choice((len(content), min(400, len(content))))
    return content[: chance.randrange(near)] or b"\0"


def _bits(content: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    damaged = bytearray(content)
    near = chance.choice((len(content), min(600, len(content))))
    for _again in range(chance.choice((1, 4, 30))):
        damaged[chance.randrange(near)] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _structure(content: bytes, chance: random.Random, donors: tuple[bytes, ...]) -> bytes:
    """Change numbers, lengths or nesting, and put checksums right."""
    for _again in range(chance.randrange(1, 4)):
        near = chance.choice((65_536, 65_536 * min(600, len(content)) // max(1, len(content))))
        at, length = chance.randrange(max(1, near)), chance.choice((1, 4, 64, 4000))
        kind = chance.choice((*EDITS, SPLICE))
        content = edited(content, Change(kind, 0, at, length, chance.randrange(65_536)), donors)
    return mend_png(content) or b"\0"


def _splice(content: bytes, chance: random.Random, donors: tuple[bytes, ...]) -> bytes:
    """Join the start of one file and the end of another, or two whole files."""
    other = chance.choice(donors)
    if chance.random() < 0.2:
        return content + other
    return content[: chance.randrange(len(content))] + other[chance.randrange(len(other)) :]


def _header(content: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    """Let a header state another size than the picture has."""
    width, height = chance.choice(_SIDES), chance.choice(_SIDES)
    if content.startswith(b"\x89PNG"):
        return mend_png(content[:16] + struct.pack(">II", width, height) + content[24:])
    if content.startswith(b"GIF"):
        return content[:6] + struct.pack("<HH", width & 0xFFFF, height & 0xFFFF) + content[10:]
    if content.startswith(b"BM"):
        return content[:18] + struct.pack("<II", width, height) + content[26:]
    at = max(content.find(each) for each in _SOF)
    if content.startswith(b"\xff\xd8") and at > 0:
        size = struct.pack(">HH", height & 0xFFFF, width & 0xFFFF)
        return content[: at + 5] + size + content[at + 9 :]
    return _boxes(content, chance)


def _boxes(content: bytes, chance: random.Random) -> bytes:
    """Put wrong lengths before the names of boxes and chunks."""
    marks = (
        b"ispe",
        b"tkhd",
        b"stsz",
        b"stco",
        b"iloc",
        b"moov",
        b"VP8 ",
        b"ANMF",
        b"strf",
        b"avc1",
    )
    found = [at for mark in marks if (at := content.find(mark)) >= 4]
    at = chance.choice(found) + chance.choice((-4, 4, 8, 12)) if found else 4
    lie = struct.pack(">I", chance.choice(_SIDES) & 0xFFFFFFFF)
    return content[:at] + lie + content[at + 4 :]


def _exif(content: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    """Add directories that lead to themselves, and values of 4 GB (TIFF 6.0, section 2)."""
    tags = (0x8769, 0x8825, 0xA005, 0x0112, 0x0201, 0x014A, 0x9286, 0x010E)
    rows = b"".join(
        struct.pack(
            ">HHII",
            tag,
            chance.randrange(14),
            chance.choice(_SIDES) & 0xFFFFFFFF,
            chance.choice((8, 0, 10)),
        )
        for tag in chance.choices(tags, k=chance.choice((1, 8, 5000)))
    )
    bomb = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, len(rows) // 12) + rows + struct.pack(">I", 8)
    if content.startswith(b"\xff\xd8"):
        bomb = bomb[:65_000]
        return content[:2] + b"\xff\xe1" + struct.pack(">H", len(bomb) + 2) + bomb + content[2:]
    if content.startswith(b"\x89PNG"):
        bomb = bomb[6:]
        return mend_png(
            content[:33] + struct.pack(">I", len(bomb)) + b"eXIf" + bomb + bytes(4) + content[33:]
        )
    at = content.find(b"MM\0*")
    return (
        content[:at] + bomb[6:] + content[at + len(bomb) - 6 :] if at >= 0 else bomb[6:] + content
    )


Way = Callable[[bytes, random.Random, tuple[bytes, ...]], bytes]
WAYS: Mapping[str, Way] = {
    "truncation": _truncation,
    "bits": _bits,
    "structure": _structure,
    "splice": _splice,
    "header": _header,
    "exif": _exif,
}


class _Limited(Services):
    kdf_cost = CHEAP

    def __init__(self, limits: Limits, children: int) -> None:
        super().__init__()
        self._limits = limits
        self._children = children

    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> ScannerPool:
        """Start real children with real models and these limits."""
        many = children or self._children
        return ScannerPool(pack, many, crops, thorough=thorough, limits=self._limits)


def measure(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    """Add and scan ever new files, for so long and for one batch at least.

    Returns:
        What was left behind, not accounted for, or hung.
    """
    files, began, figures = corpus(seed), time.monotonic(), Figures()
    with _house(scratch) as house:
        _scanned(scratch / "warm.case", _written(scratch / "warm", files, 1), HASTY)
        before = _traces(house)
        while not figures.files or time.monotonic() - began < seconds:
            _look_at(_written(scratch / "content", files, BATCH), scratch, figures)
        figures.left = sorted(_traces(house) - before)
    return figures.record(time.monotonic() - began)


def _written(folder: Path, files: Iterator[tuple[str, bytes]], count: int) -> Path:
    folder.mkdir()
    for name, content in islice(files, count):
        (folder / name).write_bytes(content)
    return folder


def _look_at(folder: Path, scratch: Path, figures: "Figures") -> None:
    """Add and scan a folder, look once more at what seemed to hang, and remove it."""
    items = _scanned(scratch / "fuzz.case", folder, HASTY)
    names = {path.name for path in folder.iterdir()}
    slow = {item.name for item in items if item.reason is _HANGS}
    for name in names - slow:
        (folder / name).unlink()
    if slow:
        again = _scanned(scratch / "slow.case", folder, Limits(), children=1)
        items = [*(item for item in items if item.name not in slow), *again]
    shutil.rmtree(folder)
    for left in scratch.glob("*.case*"):
        left.unlink()
    figures.count(names, items, len(slow))


def _scanned(case_file: Path, folder: Path, limits: Limits, children: int = 0) -> list[Item]:
    services = _Limited(limits, children)
    case, _ = Case.create(case_file, _PASSPHRASE, cost=CHEAP)
    with case:
        finish(add(case, [folder], SourceDetails()))
        looking = partial(services.scanner, DEFAULT_PACK)
        finish(scan(case, looking, DEFAULT_PACK, services.pipeline(DEFAULT_PACK)))
        return list(case.items())


@contextmanager
def _house(scratch: Path) -> Iterator[list[Path]]:
    """Give the run a home and a temporary folder; return all folders where traces could lie."""
    home = scratch / "home"
    own = {
        "HOME": home,
        "TMPDIR": scratch / "tmp",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_DATA_HOME": home / "data",
    }
    before = {name: os.environ.get(name) for name in own}
    for name, path in own.items():
        path.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(path)
    try:
        yield [home, scratch / "tmp", Path("/dev/shm")]  # noqa: S108 - Linux keeps shared memory here
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _traces(house: list[Path]) -> set[str]:
    """Return the files in these folders, the threads and the processes."""
    files = {str(path) for root in house if root.is_dir() for path in root.rglob("*")}
    threads = {f"thread {each.name}" for each in threading.enumerate()}
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    running = children.read_text("ascii").split() if children.exists() else []
    return files | threads | {f"process {pid}" for pid in running}


@dataclass(slots=True)
class Figures:
    """What became of the files.

    Attributes:
        slow: Files that seemed to hang until they were looked at once more.
        lost: Files of which the case knows nothing.
        open: Items that were not looked at, or not, without a reason.
        left: What lies in the folders of the run, or still runs, when it is over.
    """

    files: int = 0
    slow: int = 0
    states: Counter[str] = field(default_factory=Counter)
    unchecked: Counter[str] = field(default_factory=Counter)
    partly: Counter[str] = field(default_factory=Counter)
    ended: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def count(self, names: set[str], items: Sequence[Item], slow: int) -> None:
        """Count one batch."""
        self.files += len(names)
        self.slow += slow
        self.states.update(str(item.state) for item in items)
        self.lost += sorted(names - {item.name for item in items})
        for item in items:
            is_unchecked = item.state is ItemState.UNCHECKED
            if item.state is ItemState.PENDING or (is_unchecked and item.reason is None):
                self.open.append(str(item.name))
            if item.reason is not None:
                (self.unchecked if is_unchecked else self.partly)[str(item.reason)] += 1
            if item.reason in _ENDINGS:
                self.ended.append(f"{item.reason}: {item.name}")

    def record(self, seconds: float) -> dict[str, Any]:
        """Return the figures as JSON."""
        hangs = [each for each in self.ended if each.startswith(_HANGS)]
        kinds = {"left": self.left, "lost": self.lost, "open": self.open, "child": self.ended}
        return {
            "files": self.files,
            "seconds": round(seconds, 1),
            "states": dict(self.states),
            "unchecked": dict(self.unchecked.most_common()),
            "partly": dict(self.partly.most_common()),
            "children_that_ended": self.ended,
            "slow_at_first": self.slow,
            "hangs": len(hangs),
            "left_behind": self.left,
            "not_accounted_for": [*self.lost, *self.open],
            "failures": [f"{kind}: {each}" for kind, found in kinds.items() for each in found],
        }
