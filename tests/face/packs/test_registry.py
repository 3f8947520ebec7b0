"""Which packs there are: `open` with and without its networks."""

from pathlib import Path

import pytest

from face.engine import FaceEngine
from face.errors import ModelDamagedError, ModelMissingError
from face.packs import sface
from face.packs.catalogue import (
    CENTERFACE,
    DLIB,
    OPEN,
    SFACE,
    YUNET,
    Licence,
    Network,
    People,
)
from face.packs.registry import known_packs
from tests.support import photos
from tests.support.packs import (
    LEFT,
    ONE_FILE,
    TAGUCHI,
    Elsewhere,
    detectors_of,
    lack,
    listed,
    written,
)


def test_only_the_open_pack_is_there_at_first(models: Path) -> None:
    packs = {pack.name: pack for pack in known_packs(models)}
    assert [name for name, pack in packs.items() if pack.installed] == ["open"]
    assert {"buffalo_l", "buffalo_s", "buffalo_sc", "antelopev2", "auraface", "sface"} < set(packs)
    assert packs["open"].calibrated
    assert packs["open"].poor_at == (People.YOUNG_EAST_ASIAN_WOMEN,)
    assert packs["open"].lacks == ()
    assert ONE_FILE.keys() < packs.keys()
    assert packs["buffalo_l"].licence is Licence.RESEARCH_ONLY
    assert not packs["buffalo_l"].calibrated
    files = {file for pack in packs.values() for file in pack.files}
    assert {file.name for file in files if not file.sha256} == {TAGUCHI}
    assert all(len(file.sha256) == 64 for file in files if file.sha256)


@pytest.mark.models
def test_the_open_pack_is_as_it_is_listed(models: Path) -> None:
    engine, pack = FaceEngine.open("open", threads=1), listed("open", models)
    assert engine.widths == (128, 128)
    assert (engine.dimension, engine.pipeline) == (pack.dimension, pack.pipeline)
    assert pack.pipeline == "open search-7 views-2 09189dea+fb143eea+55533b28"
    assert [file.name for file in pack.files] == [
        each.file.name for each in (CENTERFACE, YUNET, SFACE, DLIB)
    ]


@pytest.mark.models
@pytest.mark.parametrize("lost", LEFT, ids=lambda lost: lost.architecture)
@pytest.mark.parametrize("damaged", [False, True], ids=["missing", "damaged"])
def test_without_one_of_its_recognisers_the_open_pack_goes_on_with_the_other(
    models: Path, tmp_path: Path, elsewhere: Elsewhere, lost: Network, damaged: bool
) -> None:
    left, poor_at = LEFT[lost]
    whole, before = FaceEngine.open("open", threads=1), listed("open", models)
    elsewhere(lost, written(tmp_path / "changed", b"something else") if damaged else None)
    alone, pack = FaceEngine.open("open", threads=1), listed("open", models)
    assert pack.installed
    assert pack.lacks == (lack(lost, damaged),)
    assert pack.poor_at == poor_at
    assert alone.widths == (128,)
    assert (pack.dimension, before.dimension) == (128, 256)
    assert pack.pipeline == alone.pipeline != before.pipeline == whole.pipeline
    picture = photos.astronaut()
    found, wanted = (engine.find_faces(picture)[0].embedding for engine in (alone, whole))
    assert found == pytest.approx(wanted[left] * 2**0.5, abs=1e-5)


def test_with_one_recogniser_or_the_other_the_pipeline_is_another(
    models: Path, elsewhere: Elsewhere
) -> None:
    really = sface.FILE.path()
    elsewhere(SFACE, None)
    with_dlib = listed("open", models).pipeline
    elsewhere(DLIB, None)
    elsewhere(SFACE, really)
    assert listed("open", models).pipeline != with_dlib


def test_without_any_recogniser_the_open_pack_cannot_be_used(
    models: Path, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    elsewhere(SFACE, None)
    elsewhere(DLIB, None)
    pack = listed("open", models)
    assert not pack.installed
    assert pack.lacks == (lack(SFACE), lack(DLIB))
    with pytest.raises(ModelMissingError) as missing:
        FaceEngine.open("open", threads=1)
    assert (missing.value.pack, missing.value.file) == ("open", SFACE.file.name)
    elsewhere(SFACE, written(tmp_path / "changed", b"something else"))
    with pytest.raises(ModelDamagedError):
        FaceEngine.open("open", threads=1)


@pytest.mark.models
@pytest.mark.parametrize("lost", [CENTERFACE, YUNET], ids=lambda lost: lost.architecture)
@pytest.mark.parametrize("damaged", [False, True], ids=["missing", "damaged"])
def test_without_one_of_its_detectors_the_open_pack_goes_on_with_the_other(
    models: Path, tmp_path: Path, elsewhere: Elsewhere, lost: Network, damaged: bool
) -> None:
    before = listed("open", models).pipeline
    elsewhere(lost, written(tmp_path / "changed", b"something else") if damaged else None)
    engine, pack = FaceEngine.open("open", threads=1), listed("open", models)
    assert pack.installed
    assert pack.lacks == (lack(lost, damaged),)
    assert pack.poor_at == OPEN.poor_at
    assert pack.pipeline == engine.pipeline != before
    assert detectors_of(pack) == {CENTERFACE.file.digits, YUNET.file.digits} - {lost.file.digits}
    assert len(engine.find_faces(photos.astronaut())) == 1


def test_without_any_detector_the_open_pack_cannot_be_used(
    models: Path, elsewhere: Elsewhere
) -> None:
    elsewhere(CENTERFACE, None)
    elsewhere(YUNET, None)
    pack = listed("open", models)
    assert not pack.installed
    assert pack.lacks == (lack(CENTERFACE), lack(YUNET))
    with pytest.raises(ModelMissingError) as missing:
        FaceEngine.open("open", threads=1)
    assert missing.value.file == CENTERFACE.file.name


@pytest.mark.models
def test_without_the_package_of_two_networks_the_open_pack_goes_on_with_the_other_two(
    models: Path, elsewhere: Elsewhere
) -> None:
    elsewhere(YUNET, None)
    elsewhere(SFACE, None)
    engine, pack = FaceEngine.open("open", threads=1), listed("open", models)
    assert pack.installed
    assert pack.lacks == (lack(YUNET), lack(SFACE))
    assert pack.pipeline == engine.pipeline
    assert engine.find_faces(photos.astronaut())[0].embedding.shape == (128,)
