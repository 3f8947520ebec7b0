"""The base of every expected error of the app, and the errors that several steps share.

An error carries plain data; app/messages/ has the words.
"""


class AppError(Exception):
    """Base of every expected failure in this package."""


class FileMissingError(AppError):
    """There is no file or folder at `path`."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class SandboxMissingError(AppError):
    """The promised protection cannot be set up on this system, so the program does not start.

    `detail` is "libseccomp" when this library is not installed, else what the kernel said.
    """

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
