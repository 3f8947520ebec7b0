"""Texts that hold pictures as letters: vCard (RFC 2426, 6350), RTF, and drawings (SVG)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from app.intake.readers.core.listed import Listed, ListedContainer, SmallContainer
from app.intake.readers.core.places import DRAWINGS, File
from app.intake.readers.web.single_file import data_urls
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason

_CARD = re.compile(rb"\s*BEGIN:VCARD\b", re.IGNORECASE)
_PHOTO = re.compile(
    rb"^(?:[\w-]+\.)?(?:PHOTO|LOGO)(?P<told>(?:;[^:\r\n]{0,200})?):"
    rb"(?P<data>(?:data:[^,]{0,80},)?[A-Za-z0-9+/=]{16,}(?:=?\r?\n[ \t]+[A-Za-z0-9+/=]+)*"
    rb"|(?:\r?\n[ \t]+[A-Za-z0-9+/=]+)+)",
    re.IGNORECASE | re.MULTILINE,
)
_TO_DATA = re.compile(rb"data:[^,]{0,80},", re.IGNORECASE)
_KIND = re.compile(rb"\\(?P<kind>jpegblip|pngblip|dibitmap|wbitmap|emfblip|wmetafile|macpict)")
_PICTURE = re.compile(rb"\\pict\b")
_CONTROLS = re.compile(rb"(?:\\(?!bin\d)[a-z]+-?\d* ?|\\\*|\s+|\{[^{}]{0,4000}\}){0,400}")
_LONGEST_HEAD = 4_000
_LETTERS = re.compile(rb"[0-9a-fA-F\s]{32,}")
_BINARY = re.compile(rb"\\bin(\d{1,12}) ?")


class VCard(SmallContainer):
    """Opens cards of contacts; each may have a photo."""

    def accepts(self, file: File) -> bool:
        """Return whether a card begins here."""
        return _CARD.match(file.head().removeprefix(b"\xef\xbb\xbf")) is not None

    def found_in(self, content: bytes) -> Iterator[Listed]:
        """Yield the photos and logos that are in the cards themselves."""
        for found in _PHOTO.finditer(content):
            start, end = found.span("data")
            url = _TO_DATA.match(content, start)
            yield Listed("photo", url.end() if url else start, end, "base64")


class RichText(SmallContainer):
    """Opens RTF."""

    def accepts(self, file: File) -> bool:
        """Return whether it begins as RTF."""
        return sniff(file.head()) == "application/rtf"

    def found_in(self, content: bytes) -> Iterator[Listed]:
        """Yield the pictures but for drawings, as hexadecimal digits or as they are."""
        for found in _PICTURE.finditer(content):
            kind = _KIND.search(content, found.end(), found.end() + _LONGEST_HEAD)
            if kind is None or kind["kind"] not in (b"jpegblip", b"pngblip"):
                continue
            name = f"picture.{'jpg' if kind['kind'] == b'jpegblip' else 'png'}"
            behind = _CONTROLS.match(content, kind.end())
            at = kind.end() if behind is None else behind.end()
            binary, letters = _BINARY.match(content, at), _LETTERS.match(content, at)
            if binary:
                end = min(binary.end() + int(binary[1]), len(content))
                yield Listed(name, binary.end(), end)
            elif letters:
                yield Listed(name, *letters.span(), "hex")


class Drawing(ListedContainer):
    """Opens drawings (SVG), which may hold photos. What is drawn is not looked at, and that is
    said where there is nothing else."""

    def accepts(self, file: File) -> bool:
        """Return whether it is a drawing that is a text."""
        kind = sniff(file.head())
        return kind in DRAWINGS and kind.endswith("svg+xml")

    def listed(self, stream: BinaryIO, size: int) -> Iterator[Listed]:
        """Yield the pictures in it."""
        is_empty = True
        for url in data_urls(stream):
            is_empty = False
            name = url.declared.rpartition("/")[2] or "picture"
            yield Listed(name, url.start, url.end, "base64")
        if is_empty:
            raise UnreadableMediaError(Reason.PICTURE_FORMAT, "image/svg+xml")
