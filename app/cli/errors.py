"""What can go wrong on the command line alone. The words are in app/messages/."""

from app.errors import AppError


class NoTerminalError(AppError):
    """A passphrase is needed, and there is no terminal to ask on; `option` would name a file."""

    def __init__(self, option: str = "") -> None:
        super().__init__(option)
        self.option = option


class NoTerminalForIdentityError(NoTerminalError):
    """The same, of the identity that an age bundle is locked for."""


class PassphrasesDifferError(AppError):
    """The new passphrase was not typed twice alike."""


class PassphraseEmptyError(AppError):
    """Nothing was typed."""


class PassphraseFileError(AppError):
    """Base: a file that should hold a passphrase or a recovery code cannot be used."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class PassphraseFileMissingError(PassphraseFileError):
    """The file is not there or cannot be opened."""


class PassphraseFileEmptyError(PassphraseFileError):
    """The first line of the file is empty."""


class PassphraseFileNotTextError(PassphraseFileError):
    """The file is not UTF-8 text."""
