"""Archives of every kind, as their programs make them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.intake import Answers, QuestionKind
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats import foreign_archives
from tests.support.formats.archives import PACKERS
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at, open_entry
from tests.support.unpackers import run, seven_zip

FILES = [("A.JPG", PICTURE), ("B.JPG", b"two")]
MAKERS = (
    foreign_archives.ar,
    *(foreign_archives.cpio, foreign_archives.lha, foreign_archives.cab),
    *(foreign_archives.rar_4, foreign_archives.rar_5, foreign_archives.iso),
)
_SECRET = Answers(everywhere={QuestionKind.PASSWORD: ("secret",)})
every_kind = pytest.mark.parametrize("make", MAKERS, ids=lambda each: each.__name__)


@every_kind
def test_every_file_of_an_archive_of_any_kind_is_an_entry(
    tmp_path: Path, make: Callable[[foreign_archives.Files], bytes]
) -> None:
    put(tmp_path, make(FILES))
    found = found_at(tmp_path)
    assert {each.name: content_of(each) for each in found.entries} == dict(FILES)
    assert found.blocked == []


@every_kind
def test_an_archive_of_any_kind_that_breaks_off_is_never_silent(
    tmp_path: Path, make: Callable[[foreign_archives.Files], bytes]
) -> None:
    content = make([("A.JPG", PICTURE)])
    put(tmp_path, content[: len(content) - len(PICTURE) // 2])
    found = found_at(tmp_path)
    reasons = {each.reason for each in found.blocked}
    whole = [each for each in found.entries if each.size == len(PICTURE)]
    for entry in whole:
        try:
            assert content_of(entry) == PICTURE
        except UnreadableMediaError as error:
            reasons.add(error.reason)
    assert reasons & {Reason.TRUNCATED, Reason.DAMAGED}


@seven_zip
@pytest.mark.parametrize(
    "how",
    [
        *("-tzip -mm=Deflate64", "-tzip -mm=BZip2", "-tzip -mm=LZMA", "-tzip -mm=PPMd"),
        *("-t7z -m0=PPMd", "-t7z -m0=Deflate64", "-t7z -m0=Delta:4 -m1=LZMA2", "-t7z -m0=BCJ2"),
        *("-t7z -m0=BCJ2 -psecret", "-twim", "-ttar"),
    ],
)
def test_what_7_zip_packs_is_read_however_it_packs(tmp_path: Path, how: str) -> None:
    pictures = {"a.jpg": PICTURE, "거울.jpg": PICTURE[::-1]}
    for name, content in pictures.items():
        (tmp_path / name).write_bytes(content)
    run("7z", "a", *how.split(), "made", *pictures, cwd=tmp_path)
    for name in pictures:
        (tmp_path / name).unlink()
    found = found_at(tmp_path, _SECRET)
    assert {each.name: _content(each.path) for each in found.entries} == pictures


def _content(path: str) -> bytes:
    with open_entry(path, _SECRET) as stream:
        return stream.read()


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz", "zst"])
def test_a_packed_image_of_a_disc_is_opened(tmp_path: Path, packing: str) -> None:
    (tmp_path / f"a.iso.{packing}").write_bytes(PACKERS[packing](foreign_archives.iso(FILES)))
    found = found_at(tmp_path)
    assert {each.name: content_of(each) for each in found.entries} == dict(FILES)


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz", "zst"])
def test_a_packed_archive_that_begins_as_a_text_is_opened(tmp_path: Path, packing: str) -> None:
    texts = [("a.txt", b"text " * 2_000), ("b.jpg", PICTURE)]
    (tmp_path / f"a.cpio.{packing}").write_bytes(PACKERS[packing](foreign_archives.cpio(texts)))
    found = found_at(tmp_path)
    assert {each.name: content_of(each) for each in found.entries} == dict(texts)


def test_a_packed_text_stays_a_file_whatever_packs_it(tmp_path: Path) -> None:
    for packing in ("gz", "bz2", "xz", "zst"):
        (tmp_path / f"a.{packing}").write_bytes(PACKERS[packing](b"only text\n" * 50))
    assert len(found_at(tmp_path).entries) == 4
    assert all("\0" not in each.path for each in found_at(tmp_path).entries)
