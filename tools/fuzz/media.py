"""Thousands of damaged, lying and spliced pictures and videos go through a real scan."""

import hashlib
import os
import random
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
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

FILES = 2_000
PATIENT = replace(Limits(), silent_s=30.0)
"""Seconds without a word after which something of these sizes hangs."""

_PASSPHRASE = "nobody keeps this case"  # noqa: S105 - it is thrown away
_SIDES = (0, 1, 2, 65_535, 65_536, 2**31 - 1, 2**32 - 1, 20_000)
_SOF = (b"\xff\xc0", b"\xff\xc2")
_HANGS, _CRASHES = Reason.DECODER_TIMEOUT, Reason.DECODER_DIED


def corpus(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield so many different files with their names; the same seed gives the same files."""
    chance = random.Random(seed)  # noqa: S311 - to be had again
    made = originals()
    names, donors = sorted(made), tuple(made.values())
    known: set[bytes] = set()
    while len(known) < count:
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


class _Patient(Services):
    kdf_cost = CHEAP

    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> ScannerPool:
        """Start real children with real models and short time limits."""
        return ScannerPool(pack, children, crops, thorough=thorough, limits=PATIENT)


def measure(count: int, seed: int, scratch: Path) -> dict[str, Any]:
    """Add and scan the corpus; return what was left behind, not accounted for, or hung."""
    folder = scratch / "content"
    folder.mkdir()
    for name, content in corpus(count, seed):
        (folder / name).write_bytes(content)
    with _house(scratch) as house:
        (scratch / "one").mkdir()
        (scratch / "one" / "a.png").write_bytes(originals()["0 png"])
        _scanned(scratch / "warm.case", scratch / "one")
        before = _traces(house)
        began = time.monotonic()
        items = _scanned(scratch / "fuzz.case", folder)
        seconds = time.monotonic() - began
        left = sorted(_traces(house) - before)
    names = {item.name for item in items}
    lost = sorted(path.name for path in folder.iterdir() if path.name not in names)
    return _figures(count, seconds, items, lost, left)


def _scanned(case_file: Path, folder: Path) -> list[Item]:
    services = _Patient()
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


def _figures(
    count: int, seconds: float, items: list[Item], lost: list[str], left: list[str]
) -> dict[str, Any]:
    reasons = Counter(str(item.reason) for item in items if item.state is ItemState.UNCHECKED)
    partly = Counter(
        str(i.reason) for i in items if i.reason and i.state is not ItemState.UNCHECKED
    )
    open_ = [item.name for item in items if item.state is ItemState.PENDING]
    silent = [i.name for i in items if i.state is ItemState.UNCHECKED and i.reason is None]
    ended = [
        f"{i.reason}: {i.name}"
        for i in items
        if i.reason in (_HANGS, _CRASHES, Reason.DECODER_LIED)
    ]
    hangs = [each for each in ended if each.startswith(_HANGS)]
    failures = [*(f"left: {each}" for each in left), *(f"lost: {each}" for each in lost)]
    failures += [f"open: {each}" for each in (*open_, *silent)] + [
        f"hang: {each}" for each in hangs
    ]
    return {
        "files": count,
        "seconds": round(seconds, 1),
        "items": len(items),
        "states": dict(Counter(str(item.state) for item in items)),
        "unchecked": dict(reasons.most_common()),
        "partly": dict(partly.most_common()),
        "children_that_ended": ended,
        "hangs": len(hangs),
        "left_behind": left,
        "not_accounted_for": [*lost, *open_, *silent],
        "failures": failures,
    }
