"""age encryption and decryption of streams, with pyrage (the Rust implementation).

pyrage pulls what it encrypts and pushes what it decrypts. So it runs in a thread of its own, with a
short queue between that thread and the caller's.
"""

import threading
from collections.abc import Callable
from queue import Queue
from typing import Any, Self

import pyrage

from storage.bundle.member import Chunk
from storage.errors import BundleIdentityError, BundleRecipientError, WrongBundleIdentityError

QUEUE_DEPTH = 16
PIECE_BYTES = 1 << 20


def recipient_of(text: str) -> Any:
    """Parse a recipient ("age1...").

    Raises:
        BundleRecipientError: The text is no such public key.
    """
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except (pyrage.RecipientError, ValueError) as error:
        raise BundleRecipientError from error


def identities_of(text: str) -> list[Any]:
    """Parse the identities ("AGE-SECRET-KEY-1...") of an identity file, one on each line.

    Raises:
        BundleIdentityError: There is no identity, or one is mistyped.
    """
    lines = [line.strip() for line in text.splitlines()]
    try:
        found = [
            pyrage.x25519.Identity.from_str(line)
            for line in lines
            if line and not line.startswith("#")
        ]
    except (pyrage.IdentityError, ValueError) as error:
        raise BundleIdentityError from error
    if not found:
        raise BundleIdentityError
    return found


class _Stopped(Exception):  # noqa: N818 - never seen outside
    """The other end of a pipe is closed."""


class _Pipe:
    """Carries bytes from one thread to another; None in the queue ends them."""

    def __init__(self) -> None:
        self.queue: Queue[Chunk | None] = Queue(QUEUE_DEPTH)
        self.stopped = threading.Event()
        self._rest = memoryview(b"")
        self._ended = False

    def write(self, data: bytes) -> int:
        if self.stopped.is_set():
            raise _Stopped
        self.queue.put(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing, because nothing is held back."""

    def drain(self) -> None:
        """Discard what is left, so that the other thread does not wait for room."""
        while not self._ended:
            self._ended = self.queue.get() is None

    def read(self, count: int = -1) -> bytes:
        """At most `count` bytes; none at the end."""
        while not self._rest and not self._ended:
            chunk = self.queue.get()
            self._ended = chunk is None
            self._rest = memoryview(chunk or b"")
        if self.stopped.is_set():
            raise _Stopped
        count = len(self._rest) if count < 0 else count
        part, self._rest = self._rest[:count], self._rest[count:]
        return bytes(part)


class AgeEncryptor:
    """Encrypts what is given to `write` and hands the result to `write_out`. Use it in `with`.

    Raises:
        BundleRecipientError: `recipient` is no public key of age.
    """

    def __init__(self, recipient: str, write_out: Callable[[bytes], object]) -> None:
        self._recipient = recipient_of(recipient)
        self._out = _Output(write_out)
        self._pipe = _Pipe()
        self._error: BaseException | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="age", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if not self._done.is_set():
            self._pipe.stopped.set()
            self._end()

    def write(self, data: Chunk) -> None:
        """Encrypt a copy of the bytes; raises what `write_out` raised before."""
        self._raise()
        for start in range(0, len(data), PIECE_BYTES):
            self._pipe.queue.put(bytes(data[start : start + PIECE_BYTES]))

    def finish(self) -> None:
        """Return when the last encrypted byte was handed to `write_out`."""
        self._end()
        self._raise()

    def _end(self) -> None:
        self._pipe.queue.put(None)
        self._thread.join()
        self._done.set()

    def _raise(self) -> None:
        if self._error is not None:
            raise self._out.error or self._error

    def _run(self) -> None:
        try:
            pyrage.encrypt_io(self._pipe, self._out, [self._recipient])
        except BaseException as error:  # noqa: BLE001 - raised again in the other thread
            self._error = error
            self._pipe.drain()


class _Output:
    """An output for pyrage that keeps the error of a write: pyrage reports it as text only."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            self._write(data)
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Do nothing, because nothing is held back."""


class _Input:
    """An input for pyrage that keeps the error of a read: a failing disk is no changed bundle."""

    def __init__(self, source: Any) -> None:
        self._source = source
        self.error: BaseException | None = None

    def read(self, count: int = -1) -> bytes:
        try:
            data: bytes = self._source.read(count)
        except BaseException as error:
            self.error = error
            raise
        return data


class AgeDecryptor:
    """Decrypts a stream: `read` gives the plain bytes. Use it in `with`.

    Args:
        identities: The text of an identity file.
        source: A stream whose `read(n)` gives the encrypted bytes.

    Raises:
        BundleIdentityError: The text holds no identity.
    """

    def __init__(self, identities: str, source: Any) -> None:
        self._identities = identities_of(identities)
        self._source = _Input(source)
        self._pipe = _Pipe()
        self._refused = False
        self.broken = False
        """Whether decryption failed before the end of the stream."""
        self._thread = threading.Thread(target=self._run, name="age", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.stopped.set()
        self._pipe.drain()
        self._thread.join()

    def read(self, count: int = -1) -> bytes:
        """At most `count` bytes; none at the end.

        Raises:
            WrongBundleIdentityError: The stream is encrypted to somebody else, or its header was
                changed. And whatever reading the source raised.
        """
        data = self._pipe.read(count)
        if self._source.error is not None:
            raise self._source.error
        if self._refused:
            raise WrongBundleIdentityError
        return data

    def _run(self) -> None:
        try:
            pyrage.decrypt_io(self._source, self._pipe, self._identities)
        except pyrage.DecryptError:
            self._refused = True
        except BaseException:  # noqa: BLE001 - whatever it is, it did not come to its end
            self.broken = True
        self._pipe.queue.put(None)
