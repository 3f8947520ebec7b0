"""7-Zip's own library over Python streams (the interfaces of CPP/7zip/Archive/IArchive.h).

The library comes in the wheel `bit7z_python`, of which nothing is imported. What 7-Zip calls is
made when this module is imported: later, in the sandbox, no memory can be made executable.
"""

import ctypes
import locale
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, TypeAlias

from face.errors import UnreadableMediaError
from face.package_files import file_in
from face.types import Reason

PACKAGE = "bit7z_python"
_FILES = {"win32": "7z.dll", "darwin": "7z.dylib"}

_Pointer, _Result = ctypes.c_void_p, ctypes.c_int32
_U32, _I32, _U64, _I64 = ctypes.c_uint32, ctypes.c_int32, ctypes.c_uint64, ctypes.c_int64
_OK, _FALSE = 0, 1
_NO_INTERFACE, _ABORT, _FAIL = -0x7FFFBFFE, -0x7FFFBFFC, -0x7FFFBFFB
_NO_MEMORY, _NOT_DONE = -0x7FF8FFF2, -0x7FFFBFFF
_FAR = 1 << 40
_SEARCH = 1 << 16
"""So many bytes may stand before an archive."""

_TEXT, _BOOL, _BYTE, _SHORT, _LONG, _I8, _U8 = 8, 11, 17, 18, 19, 20, 21


class Property(IntEnum):
    """What can be asked of a member or of an archive (CPP/7zip/PropID.h)."""

    MAIN_MEMBER = 1
    PATH = 3
    IS_DIR = 6
    SIZE = 7
    PACKED = 8
    SOLID = 13
    ENCRYPTED = 15
    METHOD = 22
    BLOCK = 27
    OFFSET = 36
    MODE = 53
    SYMBOLIC_LINK = 54
    ERROR_FLAGS = 71
    HARD_LINK = 90


class Outcome(IntEnum):
    """What became of a member."""

    OK = 0
    UNSUPPORTED = 1
    DATA_ERROR = 2
    CRC_ERROR = 3
    UNAVAILABLE = 4
    TRUNCATED = 5
    DATA_AFTER_END = 6
    NO_ARCHIVE = 7
    HEADERS_ERROR = 8
    WRONG_PASSWORD = 9


Give: TypeAlias = Callable[[int, bytes], None]
"""Takes the number of a member and a piece of it; raising ends the unpacking."""


_FLAGS = (
    (1 << 3, Reason.ONE_OF_SEVERAL),
    (1 << 5, Reason.TRUNCATED),
    (1 << 1 | 1 << 9 | 1 << 10, Reason.DAMAGED),
    (1 << 7 | 1 << 8, Reason.UNKNOWN_PACKING),
)


def reason_of(flags: object) -> Reason | None:
    """What the flags of an archive say is wrong with it (kpv_ErrorFlags); None if nothing is."""
    if not isinstance(flags, int):
        return None
    return next((reason for mask, reason in _FLAGS if flags & mask), None)


class RefusedError(Exception):
    """7-Zip does not do what was asked of it.

    Attributes:
        is_locked: Whether it asked for a password and got none, or a wrong one.
        reason: Why, as far as it says.
    """

    def __init__(self, code: int, *, is_locked: bool, flags: object = None) -> None:
        super().__init__(f"{code & 0xFFFFFFFF:#x}")
        self.is_locked = is_locked
        reasons = {_NO_MEMORY: Reason.DECODER_MEMORY, _NOT_DONE: Reason.UNKNOWN_PACKING}
        found = reasons.get(code) or reason_of(flags) or Reason.DAMAGED
        self.reason = Reason.LOCKED if is_locked else found


class _Value(ctypes.Union):
    _fields_ = (
        *(("u64", _U64), ("i64", _I64), ("u32", _U32), ("u16", ctypes.c_uint16)),
        *(("u8", ctypes.c_uint8), ("pointer", _Pointer), ("pair", _Pointer * 2)),
    )


class _Variant(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_ushort), ("reserved", ctypes.c_ushort * 3), ("value", _Value))


def _interface(group: int, number: int) -> bytes:
    return bytes.fromhex("690f1723c1408a27000000") + bytes((group, 0, number, 0, 0))


_UNKNOWN = bytes.fromhex("0000000000000000c000000000000046")
_ARCHIVE, _PROPERTIES, _GETS_STREAMS = _interface(6, 0x60), _interface(6, 3), _interface(6, 0x40)
_HANDLER = bytes.fromhex("690f1723c1408a271000000110")

