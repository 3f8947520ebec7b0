"""The members of a container as files in folders.

Nothing is written to the disk, so a name such as `../../x` is harmless: its `..` is ignored.
"""

import io
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import BinaryIO, TypeVar

from app.intake.readers.core.address import member_address
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.streams import Decode, RestartableStream
from app.sandbox.reader_limits import IN_MEMORY_BYTES, MAX_FOLDERS_DEEP
from face.errors import UnreadableMediaError

MAX_NAME_CHARACTERS = 200
"""Greatest length of a foreign file name in an address."""


class MemberFile(File):
    """A file in a container; it knows its folder once it was put into one."""

    __slots__ = ("parent",)

    parent: "MemberFolder"

    def folder(self) -> Folder:
        """Return the folder into which `folder_tree` put the file."""
        return self.parent


class MemberFolder(Folder):
    """A folder in a container."""

    __slots__ = ("_copies", "_places")

    def __init__(self, path: str, name: str) -> None:
        super().__init__(path, name)
        self._places: dict[str, Place] = {}
        self._copies: Counter[str] = Counter()

    def list_names(self) -> Collection[str]:
        """Return the names; a repeated name has a NUL and its number added."""
        return self._places

    def place_at(self, name: str) -> Place | Unreadable:
        """Return the file or folder with a name of the list."""
        return self._places[name]

    def below(self, name: str, path: str) -> "MemberFolder":
        """Return the subfolder of that name; it is made before files are put in."""
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
    """A member of a container that learns of its members only while it is read."""

    __slots__ = ("_decode",)

    def __init__(
        self, folder: MemberFolder, container: File, address: str, size: int, decode: Decode
    ) -> None:
        """Name the member after the end of its address; `size` may be an estimate."""
        name = address.rpartition("/")[2]
        super().__init__(member_address(container.path, address), name, size, container.mtime_ns)
        self.parent = folder
        self._decode = decode

    def open(self) -> BinaryIO:
        """Open the member in memory, or as a stream that decodes again after seeking back."""
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
        """Keep the first bytes, which the container has already read."""
        self._head = start[:HEAD]

    def _read_head(self) -> bytes:
        return head_of(self._decode())


def head_of(chunks: Generator[bytes]) -> bytes:
    """Return the first HEAD bytes, or as many as can be had; reading all will say why."""
    head = b""
    with closing(chunks), suppress(OSError, UnreadableMediaError):
        for chunk in chunks:
            head += chunk[:HEAD]
            if len(head) >= HEAD:
                break
    return head[:HEAD]


class KeptFile(File):
    """A file that holds members. What is opened a second time stays in memory: many members would
    else be read by unpacking, or fetching, what lies around them once for each.
    """

    __slots__ = ("_content", "_file", "_was_opened")

    def __init__(self, file: File) -> None:
        """Keep nothing yet."""
        super().__init__(file.path, file.name, file.size, file.mtime_ns)
        self._file = file
        self._content: bytes | None = None
        self._was_opened = False

    @property
    def is_medium(self) -> bool:
        """As the file itself knows."""
        return self._file.is_medium

    def open(self) -> BinaryIO:
        """From memory, but for the first time and for what is too large to be kept there.

        Raises:
            OSError, UnreadableMediaError
        """
        if self._content is not None:
            return io.BytesIO(self._content)
        stream = self._file.open()
        if isinstance(stream, io.BytesIO):
            self._content = stream.getvalue()  # the bytes themselves, not a copy
        elif self._was_opened and self._file.size <= IN_MEMORY_BYTES:
            content = stream.read(IN_MEMORY_BYTES + 1)  # the size may be a guess
            stream.seek(0)
            if len(content) <= IN_MEMORY_BYTES:
                self._content = content
        self._was_opened = True
        return stream

    def folder(self) -> Folder:
        """The one that the file lies in."""
        return self._file.folder()

    def _read_head(self) -> bytes:
        return self._file.head()


@dataclass(slots=True)
class MemberNames:
    """Gives each member of a container an address: its name, with a number if it repeats."""

    _seen: Counter[str] = field(default_factory=Counter)

    def address(self, name: str) -> str:
        """Return the address of the next member of that name."""
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}\x01{self._seen[name]}"


T = TypeVar("T")


def found_at(members: Mapping[str, T], address: str) -> T:
    """Return what lies at an address. Raises FileNotFoundError."""
    try:
        return members[address]
    except KeyError:
        raise FileNotFoundError from None


def folder_tree(container: File, files: Iterable[tuple[str, MemberFile]]) -> MemberFolder:
    """Arrange files in folders by the slashes and backslashes in their names."""
    root = MemberFolder(container.path, container.name)
    placed = [(path_parts(name), file) for name, file in files]
    folders = [_make(root, container.path, parts[:-1]) for parts, _ in placed]
    for folder, (parts, file) in zip(folders, placed, strict=True):
        folder.put(parts[-1], file)
    return root


def path_parts(name: str) -> list[str]:
    """Return the folders and the last name of a path; at least one part."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    deep = parts[:MAX_FOLDERS_DEEP]
    return [*deep, parts[-1]] if len(parts) > len(deep) else deep or [name]


def _make(root: MemberFolder, container: str, parts: list[str]) -> MemberFolder:
    folder = root
    for count, part in enumerate(parts, 1):
        folder = folder.below(part, member_address(container, "/".join(parts[:count])))
    return folder
