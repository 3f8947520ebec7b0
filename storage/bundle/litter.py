"""Files that a system leaves in folders of its own accord, by their names."""

from typing import Final

_NAMES: Final = frozenset(
    (
        *(".ds_store", ".localized", ".directory", ".apdisk", "icon\r", ".volumeicon.icns"),
        *("thumbs.db", "thumbs.db:encryptable", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini"),
    )
)
_FOLDERS: Final = frozenset(
    (
        *("__macosx", ".spotlight-v100", ".fseventsd", ".trashes", ".temporaryitems"),
        *("$recycle.bin", "system volume information", ".trash-1000"),
    )
)
_OF_A_FORK: Final = "._"
"""How the name of a file begins in which a Mac keeps what another file system cannot hold."""


def is_litter(path: str) -> bool:
    """Return whether a path with slashes is that of something a system left there by itself."""
    *folders, name = path.casefold().split("/")
    return name in _NAMES or name.startswith(_OF_A_FORK) or not _FOLDERS.isdisjoint(folders)
