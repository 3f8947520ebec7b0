"""Another reader of docs/bundle-format.md: the standard library and `cryptography` only.

Short and slow; it holds every member in memory.
"""

import base64
import hashlib
import hmac
import json
import re
import struct
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.serialization import load_pem_public_key

LARGE = 0xFFFFFFFF
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def members(data: bytes, passphrase: str) -> dict[str, bytes]:
    """The files of a bundle, by their names in the bag.

    AssertionError where a byte is not as the page says: every record is made again.
    """
    found, records, at, dated = {}, [], 0, 0
    while data[at : at + 4] == b"PK\x03\x04":
        name, size, stored, dated = told(data, at)
        local = b"PK\x03\x04" + record(name, size, stored, dated)
        assert data[at : at + len(local)] == local, name
        begin = at + len(local)
        records.append(central(name, size, stored, at, dated))
        at = begin + stored
        found[name.decode().removeprefix("documents/")] = opened(data[begin:at], passphrase)
    assert data[at:] == tail(records, at)
    assert records == [each for each in records if dating(dated) in each]
    assert dated == made(found)
    return found


def told(data: bytes, at: int) -> tuple[bytes, int, int, int]:
    """Name, size, stored size and time of the member whose record is there; 0 for no time."""
    stored, size, named = struct.unpack_from("<IIH", data, at + 18)
    name = data[at + 30 : at + 30 + named]
    extra = at + 30 + named
    if stored == LARGE:
        size, stored = struct.unpack_from("<QQ", data, extra + 4)
        extra += 20
    dated = data[extra : extra + 5] == b"UT\5\0\1"
    return name, size, stored, struct.unpack_from("<I", data, extra + 5)[0] if dated else 0


def made(files: dict[str, bytes]) -> int:
    """The time that all members have, seconds since 1970; 0 for none."""
    info = said(files)
    if info.get("Geoul-Bundle-Format", "1.0") == "1.0" or "Geoul-Made-UTC" not in info:
        return 0
    at = datetime.fromisoformat(info["Geoul-Made-UTC"]).timestamp()
    return int(min(max(at, 315_619_200), 2**31 - 1))


def dating(at: int) -> bytes:
    """The extra field with the time."""
    return b"UT\5\0\1" + struct.pack("<I", at) if at else b""


def clock(at: int) -> bytes:
    """The time in Korea as a ZIP file has it."""
    if not at:
        return bytes.fromhex("00002100")
    day = datetime(1970, 1, 1, 9, tzinfo=UTC) + timedelta(seconds=at)
    time = day.hour * 2048 + day.minute * 32 + day.second // 2
    return struct.pack("<HH", time, (day.year - 1980) * 512 + day.month * 32 + day.day)


def record(
    name: bytes, size: int, stored: int, dated: int, start: int = 0, more: bytes = b""
) -> bytes:
    """What a local record and one in the list share, from the version needed to the extra fields.

    `more` stands between the lengths and the name in the list.
    """
    far = struct.pack("<Q", start) if start >= LARGE else b""
    wide = struct.pack("<QQ", size, stored) + far if stored >= LARGE else far
    extra = struct.pack("<HH", 1, len(wide)) + wide if wide else b""
    extra += dating(dated) + bytes.fromhex("019907000200414503 0000")
    shown = (LARGE, LARGE) if stored >= LARGE else (stored, size)
    fixed = struct.pack("<HHH", 51, 0x0801, 99) + clock(dated) + bytes(4)
    lengths = struct.pack("<IIHH", *shown, len(name), len(extra))
    return fixed + lengths + more + name + extra


def central(name: bytes, size: int, stored: int, start: int, dated: int) -> bytes:
    """The record of a member in the list."""
    more = struct.pack("<HHHII", 0, 0, 0, 0, min(start, LARGE))
    return b"PK\x01\x02" + struct.pack("<H", 51) + record(name, size, stored, dated, start, more)


