import os
import re
import signal
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from app.cli import review
from app.cli.run import places, run
from app.cli.terminal import Terminal
from app.messages import Words
from app.program import Services
from app.sandbox import protection
from app.sandbox.walls import Wall
from tests.app.conftest import Geoul


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["case"],
        ["case", "new"],
        ["check", "c", "--attest", "self"],
        ["check", "c", "--me", "a.jpg"],
        ["check", "c", "--me", "a.jpg", "--attest", "nobody"],
        ["show", "c", "one"],
        ["decide", "c", "1", "maybe"],
        ["list", "c", "--state", "odd"],
        ["add", "c", "--lang", "xx"],
    ],
)
def test_what_is_not_understood_ends_in_one_line_and_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--help" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "빠진 것이 있습니다: CASE, --me, --attest"),
        (["nonsense"], "COMMAND: 쓸 수 없는 값입니다: 'nonsense'"),
        (["list", "c", "--state", "odd"], "--state: 쓸 수 없는 값입니다: 'odd'"),
        (["list", "c", "d"], "그런 명령이나 옵션은 없습니다: d"),
        (["list", "c", "--states"], "그런 명령이나 옵션은 없습니다: --states"),
        (["show", "c", "1", "--role"], "--role: 뒤에 값이 있어야 합니다"),
        (["list", "c", "--json=3"], "--json: 값을 붙일 수 없습니다: '3'"),
        (["show", "c", "one"], "ITEM: 숫자가 아닙니다: one"),
        (["list", "c", "a\nb"], "그런 명령이나 옵션은 없습니다: a\\nb"),
    ],
)
def test_what_is_not_understood_is_said_in_the_language_of_the_person(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--lang", "ko"]) == 2
    answer = capsys.readouterr().err
    assert said in answer
    assert not re.search("argument|choice|choose|required|expected|unrecognized|ignored", answer)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "command", ["", "demo", "case", "case new", "add", "check", "list", "show", "models add"]
)
def test_every_command_has_help_in_both_languages(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command.split(), "--lang", language, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Usage: geoul" if language == "en" else "사용법: geoul")
    assert bool(re.search("[가-힣]", said)) is (language == "ko")


def broken(_options: Namespace, _terminal: Terminal, _services: Services) -> None:
    path = "/home/her-name/secret.jpg"
    raise ValueError(path)


def test_the_unexpected_is_said_without_names_or_paths(
    case: Path, geoul: Geoul, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "list_items", broken)
    result = geoul("list", case)
    assert result.status == 1
    assert "ValueError" in result.err
    assert "tests.app.cli.test_run" in result.err
    assert "secret" not in result.err
    assert "/" not in result.err
    assert "Traceback" not in result.err


def test_places_name_modules_functions_and_lines_only() -> None:
    with pytest.raises(ValueError, match="secret") as caught:
        broken(Namespace(), None, None)  # type: ignore[arg-type]
    assert re.fullmatch(r"tests\.app\.cli\.test_run:\d+ broken", places(caught.tb)[1])


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_being_stopped_says_how_to_go_on(
    case: Path, geoul: Geoul, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def stopped(_options: Namespace, _terminal: Terminal, _services: Services) -> None:
        if sys.platform == "win32":
            raise NotImplementedError
        os.kill(os.getpid(), signal.Signals[name])
        signal.pause()

    monkeypatch.setattr(review, "list_items", stopped)
    result = geoul("list", case)
    assert result.status == 1
    assert "Run the same command again to continue" in result.err


def test_a_full_disk_is_said(case: Path, geoul: Geoul, monkeypatch: pytest.MonkeyPatch) -> None:
    from storage.errors import DiskFullError

    def full(_options: Namespace, _terminal: Terminal, _services: Services) -> None:
        raise DiskFullError(str(case))

    monkeypatch.setattr(review, "list_items", full)
    result = geoul("list", case)
    assert result.status == 1
    assert "The disk is full" in result.err


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_to_type_after_an_error_is_a_line_of_its_own(
    tmp_path: Path, geoul: Geoul, language: str
) -> None:
    result = geoul("list", tmp_path / "none", "--lang", language)
    error, to_type = result.err.splitlines()
    assert error.removesuffix(".").endswith("none")
    assert to_type == Words(language).say("hint.CaseMissingError")


def test_a_command_whose_child_had_weaker_walls_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(protection, "_missing", {Wall.FILES, Wall.NETWORK})
    assert run(["models", "--json", "--lang", "en"]) == 0
    assert "could do this: read the files of this computer, reach the network." in (
        capsys.readouterr().err
    )
