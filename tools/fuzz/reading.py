"""Changed exports go through every reader, as they do when somebody adds them to a case."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias

from hypothesis import strategies as st

from app.intake import ContainerRead, Question, ReadEvent, Unreadable
from app.intake.readers.core.address import disk_path
from app.intake.readers.core.reader import Entry, WalkEvent
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.types import Source
from tests.support.formats.archives import PACKERS, tarred
from tests.support.formats.exports import zipped
from tests.support.formats.mails import mail
from tests.support.formats.seven_zips import seven_zipped
from tests.support.reading_here import opener, read
from tools.fuzz.guard import MOST_MEMORY, FoundError, guarded
from tools.fuzz.mutation import DROP, EDITS, RENAME, SPLICE, Change, Files, changed, changes
from tools.fuzz.seeds import ANSWERS, FILE, seeds

PIECE = 1 << 20
LONGEST_TEXT = 2 * MAX_FIELD_CHARACTERS
_SECRET = b"nobody but the person herself may read this"
Told: TypeAlias = WalkEvent | ReadEvent
"""What a walk tells in the child, or what the parent makes of it."""

_FIELDS = {each.name for each in fields(Source)}


def _packed(pack: Callable[[bytes], bytes]) -> Callable[[Files], bytes]:
    return lambda files: pack(tarred(list(files.items())))


WRAPS: Mapping[str, Callable[[Files], bytes]] = {
    "zip": zipped,
    "7z": lambda files: seven_zipped(list(files.items())),
    "mail": lambda files: bytes(mail(*((name, files[name]) for name in files))),
    **{kind: _packed(pack) for kind, pack in PACKERS.items()},
}
"""Ways in which an export comes: inside something else."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A changed export.

    Attributes:
        seed: Its name.
        before: Changes to its files.
        wraps: What it is then put into, from the inside.
        after: Changes to what it was put into.
        mended: Whether checksums are put right in the end.
        linked: The number of the file that becomes a link to a secret, if there are so many.
    """

    seed: str
    before: tuple[Change, ...]
    wraps: tuple[str, ...] = ()
    after: tuple[Change, ...] = ()
    mended: bool = True
    linked: int = 99

    def files(self) -> Files:
        """Return the files of the changed export."""
        start = _seeds()[self.seed]
        files = dict(start.files)
        for change in self.before:
            files = changed(files, change, _donors())
        if start.mend and self.mended:
            files = {name: start.mend(content) for name, content in files.items()}
        for wrap in self.wraps:
            files = {FILE: WRAPS[wrap](files)}
        for change in self.after if self.wraps else ():
            files = changed(files, change, _donors())
        return files


_seeds = cache(seeds)
NAMES = tuple(seeds())
"""Of the seeds."""


@cache
def _donors() -> tuple[bytes, ...]:
    return tuple(content for seed in _seeds().values() for content in seed.files.values())


def samples(names: tuple[str, ...] | None = None) -> st.SearchStrategy[Sample]:
    """Generate any changed export."""
    some = changes((*EDITS, *EDITS, SPLICE, SPLICE, RENAME, DROP))
    return st.builds(
        Sample,
        st.sampled_from(names or NAMES),
        st.lists(some, max_size=4).map(tuple),
        st.lists(st.sampled_from(tuple(WRAPS)), max_size=2).map(tuple),
        st.lists(changes(), max_size=2).map(tuple),
        st.booleans(),
        st.sampled_from((99, 99, 99, 0, 1, 2)),
    )


class Opens(Protocol):
    """Finds contents again by their addresses."""

    def open(self, path: str) -> BinaryIO:
        """Open one. Raises OSError, UnreadableMediaError."""
        ...


class Way(Protocol):
    """How an export is read.

    Attributes:
        most_memory: Bytes that this process may add meanwhile.
    """

    most_memory: int

    def read(self, folder: Path) -> tuple[Sequence[Told], dict[str, str]]:
        """Return what was found, and the hash of each readable content by its address."""
        ...

    def opened(self) -> AbstractContextManager[Opens]:
        """Give what finds contents again by their addresses."""
        ...


class Here:
    """In this process, by what is else run in a child: a sample takes milliseconds."""

    most_memory = MOST_MEMORY

    def read(self, folder: Path) -> tuple[Sequence[Told], dict[str, str]]:
        """Walk through the export."""
        found: list[Told] = []
        contents: dict[str, str] = {}
        with closing(read(folder, ANSWERS)) as walk:
            for each in walk:
                found.append(each)
                if isinstance(each, Entry):
                    with suppress(OSError, UnreadableMediaError), each.open() as stream:
                        contents[each.path] = hash_of(pieces(stream))
        return found, contents

    def opened(self) -> AbstractContextManager[Opens]:
        """Open containers anew."""
        return opener(ANSWERS)


HERE = Here()


def check(sample: Sample, scratch: Path, way: Way = HERE) -> None:
    """Read a sample, and read what was found again by its address.

    Raises:
        FoundError: A property does not hold.
        Exception: Whatever a reader lets out.
    """
    with _written(sample, scratch) as folder:
        with guarded(folder, most_memory=way.most_memory):
            found, contents = way.read(folder)
            with way.opened() as opens:
                _read_again(contents, opens)
        _require_sound(found, folder)
        silent = untold(found, folder)
    if unknown := silent - _texts(sample.seed, scratch):
        raise FoundError(f"nothing is said of {sorted(unknown)[:3]}")


@contextmanager
def _written(sample: Sample, scratch: Path) -> Iterator[Path]:
    folder = scratch / "export"
    folder.mkdir()
    (scratch / "secret").write_bytes(_SECRET)
    try:
        for number, (name, content) in enumerate(sample.files().items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if number == sample.linked:
                path.symlink_to(scratch / "secret")
            else:
                path.write_bytes(content)
        yield folder
    finally:
        shutil.rmtree(folder)


def _read_again(contents: Mapping[str, str], opens: Opens) -> None:
    for path, digest in contents.items():
        with opens.open(path) as stream:
            if hash_of(pieces(stream)) != digest:
                raise FoundError(f"other bytes at {path!r}")


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield all that is left of a stream."""
    while chunk := stream.read(PIECE):
        yield chunk


