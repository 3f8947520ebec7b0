from pathlib import Path

import pytest

from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.compound_files import compound, deflated, hwp, native
from tests.support.reading_here import found_at

PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 50


@pytest.mark.parametrize("packed", [True, False])
def test_pictures_are_taken_packed_or_not(tmp_path: Path, *, packed: bool) -> None:
    content = {"BIN0001.jpg": PICTURE, "BIN0002.emf": b"\1\0\0\0"}
    document = hwp(content, flags=int(packed), packed=packed)
    found = found_at(put(tmp_path, document))
    assert found.names() == ["BIN0001.jpg"]
    assert content_of(found.entries[0]) == PICTURE
    assert found.blocked == []


def test_an_object_stands_behind_its_size(tmp_path: Path) -> None:
    inner = compound({"\x01Ole10Native": native("a.jpg", PICTURE)})
    document = hwp({"BIN0001.OLE": len(inner).to_bytes(4, "little") + inner})
    (entry,) = found_at(put(tmp_path, document)).entries
    assert entry.name == "a.jpg"
    assert content_of(entry) == PICTURE


@pytest.mark.parametrize("flag", [1 << 1, 1 << 4, 1 << 8, 1 << 10])
def test_a_locked_document_is_said(tmp_path: Path, flag: int) -> None:
    found = found_at(put(tmp_path, hwp({"BIN0001.jpg": PICTURE}, flags=flag)))
    assert [each.reason for each in found.blocked] == [Reason.ENCRYPTED]


def test_a_damaged_picture_is_said_and_the_others_are_taken(tmp_path: Path) -> None:
    packed = {"a.jpg": b"\xff" * 5000, "b.jpg": deflated(PICTURE)}
    found = found_at(put(tmp_path, hwp(packed, packed=False)))
    assert found.names() == ["b.jpg"]
    assert [(each.name, each.reason) for each in found.blocked] == [("a.jpg", Reason.DAMAGED)]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sandbox.reader_limits.RATIO_FROM_BYTES", 1000)
    (entry,) = found_at(put(tmp_path, hwp({"a.jpg": PICTURE[:3] + bytes(9_000_000)}))).entries
    with pytest.raises(UnreadableMediaError) as caught:
        entry.open()
    assert caught.value.reason is Reason.TOO_LARGE
