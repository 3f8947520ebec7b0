"""The command line with the fake engine, and a case to use it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.run import run
from tests.support.fake_program import FakeServices
from tests.support.shared_reader import (  # noqa: F401 - fixtures of all tests below
    shared_reader,
    shared_reader_children,
)

PHRASE = "거울 앞의 조용한 아침"


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, read by a machine."""
        return json.loads(self.out)


Geoul = Callable[..., Result]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read English unless they ask for Korean."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture(autouse=True)
def no_added_packs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The model packs that were added on this machine take no part."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def services() -> FakeServices:
    """The program with the fake engine."""
    return FakeServices()


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    """A file with the passphrase, for its owner only."""
    path = tmp_path / "passphrase"
    path.write_text(PHRASE + "\n", "utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def geoul(
    services: FakeServices, capsys: pytest.CaptureFixture[str], passphrase_file: Path
) -> Geoul:
    """Run a command. A command that opens a case gets the passphrase file."""

    def command(*arguments: object, passphrase: bool = True) -> Result:
        words = [str(argument) for argument in arguments]
        if passphrase and words[0] in {
            "case",
            "add",
            "scan",
            "check",
            "list",
            "show",
            "decide",
            "copy",
            "hashes",
            "sources",
            "note",
            "capture",
        }:
            words += ["--passphrase-file", str(passphrase_file)]
        capsys.readouterr()
        status = run(words, services)
        out, err = capsys.readouterr()
        return Result(status, out, err)

    return command


@pytest.fixture
def case(tmp_path: Path, geoul: Geoul) -> Path:
    """A new, empty case."""
    path = tmp_path / "my-case"
    assert geoul("case", "new", path).status == 0
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for content."""
    path = tmp_path / "content"
    path.mkdir()
    return path
