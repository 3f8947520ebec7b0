"""What can go wrong in the app itself. Errors carry data; the words are in app/messages/."""


class AppError(Exception):
    """Base of every expected failure in this package."""


class SettingsError(AppError):
    """Base: the small file with the settings could not be written or removed."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class SettingsNotKeptError(SettingsError):
    """What was chosen counts, but is not there the next time. What was kept before still is."""


class SettingsNotRemovedError(SettingsError):
    """The file is still there."""


class FileMissingError(AppError):
    """There is no file or folder of that name."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class WindowMissingError(AppError):
    """A part of the system that the window needs is missing; `part` names it."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


class SandboxMissingError(AppError):
    """The protection that the program promises cannot be put up here, so it does not start.

    `detail`: "libseccomp" when this library is not installed, else what the kernel said.
    """

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
