"""What an open case holds: items, what was seen in them, what was decided."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from face.types import Reason, Scan
from storage import decisions, items, meta, originals, scans, sources
from storage.captures import Captures
from storage.custody import Custody
from storage.errors import CaseClosedError, CheckCopyError, WrongModeError
from storage.hashes import Hashes
from storage.opening import CaseFile
from storage.placeholders import Placeholders
from storage.provenance import Provenance
from storage.source_lookup import SourceLookup
from storage.types import (
    AddedItem,
    CaseInfo,
    Decision,
    Item,
    ItemDetail,
    Kind,
    Media,
    NewContent,
    Source,
    State,
    TrackIndex,
    Verdict,
)
from storage.validation import validated


class Contents:
    """The contents of an open case; storage/case.py opens and closes it.

    A topic with more than a few methods is an object of its own: `custody`, `missing`, `captures`.
    """

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self._settings = meta.settings_of(file.db, str(file.path))

    @property
    def path(self) -> Path:
        """Where the case is."""
        return self._file.path

    @property
    def _db(self) -> Database:
        if self._file.closed:
            raise CaseClosedError(str(self._file.path))
        return self._file.db

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing. May be nested: an inner one undoes its own part only."""
        with self._db.atomic():
            yield

    # -- what the case says of itself

    @property
    def kind(self) -> Kind:
        """Whether it is a case or a check copy."""
        return Kind(self._settings["kind"])

    @property
    def media(self) -> Media:
        """What it keeps of the content itself."""
        return Media(self._settings["media"])

    @property
    def crops(self) -> bool:
        """Whether it keeps small pictures of faces."""
        return self._settings["crops"] == "1"

    @property
    def custody(self) -> Custody:
        """Who did what, when."""
        return Custody(self._db)

    @validated
    def info(self) -> CaseInfo:
        """Count everything and verify the custody log."""
        return meta.case_info(self._db, str(self.path), self._settings)

    # -- items

    def add_content(
        self, hashes: Hashes, size: int, source: Source, instead_of: str | None = None
    ) -> AddedItem:
        """Note a content (pending) and where it was seen, or what is newly said of that.

        Args:
            instead_of: Another path under which it was an item without content (`missing`).
        """
        self._refuse_in_check_copy()
        with self.transaction():
            return items.add_content(self._db, hashes, size, source, instead_of)

    def add_contents(self, contents: Iterable[NewContent]) -> list[AddedItem]:
        """Note several contents, all of them or none: the disk is waited for once."""
        self._refuse_in_check_copy()
        with self.transaction():
            return [
                items.add_content(self._db, each.hashes, each.size, each.source, each.instead_of)
                for each in contents
            ]

    def known_source(self, path: str, size: int, mtime_ns: int) -> int | None:
        """Return the item that this very file, unchanged, became before, or None."""
        return sources.known_source(self._db, path, size, mtime_ns)

    def known_sources(self) -> SourceLookup:
        """To ask of one walk through many files whether they were taken in before."""
        return SourceLookup(self._db)

    @property
    def missing(self) -> Placeholders:
        """What was reported but could not be read: items without content."""
        self._refuse_in_check_copy()
        return Placeholders(self._db)

    @property
    def captures(self) -> Captures:
        """Which items are screen captures of others."""
        self._refuse_in_check_copy()
        return Captures(self._db)

    @property
    def provenance(self) -> Provenance:
        """Where items were seen, as a person says afterwards."""
        self._refuse_in_check_copy()
        return Provenance(self._db)

    def store_original(self, item: int, chunks: Iterable[bytes]) -> None:
        """Keep the untouched bytes, which must be those that were hashed.

        Raises:
            WrongModeError, CheckCopyError, ItemMissingError, ContentChangedError
        """
        self._refuse_in_check_copy()
        if self.media is not Media.ORIGINALS:
            raise WrongModeError(str(self.path))
        originals.store_original(self._db, item, chunks)

    def original(self, item: int) -> io.BufferedReader:
        """Return the untouched bytes to read and seek in; raises WrongModeError if not kept."""
        return io.BufferedReader(originals.OriginalReader(self._db, item), originals.CHUNK)

    def original_unchecked(self, item: int) -> io.RawIOBase:
        """The same, read faster, for whoever compares its SHA-256; a read may give less."""
        self._db  # noqa: B018 - raises when the case is closed
        return originals.UncheckedReader(self._file, item)

    def store_scan(self, item: int, scan: Scan) -> None:
        """Replace what an earlier look gave; the item is done, or no-face.

        Decisions about a face go over to the same face (same time, same place) found again.
        """
        self._refuse_in_check_copy()
        with self.transaction():
            items.require_item(self._db, item)
            scans.store_scan(self._db, item, scan, crops=self.crops)

    def mark_unchecked(self, item: int, reason: Reason, detail: str = "") -> None:
        """Say that an item could not be checked; what an earlier look gave is removed."""
        self._refuse_in_check_copy()
        with self.transaction():
            items.require_item(self._db, item)
            scans.drop_scan(self._db, item)
            items.set_state(self._db, item, State.UNCHECKED, reason, detail)

    def pending(self) -> list[int]:
        """Return the items that nobody has looked at yet."""
        return items.list_pending(self._db)

    @validated
    def items(self, state: State | None = None) -> list[Item]:
        """Return all items, or those of one state, by number."""
        return items.list_items(self._db, state)

    @validated
    def items_after(self, item: int, most: int) -> list[Item]:
        """Return the items that follow that number, by number, `most` at most: a page of a list."""
        return items.list_items_after(self._db, item, most)

    @validated
    def unclear(self) -> list[Item]:
        """Return the items that wait, or of which not everything could be checked."""
        return items.list_unclear(self._db)

    @validated
    def looked_at_otherwise(self, *made_with: tuple[str, str]) -> list[Item]:
        """Return the items that were looked at, but with none of these packs and pipelines."""
        return items.list_looked_at_otherwise(self._db, made_with)

    @validated
    def item(self, number: int) -> ItemDetail:
        """Return everything known of one item; raises ItemMissingError."""
        return items.item_detail(self._db, number)

    # -- faces and decisions

    @validated
    def tracks(self, pack: str, pipeline: str, widths: Sequence[int] = ()) -> TrackIndex:
        """Load every track of one pack and pipeline; none gives an index of length 0.

        Args:
            widths: Numbers in each part of an embedding, where it has several: all are of one
                length.
        """
        return scans.all_tracks(self._db, pack, pipeline, widths)

    def decide(self, item: int, verdict: Verdict, face: int | None = None, role: str = "") -> None:
        """Note a decision, in the custody log too; raises ItemMissingError."""
        with self.transaction():
            items.require_item(self._db, item)
            decisions.decide(self._db, item, verdict, face, role)
            self.custody.append("decided", role, {"item": item, "face": face, "verdict": verdict})

    def undecide(self, item: int, face: int | None = None, role: str = "") -> None:
        """Take the latest decision back, so that the one before counts again, if there is one."""
        with self.transaction():
            if decisions.undecide(self._db, item, face):
                self.custody.append("decision-taken-back", role, {"item": item, "face": face})

    @validated
    def decisions(self) -> tuple[Decision, ...]:
        """Return the latest decision about each item and face, oldest first."""
        return decisions.decisions(self._db)

    def decisions_as_kept(self) -> Iterator[tuple[int, int | None, str, str]]:
        """Return item, face, verdict and role of each, though they may make no sense."""
        return decisions.as_kept(self._db)

    def _refuse_in_check_copy(self) -> None:
        if self.kind is Kind.CHECK_COPY:
            raise CheckCopyError(str(self.path))
