"""Choose files or folders. The system's own dialog keeps lists of what was chosen; this does not."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.messages import Words


class Choose(Enum):
    """What is to be chosen."""

    FILE = auto()
    """One file that is there."""

    FILES = auto()
    """Any number of files."""

    CONTENT = auto()
    """Any number of files and folders."""

    FOLDER = auto()
    """One folder that is there."""

    NEW_FILE = auto()
    """A folder, and the name of a file that is not in it yet."""


class FileChooser(QWidget):
    """A panel that takes the place of a page until something is chosen."""

    chosen = Signal(object)  # list[Path], at least one
    cancelled = Signal()

    def __init__(self, words: Words, choose: Choose, prompt: str, name: str = "") -> None:
        """Show the person's home folder.

        Args:
            prompt: Above the list: what is to be chosen, and what for.
            name: Of a new file, offered.
        """
        super().__init__()
        self.words = words
        self.choose = choose
        self.folder = Path.home()
