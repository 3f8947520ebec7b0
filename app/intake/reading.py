"""Read what a person named: list folders here, and let a child parse whatever others wrote.

A folder of plain pictures and videos is walked through here, by the first bytes of each file. From
the first folder on that holds anything else, a child reads it with all that lies below.
"""

import io
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from app.errors import AppError
from app.intake.readers import records
from app.intake.readers.core.address import SEPARATOR, disk_path
from app.intake.readers.core.answers import NO_ANSWERS, Answers, Question
from app.intake.readers.core.disk import (
    Avoids,
    DiskFile,
    DiskFolder,
    as_on_disk,
    place_at,
    place_on_disk,
)
from app.intake.readers.core.events import (
    ContainerRead,
    NotInExport,
    Obstacle,
    Provenance,
    Unreadable,
)
from app.intake.readers.core.failure import reason_and_detail
from app.intake.readers.core.litter import is_litter
from app.intake.readers.core.places import HEAD, Place
from app.intake.readers.records import FILE, FOLDER, OTHER, ROOT, EntryRecord, Record, text_record
from app.sandbox import protocol
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import Kind
from app.sandbox.reader_limits import MAX_MEMBER_BYTES
from app.sandbox.reader_process import Conversation, Message, ReaderProcess, Spending
from app.sandbox.wire_format import Untrusted, integer
from app.sandbox.wire_format import reason as checked_reason
from app.sandbox.wire_format import text as printable
from face.errors import UnreadableMediaError
from face.streams import SeekableStream
from face.types import Reason
from storage.lock import is_open_here

CHUNK = 1024 * 1024
ROWS_BYTES = 512 * 1024
"""So much of a folder is listed in one message, heads included."""

MOST_MEMBERS_LOST = 8
"""So many members of one container may end a child before the container is given up."""

MOST_RESTARTS = 64
"""So many files of one place may end a child before the place as a whole is given up."""

ASKS = (Kind.LIST, Kind.FETCH)
"""What a child may want to know at any time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A content that was found.

    Attributes:
        path: How it is found again.
        name: The name it had, as it was, however odd.
        size: Bytes, as whatever holds it says.
        mtime_ns: When it was last written; None where nobody knows, and it is read on every run.
        instead_of: The address under which it was listed as absent.
        chunks: Gives its bytes, once, while the reading stands at it; None while nothing has come.
            Raises OSError, UnreadableMediaError.
    """

    path: str
    name: str
    size: int
    mtime_ns: int | None
    chunks: "Callable[[], Generator[bytes | None]]" = field(compare=False)
    provenance: Provenance = field(default_factory=dict)
    instead_of: str | None = None


ReadEvent: TypeAlias = Entry | NotInExport | Unreadable | ContainerRead | Question
"""What is told of a place."""

Reads: TypeAlias = Generator[ReadEvent | None]
"""None while nothing has come."""


class Reading(AbstractContextManager["Reading"]):
    """Reads places, with one child for all of them. Belongs to one thread."""

    def __init__(
        self,
        answers: Answers = NO_ANSWERS,
        avoids: Avoids = is_open_here,
        process: ReaderProcess | None = None,
    ) -> None:
        """Start nothing yet.

        Args:
            answers: To questions of the readers.
            avoids: What must not even be opened.
        """
        self._answers = answers
        self._avoids = avoids
        self._process = process or ReaderProcess()

    def __exit__(self, *_: object) -> None:
        """Let the child go."""
        self._process.stop()

    def read(self, path: Path) -> Reads:
        """Everything that lies at a path that a person named."""
        there = str(as_on_disk(path).absolute())
        place = place_at(there, self._avoids)
        if isinstance(place, Unreadable):
            reason = Obstacle.MISSING if place.reason is Reason.GONE else place.reason
            yield Unreadable(there, place.name, reason)
        else:
            yield from self._safely(place)

    def _place(self, place: Place) -> Reads:
        if isinstance(place, DiskFile):
            if place.is_medium:
                yield _of_file(place)
            elif _is_litter(place):
                yield Unreadable(place.path, place.name, Obstacle.SYSTEM_FILE)
            else:
                yield from self._in_child(cast("DiskFolder", place.folder()), place)
            return
        assert isinstance(place, DiskFolder)  # noqa: S101 - nothing else lies on a disk
        try:
            children = list(place.children())
        except OSError:
            yield place.unreadable()
            return
        if any(isinstance(each, DiskFile) and _is_to_be_parsed(each) for each in children):
            yield from self._in_child(place, None)
            return
        for child in children:
            yield from self._safely(child)
        yield ContainerRead(place.path)

    def _safely(self, place: Place | Unreadable) -> Reads:
        """Yield what lies at a place; whatever fails there ends no other."""
        if isinstance(place, Unreadable):
            yield place
            return
        try:
            yield from self._place(place)
        except AppError:
            raise
        except Exception as error:  # noqa: BLE001 - it is told of
            yield Unreadable(place.path, place.name, *reason_and_detail(error))

    def _in_child(self, folder: DiskFolder, file: DiskFile | None) -> Reads:
        """Read in a child; a file that ends it is given up, and the rest is read anew."""
        place = _Served(folder, file, self._answers)
        for _ in range(MOST_RESTARTS):
            try:
                yield from place.read(self._process)
            except AppError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever fails in one file ends no other
                if not place.gives_up(UnreadableMediaError(*reason_and_detail(error))):
                    break
            else:
                return
        at = file or folder
        yield Unreadable(at.path, at.name, place.failure.reason, place.failure.detail)


