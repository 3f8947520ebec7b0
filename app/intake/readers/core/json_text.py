"""Read a JSON text of any size, one value at a time: only what is asked for is in memory."""

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
    """A place in a JSON text. Each method reads one value and stands behind it afterwards.

    Every method raises OSError, and UnreadableMediaError: TRUNCATED where the text ends too early,
    DAMAGED where it is no JSON or a single value is larger than any that an export holds.
    """

    def __init__(
        self, stream: BinaryIO, mend: Callable[[BinaryIO, int], bytes] | None = None
    ) -> None:
        """Stand at the start.

        Args:
            mend: Reads so many bytes, or a few less, in which mistakes of the writer are mended.
        """
        self._stream = stream
        self._mend = mend
        self._decode = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._at = 0
        self._ended = False

    def keys(self) -> Iterator[str]:
        """The keys of an object. The value of each has to be read before the next is asked for."""
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
        """The numbers, from 0, of the elements of an array; each has to be read."""
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
        """Whether this is the next sign: `{` of an object, `[` of an array."""
        return self._peek() == sign

    def value(self) -> Any:
        """One whole value."""
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
        """One value that nobody needs, however large."""
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
        """The next sign that is no space; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._more()

    def _more(self) -> None:
        """Have twice as much of the text from here, so that the tries at a long value add up."""
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
