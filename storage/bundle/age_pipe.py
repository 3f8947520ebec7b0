"""age encryption and decryption of streams, with pyrage (the Rust implementation).

pyrage pulls what it encrypts and pushes what it decrypts. So it runs in a thread of its own, and a
pipe of the system lies between that thread and the caller's. Nobody waits for a note that an
interrupt could have taken: whoever ends, however it ends, closes its end of the pipe, and the other
side reads the end of the stream, or fails to write. An end that nobody closed is closed when
nothing holds it any more; so the thread holds only its own.
"""

import io
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

import pyrage

from storage.bundle.member import Chunk
from storage.errors import BundleIdentityError, BundleRecipientError, WrongBundleIdentityError

PIECE_BYTES = 1 << 16
"""How many bytes are read from a pipe at a time: as many as age seals at a time."""


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


class _End(io.FileIO):
    """One end of a pipe. Closing it, or losing it, is what the other side notices."""

    __del__ = io.FileIO.close  # without a warning, and with no bytecode for an interrupt to come at


def _pipe() -> tuple[_End, _End]:
    """Return the end to read from, and the end to write to."""
    read, write = map(_End, os.pipe(), ("rb", "wb"))
    return read, write


@dataclass(slots=True)
class _Outcome:
    """How the thread ended; it says so before it closes its end.

    Attributes:
        input_error, output_error: What reading or writing raised; pyrage tells it as text only.
        refused: Whether none of the identities opens the stream.
        broken: Whether pyrage did not come to its end.
        whole: Whether the caller gave everything that is to be encrypted.
    """

    input_error: BaseException | None = None
    output_error: BaseException | None = None
    refused: bool = False
    broken: BaseException | None = None
    whole: bool = False


class AgeEncryptor:
    """Encrypts what is given to `write` and hands the result to `write_out`. Use it in `with`.

    Raises:
        BundleRecipientError: `recipient` is no public key of age.
    """

    def __init__(self, recipient: str, write_out: Callable[[bytes], object]) -> None:
        parsed = recipient_of(recipient)
        self._outcome = _Outcome()
        read, self._into = _pipe()
        self._thread = _thread(_encrypt, read, write_out, parsed, self._outcome)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._into.close()
        self._thread.join()

    def write(self, data: Chunk) -> None:
        """Encrypt the bytes; raises what `write_out` raised before."""
        view = memoryview(data)
        try:
            while view:
                view = view[self._into.write(view) :]
        except OSError:  # the thread has closed its end
            self._thread.join()
            self._raise()
            raise

    def finish(self) -> None:
        """Return when the last encrypted byte was handed to `write_out`."""
        self._outcome.whole = True
        self._into.close()
        self._thread.join()
        self._raise()

    def _raise(self) -> None:
        error = self._outcome.output_error or self._outcome.broken
        if error is not None:
            raise error


class AgeDecryptor:
    """Decrypts a stream: `read` gives the plain bytes. Use it in `with`.

    Args:
        identities: The text of an identity file.
        source: A stream whose `read(n)` gives the encrypted bytes.

    Raises:
        BundleIdentityError: The text holds no identity.
    """

    def __init__(self, identities: str, source: Any) -> None:
        parsed = identities_of(identities)
        self._outcome = _Outcome()
        self._plain, write = _pipe()
        self._thread = _thread(_decrypt, source, write, parsed, self._outcome)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._plain.close()
        self._thread.join()

    @property
    def broken(self) -> bool:
        """Whether decryption failed before the end of the stream; known when `read` gives none."""
        return self._outcome.broken is not None

    def read(self, count: int = -1) -> bytes:
        """Return at most `count` bytes; none at the end.

        Raises:
            WrongBundleIdentityError: The stream is encrypted to somebody else, or its header was
                changed. And whatever reading the source raised.
        """
        data = self._plain.read(min(count, PIECE_BYTES) if count >= 0 else PIECE_BYTES)
        if not data and count:
            if self._outcome.input_error is not None:
                raise self._outcome.input_error
            if self._outcome.refused:
                raise WrongBundleIdentityError
        return data


def _thread(work: Callable[..., None], *args: object) -> threading.Thread:
    return threading.Thread(target=work, args=args, name="age", daemon=True)


def _encrypt(
    plain: _End, write_out: Callable[[bytes], object], recipient: Any, outcome: _Outcome
) -> None:
    try:
        pyrage.encrypt_io(_Plain(plain, outcome), _Output(write_out, outcome), [recipient])
    except BaseException as error:  # noqa: BLE001 - raised again in the other thread
        outcome.broken = error
    finally:
        plain.close()


def _decrypt(source: Any, plain: _End, identities: list[Any], outcome: _Outcome) -> None:
    try:
        pyrage.decrypt_io(_Input(source, outcome), plain, identities)
    except pyrage.DecryptError:
        outcome.refused = True
    except BaseException as error:  # noqa: BLE001 - whatever it is, it did not come to its end
        outcome.broken = error
    finally:
        plain.close()


class _Stopped(Exception):  # noqa: N818 - never seen outside
    """The caller gave up before everything was given: what is sealed is no whole file."""


class _Plain:
    """What is to be encrypted; it ends only where the caller said that it is whole."""

    def __init__(self, plain: _End, outcome: _Outcome) -> None:
        self._plain = plain
        self._outcome = outcome

    def read(self, count: int = -1) -> bytes:
        data = self._plain.read(min(count, PIECE_BYTES) if count >= 0 else PIECE_BYTES)
        if not data and count and not self._outcome.whole:
            raise _Stopped
        return data


class _Input:
    """An input for pyrage that keeps the error of a read: a failing disk is no changed bundle."""

    def __init__(self, source: Any, outcome: _Outcome) -> None:
        self._source = source
        self._outcome = outcome

    def read(self, count: int = -1) -> bytes:
        try:
            data: bytes = self._source.read(count)
        except BaseException as error:
            self._outcome.input_error = error
            raise
        return data


class _Output:
    """An output for pyrage that keeps the error of a write."""

    def __init__(self, write: Callable[[bytes], object], outcome: _Outcome) -> None:
        self._write = write
        self._outcome = outcome

    def write(self, data: bytes) -> int:
        try:
            self._write(data)
        except BaseException as error:
            self._outcome.output_error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Do nothing, because nothing is held back."""
