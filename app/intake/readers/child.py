"""In the child: walk through a place that the parent lists, and give out what lies in it.

The child knows names inside the place, and nothing of where the place lies. It opens no file: it
asks its parent for the rows of a folder and for ranges of a file.
"""

import codecs
import encodings
import io
import pkgutil
import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, BinaryIO

from app.intake.readers import records
from app.intake.readers.archives.library import library
from app.intake.readers.core.events import Obstacle, Unreadable
from app.intake.readers.core.failure import reason_and_detail
from app.intake.readers.core.opening import Opener
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import Entry, WalkEvent
from app.intake.readers.core.walk import Walk
from app.intake.readers.documents.pdf import open_random_numbers
from app.intake.readers.records import FILE, FOLDER, Record
from app.intake.readers.registry import CONTAINERS, READERS
from app.sandbox import protocol
from app.sandbox.child_pipe import ChildPipe
from app.sandbox.child_work import ChildWork, Reply
from app.sandbox.protocol import Kind
from face.errors import UnreadableMediaError
from face.streams import buffered_stream
from face.types import Reason

TOGETHER = 64
"""So many events of files on the disk go out at once."""

STREAMS_KEPT = 4
"""Members that stay open, since they are asked for range by range."""


def reader_work(pipe: ChildPipe) -> ChildWork:
    """The work of a child that reads."""
    _load_what_python_loads_late()
    with suppress(UnreadableMediaError):  # each archive says that it is missing
        library()
    open_random_numbers()
    opened = _Opened(pipe)

    def answer(request: dict[str, Any], _stream: BinaryIO, _size: int) -> Iterable[Reply]:
        try:
            if request["does"] == "walk":
                _walk(pipe, request)
                return [(Kind.DONE, {})]
            return [opened.read(request)]
        except Exception as error:
            raise UnreadableMediaError(*reason_and_detail(error)) from error

    return ChildWork(Kind.INTAKE, {}, answer)


def _load_what_python_loads_late() -> None:
    """No file can be opened any more when one of these is first needed."""
    for module in pkgutil.iter_modules(encodings.__path__):
        try:
            codecs.lookup(module.name)
        except (LookupError, ImportError):
            continue  # no codec (aliases), or one of another system (mbcs)
    time.localtime()


class _Parent:
    """What the parent gives out."""

    def __init__(self, pipe: ChildPipe) -> None:
        self._pipe = pipe

    def rows(self, path: str) -> Iterator[Record]:
        """Everything in a folder. Raises OSError."""
        start = 0
        while True:
            self._pipe.send(Kind.LIST, path=records.text_record(path), start=start)
            said = self._answer(Kind.ROWS)
            if said["rows"] is None:
                raise OSError
            yield from said["rows"]
            start += len(said["rows"])
            if said["is_last"]:
                return

    def fetch(self, path: str, offset: int, length: int) -> bytes:
        """A range of a file. Raises OSError, UnreadableMediaError."""
        length = min(length, protocol.READ_SIZE)
        self._pipe.send(Kind.FETCH, path=records.text_record(path), offset=offset, length=length)
        said = self._answer(Kind.BYTES)
        if said["bytes"] is not None:
            return bytes(said["bytes"])
        if said.get("reason"):
            raise UnreadableMediaError(Reason(said["reason"]), said["detail"])
        raise FileNotFoundError if said.get("is_gone") else OSError

    def takes(self, events: list[Record]) -> bool:
        """Tell of these; True when the parent wants the bytes of the last one."""
        self._pipe.send(Kind.EVENTS, events=events)
        return self._answer(Kind.TAKE)["wanted"] is True

    def give(self, piece: bytes) -> None:
        """Send a piece of a member."""
        self._pipe.send(Kind.PIECE, bytes=piece)

    def ends(self, reason: str | None, detail: str) -> bool:
        """Say that this was all of a member, or why there is no more; True: once more."""
        self._pipe.send(Kind.PIECE, bytes=None, reason=reason, detail=detail)
        return self._answer(Kind.TAKE)["wanted"] is True

    def _answer(self, kind: Kind) -> dict[str, Any]:
        body = self._pipe.receive(kind)
        if body is None:
            raise SystemExit(0)
        return protocol.fields(body)


class RemoteFile(File):
    """A file that the parent can read."""

    __slots__ = ("_is_medium", "_parent", "_within")

    def __init__(self, parent: _Parent, within: "RemoteFolder", path: str, row: Record) -> None:
        name, _kind, size, mtime_ns, is_medium, head = row
        super().__init__(path, records.text(name), size, mtime_ns)
        self._parent = parent
        self._within = within
        self._is_medium = is_medium
        self._head = head

    @property
    def is_medium(self) -> bool:
        """As the parent has seen."""
        return bool(self._is_medium)

    def open(self) -> BinaryIO:
        """Range by range."""
        if self.size:
            self._parent.fetch(self.path, 0, 1)  # raises where it cannot be read at all
        return buffered_stream(partial(self._parent.fetch, self.path), self.size)

    def folder(self) -> Folder:
        """The one that it lies in."""
        return self._within


