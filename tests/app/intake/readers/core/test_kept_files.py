"""What lies around many members is unpacked, or fetched, a few times and not once for each."""

import base64
from collections import Counter
from pathlib import Path
from typing import BinaryIO

import pytest

from app.intake.readers.core.disk import DiskFile
from app.intake.readers.core.members import DecodedMember
from tests.support.formats.mails import mail
from tests.support.reading_here import found_at, opener

MANY = 100
PICTURES = [b"\xff\xd8\xff\xe0" + bytes([number]) * 40 for number in range(MANY)]
URLS = [f"data:image/jpeg;base64,{base64.b64encode(each).decode()}" for each in PICTURES]
IMAGES = "".join(f'<image href="{url}"/>' for url in URLS)
DRAWING = f"<svg>{IMAGES}</svg>".encode()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often files of each name were opened."""
    counts: Counter[str] = Counter()
    for kind in (DiskFile, DecodedMember):
        monkeypatch.setattr(kind, "open", _counting(kind.open, counts))
    return counts


def _counting(opens: object, counts: Counter[str]) -> object:
    def count(file: DiskFile | DecodedMember) -> BinaryIO:
        counts[file.name] += 1
        return opens(file)  # type: ignore[operator, no-any-return]

    return count


def test_a_drawing_in_mails_is_unpacked_once_for_all_its_pictures(
    tmp_path: Path, opened: Counter[str]
) -> None:
    inner = mail(("drawn.svg", DRAWING))
    (tmp_path / "a.eml").write_bytes(bytes(mail(("inner.eml", bytes(inner)))))
    entries = found_at(tmp_path).entries
    assert len(entries) == MANY
    with opener() as opens:
        for entry, picture in zip(entries, PICTURES, strict=True):
            assert opens.open(entry.path).read() == picture
    assert {name: opened[name] for name in ("inner.eml", "drawn.svg")} == {
        "inner.eml": 2,
        "drawn.svg": 2,
    }


def test_a_drawing_on_the_disk_is_fetched_twice(tmp_path: Path, opened: Counter[str]) -> None:
    (tmp_path / "drawn.svg").write_bytes(DRAWING)
    entries = found_at(tmp_path).entries
    for entry, picture in zip(entries, PICTURES, strict=True):
        with entry.open() as stream:
            assert stream.read() == picture
    assert opened["drawn.svg"] == 2


@pytest.mark.parametrize("address", ["100/jpeg", "1", "x/jpeg", "1/png", "-1/jpeg", "9" * 5000])
def test_a_picture_that_is_not_in_a_drawing_is_not_found(tmp_path: Path, address: str) -> None:
    (tmp_path / "drawn.svg").write_bytes(DRAWING)
    with opener() as opens, pytest.raises(FileNotFoundError):
        opens.open(f"{tmp_path}/drawn.svg\0{address}")
