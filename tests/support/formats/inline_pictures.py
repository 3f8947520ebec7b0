"""Texts, cards, drawings, saved pages and mails of Outlook that hold pictures in them."""

import base64
import json
import plistlib
import textwrap
from collections.abc import Sequence

PAGE = "https://example.com/방"


def folded(content: bytes) -> str:
    """Base64 in lines that go on behind a space."""
    letters = base64.b64encode(content).decode()
    return "\r\n".join(textwrap.wrap(letters, 74, subsequent_indent=" "))


def card(photo: str) -> str:
    """A vCard with a line for its photo."""
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:윤\r\n{photo}\r\nEND:VCARD\r\n"


def rich_text(jpeg: bytes, png: bytes) -> bytes:
    """RTF with both as digits, a drawing, and the first once more as it is."""
    lines = "\r\n".join(textwrap.wrap(jpeg.hex(), 128))
    text = (
        r"{\rtf1\ansi 안녕{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn a}{\sv 1}}}"
        rf"\picscalex100\jpegblip\picw10\pich10 {lines}}}}}"
        rf"{{\pict\pngblip {png.hex()}}}{{\pict\wmetafile8 {bytes(64).hex()}}}"
    ).encode()
    return text + rb"{\pict\jpegblip\bin" + b"%d " % len(jpeg) + jpeg + b"}}"


def drawing(jpeg: bytes | None) -> str:
    """An SVG with a photo in it, or with none."""
    inside = "<rect/>"
    if jpeg is not None:
        inside = f'<image href="data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'


def safari(jpeg: bytes, png: bytes) -> bytes:
    """A .webarchive: one picture in the page, the other in a page in it."""

    def part(url: str, kind: str, data: bytes) -> dict[str, object]:
        return {"WebResourceURL": url, "WebResourceMIMEType": kind, "WebResourceData": data}

    frame = {
        "WebMainResource": part("https://other.example.com/", "text/html", b"<p>"),
        "WebSubresources": [part("https://other.example.com/b.png", "image/png", png)],
    }
    archive = {
        "WebMainResource": part(PAGE, "text/html", b"<html></html>"),
        "WebSubresources": [
            part("https://cdn.example.com/a.jpg?x=1", "image/jpeg", jpeg),
            part("https://cdn.example.com/a.css", "text/css", b"a { }"),
        ],
        "WebSubframeArchives": [frame],
    }
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)


def recorded(answers: Sequence[tuple[str, str, bytes]], indent: int | None = None) -> str:
    """A HAR with answers: address, type, content."""
    entries = [
        {
            "startedDateTime": "2024-08-01T12:00:00.000Z",
            "request": {"method": "GET", "url": url, "headers": [{"name": "a", "value": "{}"}]},
            "response": {
                "status": 200,
                "redirectURL": "",
                "content": {
                    "size": len(data),
                    "mimeType": kind,
                    "text": base64.b64encode(data).decode(),
                    "encoding": "base64",
                },
            },
        }
        for url, kind, data in answers
    ]
    log = {"log": {"version": "1.2", "creator": {"name": "x"}, "entries": entries}}
    return json.dumps(log, indent=indent)


def winmail(*attached: tuple[str, bytes], inner: bytes = b"") -> bytes:
    """A winmail.dat with attachments, and with another one as an attached mail."""
    made = (0x223E9F78).to_bytes(4, "little") + b"\1\0" + _attribute(1, 0x00089006, b"\0\0\1\0")
    for name, content in attached:
        wide = (name + "\0").encode("utf-16-le")
        tag = (0x3707001F).to_bytes(4, "little") + b"\1\0\0\0"
        long = tag + len(wide).to_bytes(4, "little") + wide
        made += _attribute(2, 0x00069002, bytes(14)) + _attribute(2, 0x00018010, b"SHORT~1.JPG\0")
        made += _attribute(2, 0x0006800F, content) + _attribute(2, 0x00069005, b"\1\0\0\0" + long)
    if inner:
        tag = (0x3701000D).to_bytes(4, "little") + b"\1\0\0\0"
        size = (16 + len(inner)).to_bytes(4, "little")
        made += _attribute(2, 0x00069002, bytes(14))
        made += _attribute(2, 0x00069005, b"\1\0\0\0" + tag + size + bytes(16) + inner)
    return made


def _attribute(level: int, kind: int, data: bytes) -> bytes:
    head = bytes([level]) + kind.to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return head + data + (sum(data) & 0xFFFF).to_bytes(2, "little")
