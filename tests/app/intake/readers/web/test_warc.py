import gzip
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter

from app.intake.readers.web import warc
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.formats.exports import write_files, zipped
from tests.support.formats.mails import NOON, PICTURE
from tests.support.formats.warcs import answer, chunked, packed, record
from tests.support.reading_here import found_at, open_entry

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

URL = "https://example.com/media/%EA%B1%B0%EC%9A%B8.jpg?size=large"
SHOWN = record(URL, answer(PICTURE))
INFO = record("", b"software: x\r\n", "warcinfo")
ASKED = record(URL, b"GET / HTTP/1.1\r\n\r\n", "request")
PAGE = record("https://example.com/", answer(b"<!doctype html><p>", kind="text/html"))


def brotli(content: bytes) -> bytes:
    packed_content = BytesIO()
    writer = BrotliWriter(packed_content)
    writer.write(content)
    writer.close()
    return packed_content.getvalue()


def written(folder: Path, content: bytes) -> Path:
    """Write a file whose name tells nothing."""
    (folder / "kept.bin").write_bytes(content)
    return folder / "kept.bin"


def read_again(address: str) -> bytes:
    with open_entry(address) as stream:
        return stream.read()


@pytest.mark.parametrize(
    "content",
    [
        INFO + ASKED + SHOWN + PAGE,
        packed(INFO, ASKED, SHOWN, PAGE),
        gzip.compress(INFO + ASKED + SHOWN + PAGE),
        packed(INFO + ASKED, PAGE + SHOWN),
        b"".join(map(zstd.compress, (INFO, ASKED, SHOWN, PAGE))),
        zstd.compress(INFO + ASKED + SHOWN + PAGE),
    ],
    ids=[
        *("plain", "packed record by record", "packed as a whole", "packed two by two"),
        *("zstd record by record", "zstd as a whole"),
    ],
)
def test_a_picture_has_its_address_and_time_as_claimed(tmp_path: Path, content: bytes) -> None:
    found = found_at(written(tmp_path, content))
    (entry,) = found.entries
    assert (entry.name, entry.size) == ("거울.jpg", len(PICTURE))
    assert dict(entry.provenance) == {
        "platform": "web",
        "url": URL,
        "message_time_unix": NOON,
        "note": "[claimed]",
    }
    assert read_again(entry.path) == PICTURE
    assert (found.blocked, found.absent) == ([], [])


