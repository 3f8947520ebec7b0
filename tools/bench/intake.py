"""Measure adding a chat of 100,000 messages with 20,000 media, and a folder of 5,000 plain photos,
each twice and beside bare hashing of the same files.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from app.intake import Reading
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from storage.case import Case
from storage.hashes import hash_stream

MESSAGES = 100_000
MEDIA_EVERY = 5
MEDIA_BYTES = 128 * 1024
PHOTOS = 5_000
LARGE_JSON = 1024**3
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
NOON = 1_722_513_600


def measure() -> dict[str, object]:
    """Return seconds and their ratios, and the memory that 1 GB of JSON takes."""
    return {
        "export": {"messages": MESSAGES, **measure_adding(make_export)},
        "plain_photos": measure_adding(make_photos),
        "large_json": measure_large_json(),
    }


def measure_adding(make: Callable[[Path], list[Path]]) -> dict[str, object]:
    """Add what is made twice; return seconds, and their ratio to those of hashing it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "content"
        paths = make(folder)
        case, _ = Case.create(Path(scratch) / "bench.case", "a passphrase for measuring")
        with case:
            hash_all(paths)  # from now on they are in memory
            with Clock() as hashing:
                hash_all(paths)
            with Clock() as first:
                added = finish(add(case, [folder], SourceDetails()))
            with Clock() as again:
                known = finish(add(case, [folder], SourceDetails()))
    return {
        "media": added.new,
        "absent": added.absent,
        "hashing": hashing.figures(),
        "add": first.figures(),
        "again": again.figures(),
        "add_over_hashing": first.over(hashing),
        "again_over_add": again.over(first),
        "children_s": first.children_s,
        "new_when_added_again": known.new,
    }


def make_photos(folder: Path) -> list[Path]:
    """Write a folder of photos with nothing else in it, and return their paths."""
    folder.mkdir()
    noise = os.urandom(MEDIA_BYTES - len(JPEG) - 8)
    paths = [folder / f"IMG_{number:04}.JPG" for number in range(PHOTOS)]
    for number, path in enumerate(paths):
        path.write_bytes(JPEG + number.to_bytes(8) + noise)
    return paths


def make_export(folder: Path) -> list[Path]:
    """Write an export, and return the paths of its media."""
    (folder / "photos").mkdir(parents=True)
    noise = os.urandom(MEDIA_BYTES - len(JPEG) - 8)
    paths = []
    with (folder / "result.json").open("w", encoding="utf-8") as text:
        write_room(text.write, (message(number) for number in range(MESSAGES)))
    for number in range(0, MESSAGES, MEDIA_EVERY):
        path = folder / photo(number)
        path.write_bytes(JPEG + number.to_bytes(8) + noise)
        paths.append(path)
    return paths


def write_room(write: Callable[[str], object], messages: Iterator[dict[str, object]]) -> None:
    """Write a room as Telegram Desktop does."""
    write('{\n "name": "room",\n "type": "private_supergroup",\n "id": 1234567890,\n')
    write(' "messages": [\n')
    for count, each in enumerate(messages):
        write((",\n" if count else "") + json.dumps(each, ensure_ascii=False, indent=1))
    write("\n ]\n}\n")


def message(number: int) -> dict[str, object]:
    """A message: every fifth has a photo, every hundredth one that was not exported."""
    text = f"안녕하세요 여러분, {number}번째 메시지입니다."
    media: dict[str, object] = {"photo": photo(number), "photo_file_size": MEDIA_BYTES}
    absent = {"file": "(File not included. Change data exporting settings to download.)"}
    told = media if number % MEDIA_EVERY == 0 else absent if number % 100 == 1 else {}
    return {
        "id": number,
        "type": "message",
        "date": "2024-08-01T21:00:00",
        "date_unixtime": str(NOON + number),
        "from": f"누군가 {number % 50}",
        "from_id": f"user{number % 50}",
        **told,
        "text": [{"type": "plain", "text": text}, {"type": "link", "text": "https://example.org"}],
        "text_entities": [
            {"type": "plain", "text": text},
            {"type": "link", "text": "https://example.org"},
        ],
    }


def photo(number: int) -> str:
    """The path of a photo inside the export."""
    return f"photos/photo_{number}@01-08-2024_21-00-00.jpg"


def hash_all(paths: list[Path]) -> None:
    """Hash all media, and do nothing else."""
    for path in paths:
        with path.open("rb") as stream:
            hash_stream(stream)


class Clock:
    """Measures the seconds that pass, and those that this process works.

    On a busy machine only ratios of the latter are meaningful.

    Attributes:
        children_s: Seconds that child processes worked which ended meanwhile.
    """

    wall = worked = children_s = 0.0

    def __enter__(self) -> Self:
        self.wall, self.worked = -time.perf_counter(), -time.process_time()
        self.children_s = -_worked_by_children()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter()
        self.worked += time.process_time()
        self.children_s = round(self.children_s + _worked_by_children(), 1)

    def figures(self) -> dict[str, float]:
        """Both times, in seconds."""
        return {"wall_s": round(self.wall, 1), "worked_s": round(self.worked, 1)}

    def over(self, other: "Clock") -> dict[str, float]:
        """Both times, as a ratio to another clock's."""
        wall, worked = self.wall / other.wall, self.worked / other.worked
        return {"wall": round(wall, 3), "worked": round(worked, 3)}


def _worked_by_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def measure_large_json() -> dict[str, object]:
    """Read a JSON text of 1 GB in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.json"
        with path.open("w", encoding="utf-8") as text:
            write_room(text.write, _until(text.tell))
        program = [sys.executable, "-m", "tools.bench.intake", folder]
        answer = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    figures: dict[str, object] = json.loads(answer)
    return figures


def _until(size: Callable[[], int]) -> Iterator[dict[str, object]]:
    number = 0
    while number % 1000 or size() < LARGE_JSON:
        yield message(number)
        number += 1


def walk(folder: Path) -> dict[str, object]:
    """Read everything in a folder; returns the time and the peak memory."""
    if sys.platform == "win32":
        raise NotImplementedError
    start = time.perf_counter()
    with Reading() as reading:
        found = sum(each is not None for each in reading.read(folder))
    seconds = round(time.perf_counter() - start, 1)
    # not getrusage, which begins with the peak of the process that started this one
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    peak_mib = round(int(peak[1]) / 1024) if peak else None
    child_mib = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return {"found": found, "seconds": seconds, "peak_mib": peak_mib, "child_mib": child_mib}


if __name__ == "__main__":
    print(json.dumps(walk(Path(sys.argv[1]))))
