"""HAR: what a browser's network panel saved of the pages that it loaded (W3C draft, 2012)."""

import json
import re
from collections.abc import Iterator
from io import BytesIO

from app.intake.readers.core.listed import Listed, SmallContainer
from app.intake.readers.core.places import File
from app.intake.readers.web.page import file_name_in_url, is_content, page_provenance, seconds_of
from face.errors import UnreadableMediaError
from face.types import Reason

_LOG = re.compile(rb'\s*\{\s*"log"\s*:\s*\{')
_STRING = rb'"((?:[^"\\]|\\.){0,16384})"'
_STEP = re.compile(
    rb'"startedDateTime"\s*:\s*(?P<time>' + _STRING + rb")"
    rb'|"request"\s*:\s*\{(?P<request>)|"url"\s*:\s*(?P<url>' + _STRING + rb")"
    rb'|"content"\s*:\s*\{(?P<content>)'
)
_KIND = re.compile(rb'"mimeType"\s*:\s*' + _STRING)
_TEXT = re.compile(rb'"text"\s*:\s*"(?P<text>[A-Za-z0-9+/=\\]*)"')
_END = re.compile(rb"[{}]")
_CODED = re.compile(rb'"encoding"\s*:\s*"base64"')


class HarFile(SmallContainer):
    """Opens .har."""

    def accepts(self, file: File) -> bool:
        """Return whether it begins with a log."""
        head = file.head().removeprefix(b"\xef\xbb\xbf")
        return _LOG.match(head) is not None and b'"version"' in head

    def found_in(self, content: bytes) -> Iterator[Listed]:
        """Yield the pictures and videos among the answers, each with its address and time."""
        time = url = ""
        asks = False
        for found in _STEP.finditer(content):
            if found["time"] is not None:
                time, url, asks = _value(found["time"]), "", False
            elif found["request"] is not None:
                asks = True
            elif found["url"] is not None:
                url, asks = (_value(found["url"]), False) if asks else (url, asks)
            else:
                yield from _content(content, found.end(), url, time)
        if not content[-1024:].rstrip().endswith(b"}"):
            raise UnreadableMediaError(Reason.TRUNCATED)


def _content(text: bytes, start: int, url: str, time: str) -> Iterator[Listed]:
    """The content of one answer, whose fields are texts and numbers only."""
    end = _END.search(text, start)
    limit = end.start() if end else len(text)
    data, kind = _TEXT.search(text, start, limit), _KIND.search(text, start, limit)
    if data is None or not _CODED.search(text, start, limit):
        return
    provenance = page_provenance(url, time=seconds_of(time))
    member = Listed(file_name_in_url(url), *data.span("text"), "base64", provenance)
    if is_content(
        member.head(BytesIO(text)), "" if kind is None else _value(kind[0].partition(b":")[2])
    ):
        yield member


def _value(written: bytes) -> str:
    try:
        found = json.loads(written.decode("utf-8", "replace"))
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""
