"""Packs that the user adds: tiny models of the same inputs and outputs."""

import hashlib
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from face.engine import FaceEngine
from face.errors import ModelDamagedError, ModelMissingError, UnknownPackError
from face.packs import add
from face.packs import files as pack_files
from face.packs.add import add_pack
from face.packs.built_in import BuiltInFile
from face.packs.catalogue import (
    CENTERFACE,
    LISTINGS,
    OPEN,
    SFACE,
    YUNET,
    Architecture,
    Licence,
    Listing,
    ModelFile,
    Network,
)
from face.packs.pipelines import parse
from face.packs.registry import known_packs
from tests.support import photos, tiny_models
from tests.support.packs import (
    AURAFACE,
    DETECTOR,
    FILES,
    ONE_FILE,
    RECOGNISER,
    TAGUCHI,
    ZOO,
    Elsewhere,
    detectors_of,
    listed,
    white_square,
    written,
    zipped,
)


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
    pack = listed("buffalo_sc", models)
    assert pack.installed
    assert pack.pipeline == engine.pipeline


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
    detector, recogniser = (
        ModelFile(name, hashlib.sha256((buffalo / name).read_bytes()).hexdigest())
        for name in (DETECTOR, RECOGNISER)
    )
    listing = Listing(
        "buffalo_sc",
        Licence.RESEARCH_ONLY,
        Network(detector, Architecture.SCRFD),
        (Network(recogniser, Architecture.ARCFACE, 512),),
    )
    monkeypatch.setattr(add, "ADDABLE", (listing,))
    assert add_pack(buffalo, models).unknown == ()


@pytest.mark.parametrize("pack", ONE_FILE)
@pytest.mark.parametrize("given", ["file", "folder", "zip"])
def test_one_file_is_used_beside_the_built_in_recognisers(
    models: Path, tmp_path: Path, pack: str, given: str
) -> None:
    name, made, width = ONE_FILE[pack]
    file = written(tmp_path / "downloads" / name, made())
    ways = {
        "file": lambda: file,
        "folder": lambda: file.parent,
        "zip": lambda: zipped(file.parent, tmp_path / "pack.zip", "a/b/"),
    }
    added = add_pack(ways[given](), models)
    assert added.name == pack
    assert added.unknown == (name,)
    assert added.dimension == 128 + 128 + width
    assert [each.name for each in added.files] == [name]
    known = listed(pack, models)
    assert known.installed
    assert known.files == added.files
    assert known.dimension == added.dimension


@pytest.mark.models
@pytest.mark.parametrize("pack", ONE_FILE)
def test_its_part_lies_behind_those_of_the_open_pack(
    models: Path, tmp_path: Path, pack: str
) -> None:
    name, made, width = ONE_FILE[pack]
    add_pack(written(tmp_path / name, made()), models)
    fused, alone = FaceEngine.open(pack, threads=1, models=models), FaceEngine.open("open")
    assert fused.widths == (128, 128, width)
    assert fused.dimension == sum(fused.widths)
    assert fused.pipeline == listed(pack, models).pipeline
    assert parse(fused.pipeline) is not None
    picture = photos.astronaut()
    found, wanted = (engine.find_faces(picture)[0].embedding for engine in (fused, alone))
    assert found[:256] * 3**0.5 == pytest.approx(wanted * 2**0.5, abs=1e-5)
    assert np.linalg.norm(found[256:]) == pytest.approx(3**-0.5, abs=1e-5)


