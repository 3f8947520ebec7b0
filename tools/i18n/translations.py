"""From which English each Korean text was translated: a digest of it, kept beside the Korean."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from app.messages import ko

KEPT = Path(ko.__file__).with_name("translated_from.json")
DIGITS = 12


def digest(text: str) -> str:
    """A short fingerprint of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def digests(english: Mapping[str, str]) -> dict[str, str]:
    """The fingerprint of every text, by key."""
    return {key: digest(text) for key, text in sorted(english.items())}


def kept() -> dict[str, str]:
    """The fingerprints at the time when a person last looked."""
    stored: dict[str, str] = json.loads(KEPT.read_text("utf-8"))
    return stored


def accept(english: Mapping[str, str]) -> None:
    """A person has looked: all translations are of the English of today."""
    KEPT.write_text(json.dumps(digests(english), indent=0) + "\n", "utf-8")
