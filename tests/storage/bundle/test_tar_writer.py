import hashlib
import io
import tarfile

import pytest

from storage.bundle.tar_writer import TarWriter, header

FROZEN = {
    5: "85bfb3371831b62c74a589c7e821b21e770da7d84954a4cb8af0be543cc1b4fa",
    1 << 33: "17e0dac7b8ea46c5d6cf70de4fc6a5ecc2d211ba6e86c893151f192f1c37c4ac",
}
"""SHA-256 of the header of documents/data/items.json, by its size. Never computed again."""


@pytest.mark.parametrize("size", FROZEN)
def test_headers_are_those_of_format_1_0(size: int) -> None:
    made = header("documents/data/items.json", size)
    assert hashlib.sha256(made).hexdigest() == FROZEN[size]


def test_a_size_from_8_gib_on_has_a_record_in_front() -> None:
    assert len(header("documents/a", (1 << 33) - 1)) == 512
    wide = header("documents/a", 1 << 33)
    assert wide[512:].startswith(b"19 size=8589934592\n\0")
    assert len(wide) == 3 * 512


def test_any_program_reads_it() -> None:
    files = {"documents/a": b"a", "documents/empty": b"", "documents/block": bytes(512)}
    out = io.BytesIO()
    writer = TarWriter(out.write)
    for name, content in files.items():
        assert sum(writer.add(name, len(content), io.BytesIO(content))) == len(content)
    writer.finish()
    out.seek(0)
    with tarfile.open(fileobj=out) as tar:
        streams = {each.name: tar.extractfile(each) for each in tar}
        assert {name: stream.read() for name, stream in streams.items() if stream} == files


@pytest.mark.parametrize("name", ["documents/" + "a" * 91, "documents/거울"])
def test_a_name_that_a_header_has_no_room_for_is_refused(name: str) -> None:
    out = io.BytesIO()
    with pytest.raises(ValueError, match=name):
        next(TarWriter(out.write).add(name, 0, io.BytesIO()))
    assert not out.getvalue()
