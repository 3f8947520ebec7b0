import io
import os

import pytest

from face.streams import buffered_stream

CONTENT = bytes(range(256)) * 40


def fetch(offset: int, length: int) -> bytes:
    """At most 1000 bytes at a time, as a parent may give."""
    return CONTENT[offset : offset + min(length, 1000)]


def test_reads_as_a_file_does() -> None:
    asked, plain = buffered_stream(fetch, len(CONTENT), 512), io.BytesIO(CONTENT)
    for offset, whence, length in [
        (0, os.SEEK_SET, 10),
        (-5, os.SEEK_CUR, 3000),
        (-7, os.SEEK_END, 100),
        (9999, os.SEEK_SET, 5000),
        (100_000, os.SEEK_SET, 1),
        (0, os.SEEK_SET, -1),
    ]:
        assert asked.seek(offset, whence) == plain.seek(offset, whence)
        assert asked.read(length) == plain.read(length)
        assert asked.tell() == plain.tell()


def test_a_few_bytes_at_a_time_are_asked_for_in_one_go() -> None:
    asked: list[tuple[int, int]] = []

    def counted(offset: int, length: int) -> bytes:
        asked.append((offset, length))
        return CONTENT[offset : offset + length]

    stream = buffered_stream(counted, len(CONTENT), 4096)
    for _ in range(4096):
        stream.read(1)
    assert asked == [(0, 4096)]


def test_cannot_be_written_or_go_before_the_start() -> None:
    stream = buffered_stream(fetch, len(CONTENT))
    assert not stream.writable()
    with pytest.raises(ValueError, match=r"^$"):
        stream.seek(-1)


def test_a_file_that_is_read_as_a_whole_is_asked_for_in_large_pieces() -> None:
    content, asked = bytes(5 << 20), list[int]()

    def counted(offset: int, length: int) -> bytes:
        asked.append(length)
        return content[offset : offset + length]

    stream = buffered_stream(counted, len(content))
    assert stream.read(4096) + stream.read() == content
    assert len(asked) <= 6
