"""The small set: report, hash sheet, list and covered captures, small enough for an online form.

The limit of the online police form is not known, so each part stays below 10 MB.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from app.handover.bundle import BundleFacts, DocumentMaker
from app.handover.companion_folder import CompanionFolder
from app.handover.item_lists import items_csv
from app.handover.item_records import Record
from app.messages import Words
from storage.bundle.member import Member
from storage.captures import CaptureKind, capture_kind_of
from storage.case import Case

MAX_PART_BYTES = 10_000_000
"""Bytes that one part may have."""
FOLDER = "small-set"
LIST_STEM = "items"


class PartNames:
    """Assigns files to numbered parts, in the order in which they come.

    "report.pdf" becomes "small-set/part-1/report.pdf".
    """

    def __init__(self, most: int = MAX_PART_BYTES) -> None:
        self._most = most
        self._part = 1
        self._size = 0

    def place(self, member: Member) -> Member:
        """Return a file under the name that it has in the set.

        Raises:
            ValueError: The file is larger than a part may be.
        """
        if member.size > self._most:
            raise ValueError(member.size)
        if self._size + member.size > self._most:
            self._part, self._size = self._part + 1, 0
        self._size += member.size
        return replace(member, name=f"{FOLDER}/part-{self._part}/{member.name}")


def list_parts(items_csv: bytes, most: int = MAX_PART_BYTES) -> Iterator[Member]:
    """Yield items.csv, cut between rows where it is too long; each piece has the header row."""
    for number, content in enumerate(_cut(items_csv, most), 1):
        yield Member.of(f"{LIST_STEM}.csv" if number == 1 else f"{LIST_STEM}-{number}.csv", content)


def _cut(table: bytes, most: int) -> Iterator[bytes]:
    """Yield pieces of whole rows, each with the header row."""
    if len(table) <= most:
        yield table
        return
    head, *rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    piece = _Piece(head)
    for row in rows:
        line = _written(row)
        if piece.size + len(line) > most and piece.rows:
            yield piece.content()
            piece = _Piece(head)
        piece.add(line)
    yield piece.content()


class _Piece:
    def __init__(self, head: Sequence[str]) -> None:
        self._lines = [codecs.BOM_UTF8 + _written(head)]
        self.size = len(self._lines[0])

    @property
    def rows(self) -> int:
        return len(self._lines) - 1

    def add(self, line: bytes) -> None:
        self._lines.append(line)
        self.size += len(line)

    def content(self) -> bytes:
        return b"".join(self._lines)


def _written(row: Sequence[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(row)
    return line.getvalue().encode()


def copied_to_small_set(
    case: Case, folder: CompanionFolder, documents: DocumentMaker, facts: BundleFacts
) -> Iterator[Member]:
    """Yield the documents of a bundle after copying each to the small set; then copy the rest.

    Args:
        folder: Folder of the small set.
        documents: Makes the documents of the bundle.
    """
    parts = PartNames()
    for member in documents(facts):
        folder.put(parts.place(member))
        yield member
    captures = [_capture(case, fields) for fields in facts.records if _is_covered(fields)]
    too_large = [member.name for member in captures if member.size > MAX_PART_BYTES]
    with items_csv(facts.records).open() as table:
        rows = list(list_parts(table.read()))
    for member in (*captures, *rows):
        if member.name not in too_large:
            folder.put(parts.place(member))
    for language in facts.language.languages:
        folder.put(_read_me(language, too_large, facts.language.in_name(language)))


def _is_covered(fields: Record) -> bool:
    """Return whether a record is of a covered capture whose file is in the bundle."""
    covered = capture_kind_of(str(fields["operation"])) is CaptureKind.COVERED
    return covered and fields["original"] is not None


def _capture(case: Case, fields: Record) -> Member:
    name = str(fields["original"]).removeprefix("data/")
    open_it = partial(case.original, int(str(fields["item_no"])))
    return Member(name.replace("/", "-"), int(str(fields["size"])), open_it)


def _read_me(language: str, too_large: Sequence[str], in_name: str) -> Member:
    say = Words(language).say
    texts = [say("small_set.what"), say("small_set.safe")]
    if too_large:
        texts.append(say("small_set.too_large", names=", ".join(too_large)))
    text = ("\n\n".join(texts) + "\n").replace("\n", "\r\n")
    return Member.of(f"{FOLDER}/READ-ME{in_name}.txt", text.encode("utf-8-sig"))
