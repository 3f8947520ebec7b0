"""What is in an age file: no byte of the tar file in it can be other than it was written."""

import hashlib
import io
import tarfile
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path

import pyrage
import pytest

from storage.bundle.age_pipe import AgeDecryptor
from storage.bundle.container import ContainerError
from storage.bundle.pipeline import Pipeline
from storage.bundle.tar_archive import BLOCK, END, TarWriter, header, read_members
from tests.support.bundle_samples import IDENTITY, found, to_identity, write

PIPELINE = Pipeline()
FILES = {"documents/a.txt": b"a", "documents/empty": b"", "documents/block": bytes(BLOCK)}

CONTAINER = {("", "container")}


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    writer = TarWriter(out.write)
    for name, content in files.items():
        deque(writer.add(name, len(content), io.BytesIO(content)), maxlen=0)
    writer.finish()
    return out.getvalue()


def told(data: bytes) -> dict[str, tuple[bytes, bool]] | None:
    """What is in it, and whether it is intact; None when that is out of reach."""
    members = {}
    try:
        for member in read_members(io.BytesIO(data)):
            content = bytearray()
            deque(PIPELINE.run(member, content.extend), maxlen=0)
            members[member.name] = bytes(content), member.intact
    except ContainerError:
        return None
    return members


def test_what_was_written_is_read() -> None:
    assert told(packed(FILES)) == {name: (content, True) for name, content in FILES.items()}


@pytest.mark.parametrize("bits_of_each_byte", [1, pytest.param(8, marks=pytest.mark.slow)])
def test_every_changed_bit_is_found(bits_of_each_byte: int) -> None:
    whole = packed(FILES)
    read = told(whole)
    for at in range(len(whole)):
        for bit in (each % 8 for each in range(at, at + bits_of_each_byte)):
            changed = bytearray(whole)
            changed[at] ^= 1 << bit
            assert told(bytes(changed)) != read, (at, bit)


def test_every_cut_is_found() -> None:
    whole = packed(FILES)
    assert all(told(whole[:length]) is None for length in range(len(whole)))


class Zeros:
    """Begins with some bytes; zeros follow, without an end."""

    def __init__(self, first: bytes) -> None:
        self._first = io.BytesIO(first)
        self._zeros = bytes(1 << 26)

    def read(self, count: int = -1, /) -> bytes:
        return self._first.read(count) or self._zeros[:count]


@pytest.mark.parametrize("size", [(1 << 33) - 1, 1 << 33])
def test_a_file_of_8_gib_is_read_whole(size: int) -> None:
    memory = memoryview(bytearray(1 << 26))
    members = read_members(Zeros(header("documents/long", size)))
    member = next(members)
    assert sum(iter(lambda: member.readinto(memory), 0)) == size
    assert (member.name, member.intact) == ("documents/long", True)
    with pytest.raises(ContainerError):  # the zeros go on
        next(members)


def block(name: str, kind: bytes, size: int = 0, **more: str | int) -> bytes:
    """A header of any kind."""
    about = tarfile.TarInfo(name)
    about.type, about.size = kind, size
    for key, value in more.items():
        setattr(about, key, value)
    return about.tobuf(tarfile.USTAR_FORMAT)


def filled(content: bytes) -> bytes:
    return content + bytes(-len(content) % BLOCK)


def records(pairs: Mapping[str, object], kind: bytes = tarfile.XHDTYPE) -> bytes:
    """A pax header before a member."""
    lines = b""
    for key, value in pairs.items():
        line = f" {key}={value}\n".encode()
        length = len(line) + 1
        while len(str(length)) + len(line) != length:
            length += 1
        lines += str(length).encode() + line
    return block("PaxHeader", kind, len(lines)) + filled(lines)


def sized(size: bytes) -> bytes:
    """A header with anything for a size."""
    made = bytearray(block("documents/a", tarfile.REGTYPE))
    made[124:136] = size
    made[148:156] = b" " * 8
    made[148:156] = b"%06o\0 " % sum(made)
    return bytes(made)


REPORT = "documents/report.txt"


def replaced(plain: bytes, made: Callable[[bytes, int], bytes]) -> bytes:
    """The tar file with another header and content for the report.

    Args:
        made: Of its content and size.
    """
    at = plain.index(REPORT.encode() + bytes(1))
    size = int(plain[at + 124 : at + 135], 8)
    begin = at + BLOCK
    end = begin + size + -size % BLOCK
    return plain[:at] + made(plain[begin : begin + size], size) + plain[end:]


def owned(content: bytes, size: int) -> bytes:
    about = block(REPORT, tarfile.REGTYPE, size, mode=0o4777, uid=7, uname="somebody", mtime=99)
    return about + filled(content)


def sparse(content: bytes, size: int) -> bytes:
    places = filled(f"1\n0\n{size}\n".encode())
    pairs = {"GNU.sparse.major": 1, "GNU.sparse.minor": 0, "GNU.sparse.name": REPORT}
    about = block("documents/x", tarfile.REGTYPE, len(places) + size)
    return records({**pairs, "GNU.sparse.realsize": size}) + about + filled(places + content)


