"""What bag-info.txt says: a label and a value a line. Source: RFC 8493, section 2.2.2."""

import re

from storage.custody import Head

FORMAT = "1.0"
"""Of the bundles that are written and verified here."""

CASE_ID = "External-Identifier"
BUNDLE_FORMAT = "Geoul-Bundle-Format"
ENTRIES = "Geoul-Custody-Entries"
HEAD = "Geoul-Custody-Head"
SOUND = "Geoul-Custody-Sound"
OXUM = "Payload-Oxum"

_ENTRIES = re.compile("[0-9]{1,15}")
_HASH = re.compile("[0-9a-f]{64}")


def written(info: dict[str, str]) -> str:
    """The text."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info.items())


class BagInfo:
    """The text, read.

    Attributes:
        case_id: Of the case that the bundle says it is of.
        is_known: It is of the format above; where none is named, it is of the first.
        custody: The head of the custody log, where there is one.
        custody_was_sound: The log was as it had been written when the bundle was made.
        oxum: Bytes and number of the payload files, "BYTES.FILES".
    """

    def __init__(self, text: bytes) -> None:
        lines = text.decode("utf-8", "replace").split("\n")
        fields = {label: value for label, _, value in (line.partition(": ") for line in lines)}
        self.case_id = fields.get(CASE_ID)
        self.is_known = fields.get(BUNDLE_FORMAT, FORMAT) == FORMAT
        self.custody = _head(fields.get(ENTRIES, ""), fields.get(HEAD, ""))
        self.custody_was_sound = fields.get(SOUND, "yes") == "yes"
        self.oxum = fields.get(OXUM)


def _head(entries: str, sha256: str) -> Head | None:
    there = _ENTRIES.fullmatch(entries) and _HASH.fullmatch(sha256)
    return Head(int(entries), sha256) if there else None
