"""The real program with the real models, from an empty folder to a bundle, by keys and mouse."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.demo import portrait
from app.job import finish
from face.engine import FaceEngine
from storage.bundle.verify import verify
from storage.case import Case
from storage.types import ItemState, Verdict
from tests.support.unpackers import seven_zip, unpacked
from tests.ui.end_to_end import person

pytestmark = [pytest.mark.models, pytest.mark.x, pytest.mark.slow]

ROOT = Path(__file__).parents[3]
SECONDS = 120


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder with models that an earlier start of the program prepared."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        FaceEngine.open("open")
    return folder


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    """A folder with her in two of five files, six strangers, a cup, and a text."""
    folder = tmp_path / "reported"
    folder.mkdir()
    her = portrait.portrait()[:260, 90:380]
    Image.fromarray(np.ascontiguousarray(her[:, ::-1])).save(folder / "1.jpg", quality=60)
    Image.fromarray(portrait.grey(her)).save(folder / "2.png")
    Image.fromarray(portrait.group()).save(folder / "3.jpg")
    Image.fromarray(portrait.sample("skimage", "data", "coffee.png")).save(folder / "4.png")
    (folder / "5.jpg").write_text("this is no picture")
    return folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of herself."""
    path = tmp_path / "me.png"
    Image.fromarray(portrait.portrait()).save(path)
    return path


@pytest.fixture
def home(tmp_path: Path, cache: Path) -> dict[str, Path]:
    """The folders in which a program may leave files, by the variable that names them."""
    places = {
        "HOME": tmp_path / "home",
        "XDG_CONFIG_HOME": tmp_path / "home" / ".config",
        "XDG_DATA_HOME": tmp_path / "home" / ".local" / "share",
        "XDG_STATE_HOME": tmp_path / "home" / ".local" / "state",
        "XDG_RUNTIME_DIR": tmp_path / "run",
        "TMPDIR": tmp_path / "temp",
    }
    for place in places.values():
        place.mkdir(parents=True, mode=0o700)
    return {**places, "XDG_CACHE_HOME": cache}


@seven_zip
def test_from_an_empty_folder_to_a_bundle(
    time: int, display: str, home: dict[str, Path], reported: Path, photo: Path, tmp_path: Path
) -> None:
    before = everything(home)
    done = use_the_program(display, home, reported, photo)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    case, bundle = home["HOME"] / "notes", home["HOME"] / "documents.zip"
    beside = [home["HOME"] / f"documents-{name}" for name in ("take-down", "small-set")]
    of_folders = {found for folder in beside for found in folder.rglob("*")}
    assert everything(home) - before == {case, bundle, *beside, *of_folders}
    holds_what_she_decided(case)
    opens_elsewhere(bundle, done.stdout.strip(), tmp_path)
    assert {each.name for each in of_folders} >= {"report.pdf", "hash-sheet.pdf", "regulator.txt"}


def use_the_program(
    display: str, home: Mapping[str, Path], *arguments: Path
) -> subprocess.CompletedProcess[str]:
    """Run the program in an environment that holds nothing of this machine but its display."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", person.__name__, *map(str, arguments)],
        cwd=ROOT,
        env={
            **{name: str(place) for name, place in home.items()},
            "PATH": os.environ["PATH"],
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def everything(places: Mapping[str, Path]) -> set[Path]:
    """Return every file and folder in these places."""
    return {found for place in places.values() for found in place.rglob("*")}


def holds_what_she_decided(path: Path) -> None:
    """Assert that the case has her decision and that its log notes the pictures that were shown."""
    with Case.open(path, person.PASSPHRASE) as case:
        assert [decision.verdict for decision in case.decisions()] == [Verdict.CONFIRM]
        states = {item.name: item.state for item in case.items()}
        actions = [entry.action for entry in case.custody.entries()]
    assert states["5.jpg"] is ItemState.UNCHECKED
    assert states["4.png"] is ItemState.NO_FACE
    assert [states[name] for name in ("1.jpg", "2.png", "3.jpg")] == [ItemState.DONE] * 3
    assert {"add", "attest", "check"} <= set(actions)
    assert actions.count("reveal") == 2


def opens_elsewhere(bundle: Path, phrase: str, folder: Path) -> None:
    """Assert that 7-Zip opens the bundle with the passphrase, and that its files verify."""
    assert len(phrase.split()) == 7
    bag = unpacked(bundle, phrase, folder / "received")
    assert finish(verify(bag)).is_whole
    assert (bag / "report.pdf").read_bytes().startswith(b"%PDF")
    (item,) = json.loads((bag / "data/items.json").read_text("utf-8"))["items"]
    assert item["decisions"][0]["verdict"] == "confirm"
    assert not (bag / "data/crops").exists()