_behind: dict[int, "_Face"] = {}
"""The objects that 7-Zip holds, by the addresses of their interfaces."""

_tables: dict[str, tuple[Sequence[bytes], Any, object]] = {}
"""By the name of an interface: its ids, its table, and what must live as long as that."""


def _declare(name: str, ids: Sequence[bytes], *methods: tuple[str, Sequence[Any]]) -> None:
    """Make the table of an interface, whose methods have these names in Python."""

    def calling(method: str) -> Callable[..., int]:
        def call(this: int, *given: Any) -> int:
            face = _behind[this]
            try:
                return getattr(face, method)(*given) or _OK
            except BaseException as error:  # noqa: BLE001 - may not travel through C++
                face.raised(error)
                return _ABORT

        return call

    made = [
        ctypes.CFUNCTYPE(_Result, _Pointer, _Pointer, ctypes.POINTER(_Pointer))(
            lambda this, wanted, out: _behind[this].query(ctypes.string_at(wanted, 16), out)
        ),
        ctypes.CFUNCTYPE(_U32, _Pointer)(lambda this: _behind[this].count(1)),
        ctypes.CFUNCTYPE(_U32, _Pointer)(lambda this: _behind[this].count(-1)),
        *(
            ctypes.CFUNCTYPE(_Result, _Pointer, *types)(calling(method))
            for method, types in methods
        ),
    ]
    addresses = (ctypes.cast(each, _Pointer).value for each in made)
    _tables[name] = ids, (_Pointer * len(made))(*addresses), made


_OUT_U32, _OUT_U64, _OUT = ctypes.POINTER(_U32), ctypes.POINTER(_U64), ctypes.POINTER(_Pointer)
_declare(
    *("in", (_interface(3, 1), _interface(3, 3)), ("read", (_Pointer, _U32, _OUT_U32))),
    ("seek", (_I64, _U32, _OUT_U64)),
)
_declare("size", (_interface(3, 6),), ("size", (_OUT_U64,)))
_declare("out", (_interface(3, 2),), ("write", (_Pointer, _U32, _OUT_U32)))
_declare(
    *("opening", (_interface(6, 0x10),), ("nothing", (_Pointer, _Pointer))),
    ("nothing", (_Pointer, _Pointer)),
)
_declare(
    *("volumes", (_interface(6, 0x30),), ("property", (_U32, ctypes.POINTER(_Variant)))),
    ("volume", (ctypes.c_wchar_p, _OUT)),
)
_declare(
    *("extracting", (_interface(6, 0x20), _interface(0, 5)), ("nothing", (_U64,))),
    *(("nothing", (_Pointer,)), ("stream", (_U32, _OUT, _I32)), ("nothing", (_I32,))),
    ("done", (_I32,)),
)
_declare("password", (_interface(5, 0x10),), ("give_password", (_OUT,)))


class _Turn:
    """What all callbacks of one archive share.

    Attributes:
        taken: Is entered while one of them runs.
        error: What the first of them raised.
        met_end: Whether more was wanted than the archive has.
    """

    def __init__(self) -> None:
        self.taken: AbstractContextManager[object] = nullcontext()
        self.error: BaseException | None = None
        self.met_end = False

    def raise_error(self) -> None:
        """Raise what a callback raised, once."""
        error, self.error = self.error, None
        if error is not None:
            raise error


class _Face:
    """A Python object that 7-Zip sees; it lives until 7-Zip has let go of it."""

    faces: ClassVar[tuple[str, ...]] = ()

    def __init__(self, turn: _Turn) -> None:
        self._turn = turn
        self._references = 1
        self._kept: list[object] = []
        self._addresses: dict[bytes, int] = {}
        self._names: dict[str, int] = {}
        for name in self.faces:
            ids, table, _ = _tables[name]
            thing = (_Pointer * 1)(ctypes.addressof(table))
            address = ctypes.addressof(thing)
            self._kept.append(thing)
            self._names[name] = address
            _behind[address] = self
            for each in (*ids, _UNKNOWN):
                self._addresses.setdefault(each, address)

    def at(self, name: str) -> int:
        """The address of an interface of this object."""
        return self._names[name]

    def query(self, wanted: bytes, out: Any) -> int:
        address = self._addresses.get(wanted)
        out[0] = address
        if address is None:
            return _NO_INTERFACE
        self._references += 1
        return _OK

    def count(self, by: int) -> int:
        self._references += by
        if self._references <= 0:
            for address in self._names.values():
                _behind.pop(address, None)
        return max(self._references, 0)

    def raised(self, error: BaseException) -> None:
        self._turn.error = self._turn.error or error

    def nothing(self, *_: object) -> None:
        """Nobody needs to know how far it is."""


