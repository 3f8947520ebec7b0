"""Paths in an export or archive lead to its own files, or nowhere."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.app.intake.readers.kept import content_of
from tests.support.formats import archives, exports, seven_zips
from tests.support.formats.discord_exports import export, message
from tests.support.reading_here import Sorted, found_at
from tools.fuzz.guard import guarded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fence is for POSIX")
SECRET = b"nobody but the person herself may read this"
Files = Mapping[str, bytes]


def telegram(path: str) -> Files:
    told = exports.room([exports.message(1, photo=path)])
    return {"result.json": json.dumps(told).encode()}


def telegram_page(path: str) -> Files:
    body = exports.html_message(1, exports.html_photo(path))
    return {"messages.html": exports.page(body).encode("utf-8", "replace")}


def whatsapp(path: str) -> Files:
    return {"_chat.txt": f"[13/08/2024, 21:00:07] 윤: <attached: {path}>\n".encode()}


def kakaotalk(path: str) -> Files:
    return {"talk.txt": f"방 님과 카카오톡 대화\n[윤] [오후 9:00] 파일: {path}\n".encode()}


def kakaotalk_table(path: str) -> Files:
    row = f'2024-08-01 21:00:00,"윤","파일: {path}"\n'
    return {"talk.csv": f"Date,User,Message\n{row}".encode()}


def discord(path: str) -> Files:
    return {"a.json": export(message(1, path))}


EXPORTS: tuple[Callable[[str], Files], ...] = (
    *(telegram, telegram_page, whatsapp, kakaotalk, kakaotalk_table, discord),
)
WITH_PATHS = (telegram, telegram_page, discord)
"""Exports with paths; the others name files without folders, so a path is only a text."""

PATHS = {
    "above": "../secret.jpg",
    "above from below": "photos/../../secret.jpg",
    "above with backslashes": "..\\secret.jpg",
    "above in percent": "%2e%2e/secret.jpg",
    "absolute": "{secret}",
    "a drive": "C:\\secret.jpg",
    "a drive with slashes": "C:/secret.jpg",
    "another computer": "\\\\host\\share\\secret.jpg",
    "a device": "/dev/zero",
    "CON": "CON",
    "NUL": "NUL.jpg",
    "COM1": "COM1.jpg",
    "home": "~/secret.jpg",
    "300 letters": "n" * 300 + ".jpg",
    "very deep": "d/" * 300 + "a.jpg",
    "a NUL in it": "photos/\0.jpg",
    "a link": "link.jpg",
    "behind a link": "linked/secret.jpg",
    "itself": ".",
}
of_every_export = pytest.mark.parametrize("tell", EXPORTS, ids=lambda each: each.__name__)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(SECRET)
    return secret


def read_in_a_fence(folder: Path) -> tuple[Sorted, list[bytes]]:
    with guarded(folder):
        found = found_at(folder)
        return found, [content_of(entry) for entry in found.entries]


@of_every_export
@pytest.mark.parametrize("name", PATHS)
def test_a_made_up_path_leads_nowhere(
    tmp_path: Path, outside: Path, tell: Callable[[str], Files], name: str
) -> None:
    folder = tmp_path / "export"
    exports.write_files(folder, tell(PATHS[name].format(secret=outside)))
    (folder / "photos").mkdir()
    (folder / "link.jpg").symlink_to(outside)
    (folder / "linked").symlink_to(tmp_path)
    found, contents = read_in_a_fence(folder)
    assert SECRET not in b"".join(contents)
    assert found.entries == []
    assert found.absent or tell not in WITH_PATHS, "nothing is said of what the message names"
    assert {Path(each.path).name for each in found.blocked} >= {"link.jpg", "linked"}


@of_every_export
def test_of_names_that_fold_to_one_none_is_guessed(
    tmp_path: Path, tell: Callable[[str], Files]
) -> None:
    names = {"photo.jpg": b"1", "Photo.jpg": b"2"}
    exports.write_files(tmp_path / "export", {**tell("PHOTO.jpg"), **names})
    found, contents = read_in_a_fence(tmp_path / "export")
    assert sorted(contents) == [b"1", b"2"]
    assert [dict(entry.provenance) for entry in found.entries] == [{}, {}]
    assert len(found.absent) == 1


@of_every_export
def test_of_names_that_fold_to_one_the_very_one_is_taken(
    tmp_path: Path, tell: Callable[[str], Files]
) -> None:
    names = {"photo.jpg": b"1", "Photo.jpg": b"2"}
    exports.write_files(tmp_path / "export", {**tell("Photo.jpg"), **names})
    found, _ = read_in_a_fence(tmp_path / "export")
    told = {entry.name: bool(entry.provenance) for entry in found.entries}
    assert told == {"photo.jpg": False, "Photo.jpg": True}


ARCHIVES: Mapping[str, Callable[[list[tuple[str, bytes]]], bytes]] = {
    "zip": lambda members: exports.zipped(dict(members)),
    "tar": archives.tarred,
    "tar.gz": lambda members: archives.PACKERS["gz"](archives.tarred(members)),
    "7z": seven_zips.seven_zipped,
}
NAMES = (
    *dict.fromkeys((*archives.NAMES, *archives.FOLDING)),
    *("../secret.jpg", "..\\secret.jpg", "NUL.jpg", "COM1", "aux", "\\\\host\\share\\a", "C:/a"),
    *("~/a", "-rf", "a:b", "a ", "a.", "\u202egpj.exe", "%2e%2e/a", "x/CON/y", "." * 3),
)


@pytest.mark.parametrize("kind", ARCHIVES)
def test_every_member_is_found_inside_whatever_it_is_called(
    tmp_path: Path, outside: Path, kind: str
) -> None:
    members = [(name, str(number).encode()) for number, name in enumerate(NAMES)]
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "kept.bin").write_bytes(ARCHIVES[kind](members))
    before = sorted(tmp_path.rglob("*"))
    found, contents = read_in_a_fence(tmp_path / "export")
    assert sorted(contents) == sorted(content for _, content in members)
    assert found.blocked == []
    assert {entry.path.partition("\0")[0] for entry in found.entries} == {
        str(tmp_path / "export" / "kept.bin")
    }
    assert sorted(tmp_path.rglob("*")) == before
