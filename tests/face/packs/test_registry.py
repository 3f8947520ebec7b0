"""Packs that the user adds, with tiny models of the same inputs and outputs."""

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from face.engine import FaceEngine
from face.errors import ModelDamagedError, ModelMissingError, UnknownPackError
from face.packs import files as pack_files
from face.packs.registry import Licence, People, add_pack, known_packs
from face.types import Pixels
from tests.face import tiny_models

DETECTOR, RECOGNISER = "det_500m.onnx", "w600k_mbf.onnx"
ZOO = ("face_detection_yunet_2023mar.onnx", "face_recognition_sface_2021dec.onnx")


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def buffalo(tmp_path: Path) -> Path:
    folder = tmp_path / "buffalo_sc"
    folder.mkdir()
    (folder / DETECTOR).write_bytes(tiny_models.scrfd())
    (folder / RECOGNISER).write_bytes(tiny_models.arcface())
    return folder


def zipped(folder: Path, target: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, prefix + file.name)
    return target


def white_square() -> Pixels:
    picture = np.zeros((200, 300, 3), np.uint8)
    picture[60:100, 100:140] = 255
    return picture


def test_only_the_open_pack_is_there_at_first(models: Path) -> None:
    packs = {pack.name: pack for pack in known_packs(models)}
    assert [name for name, pack in packs.items() if pack.installed] == ["open"]
    assert {"buffalo_l", "buffalo_s", "buffalo_sc", "antelopev2", "auraface", "sface"} < set(packs)
    assert packs["open"].calibrated
    assert packs["open"].poor_at == (People.EAST_ASIAN, People.EAST_ASIAN_WOMEN)
    assert packs["buffalo_l"].licence is Licence.RESEARCH_ONLY
    assert not packs["buffalo_l"].calibrated
    assert all(len(file.sha256) == 64 for pack in packs.values() for file in pack.files)


def test_a_folder_is_added_and_its_models_find_and_embed(models: Path, buffalo: Path) -> None:
    added = add_pack(buffalo, models)
    assert added.name == "buffalo_sc"
    assert added.dimension == 512
    assert added.unknown == (DETECTOR, RECOGNISER)
    engine = FaceEngine.open("buffalo_sc", threads=1, models=models)
    faces = engine.find_faces(white_square())
    assert faces
    assert all(face.embedding.shape == (512,) for face in faces)
    left, top, right, bottom = faces[0].box
    assert 0.25 < (left + right) / 2 < 0.55
    assert 0.25 < (top + bottom) / 2 < 0.55
    (listed,) = [pack for pack in known_packs(models) if pack.name == "buffalo_sc"]
    assert listed.installed
    assert listed.pipeline == engine.pipeline


@pytest.mark.parametrize("prefix", ["", "buffalo_sc/", "../../../", "/etc/", "C:\\models\\"])
def test_a_zip_is_added_wherever_its_paths_point(
    models: Path, buffalo: Path, tmp_path: Path, prefix: str
) -> None:
    archive = zipped(buffalo, tmp_path / "pack.zip", prefix.replace("\\", "/"))
    assert add_pack(archive, models).unknown == (DETECTOR, RECOGNISER)
    assert sorted(p.name for p in models.iterdir()) in (["buffalo_s"], ["buffalo_sc"])


def test_opencv_zoo_models_find_and_embed(models: Path, tmp_path: Path) -> None:
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / ZOO[0]).write_bytes(tiny_models.yunet())
    (tmp_path / "zoo" / ZOO[1]).write_bytes(tiny_models.sface())
    assert add_pack(tmp_path / "zoo", models).name == "sface"
    engine = FaceEngine.open("sface", threads=1, models=models)
    faces = engine.find_faces(white_square())
    assert faces
    assert faces[0].embedding.shape == (128,)


def test_a_released_file_is_recognised(
    models: Path, buffalo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from face.packs import registry as packs
    from face.packs.catalogue import Family, Listing, ModelFile

    files = [
        ModelFile(name, hashlib.sha256((buffalo / name).read_bytes()).hexdigest())
        for name in (DETECTOR, RECOGNISER)
    ]
    listing = Listing(
        "buffalo_sc", Family.INSIGHTFACE, Licence.RESEARCH_ONLY, 512, files[0], files[1]
    )
    monkeypatch.setattr(packs, "ADDABLE", (listing,))
    assert add_pack(buffalo, models).unknown == ()


def test_packs_that_share_file_names_are_told_apart_by_folder_name(
    models: Path, tmp_path: Path
) -> None:
    for name in ("antelopev2", "auraface"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "scrfd_10g_bnkps.onnx").write_bytes(tiny_models.scrfd())
        (tmp_path / name / "glintr100.onnx").write_bytes(tiny_models.arcface())
        assert add_pack(tmp_path / name, models).name == name


@pytest.mark.parametrize("name", [DETECTOR, RECOGNISER])
def test_a_file_damaged_after_adding_is_refused(models: Path, buffalo: Path, name: str) -> None:
    add_pack(buffalo, models)
    path = models / "buffalo_sc" / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelDamagedError) as refused:
        FaceEngine.open("buffalo_sc", threads=1, models=models)
    assert refused.value.file == name


def test_a_swapped_model_is_refused_even_if_it_works(models: Path, buffalo: Path) -> None:
    add_pack(buffalo, models)
    (models / "buffalo_sc" / RECOGNISER).write_bytes(tiny_models.arcface(seed=9))
    with pytest.raises(ModelDamagedError):
        FaceEngine.open("buffalo_sc", threads=1, models=models)