def tail(records: list[bytes], start: int) -> bytes:
    """The list and what is behind it."""
    listed, count = b"".join(records), len(records)
    wide, shown = b"", (count, count, len(listed), start)
    if count >= 0xFFFF or max(len(listed), start) >= LARGE:
        wide = b"PK\x06\x06" + struct.pack("<QHHII4Q", 44, 51, 51, 0, 0, *shown)
        wide += b"PK\x06\x07" + struct.pack("<IQI", 0, start + len(listed), 1)
        shown = (0xFFFF, 0xFFFF, LARGE, LARGE)
    return listed + wide + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, *shown, 0)


def opened(sealed: bytes, passphrase: str) -> bytes:
    """The bytes of one member."""
    salt, check, data, seal = sealed[:16], sealed[16:18], sealed[18:-10], sealed[-10:]
    keys = hashlib.pbkdf2_hmac("sha1", passphrase.encode(), salt, 1000, 66)
    assert check == keys[64:]
    assert seal == hmac.digest(keys[32:64], data, "sha1")[:10]
    ecb = Cipher(algorithms.AES(keys[:32]), modes.ECB()).encryptor()  # noqa: S305
    blocks = -(-len(data) // 16)
    stream = ecb.update(b"".join(n.to_bytes(16, "little") for n in range(1, blocks + 1)))
    return bytes(a ^ b for a, b in zip(data, stream, strict=False))


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a bundle whose age layer was opened, by their names in the bag.

    AssertionError or ValueError where a byte is not as the page says.
    """
    found, at, times = {}, 0, set()
    while data[at : at + 1] != b"\0":
        wide = data[at + 156 : at + 157] == b"x"
        name = data[at + 1024 * wide :][:100].rstrip(b"\0")
        octal, decimal = data[at + 124 : at + 135], data[at + 520 : at + 540]
        size = int(decimal.split(b"\n")[0]) if wide else int(octal, 8)
        dated = int(data[at + 1024 * wide + 136 :][:11], 8)
        about = header(name, size, dated)
        assert data[at : at + len(about)] == about, name
        begin = at + len(about)
        at = begin + size + -size % 512
        assert not any(data[begin + size : at]), name
        found[name.decode().removeprefix("documents/")] = data[begin : begin + size]
        times.add(dated)
    assert data[at:] == bytes(1024)
    assert times == {made(found)}
    return found


def header(name: bytes, size: int, dated: int = 0) -> bytes:
    """What stands before the bytes of a member of a tar file."""
    if size < 1 << 33:
        return block(name, size, b"0", 0o644, dated)
    text = b" size=%d\n" % size
    record = b"%d" % (len(text) + 2) + text
    wide = block(b"././@PaxHeader", len(record), b"x", 0, 0) + record.ljust(512, b"\0")
    return wide + block(name, 0, b"0", 0o644, dated)


def block(name: bytes, size: int, kind: bytes, mode: int, dated: int) -> bytes:
    """One header block; its sum is over itself, with spaces where the sum is."""
    numbers = b"%07o\0" % mode + b"0000000\0" * 2 + b"%011o\0%011o\0" % (size, dated)
    rest = kind + bytes(100) + b"ustar\x0000"
    made = (name.ljust(100, b"\0") + numbers + b" " * 8 + rest).ljust(512, b"\0")
    return made[:148] + b"%06o\0 " % sum(made) + made[156:]


def problems(files: dict[str, bytes]) -> list[str]:
    """What is wrong with the files of a bag; none when it is sound."""
    found = form(files) + order(files)
    signed = files["tagmanifest-sha512.txt"]
    key = load_pem_public_key(files["signing-key.pem"])
    try:
        key.verify(files["tagmanifest-sha512.txt.sig"], signed)  # type: ignore[union-attr,call-arg]
    except InvalidSignature:
        found.append("signature")
    for name, kind in (
        ("tagmanifest-sha512.txt", "sha512"),
        ("manifest-sha512.txt", "sha512"),
        ("manifest-sha256.txt", "sha256"),
    ):
        listed = dict(line.split("  ", 1)[::-1] for line in files[name].decode().splitlines())
        wanted = {n for n in files if n.startswith("data/") is name.startswith("manifest")}
        wanted -= {"tagmanifest-sha512.txt", "tagmanifest-sha512.txt.sig"}
        found += [f"{name}: {n}" for n in wanted ^ set(listed)]
        there = wanted & set(listed)
        found += [n for n in there if hashlib.new(kind, files[n]).hexdigest() != listed[n]]
    return found if head(files) else [*found, "custody"]


def form(files: dict[str, bytes]) -> list[str]:
    """What is not as a bundle of this format has it, whoever signed it."""
    info = said(files)
    payload = [content for name, content in files.items() if name.startswith("data/")]
    alike = {unicodedata.normalize("NFC", name.casefold()) for name in files}
    labels = [line.split(": ")[0].lower() for line in files["bag-info.txt"].decode().splitlines()]
    right = {
        "format": info.get("Geoul-Bundle-Format", "1.0") in ("1.0", "1.1"),
        "labels": len(labels) == len(set(labels)),
        "names": all(map(is_name, files)),
        "declaration": files["bagit.txt"] == DECLARATION,
        "oxum": info.get("Payload-Oxum") == f"{sum(map(len, payload))}.{len(payload)}",
        "twins": len(alike) == len(files),
        "log in the case": info.get("Geoul-Custody-Sound", "yes") == "yes",
    }
    return [name for name, fits in right.items() if not fits]


def is_name(name: str) -> bool:
    """Whether a file of a bag may be called so."""
    system = {"desktop.ini", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db"}
    devices = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
    parts = name.lower().split("/")
    right = all(re.fullmatch(r"[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?", part) for part in parts)
    taken = devices & {part.split(".")[0] for part in parts} or parts[-1] in system
    return name.isascii() and len(name) <= 90 and right and not taken


def order(files: dict[str, bytes]) -> list[str]:
    """Where the order of the files is not that of the lists."""
    tags, first, second = (
        [line[hexes + 2 :] for line in files[name].decode().splitlines()]
        for name, hexes in (
            ("tagmanifest-sha512.txt", 128),
            ("manifest-sha256.txt", 64),
            ("manifest-sha512.txt", 128),
        )
    )
    at = tags.index("bagit.txt") if "bagit.txt" in tags else 0
    right = [*tags[:at], *second, *tags[at:]]
    right += ["tagmanifest-sha512.txt", "tagmanifest-sha512.txt.sig"]
    there = [name for name in files if name in right]
    in_order = there == [name for name in right if name in files] and first == second
    return [] if in_order else ["order"]


def said(files: dict[str, bytes]) -> dict[str, str]:
    """What bag-info.txt says."""
    lines = files["bag-info.txt"].decode().split("\n")[:-1]
    return dict(line.split(": ", 1) for line in lines)


def head(files: dict[str, bytes]) -> bool:
    """Whether the custody log is one chain from the case to the head that is signed."""
    info = said(files)
    previous = hashlib.sha256(info["External-Identifier"].encode()).hexdigest()
    bodies = files["data/custody.jsonl"].split(b"\n")[:-1]
    for seq, body in enumerate(bodies, 1):
        try:
            entry = json.loads(body)
        except ValueError:
            return False
        if (entry.get("seq"), entry.get("previous")) != (seq, previous):
            return False
        previous = hashlib.sha256(body).hexdigest()
    told = (info["Geoul-Custody-Entries"], info["Geoul-Custody-Head"])
    return told == (str(len(bodies)), previous)


def fingerprint(pem: bytes) -> str:
    """Of the key: what stands between the lines of a PEM file is its DER."""
    return hashlib.sha256(base64.b64decode(b"".join(pem.splitlines()[1:-1]))).hexdigest()


def verify(path: Path, passphrase: str) -> list[str]:
    """What is wrong with a bundle."""
    return problems(members(path.read_bytes(), passphrase))
