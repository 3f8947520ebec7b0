"""The small set: the report, the hash sheet and the list, in parts that an online form takes.

How much the online police form takes is not known; so each part stays below 10 MB.
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
"""Bytes of a part."""
FOLDER = "small-set"
LIST_STEM = "items"


class PartNames:
    """Gives each file its part, in the order in which they come.

    A name becomes "small-set/part-1/report.pdf" and so on.
    """

    def __init__(self, most: int = MAX_PART_BYTES) -> None:
        self._most = most
        self._part = 1
        self._size = 0

    def place(self, member: Member) -> Member:
        """The same file under the name that it has in the set.

        Raises:
            ValueError: It is larger than a part.
        """
        if member.size > self._most:
            raise ValueError(member.size)
        if self._size + member.size > self._most:
            self._part, self._size = self._part + 1, 0
        self._size += member.size
        return replace(member, name=f"{FOLDER}/part-{self._part}/{member.name}")


def list_parts(items_csv: bytes, most: int = MAX_PART_BYTES) -> Iterator[Member]:
    """The list; a long one is cut between rows, and each piece has the names of the columns."""
    for number, content in enumerate(_cut(items_csv, most), 1):
        yield Member.of(f"{LIST_STEM}.csv" if number == 1 else f"{LIST_STEM}-{number}.csv", content)


def _cut(table: bytes, most: int) -> Iterator[bytes]:
    """Pieces of whole rows, the names of the columns at the head of each."""
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
    """Each document for the bundle; the small set gets it before."""
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
    folder.put(_read_me(facts.language, too_large))


def _is_covered(fields: Record) -> bool:
    """Whether it is a capture that is in the bundle and shows nothing that must be locked."""
    covered = capture_kind_of(str(fields["operation"])) is CaptureKind.COVERED
    return covered and fields["original"] is not None


def _capture(case: Case, fields: Record) -> Member:
    name = str(fields["original"]).removeprefix("data/")
    open_it = partial(case.original, int(str(fields["item_no"])))
    return Member(name.replace("/", "-"), int(str(fields["size"])), open_it)


def _read_me(language: str, too_large: Sequence[str]) -> Member:
    say = Words(language).say
    texts = [say("small_set.what"), say("small_set.safe")]
    if too_large:
        texts.append(say("small_set.too_large", names=", ".join(too_large)))
    text = ("\n\n".join(texts) + "\n").replace("\n", "\r\n")
    return Member.of(f"{FOLDER}/READ-ME.txt", text.encode("utf-8-sig"))