class RemoteFolder(Folder):
    """A folder that the parent can list."""

    __slots__ = ("_parent", "_rows")

    def __init__(self, parent: _Parent, path: str, name: str) -> None:
        super().__init__(path, name)
        self._parent = parent
        self._rows: dict[str, Record] | None = None

    def list_names(self) -> Collection[str]:
        """Raises OSError."""
        if self._rows is None:
            rows = self._parent.rows(self.path)
            self._rows = {records.text(row[0]): row for row in rows}
        return self._rows

    def place_at(self, name: str) -> Place | Unreadable:
        """What has this name."""
        self.list_names()
        assert self._rows is not None  # noqa: S101 - listed just now
        row = self._rows[name]
        path = f"{self.path}/{name}"
        if row[1] == FOLDER:
            return RemoteFolder(self._parent, path, name)
        if row[1] == FILE:
            return RemoteFile(self._parent, self, path, row)
        why = Obstacle(row[2]) if row[2] in set(Obstacle) else Reason(row[2])
        return Unreadable(path, name, why)

    def unreadable(self) -> Unreadable:
        """The person may have to change its permissions."""
        return Unreadable(self.path, self.name, Obstacle.FOLDER_UNREADABLE)


def _place(parent: _Parent, request: dict[str, Any]) -> Place:
    """The folder that is to be read, or one file in it."""
    root = RemoteFolder(parent, records.ROOT, records.text(request["name"]))
    row = request["file"]
    if row is None:
        return root
    return RemoteFile(parent, root, f"{records.ROOT}/{records.text(row[0])}", row)


def _walk(pipe: ChildPipe, request: dict[str, Any]) -> None:
    parent = _Parent(pipe)
    walk = Walk(READERS, CONTAINERS, records.answers_of(request["answers"]))
    told = _Told(parent)
    for event in walk.through(_place(parent, request)):
        told.tell(event)
    told.flush()


class _Told:
    """Events on their way out."""

    def __init__(self, parent: _Parent) -> None:
        self._parent = parent
        self._waiting: list[Record] = []

    def tell(self, event: WalkEvent) -> None:
        if not isinstance(event, Entry):
            self._put(records.event_record(event))
            return
        instead = event.instead_of
        about = [
            records.provenance_record(event.provenance),
            None if instead is None else records.text_record(instead),
        ]
        record = records.entry_record(event.path, event.name, event.size, event.mtime_ns, about)
        if isinstance(event.file, RemoteFile):
            self._put(record)
            return
        self._waiting.append(record)
        wanted = self.flush()
        while wanted:
            wanted = self._give(event)

    def flush(self) -> bool:
        """Whether the bytes of the last one are wanted."""
        if not self._waiting:
            return False
        waiting, self._waiting = self._waiting, []
        return self._parent.takes(waiting)

    def _put(self, record: Record) -> None:
        self._waiting.append(record)
        if len(self._waiting) >= TOGETHER:
            self.flush()

    def _give(self, entry: Entry) -> bool:
        """Send its bytes; whether they are wanted once more."""
        try:
            with entry.open() as stream:
                while chunk := stream.read(protocol.READ_SIZE):
                    self._parent.give(chunk)
        except Exception as error:  # noqa: BLE001 - whatever fails costs this content only
            reason, detail = reason_and_detail(error)
            return self._parent.ends(str(reason), detail)
        return self._parent.ends(None, "")


class _Opened:
    """Members that are read again, long after they were found."""

    def __init__(self, pipe: ChildPipe) -> None:
        self._parent = _Parent(pipe)
        self._known: tuple[Record, Record] | None = None
        self._opener: Opener | None = None
        self._streams: OrderedDict[str, BinaryIO] = OrderedDict()

    def read(self, request: dict[str, Any]) -> Reply:
        """A range of a member, or (`length` is None) how long it is."""
        stream = self._stream(request)
        if request["length"] is None:
            return Kind.DONE, {"size": stream.seek(0, io.SEEK_END)}
        stream.seek(request["offset"])
        self._parent.give(stream.read(min(request["length"], protocol.READ_SIZE)))
        return Kind.DONE, {}

    def _stream(self, request: dict[str, Any]) -> BinaryIO:
        wanted = request["file"], request["answers"]
        if wanted != self._known:
            self._close()
            self._known = wanted
            file = _place(self._parent, request)
            answers = records.answers_of(request["answers"])
            self._opener = Opener(CONTAINERS, answers, lambda path: _only(path, file))
        address = records.text(request["address"])
        stream = self._streams.pop(address, None)
        if stream is None:
            assert self._opener is not None  # noqa: S101 - made above
            stream = self._opener.open(address)
        self._streams[address] = stream
        if len(self._streams) > STREAMS_KEPT:
            self._streams.popitem(last=False)[1].close()
        return stream

    def _close(self) -> None:
        while self._streams:
            self._streams.popitem()[1].close()
        if self._opener is not None:
            self._opener.close()


def _only(path: str, file: Place) -> Place:
    if path != file.path:
        raise FileNotFoundError
    return file
