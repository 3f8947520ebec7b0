"""Reads JSON of any size value by value, with no more in memory than one value."""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from app.sandbox.reader_limits import MAX_MESSAGE_CHARACTERS
from face.errors import UnreadableMediaError
from face.types import Reason

CHUNK = 1024 * 1024
SKIPPED_DEEP = 4
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_DECODER = json.JSONDecoder(strict=False)


class JsonText:
    """A position in a JSON text. Each method reads one value and moves behind it.

    Every method raises OSError, and UnreadableMediaError: TRUNCATED where the text ends too early,
    DAMAGED where it is no JSON or a single value is larger than any in an honest export.
    """

    def __init__(
        self, stream: BinaryIO, mend: Callable[[BinaryIO, int], bytes] | None = None
    ) -> None:
        """Begin at the start of a stream.

        Args:
            mend: Reads about so many bytes and repairs known mistakes of their writer.
        """
        self._stream = stream
        self._mend = mend
        self._decode = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._at = 0
        self._ended = False

    def keys(self) -> Iterator[str]:
        """Yield the keys of an object; the caller reads each value before the next key."""
        self._expect("{")
        if self._comes("}"):
            return
        while True:
            key = self.value()
            self._expect(":")
            yield str(key)
            if self._comes("}"):
                return
            self._expect(",")

    def elements(self) -> Iterator[int]:
        """Yield the numbers, from 0 on, of the elements of an array; the caller reads each."""
        self._expect("[")
        if self._comes("]"):
            return
        number = 0
        while True:
            yield number
            number += 1
            if self._comes("]"):
                return
            self._expect(",")

    def comes(self, sign: str) -> bool:
        """Return whether a sign comes next, such as `{` of an object or `[` of an array."""
        return self._peek() == sign

    def value(self) -> Any:
        """Read one whole value."""
        self._peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise UnreadableMediaError(Reason.DAMAGED) from error
            except ValueError as error:  # it may only go on behind what was read so far
                if self._ended:
                    raise self._broken() from error
            else:
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
            self._more()

    def skip(self, deep: int = SKIPPED_DEEP) -> None:
        """Skip one value, however large."""
        if deep and self.comes("{"):
            for _ in self.keys():
                self.skip(deep - 1)
        elif deep and self.comes("["):
            for _ in self.elements():
                self.skip(deep - 1)
        else:
            self.value()

    def _expect(self, sign: str) -> None:
        if not self._comes(sign):
            raise self._broken()

    def _comes(self, sign: str) -> bool:
        found = self._peek() == sign
        self._at += found
        return found

    def _peek(self) -> str:
        """Return the next sign that is no space; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._more()

    def _more(self) -> None:
        """Double the text in memory, so that repeated tries at a long value stay linear."""
        rest = self._text[self._at :]
        if len(rest) > MAX_MESSAGE_CHARACTERS:
            raise UnreadableMediaError(Reason.DAMAGED, str(MAX_MESSAGE_CHARACTERS))
        chunk = self._bytes(max(CHUNK, len(rest)))
        self._ended = not chunk
        self._text = rest + self._decode.decode(chunk, final=self._ended)
        self._at = 0

    def _bytes(self, size: int) -> bytes:
        return self._mend(self._stream, size) if self._mend else self._stream.read(size)

    def _broken(self) -> UnreadableMediaError:
        ends = self._ended and not self._text[self._at :].strip()
        return UnreadableMediaError(Reason.TRUNCATED if ends else Reason.DAMAGED)
