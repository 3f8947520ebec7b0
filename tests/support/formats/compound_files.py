"""Compound files ([MS-CFB]) as small as they may be, and what Outlook, HWP and Office put in."""

import struct
import zlib
from collections.abc import Mapping

SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Streams = Mapping[str, bytes]
"""By their paths with slashes."""

SENT = 1_722_513_600


def compound(streams: Streams) -> bytes:
    """A file system in a file: tables, directory, small streams, large streams."""
    return _Maker(streams).content()


class _Maker:
    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self._sectors: list[bytes] = []
        self._fat: list[int] = []

    def content(self) -> bytes:
        small, small_table, starts = self._small()
        starts |= {
            path: self._put(content)
            for path, content in self._streams.items()
            if len(content) >= CUTOFF
        }
        small_start = self._put(small)
        directory = self._put(self._directory(starts, small_start, len(small)))
        table = self._put(struct.pack(f"<{len(small_table)}I", *small_table), b"\xff")
        return self._header(directory, table, -(-len(small_table) * 4 // SECTOR))

    def _small(self) -> tuple[bytes, list[int], dict[str, int]]:
        content = b""
        table: list[int] = []
        starts: dict[str, int] = {}
        for path, stream in self._streams.items():
            if not 0 < len(stream) < CUTOFF:
                continue
            starts[path] = first = len(table)
            count = -(-len(stream) // SMALL)
            table += [*range(first + 1, first + count), END]
            content += stream.ljust(count * SMALL, b"\0")
        return content, table, starts

    def _put(self, content: bytes, padding: bytes = b"\0") -> int:
        if not content:
            return END
        first = len(self._sectors)
        for at in range(0, len(content), SECTOR):
            self._sectors.append(content[at : at + SECTOR].ljust(SECTOR, padding))
            self._fat.append(len(self._sectors))
        self._fat[-1] = END
        return first

    def _directory(self, starts: Mapping[str, int], small_start: int, small_size: int) -> bytes:
        storages = {"": 0}
        names = [""]
        for path in self._streams:
            parts = path.split("/")
            for each in ("/".join(parts[: n + 1]) for n in range(len(parts))):
                if each not in storages:
                    storages[each] = len(names)
                    names.append(each)
        children: dict[str, list[int]] = {name: [] for name in names}
        for number, name in enumerate(names[1:], 1):
            children[name.rpartition("/")[0]].append(number)
        entries = []
        for number, name in enumerate(names):
            beside = children[name.rpartition("/")[0]] if number else []
            following = beside[beside.index(number) + 1 :] if number else []
            content = self._streams.get(name)
            entries.append(
                _entry(
                    name.rpartition("/")[2] or "Root Entry",
                    5 if not number else 1 if content is None else 2,
                    following[0] if following else FREE,
                    children[name][0] if children[name] else FREE,
                    (starts.get(name, END), len(content)) if content is not None else (0, 0),
                )
            )
        entries[0] = _entry("Root Entry", 5, FREE, 1, (small_start, small_size))
        while len(entries) % 4:
            entries.append(bytes(68) + b"\xff" * 12 + bytes(48))
        return b"".join(entries)

    def _header(self, directory: int, small_table: int, small_tables: int) -> bytes:
        tables = 1
        while tables * SECTOR // 4 < len(self._sectors) + tables:
            tables += 1
        first = len(self._sectors)
        fat = [*self._fat, *[TABLE] * tables]
        fat += [FREE] * (tables * SECTOR // 4 - len(fat))
        head = struct.pack(
            "<8s16sHHHHHHLLLLLLLLLL",
            *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0),
            *(tables, directory, 0, CUTOFF, small_table, small_tables, END, 0),
        )
        places = [*range(first, first + tables), *[FREE] * (109 - tables)]
        tail = struct.pack("<109I", *places)
        packed = struct.pack(f"<{len(fat)}I", *fat)
        return head + tail + b"".join(self._sectors) + packed


def _entry(name: str, kind: int, right: int, child: int, where: tuple[int, int]) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    head = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1)
    return head + struct.pack("<III16x4x16xIQ", FREE, right, child, *where)


def outlook(
    attached: Mapping[str, bytes], subject: str = "", inner: Streams | None = None
) -> bytes:
    """A mail with attachments; one more may be a mail itself."""
    return compound(mail(attached, subject, inner, header=32))


def mail(
    attached: Mapping[str, bytes], subject: str, inner: Streams | None = None, header: int = 24
) -> dict[str, bytes]:
    """The streams of a mail."""
    ticks = (SENT + 11_644_473_600) * 10_000_000
    sent = struct.pack("<IIQ", 0x0039_0040, 6, ticks)
    texts = (
        *(("001A", "IPM.Note"), ("0037", subject), ("0C1A", "보낸 사람")),
        *(("0C1F", "sender@example.org"), ("1035", "<1@example.org>")),
    )
    streams = {
        "__properties_version1.0": bytes(header) + sent,
        **{f"__substg1.0_{number}001F": text.encode("utf-16-le") for number, text in texts},
        **{f"__nameid_version1.0/__substg1.0_000{n}0102": b"" for n in (2, 3, 4)},
    }
    number = 0
    for number, (name, content) in enumerate(attached.items(), 1):
        storage = f"__attach_version1.0_#{number - 1:08X}"
        streams[f"{storage}/__properties_version1.0"] = _method(1)
        streams[f"{storage}/__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[f"{storage}/__substg1.0_37010102"] = content
    storage = f"__attach_version1.0_#{number:08X}"
    if inner:
        streams[f"{storage}/__properties_version1.0"] = _method(5)
    for path, content in (inner or {}).items():
        streams[f"{storage}/__substg1.0_3701000D/{path}"] = content
    return streams


def _method(number: int) -> bytes:
    """How something is attached."""
    return bytes(8) + struct.pack("<IIQ", 0x3705_0003, 6, number)


def hwp(pictures: Mapping[str, bytes], flags: int = 1, packed: bool = True) -> bytes:
    """A document of HWP 5."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x0500_0107, flags)
    streams = {"FileHeader": header.ljust(256, b"\0"), "DocInfo": bytes(64)}
    for name, content in pictures.items():
        streams[f"BinData/{name}"] = deflated(content) if packed else content
    return compound({**streams, "BodyText/Section0": bytes(5000)})


def deflated(content: bytes) -> bytes:
    """Without a header."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def blip(content: bytes, instance: int = 0x46A, kind: int = 0xF01D) -> bytes:
    """A picture in a drawing of Office."""
    body = bytes(16 * (1 + instance % 2)) + b"\xff" + content
    return struct.pack("<HHI", instance << 4, kind, len(body)) + body


def native(name: str, content: bytes) -> bytes:
    """A file that was dropped into a document."""
    raw = name.encode("cp949") + b"\0"
    path = b"C:\\" + raw
    body = b"\2\0" + raw + path + struct.pack("<II", 0x30000, len(path)) + path
    body += struct.pack("<I", len(content)) + content
    return struct.pack("<I", len(body)) + body


def records(*each: tuple[int, bytes]) -> bytes:
    """A table of Excel ([MS-XLS])."""
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in each)
