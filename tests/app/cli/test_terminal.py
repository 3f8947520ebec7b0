"""JSON for programs, which people read, too."""

import io
import json

import pytest

from app.cli.terminal import Terminal
from app.messages import Words

NAMES = [
    "언니 모음.jpg",
    "언니",
    "صورة.jpg",
    "写真\n",
    "\u202egpj.exe",
    "a\x1b[31m",
    "\udcff",
    "😀",
]


def answered(name: str, encoding: str) -> str:
    out = io.TextIOWrapper(io.BytesIO(), encoding)
    Terminal(Words("en"), out=out, json=True).answer({"name": name})
    out.seek(0)
    return out.read()


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "ascii", "latin-1"])
@pytest.mark.parametrize("name", NAMES)
def test_every_name_comes_back_as_it_was(name: str, encoding: str) -> None:
    assert json.loads(answered(name, encoding)) == {"name": name}


@pytest.mark.parametrize("name", ["언니 모음.jpg", "صورة.jpg", "写真.jpg", "😀.jpg"])
def test_letters_of_all_scripts_can_be_read(name: str) -> None:
    assert name in answered(name, "utf-8")


@pytest.mark.parametrize(
    "sign", ["\u202e", "\x1b", "\x9b", "\u200b", "\udcff", "\u2028", "\U000e0041"]
)
def test_what_cannot_be_seen_is_escaped(sign: str) -> None:
    assert all(each.isprintable() for each in answered(f"a{sign}b", "utf-8").split("\n"))
