import gzip
from pathlib import Path

import pytest

from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.formats.archives import PACKERS
from tests.support.formats.exports import zipped
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at, open_entry

every_packing = pytest.mark.parametrize("packing", ["gz", "bz2", "xz", "zst"])


@every_packing
def test_a_packed_picture_is_one_entry(tmp_path: Path, packing: str) -> None:
    path = tmp_path / f"a.jpg.{packing}"
    path.write_bytes(PACKERS[packing](PICTURE[:5_000]) + PACKERS[packing](PICTURE[5_000:]))
    (entry,) = found_at(path).entries
    assert entry.name == "a.jpg"
    with open_entry(entry.path) as stream:
        assert stream.read() == PICTURE


@every_packing
def test_a_packed_archive_is_opened(tmp_path: Path, packing: str) -> None:
    (tmp_path / "a").write_bytes(PACKERS[packing](zipped({"x.jpg": b"1"})))
    assert found_at(tmp_path).names() == ["x.jpg"]


def test_packed_text_stays_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.tgs").write_bytes(gzip.compress(b'{"tgs":1,"v":"5.5.2"}'))
    assert found_at(tmp_path).names() == ["a.tgs"]


@every_packing
def test_packed_again_and_again_ends_three_deep(tmp_path: Path, packing: str) -> None:
    content = PICTURE
    for _ in range(6):
        content = PACKERS["gz"](content)
    (tmp_path / "a").write_bytes(PACKERS[packing](content))
    assert [each.reason for each in found_at(tmp_path).blocked] == [Reason.TOO_DEEP]


@every_packing
def test_a_cut_off_or_damaged_file_is_said_when_it_is_read(tmp_path: Path, packing: str) -> None:
    content = PACKERS[packing](PICTURE + bytes(100_000) + PICTURE[::-1])
    broken = {Reason.TRUNCATED: content[:-20]}
    for reason, each in broken.items():
        (tmp_path / "a").write_bytes(each)
        for entry in found_at(tmp_path).entries:
            if entry.path.count("\0"):
                with pytest.raises(UnreadableMediaError) as caught:
                    open_entry(entry.path)
                assert caught.value.reason is reason


@every_packing
def test_what_unpacks_to_too_much_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packing: str
) -> None:
    monkeypatch.setattr(reader_limits, "RATIO_FROM_BYTES", 100_000)
    (tmp_path / "a").write_bytes(PACKERS[packing](PICTURE + bytes(5_000_000)))
    (entry,) = found_at(tmp_path).entries
    with pytest.raises(UnreadableMediaError) as caught:
        open_entry(entry.path)
    assert caught.value.reason is Reason.TOO_LARGE
