"""Large members, which 7-Zip unpacks while somebody reads them."""

import threading
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from app.intake.readers.archives import members, pulling
from app.intake.readers.archives.library import OpenArchive
from app.intake.readers.core.reader import Entry
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import put
from tests.support.formats.archives import PACKERS, tarred
from tests.support.formats.exports import zipped
from tests.support.formats.seven_zips import seven_zipped
from tests.support.reading_here import found_at, open_entry, opener, read

SIZE = 3_000_000
# No number stands twice, so that none is taken for another; and LZMA packs them in a moment.
_NUMBERS = np.arange(3 * SIZE // 4, dtype="<u4").tobytes()
CONTENTS = {
    f"{number}.jpg": b"\xff\xd8\xff" + _NUMBERS[number * SIZE :][:SIZE] for number in range(3)
}
MAKERS: dict[str, Callable[[], bytes]] = {
    "zip": lambda: zipped(CONTENTS),
    "7z": lambda: seven_zipped(list(CONTENTS.items())),
    "tar.gz": lambda: PACKERS["gz"](tarred(list(CONTENTS.items()))),
    "zip in a zip": lambda: zipped({"in.zip": zipped(CONTENTS)}),
}
every_kind = pytest.mark.parametrize("kind", MAKERS)


@cache
def archive(kind: str) -> bytes:
    """An archive of that kind, which takes a second to pack."""
    return MAKERS[kind]()


@pytest.fixture(autouse=True)
def nothing_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_limits, "IN_MEMORY_BYTES", 100_000)
    monkeypatch.setattr(reader_limits, "KEPT_BYTES", 100_000)
    monkeypatch.setattr(members, "KEPT_MEMBER_BYTES", 50_000)


def threads() -> int:
    return sum("_run" in each.name for each in threading.enumerate())


@every_kind
def test_members_that_are_read_by_turns_all_come_out_right(tmp_path: Path, kind: str) -> None:
    put(tmp_path, archive(kind))
    entries = found_at(tmp_path).entries
    with opener() as opens:
        streams = [opens.open(each.path) for each in entries]
        contents = [b""] * len(streams)
        while len(contents[-1]) < len(CONTENTS[entries[-1].name]):
            for number, stream in enumerate(streams):
                contents[number] += stream.read(700_000)
            assert threads() <= pulling.MOST_PULLS + 1
        for stream in streams:
            stream.close()
    assert contents == [CONTENTS[each.name] for each in entries]


@every_kind
def test_what_was_passed_is_read_again(tmp_path: Path, kind: str) -> None:
    put(tmp_path, archive(kind))
    for entry in found_at(tmp_path).entries:
        with open_entry(entry.path) as stream:
            for at in (SIZE - 10, 5, 2_500_000, 0):
                stream.seek(at)
                assert stream.read(9) == CONTENTS[entry.name][at : at + 9]
            assert stream.seek(0, 2) == len(CONTENTS[entry.name])
            assert stream.read(1) == b""


@every_kind
def test_a_stream_that_is_closed_leaves_no_thread(tmp_path: Path, kind: str) -> None:
    put(tmp_path, archive(kind))
    (entry, *_) = found_at(tmp_path).entries
    before = threads()
    with opener() as opens, opens.open(entry.path) as stream:
        stream.read(10)
    assert threads() <= before


def test_all_of_a_packed_tar_is_one_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[Sequence[int]] = []
    started = pulling._started

    def counted(opened: Callable[[], OpenArchive], indices: Sequence[int]) -> pulling.Pull:
        starts.append(indices)
        return started(opened, indices)

    monkeypatch.setattr(pulling, "_started", counted)
    sizes = []
    for found in read(put(tmp_path, archive("tar.gz"))):
        if isinstance(found, Entry):
            with found.open() as stream:
                sizes.append(len(stream.read()))
    assert sizes == [len(each) for each in CONTENTS.values()]
    assert len(starts) == 2, "one for the list, one for the members"


def test_without_the_library_an_archive_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise UnreadableMediaError(Reason.PART_MISSING)

    monkeypatch.setattr("app.intake.readers.archives.library.library", missing)
    for content in (archive("zip"), archive("7z"), tarred([("a.jpg", b"x")]), archive("tar.gz")):
        put(tmp_path, content)
        found = found_at(tmp_path)
        assert [each.reason for each in found.blocked] == [Reason.PART_MISSING]
        assert found.entries == []
