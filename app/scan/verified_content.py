"""Find the content of an item again, and verify that it is what was hashed when it was added."""

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
"""Content of up to so many bytes is read once, and then hashed and scanned from memory."""

HASH_CHUNK_BYTES = 8 * 1024 * 1024
"""How many bytes are hashed between two yields."""


def open_verified(case: Case, item: int, opens: Opener) -> Job[tuple[BinaryIO, int]]:
    """Find and hash the content of an item; return a stream at its start, and its size in bytes.

    Args:
        opens: Keeps the archives open that several items lie in, and knows their passwords.

    Yields:
        Progress in bytes.

    Raises:
        ItemMissingError: There is no such item.
        UnreadableMediaError: The content is out of reach (gone, changed, unreadable, locked).
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
    """Return the stream at its start; close it and return None when the content has changed."""
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
