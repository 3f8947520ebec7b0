"""What a child reads is what the readers find, and one file's failure costs that file only."""

import io
import os
import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.intake import (
    NO_ANSWERS,
    Answers,
    ContainerRead,
    Entry,
    NotInExport,
    Opener,
    Question,
    QuestionKind,
    Reading,
    Unreadable,
)
from app.intake.add import add
from app.intake.readers import records
from app.intake.readers.core.disk import DiskFile, DiskFolder, place_on_disk
from app.intake.readers.core.reader import Entry as FoundEntry
from app.intake.readers.core.reader import WalkEvent
from app.intake.reading import ReadEvent, _Served
from app.intake.source_details import SourceDetails
from app.job import finish
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import Kind
from app.sandbox.reader_process import ReaderProcess
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason
from storage.case import Case
from storage.lock import is_open_here
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, SOMEBODY, picture
from tests.support.formats.exports import LOCKED_ZIP, zipped
from tests.support.formats.mails import mail
from tests.support.formats.pdfs import image, locked, pdf
from tests.support.reading_here import read as read_here


@pytest.fixture
def shared_reader() -> None:
    """Here every reader has a child of its own."""


def told(events: Sequence[ReadEvent | WalkEvent]) -> list[tuple[str, str, str]]:
    """The kind, the address and the reason or the name of each event."""
    return [
        (type(each).__name__, each.path, str(getattr(each, "reason", getattr(each, "name", ""))))
        for each in events
    ]


def read_in_child(path: Path, answers: Answers = NO_ANSWERS) -> tuple[list[ReadEvent], list[bytes]]:
    """Every event, and the bytes of everything that can be read."""
    events: list[ReadEvent] = []
    contents: list[bytes] = []
    with Reading(answers) as reading:
        for each in reading.read(path):
            if each is None:
                continue
            events.append(each)
            if isinstance(each, Entry):
                contents.append(b"".join(chunk for chunk in each.chunks() if chunk))
    return events, contents


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder of pictures, an archive with an archive in it, a mail, and a text."""
    folder = tmp_path / "room"
    (folder / "사진").mkdir(parents=True)
    (folder / "사진" / "a.png").write_bytes(picture(ME))
    (folder / "b.png").write_bytes(picture(SOMEBODY))
    inner = zipped({"c.png": picture(ME, SOMEBODY)})
    (folder / "d.zip").write_bytes(zipped({"x/e.png": picture(SOMEBODY, ME), "inner.zip": inner}))
    (folder / "f.eml").write_bytes(bytes(mail(("g.png", picture(ME, ME)))))
    (folder / "h.txt").write_text("hello", "utf-8")
    return folder


def test_a_child_tells_what_the_readers_find(room: Path) -> None:
    (room / "link").symlink_to(room)
    events, contents = read_in_child(room)
    here: list[WalkEvent] = []
    expected: list[bytes] = []
    for each in read_here(room):
        here.append(each)
        if isinstance(each, FoundEntry):
            with each.open() as stream:
                expected.append(stream.read())
    assert set(told(events)) == set(told(here))
    assert sorted(contents) == sorted(expected)


def test_a_file_alone_is_read_like_one_in_its_folder(room: Path) -> None:
    events, contents = read_in_child(room / "d.zip")
    assert {each.path.split("\0")[0] for each in events} == {str(room / "d.zip")}
    assert len(contents) == 2


def test_members_are_found_again_and_can_be_sought_in(room: Path) -> None:
    events, contents = read_in_child(room / "d.zip")
    paths = [each.path for each in events if isinstance(each, Entry)]
    with Opener() as opens:
        for path, content in zip(paths, contents, strict=True):
            with opens.open(path) as stream:
                assert stream.read() == content
                assert stream.seek(0, os.SEEK_END) == len(content)
                stream.seek(3)
                assert stream.read(5) == content[3:8]


def test_members_of_an_archive_in_several_files_are_read_in_turn(tmp_path: Path) -> None:
    pictures = {"1.png": picture(ME), "2.png": picture(SOMEBODY), "3.png": picture(ME, SOMEBODY)}
    whole = zipped(pictures, 0)
    for number, start in enumerate(range(0, len(whole), 300), 1):
        (tmp_path / f"a.zip.{number:03}").write_bytes(whole[start : start + 300])
    with Opener() as opens:
        for name, content in pictures.items():
            with opens.open(f"{tmp_path / 'a.zip.001'}\0{name}") as stream:
                assert stream.read() == content


@pytest.mark.parametrize(
    "path", ["@/../room/b.png", "@/..", "@/d.zip/x", "@/nothing", "/etc/hostname", "@//b.png", ""]
)
def test_a_child_that_asks_for_what_is_not_listed_is_refused(room: Path, path: str) -> None:
    file = place_on_disk(str(room / "d.zip"))
    assert isinstance(file, DiskFile)
    served = _Served(DiskFolder(str(room), is_open_here), file, NO_ANSWERS)
    asked = {"path": path, "offset": 0, "length": 1}
    with pytest.raises(BrokenProtocolError):
        served.serve((Kind.FETCH, asked), ReaderProcess())


def test_a_member_that_is_gone_is_said_to_be_gone(room: Path) -> None:
    with Opener() as opens, pytest.raises(FileNotFoundError):
        opens.open(f"{room / 'd.zip'}\0nothing.png")


def test_a_folder_of_pictures_needs_no_child(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sandbox.single_worker.Child", None)  # starting one would fail
    events, contents = read_in_child(room / "사진")
    assert [type(each) for each in events] == [Entry, ContainerRead]
    assert contents == [picture(ME)]


def test_passwords_reach_the_child(tmp_path: Path) -> None:
    path = tmp_path / "locked.zip"
    path.write_bytes(LOCKED_ZIP)
    events, _ = read_in_child(path)
    (question,) = (each for each in events if isinstance(each, Question))
    assert (question.path, question.asked) == (str(path), QuestionKind.PASSWORD)
    answers = Answers(here={(question.path, question.asked): "secret"})
    assert read_in_child(path, answers)[1] == [b"hello\n"]


def test_what_documents_need_of_the_system_is_there_behind_the_walls(tmp_path: Path) -> None:
    """A key of AES-256 takes random numbers, and pikepdf imports late what a fax takes."""
    fax = image(
        "/ImageMask true/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 8/Rows 1>>",
        b"\x10\x01",
        8,
        1,
    )
    (tmp_path / "a.pdf").write_bytes(locked(pdf([fax]), ""))
    ink = "/ColorSpace[/Lab<</WhitePoint[0.9642 1 0.8249]>>]/BitsPerComponent 8"
    (tmp_path / "b.pdf").write_bytes(pdf([image(ink, bytes(24))]))
    events, contents = read_in_child(tmp_path)
    assert not [each for each in events if isinstance(each, Unreadable)]
    assert [sniff(each) for each in contents] == ["image/tiff", "image/bmp"]


def pax() -> bytes:
    """A tar with a long extended header that has no end."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        info = tarfile.TarInfo("pax")
        info.type = tarfile.XHDTYPE
        info.size = 64 * 1024
        archive.addfile(info, io.BytesIO(b"1" * info.size))
    return content.getvalue()


