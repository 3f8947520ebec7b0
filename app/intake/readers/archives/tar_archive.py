"""Tar archives, plain or packed."""

from app.intake.readers.archives.tar_headers import byte_ranges, is_tar
from app.intake.readers.archives.unpacking import head_of, packing_of, unpacked_file
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.byte_ranges import (
    ByteRange,
    PlainSource,
    RangeMembers,
    RangeSource,
    SolidSource,
)
from app.intake.readers.core.places import File
from app.intake.readers.core.reader import Members
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason


class Tar:
    """Tar, also packed with gzip, bzip2, xz or Zstandard."""

    def accepts(self, file: File) -> bool:
        """By its first header, unpacked. A picture can be made to look like one."""
        head = head_of(file) or file.head()
        return is_tar(head) and not sniff(head).startswith(("image/", "video/"))

    def members(self, file: File, answers: Answers) -> Members:
        """Read the headers: of a packed one, all of it is unpacked for that.

        Raises:
            OSError, UnreadableMediaError: It cannot be opened; where only the rest is damaged, the
                members tell so at their end.
        """
        packing = packing_of(file.head())
        if packing is None:
            found, error = _listed(PlainSource(file))
            return RangeMembers(file, found, error, in_order=False)
        solid = SolidSource(lambda: unpacked_file(file, packing))
        found, error = _listed(solid)
        is_kept = error is None and sum(each.size for each in found) <= reader_limits.KEPT_BYTES
        if is_kept:
            solid.keep()
        return RangeMembers(file, found, error, in_order=not is_kept)


def _listed(source: RangeSource) -> tuple[list[ByteRange], UnreadableMediaError | None]:
    """What is in it, and why there is no more. Raises when there is nothing at all."""
    found: list[ByteRange] = []
    try:
        for stretch in byte_ranges(source):
            found.append(stretch)  # noqa: PERF402 - what came before an error stays
    except UnreadableMediaError as error:
        if found:
            return found, error
        source.close()
        raise
    except OSError as error:
        source.close()
        raise UnreadableMediaError(Reason.UNREADABLE_FILE) from error
    return found, None