class _In(_Face):
    """A stream that 7-Zip reads from."""

    faces = ("in", "size")

    def __init__(self, stream: BinaryIO, turn: _Turn) -> None:
        super().__init__(turn)
        self.last_read = -1
        self._stream = stream
        self._at = 0
        self._size: int | None = None

    def read(self, buffer: int, size: int, out: Any) -> None:
        got = 0
        with self._turn.taken:
            self.last_read = self._at
            if size and self._is_inside():
                space = (ctypes.c_char * size).from_address(buffer)
                self._stream.seek(self._at)
                got = self._stream.readinto(space) or 0  # type: ignore[attr-defined]
            self._turn.met_end |= size > got == 0
        self._at += got
        if out:
            out[0] = got

    def seek(self, offset: int, whence: int, out: Any) -> int:
        base = (0, self._at, self._whole() if whence == 2 else 0)[whence]
        if base + offset < 0:
            return _FAIL
        self._at = base + offset
        if out:
            out[0] = self._at
        return _OK

    def size(self, out: Any) -> None:
        out[0] = self._whole()

    def _is_inside(self) -> bool:
        """Whether a place exists: no system seeks to whatever an archive claims."""
        return self._at < _FAR or self._at < self._whole()

    def _whole(self) -> int:
        if self._size is None:
            with self._turn.taken:
                self._size = self._stream.seek(0, 2)
        return self._size


class _Out(_Face):
    """What takes the pieces of one member."""

    faces = ("out",)

    def __init__(self, give: Callable[[bytes], None], turn: _Turn) -> None:
        super().__init__(turn)
        self._give = give

    def write(self, buffer: int, size: int, out: Any) -> None:
        with self._turn.taken:
            self._give(ctypes.string_at(buffer, size))
        if out:
            out[0] = size


@dataclass(frozen=True, slots=True)
class Opening:
    """What 7-Zip may ask for while it opens an archive.

    Attributes:
        name: Of the file; needed where the archive goes on in others.
        volume: Opens a file beside it by its name; None where there is none.
    """

    password: str | None = None
    name: str = ""
    volume: Callable[[str], BinaryIO | None] = lambda _: None


class _Asking(_Face):
    def __init__(self, library: "Library", opening: Opening, turn: _Turn) -> None:
        super().__init__(turn)
        self.asked = False
        self._library = library
        self._opening = opening

    def give_password(self, out: Any) -> int:
        self.asked = True
        if self._opening.password is None:
            return _ABORT
        out[0] = self._library.text(self._opening.password)
        return _OK


class _Opening(_Asking):
    faces = ("opening", "password", "volumes")

    def property(self, what: int, out: Any) -> None:
        if what == 4:  # its name
            out[0].kind = _TEXT
            out[0].value.pointer = self._library.text(self._opening.name)

    def volume(self, name: str, out: Any) -> int:
        stream = self._opening.volume(name)
        if stream is None:
            out[0] = None
            return _FALSE
        out[0] = _In(stream, self._turn).at("in")
        return _OK


class _Extracting(_Asking):
    faces = ("extracting", "password")

    def __init__(
        self, library: "Library", opening: Opening, turn: _Turn, wanted: frozenset[int], give: Give
    ) -> None:
        super().__init__(library, opening, turn)
        self.outcomes: dict[int, Outcome] = {}
        self.ended: Callable[[int, Outcome], None] = lambda *_: None
        self._wanted = wanted
        self._give = give
        self._now: int | None = None

    def stream(self, index: int, out: Any, mode: int) -> None:
        self._now = index if index in self._wanted else None
        out[0] = None
        if mode == 0 and self._now is not None:
            give = self._give
            out[0] = _Out(lambda piece: give(index, piece), self._turn).at("out")

    def done(self, outcome: int) -> None:
        if self._now is None:
            return
        told = Outcome(outcome) if outcome in set(Outcome) else Outcome.UNSUPPORTED
        if told is Outcome.DATA_ERROR and self._turn.met_end:
            told = Outcome.TRUNCATED
        self.outcomes[self._now] = told
        with self._turn.taken:
            self.ended(self._now, self.outcomes[self._now])