class _Served:
    """A folder on the disk, or one file in it, that a child reads.

    Attributes:
        failure: Why the child ended last.
    """

    def __init__(self, folder: DiskFolder, file: DiskFile | None, answers: Answers) -> None:
        self.failure = UnreadableMediaError(Reason.DECODER_DIED)
        self._folder = folder
        self._file = file
        self._answers = answers
        self._places: dict[str, Place | Unreadable] = {ROOT: folder}
        self._given_up: dict[str, UnreadableMediaError] = {}
        self._spent: dict[str, Spending] = {}
        self._members_lost: Counter[str] = Counter()
        self._lost_a_member = False
        self._at = ""
        self._stream: tuple[str, BinaryIO] | None = None
        self._told: set[tuple[type, str]] = set()
        if file is not None:
            self._places[f"{ROOT}/{file.name}"] = file

    def request(self, **more: object) -> dict[str, object]:
        """Return what a child has to know of the place."""
        row = None if self._file is None else _row(self._file, self._file.name)
        answers = records.answers_record(self._answers, self._inside)
        name = text_record(self._folder.name)
        return {"name": name, "file": row, "answers": answers, **more}

    def read(self, process: ReaderProcess) -> Reads:
        """Yield what a child tells of it, without what an earlier one has told.

        Raises:
            UnreadableMediaError: The child died, hung or lied.
        """
        process.spending = self._spent.setdefault("", Spending())
        conversation = process.converse(self.request(does="walk"))
        with closing(conversation):
            try:
                message = next(conversation)
                while message is None or message[0] != Kind.DONE:
                    if message is None:
                        yield None
                        message = next(conversation)
                    elif message[0] == Kind.EVENTS:
                        message = yield from self._events(conversation, message[1], process)
                    else:
                        message = conversation.send(self.serve(message, process))
            except BrokenProtocolError as error:
                raise UnreadableMediaError(Reason.DECODER_LIED, error.what) from error
            finally:
                self.close()

    def serve(self, message: Message, process: ReaderProcess) -> bytes:
        """Answer a child that wants to know what lies in a folder or in a file.

        Raises:
            BrokenProtocolError: It asks for what it was not told of.
        """
        kind, said = message
        path = records.text(said.get("path"))
        place = self._place(path)
        if kind == Kind.LIST and isinstance(place, DiskFolder):
            return self._rows(path, place, integer(said.get("start"), 0, 10**9, "start"))
        if kind == Kind.FETCH and isinstance(place, DiskFile):
            self._at = path
            process.spending = self._spent.setdefault(path, Spending(place.size))
            return self._bytes(path, place, said)
        raise BrokenProtocolError("kind")

    def _place(self, path: str) -> Place | Unreadable:
        """Return what has this name in a folder that the child was told of.

        It may know the names from an earlier conversation, in which it read another member of the
        same archive in several files; those lie beside each other.

        Raises:
            BrokenProtocolError: Nothing has.
        """
        place = self._places.get(path)
        if place is None:
            above, _, name = path.rpartition("/")
            folder = self._places.get(above)
            try:
                if not isinstance(folder, DiskFolder) or name not in folder.names():
                    raise BrokenProtocolError("path")
            except OSError as error:
                raise BrokenProtocolError("path") from error
            place = self._places[path] = folder.child(name)
        return place

    def gives_up(self, error: UnreadableMediaError) -> bool:
        """Blame the file that was read last; False where there is none to blame.

        Where a member ended the child, the container is read on without it, a few times.
        """
        self.failure = error
        if self._lost_a_member:
            self._lost_a_member = False
            self._members_lost[self._at] += 1
            if self._members_lost[self._at] <= MOST_MEMBERS_LOST:
                return True
        if not self._at or self._at in self._given_up:
            return False
        self._given_up[self._at] = error
        self._at = ""
        return True

    def close(self) -> None:
        """Let go of the file that is open."""
        if self._stream is not None:
            self._stream[1].close()
        self._stream = None

    def outside(self, inside: str) -> str:
        """Our address for one of the child's. Raises BrokenProtocolError."""
        if inside.startswith(SEPARATOR):
            return inside
        path, separator, rest = inside.partition(SEPARATOR)
        place = self._places.get(path)
        if place is None or (separator and not isinstance(place, DiskFile)):
            raise BrokenProtocolError("address")
        return place.path + separator + rest

    def _inside(self, outside: str) -> str | None:
        path, separator, rest = outside.partition(SEPARATOR)
        root = self._folder.path
        if path == root:
            return ROOT + separator + rest
        below = root if root.endswith(("/", "\\")) else f"{root}/"
        relative = path.replace("\\", "/").removeprefix(below.replace("\\", "/"))
        return None if relative == path else f"{ROOT}/{relative}{separator}{rest}"

    def _entry(self, untrusted: Record, member: "_Member | None") -> ReadEvent:
        """Check an entry; only the last that is told of may be a member."""
        entry = EntryRecord(untrusted, self.outside)
        place, given_up = self._places.get(entry.inside), self._given_up.get(entry.inside)
        if place is not None and given_up is not None:
            return _not_read(place, given_up)
        if isinstance(place, DiskFile):
            return _of_file(place, entry.provenance, entry.instead_of)
        if member is None or SEPARATOR not in entry.inside:
            raise BrokenProtocolError("entry")
        return Entry(
            *(entry.path, entry.name, entry.size, entry.mtime_ns, member.chunks),
            *(entry.provenance, entry.instead_of),
        )

    def _event(self, untrusted: Record) -> ReadEvent:
        """Check an event; of a file that was given up, say what we know of it."""
        if untrusted[0] == "unreadable" and len(untrusted) > 1:
            inside = records.text(untrusted[1])
            given_up, place = self._given_up.get(inside), self._places.get(inside)
            if given_up is not None and place is not None:
                return _not_read(place, given_up)
        return records.event_of(untrusted, self.outside)

    def _rows(self, path: str, folder: DiskFolder, start: int) -> bytes:
        try:
            names = sorted(folder.names())
        except OSError:
            return protocol.message(Kind.ROWS, rows=None, is_last=True)
        rows: list[Record] = []
        size = 0
        for name in names[start:]:
            place = folder.child(name)
            self._places[f"{path}/{name}"] = place
            rows.append(_row(place, name))
            size += 256 + len(name) + len(rows[-1][5] or b"")
            if size > ROWS_BYTES:
                break
        is_last = start + len(rows) >= len(names)
        return protocol.message(Kind.ROWS, rows=rows, is_last=is_last)

    def _bytes(self, path: str, file: DiskFile, said: Untrusted) -> bytes:
        if path in self._given_up:
            error = self._given_up[path]
            why = {"reason": str(error.reason), "detail": error.detail}
            return protocol.message(Kind.BYTES, bytes=None, **why)
        offset = integer(said.get("offset"), 0, 2**62, "offset")
        length = integer(said.get("length"), 0, protocol.READ_SIZE, "length")
        try:
            if self._stream is None or self._stream[0] != path:
                self.close()
                self._stream = path, file.open()
            stream = self._stream[1]
            stream.seek(offset)
            chunk = stream.read(length)
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)
            return protocol.message(Kind.BYTES, bytes=None, is_gone=gone)
        if len(chunk) < length:
            changed = {"reason": str(Reason.CHANGED), "detail": ""}
            return protocol.message(Kind.BYTES, bytes=None, **changed)
        return protocol.message(Kind.BYTES, bytes=chunk)

    def _events(
        self, conversation: Conversation, said: Untrusted, process: ReaderProcess
    ) -> "Generator[ReadEvent | None, None, Message | None]":
        """Yield what the child found; for the last one, a member, let its bytes be read."""
        found = records.fields_of(said, "events")
        member = _Member(conversation, partial(self.serve, process=process))
        for number, untrusted in enumerate(found, 1):
            if not isinstance(untrusted, list) or not untrusted:
                raise BrokenProtocolError("event")
            if untrusted[0] == "entry":
                event = self._entry(untrusted, member if number == len(found) else None)
            else:
                event = self._event(untrusted)
            key = type(event), event.path
            if key not in self._told or isinstance(event, Question):
                self._told.add(key)
                yield event
        if member.is_begun:
            self._lost_a_member = True
            message = yield from member.rest()
            self._lost_a_member = False
            return message
        return conversation.send(_takes(wanted=False))


