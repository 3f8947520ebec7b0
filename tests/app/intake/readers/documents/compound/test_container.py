import time
from pathlib import Path
from random import Random

import pytest

from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.compound_files import blip, compound, hwp, mail, outlook
from tests.support.formats.exports import zipped
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at, open_entry


def test_a_file_of_another_program_stays_a_file(tmp_path: Path) -> None:
    path = put(tmp_path, compound({"\x05SummaryInformation": bytes(10), "Thing": PICTURE}))
    assert found_at(path).names() == [path.name]


def test_a_mail_in_an_archive_is_opened_and_found_again(tmp_path: Path) -> None:
    path = put(tmp_path, zipped({"a.msg": outlook({"a.jpg": PICTURE})}))
    (entry,) = found_at(path).entries
    with open_entry(entry.path) as stream:
        assert stream.read() == PICTURE


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    path = put(tmp_path, outlook({"a.jpg": PICTURE}))
    with pytest.raises(FileNotFoundError):
        open_entry(f"{path}\0" + "7/a.jpg")


def test_one_that_breaks_off_is_said(tmp_path: Path) -> None:
    found = found_at(put(tmp_path, outlook({"a.jpg": PICTURE})[:3000]))
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


def test_one_that_is_too_large_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sandbox.reader_limits.MAX_COMPOUND_BYTES", 1000)
    found = found_at(put(tmp_path, outlook({"a.jpg": PICTURE})))
    assert [each.reason for each in found.blocked] == [Reason.TOO_LARGE]


def hostile(name: str) -> bytes:
    """Yield files whose tables lead back to themselves, or whose numbers are absurd."""
    content = bytearray(outlook({"a.jpg": PICTURE}))
    fields = {
        "a table of tables without end": (
            44,
            b"\xff" * 4 + content[48:68] + bytes(4) + b"\xff" * 4,
        ),
        "sectors of 2 to the 65535": (30, b"\xff\xff"),
        "small sectors of 2 to the 65535": (32, b"\xff\xff"),
        "a list of small sectors without end": (64, b"\xff" * 4),
    }
    at, value = fields[name]
    content[at : at + len(value)] = value
    return bytes(content)


@pytest.mark.parametrize(
    "name",
    [
        "a table of tables without end",
        "sectors of 2 to the 65535",
        "small sectors of 2 to the 65535",
        "a list of small sectors without end",
    ],
)
def test_numbers_in_it_are_not_trusted(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    found = found_at(put(tmp_path, hostile(name)))
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]
    assert time.process_time() - start < 1


def test_a_chain_of_sectors_that_leads_back_is_damage(tmp_path: Path) -> None:
    content = bytearray(compound({"WordDocument": bytes(5000), "Data": blip(PICTURE)}))
    table = len(content) - 512
    content[table + 8 : table + 12] = bytes(4)
    found = found_at(put(tmp_path, bytes(content)))
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


def test_a_stream_that_is_larger_than_memory_is_read_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, outlook({"a.jpg": PICTURE * 100}))
    monkeypatch.setattr("app.sandbox.reader_limits.IN_MEMORY_BYTES", 100_000)
    (entry,) = found_at(path).entries
    with open_entry(entry.path) as stream:
        assert stream.read() == PICTURE * 100


def test_a_directory_that_leads_back_is_damage(tmp_path: Path) -> None:
    content = bytearray(outlook({"a.jpg": PICTURE}))
    directory, table = int.from_bytes(content[48:52], "little"), len(content) - 512
    at = table + 4 * directory
    content[at : at + 4] = content[48:52]
    found = found_at(put(tmp_path, bytes(content)))
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


def test_many_streams_of_the_same_bytes_are_damage(tmp_path: Path) -> None:
    content = compound({"WordDocument": bytes(60_000), **{f"{n}/Data": b"" for n in range(50)}})
    size = (60_000).to_bytes(8, "little")
    old, new = b"\xfe\xff\xff\xff" + bytes(8), bytes(4) + size
    found = found_at(put(tmp_path, content.replace(old, new)))
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


@pytest.mark.parametrize("seed", range(60))
def test_a_mutated_file_raises_nothing_and_takes_no_time(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    samples = (
        outlook({"a.jpg": PICTURE}, "a", mail({"b.jpg": PICTURE}, "b")),
        hwp({"a.jpg": PICTURE}),
        compound({"WordDocument": bytes(600), "Data": blip(PICTURE), "Workbook": bytes(5000)}),
    )
    content = bytearray(samples[seed % 3])
    for _ in range(random.choice((1, 3, 10, 100))):
        at = random.choice((random.randrange(512), random.randrange(len(content))))
        content[at] = random.choice((0, 1, 0xFE, 0xFF, random.randrange(256)))
    start = time.process_time()
    for entry in found_at(put(tmp_path, bytes(content))).entries:
        try:
            content_of(entry)
        except (UnreadableMediaError, OSError):
            continue
    assert time.process_time() - start < 1
