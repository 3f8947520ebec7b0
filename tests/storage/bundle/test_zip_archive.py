import io
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from storage.bundle import zip_archive
from storage.bundle.container import ContainerError
from storage.bundle.zip_archive import ZipWriter, read_directory, read_members
from tests.support.bundle_samples import IDENTITY, PHRASE, to_identity, whole, write
from tests.support.unpackers import age, run, seven_zip

FILES = {"documents/a.txt": b"a", "documents/empty": b"", "documents/b.bin": bytes(3_000_000)}


def written(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    writer = ZipWriter(out.write, PHRASE)
    for name, content in files.items():
        assert sum(writer.add(name, len(content), io.BytesIO(content))) == len(content)
    writer.finish()
    return out.getvalue()


def read(data: bytes) -> dict[str, bytes]:
    found = {}
    for member in read_members(io.BytesIO(data), len(data), PHRASE):
        found[member.name] = whole(member)
        assert member.intact
    return found


def test_what_is_written_is_read() -> None:
    assert read(written(FILES)) == FILES


@seven_zip
def test_7_zip_opens_it(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(written(FILES))
    assert "Everything is Ok" in run("7z", "t", f"-p{PHRASE}", tmp_path / "x.zip")
    assert "AES-256" in run("7z", "l", "-slt", tmp_path / "x.zip")
    run("7z", "t", "-pwrong", tmp_path / "x.zip", status=2)
    run("7z", "x", f"-p{PHRASE}", f"-o{tmp_path}", tmp_path / "x.zip")
    assert {n: (tmp_path / n).read_bytes() for n in FILES} == FILES


@seven_zip
@pytest.mark.parametrize("limits", [{"MAX32": 1000}, {"MAX16": 2}, {"MAX32": 0}])
def test_large_files_and_long_lists_have_the_records_of_zip64(
    limits: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Smaller limits bring the records of large files about; what stands for "see there" stays."""
    monkeypatch.setattr(zip_archive, "MIN64", limits.get("MAX32", zip_archive.MIN64))
    monkeypatch.setattr(zip_archive, "MIN64_ENTRIES", limits.get("MAX16", 0xFFFF))
    data = written(FILES)
    (tmp_path / "x.zip").write_bytes(data)
    assert b"PK\x06\x06" in data
    assert "Everything is Ok" in run("7z", "t", f"-p{PHRASE}", tmp_path / "x.zip")
    assert read(data) == FILES


def test_nothing_of_the_computer_is_in_it() -> None:
    assert written({"a": b""})[10:14] == b"\x00\x00\x21\x00"  # 1 January 1980


@seven_zip
def test_the_bundle_and_every_program_say_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "x.zip")
    with ZipFile(tmp_path / "x.zip") as archive:  # knows no zone
        assert {each.date_time for each in archive.infolist()} == {(2026, 11, 22, 23, 31, 4)}
    for zone, told in (("UTC", "14:31:05"), ("Asia/Seoul", "23:31:05")):
        monkeypatch.setenv("TZ", zone)
        listed = run("7z", "l", "-slt", f"-p{PHRASE}", tmp_path / "x.zip")
        times = {line for line in listed.splitlines() if line.startswith("Modified = 2026")}
        assert {line[: len(f"Modified = 2026-11-22 {told}")] for line in times} == {
            f"Modified = 2026-11-22 {told}"
        }


@age
def test_a_tar_file_says_it_too(tmp_path: Path) -> None:
    write(tmp_path / "x.age", to_identity())
    (tmp_path / "identity").write_text(IDENTITY)
    run("age", "-d", "-i", tmp_path / "identity", "-o", tmp_path / "x.tar", tmp_path / "x.age")
    with tarfile.open(tmp_path / "x.tar") as archive:
        assert {each.mtime for each in archive} == {1_795_357_865}


@pytest.mark.parametrize("damage", [b"", b"PK\x05\x06", b"x" * 100])
def test_what_is_no_list_is_refused(damage: bytes) -> None:
    with pytest.raises(ContainerError):
        read_directory(io.BytesIO(damage), len(damage))
