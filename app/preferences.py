"""What the person chose about the program itself, kept in one small file when she changed it."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Self

from app.errors import SettingsNotKeptError, SettingsNotRemovedError
from app.messages import LANGUAGES, language
from face.folders import data_folder
from face.packs.catalogue import ADDABLE, OPEN

LOCK_MINUTES = (1, 3, 5, 10, 15)
TEXT_SIZES = (100, 125, 150, 175, 200)


class Theme(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Nothing here speaks of a case or a person.

    Attributes:
        language: "en" or "ko".
        text_size: Hundredths of the ordinary size, one of TEXT_SIZES.
        lock_minutes: Without a key or the mouse, after which the case is locked.
        capture_protection: Whether the window is kept out of screenshots, where that can be done.
        pack: The model pack that a new case begins with.
        blur, grey: How a frame is shown while the key is held.
    """

    language: str = "en"
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    lock_minutes: int = 5
    capture_protection: bool = True
    pack: str = OPEN.name
    blur: bool = True
    grey: bool = True

    @classmethod
    def load(cls) -> Self:
        """What was kept; whatever is missing or makes no sense is as on the first day."""
        first_day = cls(language=language())
        try:
            kept = json.loads(settings_file().read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return first_day
        if not isinstance(kept, dict):
            return first_day
        known = {field.name: kept[field.name] for field in fields(cls) if field.name in kept}
        sensible = {
            name: _VALUES[name][value] for name, value in known.items() if _has(name, value)
        }
        return cls(**{**asdict(first_day), **sensible})

    def keep(self) -> None:
        """Write the file, all of it or nothing. Raises SettingsNotKeptError."""
        file = settings_file()
        new = _growing(file)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(asdict(self)), "utf-8")
            new.replace(file)
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise SettingsNotKeptError(str(file)) from error


def forget() -> None:
    """Remove the file, and its folder when nothing else is in it.

    Raises:
        SettingsNotRemovedError
    """
    file = settings_file()
    try:
        for each in (file, _growing(file)):
            each.unlink(missing_ok=True)
        if file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()
    except NotADirectoryError:
        return  # a file in the place of the folder: there are no settings in it
    except OSError as error:
        raise SettingsNotRemovedError(str(file)) from error


_VALUES: dict[str, dict[object, object]] = {
    "language": {name: name for name in LANGUAGES},
    "theme": {str(theme): theme for theme in Theme},
    "text_size": {size: size for size in TEXT_SIZES},
    "lock_minutes": {minutes: minutes for minutes in LOCK_MINUTES},
    "pack": {listing.name: listing.name for listing in (OPEN, *ADDABLE)},
    **{name: {True: True, False: False} for name in ("capture_protection", "blur", "grey")},
}


def _has(name: str, value: object) -> bool:
    # 1 and True are the same key, but not the same choice.
    return any(type(value) is type(each) and value == each for each in _VALUES[name])


def settings_file() -> Path:
    """Where the choices are kept; it need not be there."""
    return data_folder() / "settings.json"


def _growing(file: Path) -> Path:
    """Where it is while it is written."""
    return file.with_suffix(".new")