class _Member:
    """The bytes of a member, as the child sends them.

    Attributes:
        is_begun: Whether somebody wanted them.
    """

    def __init__(self, conversation: Conversation, serve: Callable[[Message], bytes]) -> None:
        self.is_begun = False
        self._conversation = conversation
        self._serve = serve
        self._message: Message | None = None
        self._size = 0
        self._failure: Exception | None = None

    def chunks(self) -> Generator[bytes | None]:
        """Piece by piece, from the start each time that it is called; None while nothing has come.

        Raises:
            UnreadableMediaError
        """
        self.is_begun = True
        self._size = 0
        self._message = self._conversation.send(_takes(wanted=True))
        try:
            said = yield from self._pieces()
        except (UnreadableMediaError, BrokenProtocolError) as error:
            self._failure = error
            raise _told_of(error) from error
        if said.get("reason") is not None:
            detail = printable(said.get("detail"))
            raise UnreadableMediaError(checked_reason(said["reason"]), detail)

    def rest(self) -> "Generator[None, None, Message | None]":
        """Pass over what nobody took; return the next message.

        Raises:
            UnreadableMediaError, BrokenProtocolError: What ended it, if it ended the child.
        """
        if self._failure is not None:
            raise self._failure
        for piece in self._pieces():
            if piece is None:
                yield None
        return self._conversation.send(_takes(wanted=False))

    def _pieces(self) -> "Generator[bytes | None, None, Untrusted]":
        """Yield what is left of its bytes, and in the end what the child says of them."""
        while True:
            if self._message is None:
                yield None
                self._message = next(self._conversation)
            elif self._message[0] in ASKS:
                self._message = self._conversation.send(self._serve(self._message))
            elif (piece := self._piece()) is None:
                return self._message[1]
            else:
                yield piece
                self._message = self._conversation.send(None)

    def _piece(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        assert self._message is not None  # noqa: S101 - asked before
        kind, said = self._message
        piece = said.get("bytes")
        if kind != Kind.PIECE or not (piece is None or (isinstance(piece, bytes) and piece)):
            raise BrokenProtocolError("piece")
        self._size += len(piece or b"")
        if self._size > MAX_MEMBER_BYTES:
            raise BrokenProtocolError("size")
        return piece


def _only_piece(said: Untrusted, before: list[bytes]) -> bytes:
    piece = said.get("bytes")
    if not isinstance(piece, bytes) or before:
        raise BrokenProtocolError("piece")
    return piece


def _takes(*, wanted: bool) -> bytes:
    return protocol.message(Kind.TAKE, wanted=wanted)


def _told_of(error: UnreadableMediaError | BrokenProtocolError) -> UnreadableMediaError:
    if isinstance(error, UnreadableMediaError):
        return error
    return UnreadableMediaError(Reason.DECODER_LIED, error.what)


class Opener(AbstractContextManager["Opener"]):
    """Opens content that was found earlier; members of containers are read in a child.

    Streams that it gave end with it, but for those of files on the disk. Belongs to one thread.
    """

    def __init__(self, answers: Answers = NO_ANSWERS, process: ReaderProcess | None = None) -> None:
        """Start nothing yet."""
        self._answers = answers
        self._process = process or ReaderProcess()

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the child go."""
        self._process.stop()

    def open(self, path: str) -> BinaryIO:
        """Return the bytes of an entry by its address, seekable.

        Raises:
            OSError: FileNotFoundError when nothing lies at this address any more.
            UnreadableMediaError: It lies in a container that cannot be opened: Reason.LOCKED when
                the password is not known.
        """
        place = place_on_disk(disk_path(path))
        if not isinstance(place, DiskFile):
            raise FileNotFoundError
        if SEPARATOR not in path:
            return place.open()
        if place.is_medium:
            raise FileNotFoundError  # it holds nothing any more
        member = _RemoteMember(self._process, place, path, self._answers)
        return io.BufferedReader(member, CHUNK)


class _RemoteMember(SeekableStream):
    """A member of a container, read range by range from a child."""

    def __init__(self, process: ReaderProcess, file: DiskFile, path: str, answers: Answers) -> None:
        super().__init__()
        self._process = process
        self._served = _Served(cast("DiskFolder", file.folder()), file, answers)
        inside = f"{ROOT}/{file.name}" + path.removeprefix(file.path)
        self._request = self._served.request(does="read", address=text_record(inside))
        self._first: bytes | None = self._read(0, CHUNK)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence)
        self._at = max(0, offset + (self._size() if base is None else base))
        return self._at

    def _read_on(self, most: int) -> bytes:
        if self._first is not None and self._at == 0:
            chunk = self._first[:most]
        else:
            chunk = self._read(self._at, min(most, protocol.READ_SIZE))
        self._first = None
        self._at += len(chunk)
        return chunk

    def close(self) -> None:
        self._served.close()
        super().close()

    def _read(self, offset: int, length: int) -> bytes:
        pieces: list[bytes] = []
        self._ask({"offset": offset, "length": length}, pieces)
        return b"".join(pieces)

    def _size(self) -> int:
        said = self._ask({"offset": 0, "length": None}, [])
        return integer(said.get("size"), 0, 2**62, "size")

    def _ask(self, what: dict[str, object], pieces: list[bytes]) -> Untrusted:
        self._process.spending = Spending()
        try:
            return self._answered(what, pieces)
        except UnreadableMediaError as error:
            if error.reason is Reason.GONE:
                raise FileNotFoundError from error
            raise

    def _answered(self, what: dict[str, object], pieces: list[bytes]) -> Untrusted:
        conversation = self._process.converse({**self._request, **what})
        with closing(conversation):
            try:
                message = next(conversation)
                while message is None or message[0] != Kind.DONE:
                    if message is None:
                        message = next(conversation)
                    elif message[0] == Kind.PIECE:
                        pieces.append(_only_piece(message[1], pieces))
                        message = conversation.send(None)
                    else:
                        message = conversation.send(self._served.serve(message, self._process))
                return message[1]
            except BrokenProtocolError as error:
                raise UnreadableMediaError(Reason.DECODER_LIED, error.what) from error


def _is_litter(file: DiskFile) -> bool:
    return is_litter(file.name, file.head())


def _is_to_be_parsed(file: DiskFile) -> bool:
    return not file.is_medium and not _is_litter(file)


def _not_read(place: Place | Unreadable, error: UnreadableMediaError) -> Unreadable:
    """Return a file that was given up, with the reason."""
    return Unreadable(place.path, place.name, error.reason, error.detail)


def _of_file(
    file: DiskFile, provenance: Provenance | None = None, instead_of: str | None = None
) -> Entry:
    def chunks() -> Iterator[bytes | None]:
        with file.open() as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    return Entry(
        *(file.path, file.name, file.size, file.mtime_ns),
        cast("Callable[[], Generator[bytes | None]]", chunks),
        provenance or {},
        instead_of,
    )


def _row(place: Place | Unreadable, name: str) -> Record:
    """Return what a child is told of something in a folder."""
    if isinstance(place, Unreadable):
        return [text_record(name), OTHER, str(place.reason), None, False, None]
    if isinstance(place, DiskFolder):
        return [text_record(name), FOLDER, 0, None, False, None]
    assert isinstance(place, DiskFile)  # noqa: S101 - nothing else lies on a disk
    head = place.head()
    medium = place.is_medium
    kept = None if medium else head[:HEAD]
    return [text_record(name), FILE, place.size, place.mtime_ns, medium, kept]
