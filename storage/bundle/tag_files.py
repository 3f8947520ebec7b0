"""The tag files of a BagIt bag: its manifests and bag-info.txt.

Source: RFC 8493, sections 2.1.3 and 2.2.2.

A manifest has a hash and a name on each line, bag-info.txt a label and a value.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from storage.custody import Head
from storage.hashes import SHA256_HEX

FORMAT = "1.1"
"""The format of the bundles that this program writes."""
UNDATED = "1.0"
"""The format of bundles that name none, and whose members have no time."""
KNOWN = frozenset({UNDATED, FORMAT})
"""The formats of the bundles that this program verifies. All rules but that of the time are those
of the last one: what it asks for in addition, each program that wrote the first did, too."""
EARLIEST, LATEST = 315_619_200, (1 << 31) - 1
"""The members' times, seconds since 1970: from 2 January 1980, as a ZIP file holds none before it
in any zone, to 19 January 2038, the last that its field for UTC holds."""

CASE_ID = "External-Identifier"
BUNDLE_FORMAT = "Geoul-Bundle-Format"
MADE = "Geoul-Made-UTC"
ENTRIES = "Geoul-Custody-Entries"
HEAD = "Geoul-Custody-Head"
SOUND = "Geoul-Custody-Sound"
OXUM = "Payload-Oxum"

_ENTRIES = re.compile("[0-9]{1,15}")

_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DECODED = {code: character for character, code in _ENCODED.items()}
_CODES = re.compile("%25|%0D|%0A", re.IGNORECASE)
_MANIFEST_LINE = re.compile(r"([0-9a-f]+)  (.+)")


def encoded_name(name: str) -> str:
    """Return the name on one line: CR, LF and % become %0D, %0A and %25."""
    return re.sub("[%\r\n]", lambda found: _ENCODED[found[0]], name)


def decoded_name(name: str) -> str:
    """Return the name that `encoded_name` was given."""
    return _CODES.sub(lambda found: _DECODED[found[0].upper()], name)


def manifest_text(hashes: Mapping[str, str]) -> str:
    """Return the text of a manifest.

    Args:
        hashes: The hash of each file (lowercase hex) by the file's name.
    """
    return "".join(f"{digest}  {encoded_name(name)}\n" for name, digest in hashes.items())


def parse_manifest(text: str) -> dict[str, str]:
    """Return the hashes in a manifest, by file name.

    Raises:
        ValueError: A line has another form, or a name comes twice.
    """
    hashes: dict[str, str] = {}
    for line in text.removesuffix("\n").split("\n") if text else ():
        found = _MANIFEST_LINE.fullmatch(line)
        if not found or decoded_name(found[2]) in hashes:
            raise ValueError(line)
        hashes[decoded_name(found[2])] = found[1]
    return hashes


def bag_info_text(info: Mapping[str, str]) -> str:
    """Return the text of bag-info.txt; line breaks in a value become spaces."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info.items())


class BagInfo:
    """What bag-info.txt says.

    Attributes:
        is_clear: Whether each line has a label and a value, and no label comes twice, in whatever
            capitals: nobody is left to choose between two values.
        case_id: The id of the case that the bundle says it comes from.
        is_known: Whether the bundle has a format above; one that names none has the first.
        made: The time of all members, seconds since 1970: when the bundle was made, between
            EARLIEST and LATEST. None in the first format, or where the text names no time.
        custody: The head of the custody log, or None where the text names none.
        custody_was_sound: Whether the custody log was unchanged when the bundle was made.
        oxum: Bytes and number of the payload files, "BYTES.FILES".
    """

    def __init__(self, text: bytes) -> None:
        lines = text.decode("utf-8", "replace").removesuffix("\n").split("\n")
        pairs = [line.partition(": ") for line in lines]
        labels = [label.casefold() for label, _, _ in pairs]
        self.is_clear = all(colon for _, colon, _ in pairs) and len({*labels}) == len(labels)
        fields = {label: value for label, _, value in pairs}
        self.case_id = fields.get(CASE_ID)
        bundle_format = fields.get(BUNDLE_FORMAT, UNDATED)
        self.is_known = bundle_format in KNOWN
        self.made = None if bundle_format == UNDATED else _seconds(fields.get(MADE, ""))
        self.custody = _head(fields.get(ENTRIES, ""), fields.get(HEAD, ""))
        self.custody_was_sound = fields.get(SOUND, "yes") == "yes"
        self.oxum = fields.get(OXUM)


def _seconds(utc: str) -> int | None:
    """Return the seconds since 1970 that a member of a container can have; None
    from what is no time.
    """
    try:
        seconds = int(datetime.fromisoformat(utc).timestamp())
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, EARLIEST), LATEST)


def _head(entries: str, sha256: str) -> Head | None:
    is_valid = _ENTRIES.fullmatch(entries) and SHA256_HEX.fullmatch(sha256)
    return Head(int(entries), sha256) if is_valid else None