def endless() -> bytes:
    pairs = {"GNU.sparse.major": 0, "GNU.sparse.minor": 1, "GNU.sparse.map": "0,0"}
    name, size = "documents/data/s", 1 << 60
    return records({**pairs, "GNU.sparse.size": size}) + block(name, tarfile.REGTYPE)


NO_NUMBER = {"GNU.sparse.major": 1, "GNU.sparse.map": "0,abc", "GNU.sparse.size": "abcd"}
LONG_NAME = block("././@LongLink", b"L", BLOCK) + b"a" * BLOCK

CHANGES: dict[str, tuple[Callable[[bytes], bytes], set[tuple[str, str]]]] = {
    "bytes behind the end": (lambda plain: plain + b"hidden" * 1000, CONTAINER),
    "a zero behind the end": (lambda plain: plain + b"\0", CONTAINER),
    "another tar file behind": (lambda plain: plain + packed({"documents/b": b"b"}), CONTAINER),
    "no end": (lambda plain: plain[: -len(END)], CONTAINER),
    "half an end": (lambda plain: plain[:-BLOCK], CONTAINER),
    "nothing": (lambda _: b"", CONTAINER),
    "no tar file": (lambda _: b"text" * 1000, CONTAINER),
    "a comment on all": (
        lambda plain: records({"comment": "x"}, tarfile.XGLTYPE) + plain,
        {("PaxHeader", "added")},
    ),
    "a comment on one": (lambda plain: records({"comment": "x"}) + plain, CONTAINER),
    "another name": (lambda plain: records({"path": "documents/b"}) + plain, CONTAINER),
    "a size that fits": (
        lambda plain: records({"size": 1}) + plain,
        {("README-FIRST.en.txt", "changed")},
    ),
    "a long comment": (
        lambda plain: records({"comment": "x" * 9_000_000}) + plain,
        CONTAINER,
    ),
    "an owner": (lambda plain: replaced(plain, owned), {("report.txt", "changed")}),
    "a sparse file": (lambda plain: replaced(plain, sparse), CONTAINER),
    "a sparse file without an end": (lambda plain: endless() + plain, CONTAINER),
    "no numbers": (lambda plain: records(NO_NUMBER) + plain, CONTAINER),
    "many long names": (lambda plain: LONG_NAME * 3000 + plain, {("././@LongLink", "added")}),
    "many records": (lambda plain: records({"path": "a"}) * 3000 + plain, CONTAINER),
    "a link": (
        lambda plain: block("documents/l", tarfile.SYMTYPE, linkname="/etc/passwd") + plain,
        {("l", "added"), ("l", "changed")},
    ),
    "a folder": (
        lambda plain: block("documents/data", tarfile.DIRTYPE) + plain,
        {("data", "added"), ("data", "changed")},
    ),
    "no name": (lambda plain: block("", tarfile.REGTYPE) + plain, CONTAINER),
    "a size below nothing": (lambda plain: sized(b"\xff" * 12) + plain, CONTAINER),
    "a size beyond all": (lambda plain: sized(b"\x80" + b"\x7f" * 11) + plain, CONTAINER),
}


@pytest.fixture
def plain(tmp_path: Path) -> bytes:
    """The tar file of a bundle."""
    write(tmp_path / "x.age", to_identity())
    with (tmp_path / "x.age").open("rb") as stream, AgeDecryptor(IDENTITY, stream) as opened:
        return b"".join(iter(lambda: opened.read(BLOCK), b""))


def locked(plain: bytes, path: Path) -> Path:
    """As the person can do whom the bundle is for."""
    recipient = pyrage.x25519.Identity.from_str(IDENTITY).to_public()
    path.write_bytes(pyrage.encrypt(plain, [recipient]))
    return path


@pytest.mark.parametrize("name", CHANGES)
def test_what_no_bundle_is_written_with_is_told(plain: bytes, tmp_path: Path, name: str) -> None:
    change, problems = CHANGES[name]
    assert found(locked(change(plain), tmp_path / "changed.age"), IDENTITY) == problems


@pytest.mark.parametrize("step", [89, pytest.param(11, marks=pytest.mark.slow)])
def test_a_changed_byte_anywhere_in_it_is_found(plain: bytes, tmp_path: Path, step: int) -> None:
    assert found(locked(plain, tmp_path / "same.age"), IDENTITY) == set()
    for at in range(0, len(plain), step):
        changed = plain[:at] + bytes([plain[at] ^ 1]) + plain[at + 1 :]
        assert found(locked(changed, tmp_path / "changed.age"), IDENTITY), at


def test_what_fills_up_a_block_belongs_to_its_member(plain: bytes, tmp_path: Path) -> None:
    changed = replaced(
        plain, lambda content, size: header(REPORT, size) + filled(content)[:-1] + b"x"
    )
    assert found(locked(changed, tmp_path / "x"), IDENTITY) == {("report.txt", "changed")}


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
