"""Errors of the command line alone. app/messages/ has the words."""

from app.errors import AppError


class NoTerminalError(AppError):
    """A passphrase is needed and there is no terminal; `option` could name a file instead."""

    def __init__(self, option: str = "") -> None:
        super().__init__(option)
        self.option = option


class NoTerminalForIdentityError(NoTerminalError):
    """The age identity of a bundle is needed and there is no terminal to ask for it."""


class PassphrasesDifferError(AppError):
    """The new passphrase was not the same when typed again."""


class PassphraseEmptyError(AppError):
    """An empty passphrase was typed."""


class PassphraseFileError(AppError):
    """Base: the file at `path` for a passphrase or a recovery code cannot be used."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class PassphraseFileMissingError(PassphraseFileError):
    """The file is missing or cannot be opened."""


class PassphraseFileEmptyError(PassphraseFileError):
    """The first line of the file is empty."""


class PassphraseFileNotTextError(PassphraseFileError):
    """The file is not UTF-8 text."""
