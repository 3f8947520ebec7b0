from pathlib import Path

import pytest

from app.intake.readers.core.opening import KEPT_OPEN
from tests.support.formats.exports import zipped
from tests.support.reading_here import found_at, open_entry, opener


def test_many_archives_are_read_in_turn_with_few_open(tmp_path: Path) -> None:
    for number in range(KEPT_OPEN * 2):
        (tmp_path / f"{number}.zip").write_bytes(zipped({"a": b"%d" % number, "b": b"b"}))
    paths = [entry.path for entry in found_at(tmp_path).entries]
    with opener() as opens:
        for path in (*paths, *paths):
            with opens.open(path) as stream:
                assert stream.read()
        assert len(opens._open) == KEPT_OPEN


def test_an_archive_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a": b"first"}))
    (entry,) = found_at(tmp_path).entries
    with opener() as opens:
        opens.open(entry.path).close()
        path.unlink()
        path.write_bytes(zipped({"a": b"second!"}))
        with opens.open(entry.path) as stream:
            assert stream.read() == b"second!"


def test_a_stream_outlives_what_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": zipped({"c": b"deep"})}))
    (entry,) = found_at(tmp_path).entries
    stream = open_entry(entry.path)
    (tmp_path / "a.zip").unlink()
    assert stream.read() == b"deep"


@pytest.mark.parametrize("path", ["", "\0telegram/1/2", "/nowhere/a.zip\0b", "\0\0"])
def test_what_lies_nowhere_is_not_found(path: str) -> None:
    with pytest.raises(FileNotFoundError):
        open_entry(path)
