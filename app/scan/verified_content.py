"""The very bytes of an item that were hashed when it was added, found again and checked."""

from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from app.intake import Opener
from app.job import Job, Progress
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.case import Case
from storage.types import ItemDetail

READ_AT_ONCE_BYTES = 16 * 1024 * 1024
"""Bytes up to which a file is read once, hashed and looked at from memory."""

HASH_CHUNK_BYTES = 8 * 1024 * 1024
"""So many bytes are hashed before somebody else has a turn."""


def open_verified(case: Case, item: int, opens: Opener) -> Job[tuple[BinaryIO, int]]:
    """Find them and hash them, some at a time; return a stream at its start, and its size.

    Args:
        opens: Keeps the archives open that several items lie in, and knows their passwords.

    Yields:
        Progress in bytes.

    Raises:
        ItemMissingError
        UnreadableMediaError: They are out of reach (gone, changed, unreadable file, locked).
    """
    detail = case.item(item)
    if detail.original_kept:
        return case.original(item), detail.item.size or 0
    nearest, why = Reason.GONE, ""
    for source in detail.sources:
        try:
            stream = opens.open(source.path)
        except FileNotFoundError:
            continue
        except UnreadableMediaError as error:
            nearest, why = error.reason, error.detail
            continue
        except OSError:
            nearest = Reason.UNREADABLE_FILE
            continue
        if (same := (yield from _same_content(stream, detail))) is not None:
            return same, detail.item.size or 0
        nearest = Reason.CHANGED
    raise UnreadableMediaError(nearest, why)


def _same_content(stream: BinaryIO, detail: ItemDetail) -> Job[BinaryIO | None]:
    """The stream (or its bytes) from the start; None, and closed, when it is not what was added."""
    size = detail.item.size or 0
    same = False
    try:
        if size <= READ_AT_ONCE_BYTES:
            content = stream.read(size + 1)
            stream.close()
            stream = BytesIO(content)
        digest, done = sha256(), 0
        while chunk := stream.read(HASH_CHUNK_BYTES):
            digest.update(chunk)
            done += len(chunk)
            yield Progress(min(done, size), size)
        same = digest.hexdigest() == detail.item.sha256
    finally:
        if not same:
            stream.close()
    if same:
        stream.seek(0)
    return stream if same else None
