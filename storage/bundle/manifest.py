"""Manifests of a BagIt bag: a hash and a name a line. Source: RFC 8493, section 2.1.3."""

import re
from collections.abc import Mapping

_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DECODED = {code: character for character, code in _ENCODED.items()}
_CODES = re.compile("%25|%0D|%0A", re.IGNORECASE)
_LINE = re.compile(r"([0-9a-f]+)  (.+)")


def encoded(name: str) -> str:
    """The name on one line: CR, LF and % as %0D, %0A and %25."""
    return re.sub("[%\r\n]", lambda found: _ENCODED[found[0]], name)


def decoded(name: str) -> str:
    """The name again."""
    return _CODES.sub(lambda found: _DECODED[found[0].upper()], name)


def manifest(hashes: Mapping[str, str]) -> str:
    """The text of a manifest.

    Args:
        hashes: Lowercase hex by name.
    """
    return "".join(f"{digest}  {encoded(name)}\n" for name, digest in hashes.items())


def parse(text: str) -> dict[str, str]:
    """Hashes by name.

    Raises:
        ValueError: A line is not of that form, or a name comes twice.
    """
    hashes: dict[str, str] = {}
    for line in text.removesuffix("\n").split("\n") if text else ():
        found = _LINE.fullmatch(line)
        if not found or decoded(found[2]) in hashes:
            raise ValueError(line)
        hashes[decoded(found[2])] = found[1]
    return hashes
