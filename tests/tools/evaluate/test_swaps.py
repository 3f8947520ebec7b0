import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from face.matching.calibration import Calibration
from tests.support.drawn_media import video
from tests.support.square_engine import SquareEngine, picture
from tools.evaluate import swaps
from tools.evaluate.swaps import Medium, media_in


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def square(person: str) -> Image.Image:
    return picture({person: (50, 30, 50)})


def clip(path: Path, person: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(video([np.asarray(square(person))] * 12))


def frames(folder: Path, person: str) -> None:
    folder.mkdir(parents=True)
    for number in range(3):
        square(person).save(folder / f"frame_{number:04}.png")


def face_forensics(root: Path) -> None:
    """Videos and folders of frames, as that set has them: 033 is red, 097 green, 045 blue."""
    people = {"033": "red", "097": "green", "045": "blue"}
    for name, person in people.items():
        clip(root / "original_sequences" / "youtube" / "c23" / "videos" / f"{name}.mp4", person)
    methods = root / "manipulated_sequences"
    clip(methods / "Deepfakes" / "c23" / "videos" / "033_097.mp4", "green")
    clip(methods / "Deepfakes" / "c23" / "videos" / "097_033.mp4", "red")
    frames(methods / "FaceSwap" / "c23" / "frames" / "033_045", "blue")
    clip(methods / "Face2Face" / "c23" / "videos" / "045_033.mp4", "blue")
    clip(methods / "Deepfakes" / "c23" / "videos" / "033_999.mp4", "yellow")


def test_face_forensics_names_the_picture_first_and_the_face_second(tmp_path: Path) -> None:
    face_forensics(tmp_path)
    found, originals = media_in(tmp_path)
    assert sorted(originals) == ["033", "045", "097"]
    assert {(swap.method, swap.target, swap.source) for swap in found} == {
        ("Deepfakes", "033", "097"),
        ("Deepfakes", "033", "999"),
        ("Deepfakes", "097", "033"),
        ("FaceSwap", "033", "045"),
        ("Face2Face", "045", "033"),
    }
    assert sum(swap.path.is_dir() for swap in found) == 1


def test_hidf_names_the_base_first_and_whose_face_it_is_second(tmp_path: Path) -> None:
    for folder, name in (("Fake", "c01276_f00105"), ("Real", "c01276"), ("Real", "f00105")):
        (tmp_path / folder).mkdir(exist_ok=True)
        square("red").save(tmp_path / folder / f"{name}.jpg")
    found, originals = media_in(tmp_path)
    assert sorted(originals) == ["c01276", "f00105"]
    assert [(swap.target, swap.source) for swap in found] == [("c01276", "f00105")]
    assert found[0].path.is_file()


def test_scenes_behind_the_names_do_not_matter(tmp_path: Path) -> None:
    for name in ("01_02__kitchen__ABC", "01__kitchen", "02__walk"):
        square("red").save(tmp_path / f"{name}.png")
    found, originals = media_in(tmp_path)
    assert [(swap.target, swap.source) for swap in found] == [("01", "02")]
    assert sorted(originals) == ["01", "02"]


def test_whose_face_was_put_in_finds_herself(tmp_path: Path) -> None:
    face_forensics(tmp_path)
    found, originals = media_in(tmp_path)
    calibration = Calibration.load("squares", "squares-1")
    made = swaps.measured(found, originals, SquareEngine(), calibration)
    assert len(made) == 4
    for swap in made:
        only_expressions = swap.medium.method in swaps.EXPRESSIONS_ONLY
        assert (swap.to_source > swap.to_target) is not only_expressions
        assert (swap.found.above[0] == 0) is not only_expressions
    head, deepfakes, face2face, faceswap = swaps.table(made).splitlines()
    assert "above all but 1" in head
    assert deepfakes.split()[:2] == ["Deepfakes", "2"]
    assert faceswap.split()[:2] == ["FaceSwap", "1"]
    assert face2face.endswith("the face stays the target's)")


def test_a_swap_without_a_face_is_missed_and_an_unreadable_one_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    originals = {}
    for name, person in (("1", "red"), ("2", "green")):
        path = tmp_path / f"{name}.png"
        square(person).save(path)
        originals[name] = Medium(path, "", name, name)
    empty, broken = tmp_path / "1_2.png", tmp_path / "2_1.png"
    picture({}).save(empty)
    broken.write_bytes(b"no picture")
    some = [Medium(empty, "M", "1", "2"), Medium(broken, "M", "2", "1")]
    calibration = Calibration.load("squares", "squares-1")
    made = swaps.measured(some, originals, SquareEngine(), calibration)
    assert [swap.found.count.appearances for swap in made] == [1, 1]
    assert all(swap.found.above[0] == 1 for swap in made)
    assert "2_1.png could not be looked at" in capsys.readouterr().err
    assert "nan" in swaps.table(made)


def test_a_folder_without_swaps_is_told_what_belongs_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["swaps", str(tmp_path)])
    assert swaps.main() == 1
    assert "000_003.mp4" in capsys.readouterr().out
