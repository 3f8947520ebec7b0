import os
import pty
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from app.cli import passphrase_prompt as passphrase
from app.cli.errors import (
    NoTerminalError,
    NoTerminalForIdentityError,
    PassphraseFileEmptyError,
    PassphraseFileMissingError,
    PassphraseFileNotTextError,
    PassphrasesDifferError,
)
from app.cli.terminal import Terminal
from app.messages import Words

NEW = passphrase.OF_NEW_CASE


@pytest.fixture
def terminal() -> Terminal:
    return Terminal(Words("en"), out=StringIO(), err=StringIO())


def said(terminal: Terminal) -> str:
    assert isinstance(terminal.err, StringIO)
    return terminal.err.getvalue()


def file(tmp_path: Path, content: bytes, mode: int = 0o600) -> str:
    path = tmp_path / "file"
    path.write_bytes(content)
    path.chmod(mode)
    return str(path)


@pytest.mark.parametrize(
    "content",
    [b"open sesame", b"open sesame\n", b"open sesame\r\nmore\r\n", b"\xef\xbb\xbfopen sesame\n"],
)
def test_the_first_line_of_the_file_counts(
    terminal: Terminal, tmp_path: Path, content: bytes
) -> None:
    assert passphrase.passphrase_from_file(terminal, file(tmp_path, content)) == "open sesame"
    assert said(terminal) == ""


def test_spaces_belong_to_a_passphrase(terminal: Terminal, tmp_path: Path) -> None:
    assert passphrase.passphrase_from_file(terminal, file(tmp_path, b" a b \n")) == " a b "


def test_a_file_that_others_may_read_is_remarked_upon(terminal: Terminal, tmp_path: Path) -> None:
    assert passphrase.passphrase_from_file(terminal, file(tmp_path, b"x", 0o644)) == "x"
    assert "chmod 600" in said(terminal)


def test_files_that_cannot_be_used_are_told_apart(terminal: Terminal, tmp_path: Path) -> None:
    with pytest.raises(PassphraseFileMissingError):
        passphrase.passphrase_from_file(terminal, str(tmp_path / "nowhere"))
    with pytest.raises(PassphraseFileMissingError):
        passphrase.passphrase_from_file(terminal, str(tmp_path))
    with pytest.raises(PassphraseFileEmptyError):
        passphrase.passphrase_from_file(terminal, file(tmp_path, b"\nsecond line"))
    with pytest.raises(PassphraseFileNotTextError):
        passphrase.passphrase_from_file(terminal, file(tmp_path, b"\xff\xfe\x00"))
    with pytest.raises(PassphraseFileNotTextError):
        passphrase.passphrase_from_file(
            terminal, file(tmp_path, b"longer than any passphrase " * 200)
        )


def test_a_short_new_passphrase_is_remarked_upon_and_taken(
    terminal: Terminal, tmp_path: Path
) -> None:
    assert passphrase.ask_new_passphrase(terminal, file(tmp_path, b"short"), NEW) == "short"
    assert "short" in said(terminal)


def test_without_a_terminal_nobody_is_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("typed\n"))
    with pytest.raises(NoTerminalError) as caught:
        passphrase.ask_passphrase(terminal, None, passphrase.OF_BUNDLE)
    assert caught.value.option == "--bundle-passphrase-file"
    with pytest.raises(NoTerminalForIdentityError):
        passphrase.ask_passphrase(terminal, None, passphrase.IDENTITY)


class Typist:
    """A person at a terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.prompts: list[str] = []

    def types(self, *lines: str) -> None:
        left = list(lines)

        def answer(prompt: str) -> str:
            self.prompts.append(prompt)
            return left.pop(0)

        self._monkeypatch.setattr("getpass.getpass", answer)


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch) -> Iterator[Typist]:
    if sys.platform == "win32":
        raise NotImplementedError
    upper, lower = pty.openpty()
    with os.fdopen(lower, "r") as tty:
        monkeypatch.setattr(sys, "stdin", tty)
        yield Typist(monkeypatch)
    os.close(upper)


def test_a_new_passphrase_is_typed_twice(terminal: Terminal, typist: Typist) -> None:
    typist.types("a long enough one", "a long enough one")
    assert passphrase.ask_new_passphrase(terminal, None, NEW) == "a long enough one"
    assert typist.prompts == ["New passphrase: ", "Repeat passphrase: "]


def test_two_different_ones_are_refused(terminal: Terminal, typist: Typist) -> None:
    typist.types("one", "another")
    with pytest.raises(PassphrasesDifferError):
        passphrase.ask_new_passphrase(terminal, None, NEW)
