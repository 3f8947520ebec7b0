"""What comes in damaged, hostile or odd, through the whole command with the real models."""

import shutil
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli.run import run
from app.program import Services
from tests.app.conftest import PHRASE, Geoul
from tests.support.case_samples import CHEAP
from tests.support.drawn_media import audio, encoded, endless_gif, png_bomb, portrait
from tests.support.fake_program import ME, write_picture
from tests.support.permissions import no_power_over_permissions
from tests.support.small_disk import mounted

pytestmark = pytest.mark.models

UNCHECKED = {
    "text.jpg": "not-media",
    "empty.jpg": "empty",
    "huge.png": "too-large",
    "zeros": "not-media",  # in bomb.jpg, which is an archive
    "sound.mp4": "no-video",
    "header-only.jpg": "truncated",
    "line\nbreak.jpg": "not-media",
}


class RealProgram(Services):
    """Everything as it is, but for the second that a passphrase takes."""

    kdf_cost = CHEAP


def write_bad_input(folder: Path) -> None:
    jpeg = encoded(portrait(512, 512), "JPEG", quality=90)
    (folder / "text.jpg").write_text("This is no picture.")
    (folder / "empty.jpg").touch()
    (folder / "huge.png").write_bytes(png_bomb(50_000, 50_000))
    with zipfile.ZipFile(folder / "bomb.jpg", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros", bytes(50_000_000))
    (folder / "sound.mp4").write_bytes(audio())
    (folder / "header-only.jpg").write_bytes(jpeg[:300])
    (folder / "line\nbreak.jpg").write_text("Nor is this.")
    (folder / "cut-off.jpg").write_bytes(jpeg[: len(jpeg) * 3 // 4])
    (folder / "endless.gif").write_bytes(endless_gif(20_000))
    (folder / unicodedata.normalize("NFC", "거울 조합.jpg")).write_bytes(jpeg)
    (folder / unicodedata.normalize("NFD", "거울 분해.jpg")).write_bytes(jpeg + b"y")
    (folder / ("n" * 251 + ".jpg")).write_bytes(jpeg + b"x")
    (folder / "loop").symlink_to(folder)
    (folder / "locked").mkdir()


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case to which all of it was added, its passphrase file and what the command said."""
    top = tmp_path_factory.mktemp("bad")
    (top / "content").mkdir()
    write_bad_input(top / "content")
    (top / "phrase").write_text(PHRASE, "utf-8")
    (top / "phrase").chmod(0o600)
    with_phrase = ["--passphrase-file", str(top / "phrase")]
    assert run(["case", "new", str(top / "case"), *with_phrase, "-q"], RealProgram()) == 0
    (top / "content" / "locked").chmod(0)
    with no_power_over_permissions():
        status = run(["add", str(top / "case"), str(top / "content"), *with_phrase], RealProgram())
    (top / "content" / "locked").chmod(0o700)
    assert status == 0
    return top


@pytest.fixture
def items(bad: Path, tmp_path: Path, geoul: Geoul) -> dict[str, Any]:
    """Every item of it by its name."""
    case = shutil.copy(bad / "case", tmp_path / "case")
    return {each["name"]: each for each in geoul("list", case, "--json").json["items"]}


@pytest.mark.parametrize("name", UNCHECKED)
def test_what_cannot_be_checked_is_kept_with_its_reason(items: dict[str, Any], name: str) -> None:
    assert (items[name]["state"], items[name]["reason"]) == ("unchecked", UNCHECKED[name])


def test_a_truncated_picture_is_looked_at_as_far_as_it_goes(items: dict[str, Any]) -> None:
    assert (items["cut-off.jpg"]["state"], items["cut-off.jpg"]["reason"]) == ("done", "truncated")


def test_an_endless_animation_ends(items: dict[str, Any]) -> None:
    assert items["endless.gif"]["state"] in {"no-face", "unchecked"}
    assert items["endless.gif"]["reason"]


def test_hangul_in_both_spellings_and_very_long_names_are_items(items: dict[str, Any]) -> None:
    assert items[unicodedata.normalize("NFC", "거울 조합.jpg")]["state"] == "done"
    assert items[unicodedata.normalize("NFD", "거울 분해.jpg")]["state"] == "done"
    assert items["n" * 251 + ".jpg"]["state"] == "done"


def test_a_folder_that_could_not_be_opened_counts_as_not_checked(items: dict[str, Any]) -> None:
    locked = items["locked"]
    assert (locked["state"], locked["reason"]) == ("unchecked", "unreadable-file")
    assert locked["sha256"] is None


def test_nothing_is_silently_missing(bad: Path, items: dict[str, Any]) -> None:
    there = {path.name for path in (bad / "content").iterdir()}
    assert set(items) == there - {"bomb.jpg"} | {"zeros"}


def test_links_and_locked_folders_are_said(bad: Path, geoul: Geoul, tmp_path: Path) -> None:
    case = shutil.copy(bad / "case", tmp_path / "case")
    (bad / "content" / "locked").chmod(0)
    with no_power_over_permissions():
        said = geoul("add", case, bad / "content").out
    (bad / "content" / "locked").chmod(0o700)
    assert "Scanned now:            0" in said
    assert "loop: it is a link" in said
    assert "locked: you do not have permission to open this folder" in said


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", 40) as disk:
        yield disk


def test_a_full_disk_is_said_and_nothing_is_lost(
    small_disk: Path, folder: Path, geoul: Geoul
) -> None:
    case, ballast = small_disk / "case", small_disk / "ballast"
    geoul("case", "new", case)
    for number in range(60):
        write_picture(folder / f"{number}.png", ME, size=(50 + number, 60))
    room = (40 << 20) - case.stat().st_size
    ballast.write_bytes(bytes(room - 600_000))
    full = geoul("add", case, folder)
    assert full.status == 1
    assert "The disk is full. What was saved before is safe." in full.err
    ballast.unlink()
    kept = geoul("case", "info", case, "--json").json["items"]
    again = geoul("add", case, folder, "--json").json
    assert again["new"] + sum(kept.values()) == 60
    assert again["looked_at"] == 60 - kept["done"]