def nested_comment() -> bytes:
    """A mail whose header opens a thousand comments."""
    return b"From: a@example.org\nDate: " + b"(" * 3000 + b"\nMIME-Version: 1.0\n\nhello\n"


@pytest.mark.parametrize("make", [pax, nested_comment])
def test_what_stands_beside_a_hostile_file_is_added(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.png").write_bytes(picture(ME))
    (folder / "hostile").write_bytes(make())
    (folder / "z.png").write_bytes(picture(SOMEBODY))
    with Case.create(tmp_path / "case", "pass", cost=CHEAP)[0] as case:
        finish(add(case, [folder], SourceDetails()))
        names = {item.name for item in case.items()}
    assert {"a.png", "z.png"} <= names


def test_a_failure_that_nobody_expected_is_told_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> bool:
        raise ZeroDivisionError

    (tmp_path / "a.bin").write_bytes(b"x")
    monkeypatch.setattr("app.intake.readers.mail.mail.Mail.accepts", fails)
    (blocked,) = (each for each in read_here(tmp_path / "a.bin") if isinstance(each, Unreadable))
    assert blocked.reason is Reason.UNEXPECTED
    assert blocked.detail.startswith("ZeroDivisionError ")


@pytest.mark.parametrize(
    "record",
    [
        records.event_record(ContainerRead("/etc/passwd")),
        records.event_record(ContainerRead("@/../x")),
        records.entry_record("@/b", "b", -1, None, [[], None]),
        records.entry_record("@/b", "b", 1, None, [[["path", b"/etc"]], None]),
        records.entry_record("@/b", "b", 1, None, [[["url", 3]], None]),
        ["unreadable", b"@/b", b"b", "nonsense", b"", []],
        ["absent", b"@/b", b"b" * 200_000, "gone", b"", []],
        ["read"],
        [],
    ],
)
def test_a_record_that_no_honest_child_sends_is_refused(record: list[object]) -> None:
    def outside(inside: str) -> str:
        if inside != "@/b":
            raise BrokenProtocolError("address")
        return "/home/her/b"

    def check() -> object:
        if record and record[0] == "entry":
            return records.EntryRecord(record, outside)
        return records.event_of(record, outside)

    with pytest.raises(BrokenProtocolError):
        check()


def test_texts_keep_letters_that_are_no_unicode() -> None:
    odd = "a\udcff\ud800b"
    assert records.text(records.text_record(odd)) == odd
    absent = NotInExport("@/b", odd, Reason.NOT_IN_EXPORT, {"note": odd})
    assert records.event_of(records.event_record(absent), str) == absent


def test_what_an_opener_cannot_read_it_says(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with Opener() as opens, pytest.raises((UnreadableMediaError, FileNotFoundError)):
        opens.open(f"{path}\0a.png")