def hash_of(content: Iterable[bytes | None]) -> str:
    """Hash content. Raises FoundError where it is the one that lies outside."""
    digest = hashlib.sha256()
    for chunk in content:
        digest.update(chunk or b"")
        if chunk and _SECRET in chunk:
            raise FoundError("reads what lies outside")
    return digest.hexdigest()


def _require_sound(found: Sequence[Told], folder: Path) -> None:
    """Check that addresses lie in the export, that every value fits into a case, and that no reader
    stumbled over what it had not thought of."""
    for each in found:
        if isinstance(each, Unreadable) and each.reason is Reason.UNEXPECTED:
            raise FoundError(f"unexpected: {each.detail}")
        where = disk_path(each.path)
        if where and Path(where) != folder and not where.startswith(f"{folder}{os.sep}"):
            raise FoundError(f"leads to {each.path!r}")
        if not isinstance(each, ContainerRead | Question):
            for name, value in each.provenance.items():
                _require_field(name, value)


def _require_field(name: str, value: object) -> None:
    if name not in _FIELDS:
        raise FoundError(f"a field {name!r}")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise FoundError(f"{name} is {value}")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise FoundError(f"{name} has {len(value)} letters")


def untold(found: Sequence[Told], folder: Path) -> frozenset[str]:
    """Return the files that no event names: neither as content, nor as opened, nor as unreadable,
    by themselves or with their folder."""
    told = {disk_path(each.path) for each in found if not isinstance(each, ContainerRead)}
    opened = {disk_path(each.path) for each in found if isinstance(each, ContainerRead)}
    told |= {path for path in opened if not Path(path).is_dir()}
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return frozenset(
        path.relative_to(folder).as_posix()
        for path in files
        if not any(str(each) in told for each in (path, *path.parents))
    )


@cache
def _texts(seed: str, scratch: Path) -> frozenset[str]:
    """Return the files of an honest export that are no content, such as its pages and styles."""
    with _written(Sample(seed, ()), scratch) as folder:
        return untold(HERE.read(folder)[0], folder)