@pytest.mark.parametrize("gone", [DETECTOR, "pack.json"])
def test_a_missing_file_is_said(models: Path, buffalo: Path, gone: str) -> None:
    add_pack(buffalo, models)
    (models / "buffalo_sc" / gone).unlink()
    with pytest.raises(ModelMissingError):
        FaceEngine.open("buffalo_sc", threads=1, models=models)


def test_a_damaged_record_is_refused(models: Path, buffalo: Path) -> None:
    add_pack(buffalo, models)
    (models / "buffalo_sc" / "pack.json").write_bytes(b"[]")
    with pytest.raises(ModelDamagedError):
        FaceEngine.open("buffalo_sc", threads=1, models=models)
    assert not any(p.installed for p in known_packs(models) if p.name == "buffalo_sc")


@pytest.mark.parametrize("name", [DETECTOR, RECOGNISER])
@pytest.mark.parametrize("content", [b"", b"no model", tiny_models.arcface()[:2000]])
def test_a_broken_model_is_named_and_refused_before_anything_is_kept(
    models: Path, buffalo: Path, name: str, content: bytes
) -> None:
    (buffalo / name).write_bytes(content)
    with pytest.raises(ModelDamagedError) as refused:
        add_pack(buffalo, models)
    assert (refused.value.pack, refused.value.file) == ("buffalo_sc", name)
    assert not list(models.glob("*"))


@pytest.mark.parametrize(
    ("name", "other"), [(DETECTOR, tiny_models.arcface), (RECOGNISER, tiny_models.scrfd)]
)
def test_a_model_of_another_kind_is_named_and_refused(
    models: Path, buffalo: Path, name: str, other: Callable[[], bytes]
) -> None:
    (buffalo / name).write_bytes(other())
    with pytest.raises(ModelDamagedError) as refused:
        add_pack(buffalo, models)
    assert refused.value.file == name


@pytest.mark.parametrize("name", ZOO)
def test_a_broken_model_of_the_opencv_zoo_is_named(models: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / ZOO[0]).write_bytes(tiny_models.yunet())
    (tmp_path / "zoo" / ZOO[1]).write_bytes(tiny_models.sface())
    (tmp_path / "zoo" / name).write_bytes(b"no model")
    with pytest.raises(ModelDamagedError) as refused:
        add_pack(tmp_path / "zoo", models)
    assert refused.value.file == name


def test_a_folder_or_file_without_a_pack_is_refused(models: Path, tmp_path: Path) -> None:
    (tmp_path / "holiday.onnx").write_bytes(b"?")
    with pytest.raises(UnknownPackError):
        add_pack(tmp_path, models)
    with pytest.raises(UnknownPackError):
        add_pack(tmp_path / "holiday.onnx", models)
    with pytest.raises(FileNotFoundError):
        add_pack(tmp_path / "nothing.zip", models)


def test_a_zip_bomb_is_refused(
    models: Path, buffalo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_files, "MAX_FILE_BYTES", 1 << 20)
    (buffalo / RECOGNISER).write_bytes(bytes(8 << 20))
    archive = zipped(buffalo, tmp_path / "bomb.zip")
    assert archive.stat().st_size < 1 << 20
    with pytest.raises(ModelDamagedError):
        add_pack(archive, models)


def test_a_pack_added_again_replaces_the_old_one(models: Path, buffalo: Path) -> None:
    add_pack(buffalo, models)
    before = FaceEngine.open("buffalo_sc", threads=1, models=models).pipeline
    (buffalo / RECOGNISER).write_bytes(tiny_models.arcface(seed=9))
    add_pack(buffalo, models)
    after = FaceEngine.open("buffalo_sc", threads=1, models=models).pipeline
    assert before != after
    assert [p.name for p in models.iterdir()] == ["buffalo_sc"]


def test_no_file_is_opened_after_open(tmp_path: Path, models: Path, buffalo: Path) -> None:
    """As in the sandbox: an audit hook ends the process at the first file that is opened."""
    add_pack(buffalo, models)
    program = f"""
import os, sys
from pathlib import Path
import numpy as np
from face.engine import FaceEngine
from face.crop import crop_jpeg
from tests.face import pictures
picture = pictures.astronaut()
engines = [FaceEngine.open("open", threads=1),
           FaceEngine.open("buffalo_sc", threads=1, models=Path({str(models)!r}))]
def refuse(event, args):
    if event in ("open", "import", "socket.connect", "subprocess.Popen", "os.open"):
        print(event, args, file=sys.stderr)
        os._exit(3)
sys.addaudithook(refuse)
square = np.zeros((200, 300, 3), np.uint8)
square[60:100, 100:140] = 255
views = [(engines[0], picture), (engines[0], np.rot90(picture)), (engines[1], square),
         (engines[0], np.tile(picture, (3, 4, 1))[:1400, :1900])]
for engine, view in views:
    for face in engine.find_faces(view)[:3]:
        assert crop_jpeg(view, face)[:2] == b"\\xff\\xd8"
os._exit(0)
"""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(os.name != "posix", reason="named pipes of POSIX systems")
def test_a_pipe_in_the_folder_is_no_model_and_is_not_waited_for(
    models: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "buffalo_sc"
    folder.mkdir()
    os.mkfifo(folder / DETECTOR)
    (folder / RECOGNISER).write_bytes(tiny_models.arcface())
    with pytest.raises(UnknownPackError):
        add_pack(folder, models)