@pytest.mark.parametrize(
    "block",
    [
        answer(chunked(PICTURE), "Transfer-Encoding: chunked"),
        answer(PICTURE, "Transfer-Encoding: chunked"),
        answer(gzip.compress(PICTURE), "Content-Encoding: gzip"),
        answer(PICTURE, "Content-Encoding: gzip"),
        answer(zlib.compress(PICTURE), "Content-Encoding: deflate"),
        answer(brotli(PICTURE), "Content-Encoding: br"),
        answer(PICTURE, "Content-Encoding: br"),
        answer(zstd.compress(PICTURE), "Content-Encoding: zstd"),
        answer(chunked(PICTURE), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        answer(
            chunked(gzip.compress(PICTURE)), "Transfer-Encoding: chunked", "content-encoding: GZIP"
        ),
    ],
)
def test_an_answer_is_undone_as_it_was_sent(tmp_path: Path, block: bytes) -> None:
    (entry,) = found_at(written(tmp_path, record(URL, block))).entries
    assert read_again(entry.path) == PICTURE


@pytest.mark.parametrize(
    "block",
    [
        answer(chunked(PICTURE)[:-3000], "Transfer-Encoding: chunked"),
        answer(gzip.compress(PICTURE, 0)[:-3000], "Content-Encoding: gzip"),
    ],
)
def test_an_answer_that_broke_off_is_read_nearly_as_far_as_it_goes(
    tmp_path: Path, block: bytes
) -> None:
    (entry,) = found_at(written(tmp_path, record(URL, block))).entries
    content = read_again(entry.path)
    assert len(content) > len(PICTURE) - 3000 - warc.PIECE
    assert PICTURE.startswith(content)


def test_an_answer_whose_packing_is_damaged_is_said(tmp_path: Path) -> None:
    content = PICTURE * 30
    damaged = bytearray(gzip.compress(content, 0))
    damaged[200_000:300_000] = b"\xff" * 100_000
    block = answer(bytes(damaged), "Content-Encoding: gzip")
    (entry,) = found_at(written(tmp_path, record(URL, block))).entries
    with pytest.raises(UnreadableMediaError) as caught:
        read_again(entry.path)
    assert caught.value.reason is Reason.DAMAGED


def test_a_large_answer_is_read_as_a_stream_in_which_one_can_go_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.intake.readers.core.members.IN_MEMORY_BYTES", 1000)
    monkeypatch.setattr(warc, "CHUNK", 700)
    block = answer(chunked(PICTURE), "Transfer-Encoding: chunked")
    (entry,) = found_at(written(tmp_path, packed(INFO, record(URL, block)))).entries
    with open_entry(entry.path) as stream:
        assert stream.read() == PICTURE
        assert stream.seek(0, 2) == len(PICTURE)
        assert stream.seek(5000) == 5000
        assert stream.read(9) == PICTURE[5000:5009]
        assert stream.seek(-3, 1) == 5006
        assert stream.read() == PICTURE[5006:]


def test_a_picture_that_was_saved_as_it_is_counts_as_well(tmp_path: Path) -> None:
    told = record(URL, PICTURE, "resource").replace(
        b"application/http;msgtype=response", b"image/x"
    )
    (entry,) = found_at(written(tmp_path, told)).entries
    assert read_again(entry.path) == PICTURE


def test_a_reference_to_an_earlier_picture_is_absent_unless_that_is_there(tmp_path: Path) -> None:
    digest = "WARC-Payload-Digest: sha1:AAAA"
    again = record(URL, answer(b""), "revisit", digest)
    (absent,) = found_at(written(tmp_path, again)).absent
    assert (absent.name, absent.reason) == ("거울.jpg", Reason.NOT_IN_EXPORT)
    there = record(URL, answer(PICTURE), "response", digest)
    assert found_at(written(tmp_path, there + again)).absent == []
    page = record(URL, answer(b"", kind="text/html"), "revisit", digest)
    assert found_at(written(tmp_path, page)).absent == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SHOWN + SHOWN[:-5000], Reason.TRUNCATED),
        (packed(SHOWN, SHOWN)[:-100], Reason.TRUNCATED),
        (SHOWN + b"WARC/1.0\r\nContent-Length: many\r\n\r\n", Reason.DAMAGED),
        (SHOWN + b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx", Reason.TRUNCATED),
        (SHOWN + b"nothing of the kind", Reason.DAMAGED),
        (SHOWN + b"WARC/1.0\r\n" + b"x" * 100_000, Reason.DAMAGED),
        (packed(SHOWN) + b"\x1f\x8b\x08" + b"\xff" * 200, Reason.DAMAGED),
        (packed(SHOWN) + b"rest", Reason.DAMAGED),
    ],
)
def test_what_is_damaged_is_read_as_far_as_it_goes_and_said(
    tmp_path: Path, content: bytes, reason: Reason
) -> None:
    found = found_at(written(tmp_path, content))
    assert found.names() == ["거울.jpg"]
    assert [each.reason for each in found.blocked] == [reason]


def test_a_record_in_pieces_is_said(tmp_path: Path) -> None:
    found = found_at(written(tmp_path, record(URL, PICTURE, "continuation")))
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_a_record_that_unpacks_to_too_much_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.intake.readers.web.warc.RATIO_FROM_BYTES", 1_000_000)
    bomb = packed(SHOWN, record(URL, answer(bytes(20_000_000))))
    found = found_at(written(tmp_path, bomb))
    assert [each.reason for each in found.blocked] == [Reason.TOO_LARGE]
    assert found.names() == ["거울.jpg"]
    block = answer(gzip.compress(PICTURE + bytes(20_000_000)), "Content-Encoding: gzip")
    (entry,) = found_at(written(tmp_path, record(URL, block))).entries
    with pytest.raises(UnreadableMediaError, match=r"too-large"):
        read_again(entry.path)
    assert reader_limits.MAX_TOTAL_RATIO == 200


def test_an_address_that_no_record_has_leads_nowhere(tmp_path: Path) -> None:
    path = written(tmp_path, SHOWN)
    with pytest.raises(FileNotFoundError):
        read_again(f"{path}\0nonsense")
    with pytest.raises(FileNotFoundError):
        read_again(f"{path}\0{len(SHOWN)}+0/a.jpg")


@pytest.mark.parametrize("in_zip", [True, False])
def test_a_wacz_is_opened_and_its_lists_are_no_content(tmp_path: Path, in_zip: bool) -> None:
    files = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": packed(INFO, SHOWN),
        "indexes/index.cdx.gz": gzip.compress(b"x"),
        "pages/pages.jsonl": b"{}",
    }
    if in_zip:
        path = written(tmp_path, zipped(files))
    else:
        path = tmp_path / "unpacked"
        write_files(path, files)
    found = found_at(path)
    assert found.names() == ["거울.jpg"]
    assert read_again(found.entries[0].path) == PICTURE
