"""What the person has set about the program itself, kept in one small file."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Self

from app.errors import AppError
from app.messages import LANGUAGES, language
from face.folders import data_folder
from face.packs import DEFAULT_PACK
from face.packs.catalogue import LISTINGS

LOCK_MINUTES = (1, 3, 5, 10, 15)
TEXT_SIZES = (100, 125, 150, 175, 200)


class SettingsError(AppError):
    """Base: the file with the settings at `path` could not be written or removed."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class SettingsNotSavedError(SettingsError):
    """The new settings count for now, but were not written; the file has the earlier ones."""


class SettingsNotRemovedError(SettingsError):
    """The file with the settings could not be removed."""


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings of the program. None of them says anything about a case or a person.

    Attributes:
        language: "en" or "ko".
        theme: The colours of the window.
        text_size: Percent of the ordinary size, one of TEXT_SIZES.
        lock_minutes: Minutes without a key or the mouse after which the case is locked, one of
            LOCK_MINUTES.
        capture_protection: Whether to keep the window out of screenshots, where that is possible.
        pack: Name of the model pack that a new case begins with.
        weaker_protection: Whether files may be opened where not every wall around the child stands
            (app.sandbox.protection).
        blur, grey: Whether a frame is blurred or shown without colour while she holds the key.
    """

    language: str = "en"
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    lock_minutes: int = 5
    capture_protection: bool = True
    pack: str = DEFAULT_PACK
    weaker_protection: bool = False
    blur: bool = True
    grey: bool = True

    @classmethod
    def load(cls) -> Self:
        """Read the file. A setting that is missing or invalid has its default value."""
        defaults = cls(language=language())
        try:
            kept = json.loads(settings_file().read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return defaults
        if not isinstance(kept, dict):
            return defaults
        known = {field.name: kept[field.name] for field in fields(cls) if field.name in kept}
        valid = {
            name: _VALUES[name][value] for name, value in known.items() if _is_valid(name, value)
        }
        return cls(**{**asdict(defaults), **valid})

    def keep(self) -> None:
        """Write the file, all of it or nothing.

        Raises:
            SettingsNotSavedError: The file could not be written; the one before is unchanged.
        """
        file = settings_file()
        new = _unfinished(file)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(asdict(self)), "utf-8")
            new.replace(file)
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise SettingsNotSavedError(str(file)) from error


def forget() -> None:
    """Remove the file, and its folder when nothing else is in it.

    Raises:
        SettingsNotRemovedError: The file could not be removed.
    """
    file = settings_file()
    try:
        for each in (file, _unfinished(file)):
            each.unlink(missing_ok=True)
        if file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()
    except NotADirectoryError:
        return  # a file in the place of the folder: there are no settings in it
    except OSError as error:
        raise SettingsNotRemovedError(str(file)) from error


_SWITCHES = ("capture_protection", "weaker_protection", "blur", "grey")
_VALUES: dict[str, dict[object, object]] = {
    "language": {name: name for name in LANGUAGES},
    "theme": {str(theme): theme for theme in Theme},
    "text_size": {size: size for size in TEXT_SIZES},
    "lock_minutes": {minutes: minutes for minutes in LOCK_MINUTES},
    "pack": {name: name for name in LISTINGS},
    **{name: {True: True, False: False} for name in _SWITCHES},
}


def _is_valid(name: str, value: object) -> bool:
    # 1 and True are the same key, but not the same choice.
    return any(type(value) is type(each) and value == each for each in _VALUES[name])


def settings_file() -> Path:
    """Return the path of the file with the settings, which need not exist."""
    return data_folder() / "settings.json"


def _unfinished(file: Path) -> Path:
    """Return the path under which the file is written before it takes its name."""
    return file.with_suffix(".new")
