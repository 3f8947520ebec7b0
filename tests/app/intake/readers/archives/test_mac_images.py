"""Images of Macs are opened; what lies beside their volume is no content."""

import shutil
from pathlib import Path

import pytest

from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats import foreign_archives
from tests.support.formats.mac_images import DMGS, dmg
from tests.support.reading_here import found_at
from tests.support.unpackers import run

FILES = [("A.JPG", b"\xff\xd8\xff" + bytes(range(256)) * 40), ("B.JPG", b"\xff\xd8\xff two")]
xorriso = pytest.mark.skipif(shutil.which("xorriso") is None, reason="needs xorriso")


@pytest.mark.parametrize("packing", DMGS.values(), ids=DMGS)
def test_the_volume_of_an_image_of_a_mac_is_opened(tmp_path: Path, packing: int) -> None:
    put(tmp_path, dmg(foreign_archives.iso(FILES), packing))
    found = found_at(tmp_path)
    assert found.blocked == []
    assert {each.name: content_of(each) for each in found.entries} == dict(FILES)


@xorriso
def test_a_volume_of_a_mac_is_opened_alone_and_in_an_image(tmp_path: Path) -> None:
    volume = _hfs_plus(tmp_path / "made")
    for number, content in enumerate((volume, dmg(volume))):
        folder = tmp_path / str(number)
        folder.mkdir()
        put(folder, content)
        found = found_at(folder)
        assert found.blocked == []
        pictures = {each.name: content_of(each) for each in found.entries}
        assert {name: pictures[name] for name, _ in FILES} == dict(FILES)


def _hfs_plus(folder: Path) -> bytes:
    """An HFS+ volume, as xorriso puts it into the image of a disc."""
    (folder / "in").mkdir(parents=True)
    for name, content in FILES:
        (folder / "in" / name).write_bytes(content)
    run("xorriso", "-as", "mkisofs", "-quiet", "-hfsplus", "-o", folder / "a.iso", folder / "in")
    image = (folder / "a.iso").read_bytes()
    start = image.index(b"H+\0\4") - 1024
    block = int.from_bytes(image[start + 1064 : start + 1068])
    return image[start : start + block * int.from_bytes(image[start + 1068 : start + 1072])]


def test_an_image_of_a_mac_that_breaks_off_is_never_silent(tmp_path: Path) -> None:
    whole = dmg(foreign_archives.iso(FILES))
    put(tmp_path, whole[100:])
    found = found_at(tmp_path)
    assert found.blocked or found.entries
    assert {each.reason for each in found.blocked} <= {Reason.DAMAGED, Reason.TRUNCATED}
