"""Archives of ALZip."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.alzip_archives import METHODS, alz, egg, split_egg
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at

FILES = [("사진\\언니 모음.jpg", PICTURE), ("b.jpg", b"two"), ("b.jpg", b"three"), ("빈.jpg", b"")]
CONTENTS = [("b.jpg", b"three"), ("b.jpg", b"two"), ("빈.jpg", b""), ("언니 모음.jpg", PICTURE)]


def reason_of(folder: Path) -> set[Reason]:
    """Why nothing in a folder is read."""
    found = found_at(folder)
    reasons = {each.reason for each in found.blocked if isinstance(each.reason, Reason)}
    for entry in found.entries:
        with pytest.raises(UnreadableMediaError) as caught:
            content_of(entry)
        reasons.add(caught.value.reason)
    return reasons


@pytest.mark.parametrize(
    "content",
    [
        *(pytest.param(egg(FILES, method=each), id=f"EGG {each}") for each in METHODS),
        *(pytest.param(alz(FILES, method=each), id=f"ALZ {each}") for each in (0, 2)),
    ],
)
def test_every_member_is_an_entry_that_is_found_again(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)
    found = found_at(tmp_path)
    assert sorted((each.name, content_of(each)) for each in found.entries) == CONTENTS
    assert found.blocked == []


@pytest.mark.parametrize("make", [alz, egg])
def test_a_member_of_an_odd_name_is_found_again(
    tmp_path: Path, make: Callable[[Sequence[tuple[str, bytes]]], bytes]
) -> None:
    put(tmp_path, make([("a\0b.jpg", PICTURE), ("", b"two"), ("../..", b"three")]))
    found = found_at(tmp_path)
    assert {content_of(each) for each in found.entries} == {PICTURE, b"two", b"three"}


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    for content in (egg(FILES[:1], locked=True), alz(FILES[:1], locked=True)):
        put(tmp_path, content)
        assert reason_of(tmp_path) == {Reason.ENCRYPTED}


def test_a_packing_of_its_own_says_so(tmp_path: Path) -> None:
    for content in (egg(FILES[:1], method=3), alz(FILES[:1], method=1), egg(FILES[:1], solid=True)):
        put(tmp_path, content)
        assert reason_of(tmp_path) == {Reason.UNKNOWN_PACKING}


@pytest.mark.parametrize("content", [egg(FILES[:1]), alz(FILES[:1])])
def test_damage_and_an_early_end_are_said(tmp_path: Path, content: bytes) -> None:
    changed = bytearray(content)
    changed[-60] ^= 0x55
    put(tmp_path, bytes(changed))
    assert reason_of(tmp_path) == {Reason.DAMAGED}
    put(tmp_path, content[:-60])
    assert Reason.TRUNCATED in reason_of(tmp_path)


def test_the_files_of_one_egg_are_one_archive(tmp_path: Path) -> None:
    volumes = split_egg(FILES, 4000)
    for number, volume in enumerate(volumes, 1):
        (tmp_path / f"a.vol{number}.egg").write_bytes(volume)
    found = found_at(tmp_path)
    assert sorted((each.name, content_of(each)) for each in found.entries) == CONTENTS
    assert found.blocked == []
    (tmp_path / "a.vol1.egg").unlink()
    found = found_at(tmp_path)
    assert [(each.name, each.reason) for each in found.blocked] == [
        ("a.vol2.egg", Reason.ONE_OF_SEVERAL)
    ]
    assert len(volumes) == 3


def test_the_files_of_one_alz_are_one_archive(tmp_path: Path) -> None:
    whole = alz(FILES, method=0)
    first, second, third = whole[:5000], whole[5000:9000], whole[9000:]
    (tmp_path / "a.alz").write_bytes(first + bytes(16))
    (tmp_path / "a.a00").write_bytes(bytes(8) + second + bytes(16))
    (tmp_path / "a.a01").write_bytes(bytes(8) + third)
    found = found_at(tmp_path)
    assert sorted((each.name, content_of(each)) for each in found.entries) == CONTENTS
    assert found.blocked == []
    (tmp_path / "a.alz").unlink()
    assert {each.reason for each in found_at(tmp_path).blocked} == {Reason.ONE_OF_SEVERAL}
