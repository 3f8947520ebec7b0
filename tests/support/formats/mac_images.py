"""Images of Macs (DMG), made by hand."""

import base64
import struct
import zlib
from collections.abc import Sequence

_SECTOR = 512
_STORED, _ZLIB, _END = 1, 0x80000005, 0xFFFFFFFF


def dmg(volume: bytes, packing: int = _ZLIB) -> bytes:
    """An image with a table of partitions and one volume."""
    table, tail = bytes(_SECTOR), bytes(4 * _SECTOR)
    parts = (
        ("Protective Master Boot Record (MBR : 0)", table),
        ("disk image (Apple_HFS : 1)", volume + bytes(-len(volume) % _SECTOR)),
        (" (Apple_Free : 2)", tail),
    )
    data, rows, sector = b"", [], 0
    for number, (name, content) in enumerate(parts):
        packed = zlib.compress(content) if packing == _ZLIB else content
        runs = [(packing, 0, len(content) // _SECTOR, len(data), len(packed))]
        rows.append(_row(number, name, _blocks(sector, len(content) // _SECTOR, runs)))
        data += packed
        sector += len(content) // _SECTOR
    listed = _property_list(rows)
    return data + listed + _trailer(len(data), len(listed), sector)


DMGS = {"packed": _ZLIB, "stored": _STORED}


def _blocks(start: int, count: int, runs: Sequence[tuple[int, int, int, int, int]]) -> bytes:
    made = b"mish" + struct.pack(">IQQQIi", 1, start, count, 0, 2056, -1) + bytes(24)
    made += bytes(136) + struct.pack(">I", len(runs) + 1)
    for kind, first, sectors, offset, length in (*runs, (_END, count, 0, 0, 0)):
        made += struct.pack(">IIQQQQ", kind, 0, first, sectors, offset, length)
    return made


def _row(number: int, name: str, blocks: bytes) -> str:
    data = base64.b64encode(blocks).decode()
    texts = {"Attributes": "0x0050", "CFName": name, "ID": number, "Name": name}
    keys = "".join(f"<key>{key}</key><string>{text}</string>" for key, text in texts.items())
    return f"<dict>{keys}<key>Data</key><data>{data}</data></dict>"


def _property_list(rows: Sequence[str]) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>'
        f"<key>resource-fork</key><dict><key>blkx</key><array>{''.join(rows)}</array></dict>"
        "</dict></plist>\n"
    ).encode()


def _trailer(data: int, listed: int, sectors: int) -> bytes:
    made = b"koly" + struct.pack(">IIIQQQQQII", 4, 512, 1, 0, 0, data, 0, 0, 1, 1) + bytes(16)
    made += bytes(136) + struct.pack(">QQ", data, listed) + bytes(120)
    made += bytes(136) + struct.pack(">IQ", 1, sectors)
    return made.ljust(512, b"\0")
