import io
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from app.intake import Answers, QuestionKind
from app.intake.readers.core.address import display_address
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.formats.exports import LOCKED_ZIP, zipped
from tests.support.reading_here import found_at, open_entry


def put(folder: Path, content: bytes, name: str = "a.zip") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_members_are_entries_with_an_address_that_finds_them_again(tmp_path: Path) -> None:
    path = put(tmp_path, zipped({"x/1.jpg": b"one", "2.jpg": b"two"}))
    first, second = found_at(tmp_path).entries
    assert (second.name, display_address(second.path)) == ("1.jpg", f"{path} \u203a x/1.jpg")
    for entry, content in ((first, b"two"), (second, b"one")):
        with open_entry(entry.path) as stream:
            assert stream.read() == content


def test_what_it_is_says_the_content_and_not_the_name(tmp_path: Path) -> None:
    put(tmp_path, zipped({"1.jpg": b"one"}), "holiday.jpg")
    assert found_at(tmp_path).names() == ["1.jpg"]


def test_archives_in_archives_are_opened_three_deep(tmp_path: Path) -> None:
    content = zipped({"deep.jpg": b"x"})
    for number in range(3):
        content = zipped({f"{number}.zip": content, f"{number}.jpg": b"y"})
    put(tmp_path, content)
    found = found_at(tmp_path)
    assert found.names() == ["2.jpg", "1.jpg", "0.jpg"]
    assert [(each.name, each.reason) for each in found.blocked] == [("0.zip", Reason.TOO_DEEP)]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names",
    [
        ("a.jpg", "a.jpg"),
        ("a.jpg", "A.JPG"),
        ("거울.jpg", "거울.jpg"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("a", "./a"),
        ("../../a", "/a", "C:\\a", "CON", "a\\..\\b"),
        ("n" * 300 + ".jpg", "d/" * 3000 + "a.jpg"),
        ("..", "."),
    ],
)
def test_every_member_is_found_whatever_it_is_called(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number, name in enumerate(names):
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, str(number))
    put(tmp_path, content.getvalue())
    entries = found_at(tmp_path).entries
    read = set()
    for entry in entries:
        with open_entry(entry.path) as stream:
            read.add(stream.read())
    assert read == {str(number).encode() for number in range(len(names))}
    assert os.listdir(tmp_path) == ["a.zip"]  # noqa: PTH208


def test_a_locked_archive_asks_for_its_password_and_is_listed(tmp_path: Path) -> None:
    path = put(tmp_path, LOCKED_ZIP)
    found = found_at(tmp_path)
    assert [(each.path, each.asked) for each in found.questions] == [
        (str(path), QuestionKind.PASSWORD)
    ]
    assert [each.reason for each in found.blocked] == [Reason.LOCKED]
    wrong_first = Answers(everywhere={QuestionKind.PASSWORD: ("wrong", "secret")})
    assert found_at(tmp_path, wrong_first).names() == ["hello.txt"]


def test_a_damaged_archive_is_said(tmp_path: Path) -> None:
    put(tmp_path, zipped({"a": b"x" * 1000})[:-30])
    assert [each.reason for each in found_at(tmp_path).blocked] == [Reason.TRUNCATED]


def test_a_damaged_member_is_said_when_it_is_read(tmp_path: Path) -> None:
    content = bytearray(zipped({"a": b"x" * 1000}, zipfile.ZIP_STORED))
    content[100] ^= 1
    put(tmp_path, bytes(content))
    (entry,) = found_at(tmp_path).entries
    with pytest.raises(UnreadableMediaError) as caught:
        open_entry(entry.path)
    assert caught.value.reason is Reason.DAMAGED


def test_an_unknown_packing_is_said_and_no_password_is_asked_for(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.jpg": b"x" * 1000}))
    content[8] = content[content.index(b"PK\1\2") + 10] = 77
    put(tmp_path, bytes(content))
    found = found_at(tmp_path)
    assert found.questions == []
    (entry,) = found.entries
    with pytest.raises(UnreadableMediaError) as caught:
        open_entry(entry.path)
    assert caught.value.reason is Reason.UNKNOWN_PACKING


def test_a_name_in_the_field_for_unicode_is_taken(tmp_path: Path) -> None:
    field = b"\1" + zlib.crc32(b"x.jpg").to_bytes(4, "little") + "거울.jpg".encode()
    info = zipfile.ZipInfo("x.jpg")
    info.extra = b"up" + len(field).to_bytes(2, "little") + field
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(info, b"x")
    put(tmp_path, made.getvalue())
    assert found_at(tmp_path).names() == ["거울.jpg"]


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_large_member_is_read_by_range_or_as_a_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: int
) -> None:
    monkeypatch.setattr(reader_limits, "IN_MEMORY_BYTES", 10)
    content = bytes(range(256)) * 100
    put(tmp_path, zipped({"first": b"x", "large": content}, how))
    _, entry = found_at(tmp_path).entries
    with open_entry(entry.path) as stream:
        assert stream.read(10) == content[:10]
        stream.seek(-5, os.SEEK_END)
        assert stream.read() == content[-5:]
        stream.seek(1000)
        assert stream.read(7) == content[1000:1007]


@pytest.mark.parametrize(
    ("limit", "value"),
    [("MAX_ENTRIES", 1), ("MAX_UNPACKED_BYTES", 100), ("RATIO_FROM_BYTES", 100)],
)
def test_an_archive_over_a_limit_is_listed_with_the_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(reader_limits, limit, value)
    put(tmp_path, zipped({"a": bytes(300_000), "b": bytes(300_000)}))
    (blocked,) = found_at(tmp_path).blocked
    assert blocked.reason is Reason.TOO_LARGE
    assert blocked.detail.isdecimal()


def test_the_same_address_in_a_file_that_is_no_archive_any_more_is_gone(tmp_path: Path) -> None:
    path = put(tmp_path, zipped({"a": b"x"}))
    (entry,) = found_at(tmp_path).entries
    path.write_bytes(b"text")
    with pytest.raises(FileNotFoundError):
        open_entry(entry.path)