def test_beside_an_added_recogniser_no_built_in_one_may_lack(
    models: Path, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    add_pack(written(tmp_path / AURAFACE, tiny_models.arcface()), models)
    assert listed("open+auraface", models).installed
    elsewhere(SFACE, None)
    assert not listed("open+auraface", models).installed
    with pytest.raises(ModelMissingError):
        FaceEngine.open("open+auraface", threads=1, models=models)


def test_an_added_recogniser_needs_one_of_the_built_in_detectors(
    models: Path, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    add_pack(written(tmp_path / AURAFACE, tiny_models.arcface()), models)
    for lost, left in ((YUNET, CENTERFACE), (CENTERFACE, YUNET)):
        elsewhere(lost, None)
        elsewhere(left, FILES[left])
        pack = listed("open+auraface", models)
        assert pack.installed
        assert detectors_of(pack) == {left.file.digits}
    elsewhere(YUNET, None)
    assert not listed("open+auraface", models).installed
    with pytest.raises(ModelMissingError):
        FaceEngine.open("open+auraface", threads=1, models=models)


def test_a_recogniser_of_another_width_is_not_taken_in(models: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelDamagedError):
        add_pack(written(tmp_path / AURAFACE, tiny_models.arcface(256)), models)
    assert not (models / "open+auraface").exists()


def test_a_file_of_another_pack_by_the_same_name_is_not_taken_for_it(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tiny_models.arcface()
    theirs = Network(
        ModelFile(AURAFACE, hashlib.sha256(content).hexdigest()), Architecture.ARCFACE, 512
    )
    other = Listing("antelopev2", Licence.RESEARCH_ONLY, LISTINGS["buffalo_l"].detector, (theirs,))
    monkeypatch.setattr(add, "ADDABLE", (other, LISTINGS["open+auraface"]))
    with pytest.raises(UnknownPackError):
        add_pack(written(tmp_path / AURAFACE, content), models)


def test_a_pipe_is_not_waited_for(models: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    os.mkfifo(tmp_path / AURAFACE)
    with pytest.raises(UnknownPackError):
        add_pack(tmp_path / AURAFACE, models)


def test_a_single_file_that_was_released_is_recognised(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tiny_models.dlib_resnet()
    file = ModelFile(TAGUCHI, hashlib.sha256(content).hexdigest())
    recognisers = (*OPEN.recognisers, Network(file, Architecture.DLIB, 128))
    listing = Listing("open+taguchi", Licence.CC0, OPEN.detector, recognisers)
    monkeypatch.setattr(add, "ADDABLE", (listing,))
    assert add_pack(written(tmp_path / TAGUCHI, content), models).unknown == ()
    assert add_pack(written(tmp_path / TAGUCHI, tiny_models.dlib_resnet(9)), models).unknown == (
        TAGUCHI,
    )


def test_a_recogniser_is_one_of_a_pair_only_where_its_detector_is_there(
    models: Path, tmp_path: Path
) -> None:
    zoo = written(tmp_path / "zoo" / ZOO[1], tiny_models.sface()).parent
    assert add_pack(zoo, models).name == "open+sface"
    written(zoo / ZOO[0], tiny_models.yunet())
    assert add_pack(zoo, models).name == "sface"
    assert add_pack(zoo / ZOO[1], models).name == "open+sface"
    large = written(tmp_path / "auraface" / AURAFACE, tiny_models.arcface()).parent
    assert add_pack(large, models).name == "open+auraface"
    written(large / "scrfd_10g_bnkps.onnx", tiny_models.scrfd())
    assert add_pack(large, models).name == "auraface"
    assert add_pack(large / AURAFACE, models).name == "open+auraface"


def never(pack: str, models: Path) -> int:
    raise AssertionError((pack, models))


@pytest.mark.parametrize("pack", ONE_FILE)
@pytest.mark.parametrize("given", ["file", "folder", "zip"])
@pytest.mark.parametrize("content", [b"", b"no model", b"\0" * 5000, b"PK\3\4"])
def test_what_begins_like_no_model_is_refused_before_anything_is_tried(
    models: Path, tmp_path: Path, pack: str, given: str, content: bytes
) -> None:
    name = ONE_FILE[pack][0]
    file = written(tmp_path / "downloads" / name, content)
    way = {"file": file, "folder": file.parent}.get(given) or zipped(
        file.parent, tmp_path / "pack.zip"
    )
    with pytest.raises(ModelDamagedError) as refused:
        add_pack(way, models, never)
    assert (refused.value.pack, refused.value.file) == (pack, name)
    assert not models.exists()


def test_a_file_that_is_larger_than_any_model_is_not_read(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with written(tmp_path / AURAFACE, tiny_models.arcface()).open("r+b") as file:
        file.truncate(pack_files.MAX_FILE_BYTES + 1)
    monkeypatch.setattr(Path, "open", never)
    with pytest.raises(ModelDamagedError) as refused:
        add_pack(tmp_path / AURAFACE, models, never)
    assert refused.value.file == AURAFACE


def test_the_file_that_was_added_is_loaded_before_the_built_in_ones(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(BuiltInFile, "content", load)
    monkeypatch.setattr(BuiltInFile, "load", load)
    with pytest.raises(ModelDamagedError):
        add_pack(written(tmp_path / AURAFACE, tiny_models.arcface()[:2000]), models)


@pytest.mark.parametrize("pack", ONE_FILE)
@pytest.mark.parametrize("damage", ["nothing", "no model", "half", "another kind"])
def test_a_broken_single_file_is_named_and_nothing_is_kept(
    models: Path, tmp_path: Path, pack: str, damage: str
) -> None:
    name, made, _ = ONE_FILE[pack]
    content = made()
    damaged = {
        "nothing": b"",
        "no model": b"no model",
        "half": content[: len(content) // 2],
        "another kind": tiny_models.scrfd(),
    }[damage]
    with pytest.raises(ModelDamagedError) as refused:
        add_pack(written(tmp_path / name, damaged), models)
    assert (refused.value.pack, refused.value.file) == (pack, name)
    assert not list(models.glob("*"))
    assert not listed(pack, models).installed


def test_a_single_file_damaged_after_adding_is_refused(models: Path, tmp_path: Path) -> None:
    add_pack(written(tmp_path / TAGUCHI, tiny_models.dlib_resnet()), models)
    kept = models / "open+taguchi" / TAGUCHI
    kept.write_bytes(tiny_models.dlib_resnet(9))
    with pytest.raises(ModelDamagedError) as refused:
        FaceEngine.open("open+taguchi", threads=1, models=models)
    assert refused.value.file == TAGUCHI
    kept.unlink()
    with pytest.raises(ModelMissingError):
        FaceEngine.open("open+taguchi", threads=1, models=models)
    assert not listed("open+taguchi", models).installed


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
@pytest.mark.parametrize(
    "content", [b"", b"no model", b"\x08 begins like one", tiny_models.arcface()[:2000]]
)
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
    with pytest.raises(FileNotFoundError):
        add_pack(tmp_path / TAGUCHI, models)


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_zip_whose_packed_bytes_are_damaged_is_refused(
    models: Path, tmp_path: Path, compression: int
) -> None:
    path = tmp_path / "model.zip"
    name = "face_recognition_sface_2021dec.onnx"
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr(name, bytes(range(256)) * 400)
    content = bytearray(path.read_bytes())
    content[len(name) + 45 : len(name) + 75] = b"\xff" * 30
    path.write_bytes(content)
    with pytest.raises(ModelDamagedError):
        add_pack(path, models)


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


def test_a_pipe_in_the_folder_is_no_model_and_is_not_waited_for(
    models: Path, tmp_path: Path
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    folder = tmp_path / "buffalo_sc"
    folder.mkdir()
    os.mkfifo(folder / DETECTOR)
    (folder / RECOGNISER).write_bytes(tiny_models.arcface())
    with pytest.raises(UnknownPackError):
        add_pack(folder, models)