class Library:
    """7-Zip's library, loaded."""

    def __init__(self, path: Path) -> None:
        """Load it. Raises OSError."""
        for each in ("C.UTF-8", "en_US.UTF-8"):
            # It looks at this once: otherwise names that are UTF-8 would be read as Latin-1.
            with suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, each)
                break
        own = ctypes.CDLL(str(path))
        strings = ctypes.CDLL("oleaut32") if sys.platform == "win32" else own
        self._create = own.CreateObject
        self._create.argtypes = [ctypes.c_char_p, ctypes.c_char_p, _Pointer]
        self._allocate = strings.SysAllocStringLen
        self._allocate.restype, self._allocate.argtypes = _Pointer, [ctypes.c_wchar_p, _U32]
        self._length = strings.SysStringByteLen
        self._length.restype, self._length.argtypes = _U32, [_Pointer]
        self._clear = strings.VariantClear
        self._clear.argtypes = [_Pointer]

    def create(self, kind: int) -> int:
        """A handler of archives of this kind. Raises RefusedError."""
        out = _Pointer()
        code = self._create(_HANDLER + bytes((kind, 0, 0)), _ARCHIVE, ctypes.byref(out))
        if code or out.value is None:
            raise RefusedError(code, is_locked=False)
        return out.value

    def text(self, text: str) -> int:
        """A copy of a text that 7-Zip frees."""
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        count = units if ctypes.sizeof(ctypes.c_wchar) == 2 else len(text)
        return int(self._allocate(text, count))

    def value(self, ask: Callable[[Any], int]) -> str | int | None:
        """What was answered; None for nothing, and for what nobody needs."""
        got = _Variant()
        ask(ctypes.byref(got))
        found = self._of_kind(got.kind, got.value)
        self._clear(ctypes.byref(got))
        return found

    def _of_kind(self, kind: int, value: Any) -> str | int | None:
        if kind == _TEXT:
            units = self._length(value.pointer) // ctypes.sizeof(ctypes.c_wchar)
            return ctypes.wstring_at(value.pointer, units) if value.pointer else ""
        fields = {_BOOL: "u16", _BYTE: "u8", _SHORT: "u16", _LONG: "u32", _I8: "i64", _U8: "u64"}
        return int(getattr(value, fields[kind])) if kind in fields else None


@cache
def library() -> Library:
    """Load the library, once.

    Raises:
        UnreadableMediaError: It is not installed, or cannot be loaded here.
    """
    try:
        return Library(file_in(PACKAGE, "7zip", _FILES.get(sys.platform, "7z.so")))
    except OSError as error:
        raise UnreadableMediaError(Reason.PART_MISSING) from error


def _method(this: int, number: int, *types: Any) -> Callable[..., int]:
    table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(_Pointer)))[0]
    address = table[number]
    assert address is not None  # noqa: S101 - a table of C++ has no holes
    function = ctypes.CFUNCTYPE(_Result, _Pointer, *types)(address)
    return lambda *given: function(this, *given)


