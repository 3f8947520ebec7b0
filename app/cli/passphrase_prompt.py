"""Ask for passphrases on the terminal, or read them from files.

They are never taken from the environment, which other processes can see.
"""

import getpass
import os
import stat
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

from app.cli.errors import (
    NoTerminalError,
    NoTerminalForIdentityError,
    PassphraseEmptyError,
    PassphraseFileEmptyError,
    PassphraseFileMissingError,
    PassphraseFileNotTextError,
    PassphrasesDifferError,
)
from app.cli.terminal import Terminal

LONGEST_BYTES = 4096
SHORT = 10
"""New passphrases with fewer characters get a warning. They are never refused: whoever is in a
hurry to get away must not be held up, and the key derivation makes guessing slow."""
OTHERS_MAY_READ = stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True)
class PassphrasePrompt:
    """A passphrase to ask for.

    Attributes:
        question: Key of the question.
        option: Option that names a file instead.
        unasked: Error when there is no terminal.
    """

    question: str
    option: str
    unasked: type[NoTerminalError] = NoTerminalError


OF_CASE = PassphrasePrompt("ask.passphrase", "--passphrase-file")
OF_NEW_CASE = PassphrasePrompt("ask.new_passphrase", "--passphrase-file")
OF_CASE_FROM_NOW_ON = PassphrasePrompt("ask.new_passphrase", "--new-passphrase-file")
OF_COPY = PassphrasePrompt("ask.copy_passphrase", "--copy-passphrase-file")
OF_BUNDLE = PassphrasePrompt("ask.bundle_passphrase", "--bundle-passphrase-file")
IDENTITY = PassphrasePrompt("ask.identity", "--identity-file", NoTerminalForIdentityError)


def ask_passphrase(terminal: Terminal, file: str | None, wanted: PassphrasePrompt = OF_CASE) -> str:
    """Ask for an existing passphrase, or read it from a file."""
    return (
        passphrase_from_file(terminal, file) if file else _typed(terminal, wanted, wanted.question)
    )


def ask_new_passphrase(terminal: Terminal, file: str | None, wanted: PassphrasePrompt) -> str:
    """Ask for a new passphrase twice, or read it from a file."""
    if file:
        new = passphrase_from_file(terminal, file)
    else:
        new = _typed(terminal, wanted, wanted.question)
        if new != _typed(terminal, wanted, "ask.again"):
            raise PassphrasesDifferError
    if len(new) < SHORT:
        terminal.warn("passphrase.short")
    return new


def passphrase_from_file(terminal: Terminal, file: str) -> str:
    """Return the first line of a file, with a warning when other people may read it."""
    try:
        with Path(file).open("rb") as stream:
            start = stream.read(LONGEST_BYTES)
            mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError) as error:
        raise PassphraseFileMissingError(file) from error
    if os.name == "posix" and stat.S_ISREG(mode) and mode & OTHERS_MAY_READ:
        terminal.warn("passphrase.file_open_to_others", path=file)
    if len(start) == LONGEST_BYTES and b"\n" not in start:
        raise PassphraseFileNotTextError(file)  # cut off, it would be a different passphrase
    return _first_line(start, file)


def _first_line(start: bytes, file: str) -> str:
    try:
        text = start.split(b"\n", 1)[0].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PassphraseFileNotTextError(file) from error
    line = text.rstrip("\r")
    if not line:
        raise PassphraseFileEmptyError(file)
    return line


def _typed(terminal: Terminal, wanted: PassphrasePrompt, question: str) -> str:
    if not can_ask():
        raise wanted.unasked(wanted.option)
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            typed = getpass.getpass(terminal.words.say(question))
        except (getpass.GetPassWarning, EOFError) as error:
            raise wanted.unasked(wanted.option) from error
    if not typed:
        raise PassphraseEmptyError
    return typed


def can_ask() -> bool:
    """Return whether there is a terminal to type on."""
    return sys.stdin is not None and sys.stdin.isatty()
