"""The installed command, as a person starts it."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from app import cli, offline
from app.errors import SandboxMissingError
from app.main import DISPLAYS, main
from storage.case import Case
from storage.types import ItemState
from tests.app.conftest import PHRASE
from tests.support.fake_program import ME, write_picture

PICTURES = 10
COMMAND = Path(sysconfig.get_path("scripts")) / "geoul"


def geoul(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own command
        [COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
    )


def test_a_system_without_protection_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise SandboxMissingError("libseccomp")

    monkeypatch.setattr(offline, "go_offline", refuse)
    assert main(["models"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "libseccomp2" in said


def test_help_says_how_to_use_it() -> None:
    result = geoul("--help")
    assert result.returncode == 0
    assert result.stdout.startswith("Usage: geoul")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from app.cli.run import run; run(['--help']);"
        "print([m for m in ('numpy','cv2','PySide6','onnxruntime','av','sqlcipher3')"
        " if m in sys.modules])"
    )
    result = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_without_a_terminal_it_says_how_to_give_the_passphrase(tmp_path: Path) -> None:
    result = geoul("case", "new", tmp_path / "c")
    assert result.returncode == 1
    assert "--passphrase-file" in result.stderr


def test_the_environment_is_no_place_for_a_passphrase() -> None:
    sources = [path.read_text("utf-8") for path in Path(cli.__file__).parent.glob("*.py")]
    assert len(sources) > 1
    assert not re.search(r"os\.environ|getenv", "".join(sources))


def test_korean_where_the_system_speaks_it(tmp_path: Path) -> None:
    result = geoul("case", "info", tmp_path / "c", LC_ALL="ko_KR.UTF-8")
    assert "암호" in result.stderr


def test_a_terminal_that_knows_ascii_only_gets_escapes() -> None:
    result = geoul("--lang", "ko", "--help", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "\\u" in result.stdout


def test_a_reader_that_leaves_early_is_no_error() -> None:
    pipe = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", f"{COMMAND} models | true"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert pipe.stderr == ""


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    """A case of full strength and its passphrase file."""
    phrase = tmp_path / "phrase"
    phrase.write_text(PHRASE, "utf-8")
    phrase.chmod(0o600)
    assert geoul("case", "new", tmp_path / "c", "--passphrase-file", phrase).returncode == 0
    return tmp_path / "c", phrase


def test_what_is_written_is_for_this_person_only(made: tuple[Path, Path]) -> None:
    case, _ = made
    assert case.stat().st_mode & 0o077 == 0


@pytest.mark.slow
@pytest.mark.models
@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT"])
def test_a_killed_or_stopped_scan_goes_on_and_does_nothing_twice(
    made: tuple[Path, Path], folder: Path, name: str
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    number = signal.Signals[name]
    case, phrase = made
    for side in range(700, 700 + PICTURES):
        write_picture(folder / f"{side}.png", ME, size=(side, 700))
    arguments = [str(word) for word in (COMMAND, "add", case, folder, "--passphrase-file", phrase)]
    upper, lower = pty.openpty()
    adding = subprocess.Popen(  # noqa: S603 - our own command
        arguments, stdout=subprocess.DEVNULL, stderr=lower
    )
    os.close(lower)
    seen = _read_until(upper, f"Scanning [2-9] of {PICTURES}")
    adding.send_signal(number)
    if number == signal.SIGINT:
        _read_until(upper, "Run the same command again to continue", seen)
    adding.wait(timeout=60)
    os.close(upper)
    with Case.open(case, PHRASE) as opened:
        kept = [item for item in opened.items() if item.state is not ItemState.PENDING]
    assert 0 < len(kept) < PICTURES
    answer = json.loads(geoul("add", case, folder, "--passphrase-file", phrase, "--json").stdout)
    assert (answer["new"], answer["known"]) == (0, PICTURES)
    assert answer["looked_at"] == PICTURES - len(kept)


def _read_until(terminal: int, text: str, seen: str = "") -> str:
    """Read what a person sees until it says so."""
    while not re.search(text, seen):
        seen += os.read(terminal, 1024).decode()
    return seen


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is one")
def test_without_a_display_a_sentence_is_said() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    done = subprocess.run([COMMAND], env=bare, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert "The window cannot be opened" in done.stderr