class OpenArchive:
    """An archive that 7-Zip has opened. Belongs to one thread at a time.

    Attributes:
        count: Number of its members, folders included.
    """

    def __init__(self, kind: int, stream: BinaryIO, opening: Opening) -> None:
        """Open an archive; the stream is its own from now on.

        Raises:
            RefusedError: It is not such an archive, or 7-Zip cannot read it.
            OSError, UnreadableMediaError: As reading the stream does.
        """
        self._library = library()
        self._opening = opening
        self._turn = _Turn()
        self._stream = stream
        self._archive: int | None = self._library.create(kind)
        # No threads; what is not UTF-8 is kept byte for byte. Not every kind knows the second.
        self._set(mt=1, cp=65001)
        self._in = _In(stream, self._turn)
        self._asking = _Opening(self._library, opening, self._turn)
        self.count = 0
        try:
            stream.seek(0)
            search = ctypes.byref(_U64(_SEARCH))
            given = self._in.at("in"), search, self._asking.at("opening")
            self._call(self._asking, 3, (_Pointer, _Pointer, _Pointer), *given)
            count = _U32()
            self._call(self._asking, 5, (_Pointer,), ctypes.byref(count))
            self.count = count.value
        except BaseException:
            self.close()
            raise

    def taking_turns(self, taken: AbstractContextManager[object]) -> None:
        """Enter this whenever 7-Zip reads, or gives something."""
        self._turn.taken = taken

    def property(self, index: int, what: Property) -> str | int | None:
        """A property of a member."""
        ask = _method(self._alive(), 6, _U32, _U32, _Pointer)
        return self._library.value(lambda out: ask(index, what, out))

    def column(self, what: Property) -> list[str | int | None]:
        """A property of every member."""
        ask = _method(self._alive(), 6, _U32, _U32, _Pointer)
        value = self._library.value
        return [value(lambda out, n=n: ask(n, what, out)) for n in range(self.count)]  # type: ignore[misc]

    def of_archive(self, what: Property) -> str | int | None:
        """A property of the archive."""
        ask = _method(self._alive(), 8, _U32, _Pointer)
        return self._library.value(lambda out: ask(what, out))

    def extract(
        self,
        indices: Iterable[int],
        give: Give,
        ended: Callable[[int, Outcome], None] = lambda *_: None,
    ) -> dict[int, Outcome]:
        """Unpack members, in the order of the archive.

        Args:
            give: Takes the pieces; raising in it ends this.
            ended: Is told of each that is over.

        Raises:
            RefusedError: 7-Zip cannot go on.
            Exception: What `give`, or reading the stream, raised.
        """
        wanted = sorted(set(indices))
        face = _Extracting(self._library, self._opening, self._turn, frozenset(wanted), give)
        face.ended = ended
        numbers = (_U32 * len(wanted))(*wanted)
        given = numbers, len(wanted), 0, face.at("extracting")
        try:
            self._call(face, 7, (_Pointer, _U32, _I32, _Pointer), *given)
        finally:
            face.count(-1)
        return face.outcomes

    def start_of(self, index: int) -> int | None:
        """Where the bytes of a member begin, if they lie in the stream as they are.

        Raises:
            OSError, UnreadableMediaError: As reading the stream does.
        """
        gets, stream = _Pointer(), _Pointer()
        if _method(self._alive(), 0, ctypes.c_char_p, _Pointer)(_GETS_STREAMS, ctypes.byref(gets)):
            return None
        assert gets.value is not None  # noqa: S101 - it was given
        code = _method(gets.value, 3, _U32, _Pointer)(index, ctypes.byref(stream))
        _method(gets.value, 2)()
        if code or stream.value is None:
            return None
        self._turn.error, self._in.last_read = None, -1
        one = ctypes.create_string_buffer(1)
        _method(stream.value, 3, _Pointer, _U32, _Pointer)(one, 1, None)
        _method(stream.value, 2)()
        self._turn.raise_error()
        return self._in.last_read if self._in.last_read >= 0 else None

    def close(self) -> None:
        """Let go of the archive and its stream."""
        archive, self._archive = self._archive, None
        if archive is None:
            return
        self._turn.taken = nullcontext()
        _method(archive, 4)()
        _method(archive, 2)()
        self._in.count(-1)
        self._asking.count(-1)
        self._stream.close()

    def __del__(self) -> None:
        if getattr(self, "_archive", None) is not None:
            self.close()

    def _alive(self) -> int:
        if self._archive is None:
            raise ValueError("closed")
        return self._archive

    def _call(self, face: _Asking, number: int, types: Sequence[Any], *given: Any) -> None:
        self._turn.error, self._turn.met_end, face.asked = None, False, False
        code = _method(self._alive(), number, *types)(*given)
        self._turn.raise_error()
        if code:
            flags = self.of_archive(Property.ERROR_FLAGS)
            raise RefusedError(code, is_locked=face.asked, flags=flags)

    def _set(self, **numbers: int) -> None:
        sets = _Pointer()
        found = _method(self._alive(), 0, ctypes.c_char_p, _Pointer)
        if found(_PROPERTIES, ctypes.byref(sets)) or sets.value is None:
            return
        values = (_Variant * len(numbers))()
        for value, number in zip(values, numbers.values(), strict=True):
            value.kind, value.value.u32 = _LONG, number
        names = (ctypes.c_wchar_p * len(numbers))(*numbers)
        _method(sets.value, 3, _Pointer, _Pointer, _U32)(names, values, len(numbers))
        _method(sets.value, 2)()
