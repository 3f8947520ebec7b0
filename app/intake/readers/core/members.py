"""The members of a holder as files in folders. Nothing is written anywhere, so a name such as
`../../x` is only odd: its members are shown where the rest of it says.
"""

import io
from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.streams import Decode, RestartableStream
from app.sandbox.reader_limits import IN_MEMORY_BYTES, MAX_FOLDERS_DEEP
from face.errors import UnreadableMediaError

MAX_NAME_CHARACTERS = 200
"""Of a name that somebody else thought out, in an address."""


class MemberFile(File):
    """A file in a holder; it knows its folder once it is put into one."""

    __slots__ = ("parent",)

    parent: "MemberFolder"

    def folder(self) -> Folder:
        """Where `folder_tree` put it."""
        return self.parent


class MemberFolder(Folder):
    """A folder in a holder."""

    __slots__ = ("_copies", "_places")

    def __init__(self, path: str, name: str) -> None:
        super().__init__(path, name)
        self._places: dict[str, Place] = {}
        self._copies: Counter[str] = Counter()

    def list_names(self) -> Collection[str]:
        """Of two members of one name the second is listed with a NUL and its number added."""
        return self._places

    def place_at(self, name: str) -> Place | Unreadable:
        """What has this name."""
        return self._places[name]

    def below(self, name: str, path: str) -> "MemberFolder":
        """The folder of that name, made if it is not there. Files are put in afterwards."""
        folder = self._places.get(name)
        if not isinstance(folder, MemberFolder):
            folder = self._places[name] = MemberFolder(path, name)
            self._copies[name] = 1
        return folder

    def put(self, name: str, file: MemberFile) -> None:
        """Add a file under a name of its own."""
        file.parent = self
        self._copies[name] += 1
        number = self._copies[name]
        self._places[name if number == 1 else f"{name}\0{number}"] = file


class DecodedMember(MemberFile):
    """A member of a holder that lists its members only while it is read."""

    __slots__ = ("_decode",)

    def __init__(
        self, folder: MemberFolder, holder: File, address: str, size: int, decode: Decode
    ) -> None:
        """A member whose name is the end of its address; a size that is not known is guessed."""
        name = address.rpartition("/")[2]
        super().__init__(member_address(holder.path, address), name, size, holder.mtime_ns)
        self.parent = folder
        self._decode = decode

    def open(self) -> BinaryIO:
        """From memory, or decoded again from its start when somebody seeks back."""
        pieces: list[bytes] = []
        size = 0
        with closing(self._decode()) as chunks:
            for chunk in chunks:
                pieces.append(chunk)
                size += len(chunk)
                if size > IN_MEMORY_BYTES:
                    return io.BufferedReader(RestartableStream(self._decode))
        return io.BytesIO(b"".join(pieces))

    def remember(self, start: bytes) -> None:
        """Its first bytes, where the holder has read them already."""
        self._head = start[:HEAD]

    def _read_head(self) -> bytes:
        head = b""
        try:
            with closing(self._decode()) as chunks:
                for chunk in chunks:
                    head += chunk[:HEAD]
                    if len(head) >= HEAD:
                        break
        except (OSError, UnreadableMediaError):
            return head[:HEAD]
        return head[:HEAD]


@dataclass(slots=True)
class MemberNames:
    """Gives each member of a holder an address: its name, or its name and a number."""

    _seen: Counter[str] = field(default_factory=Counter)

    def address(self, name: str) -> str:
        """The address for the next member of that name."""
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}\x01{self._seen[name]}"


def folder_tree(holder: File, files: Iterable[tuple[str, MemberFile]]) -> MemberFolder:
    """Put files into folders by their names with slashes (or backslashes) in the holder."""
    root = MemberFolder(holder.path, holder.name)
    placed = [(path_parts(name), file) for name, file in files]
    folders = [_make(root, holder.path, parts[:-1]) for parts, _ in placed]
    for folder, (parts, file) in zip(folders, placed, strict=True):
        folder.put(parts[-1], file)
    return root


def path_parts(name: str) -> list[str]:
    """The folders and the last name; at least one part."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    deep = parts[:MAX_FOLDERS_DEEP]
    return [*deep, parts[-1]] if len(parts) > len(deep) else deep or [name]


def _make(root: MemberFolder, holder: str, parts: list[str]) -> MemberFolder:
    folder = root
    for count, part in enumerate(parts, 1):
        folder = folder.below(part, member_address(holder, "/".join(parts[:count])))
    return folder
