"""The contents of an open case: items, their scans, and decisions about them."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from face.types import Reason, Scan
from storage import decisions, items, logged_rows, meta, originals, scans
from storage.audit import Contradictions, contradictions
from storage.captures import Captures
from storage.custody import Custody, Details
from storage.errors import CaseClosedError, CheckCopyError, WrongModeError
from storage.hashes import Hashes
from storage.named_faces import NamedFaces
from storage.opening import CaseFile
from storage.pending_handovers import PendingHandovers
from storage.placeholders import Placeholders
from storage.provenance import Provenance
from storage.source_lookup import SourceLookup
from storage.types import (
    AddedItem,
    CaseInfo,
    CaseKind,
    Decision,
    Item,
    ItemDetail,
    ItemState,
    KeptMedia,
    NewContent,
    Source,
    TrackIndex,
    Verdict,
)
from storage.validation import validated


class Contents:
    """The contents of an open case; storage/case.py opens and closes it.

    Topics with more than a few methods are objects: `custody`, `placeholders`, `captures`,
    `provenance`.
    """

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self._settings = meta.settings_of(file.db, str(file.path))
        self._named = NamedFaces()

    @property
    def path(self) -> Path:
        """The path of the case file."""
        return self._file.path

    @property
    def _db(self) -> Database:
        if self._file.closed:
            raise CaseClosedError(str(self._file.path))
        return self._file.db

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block as one transaction. A nested one undoes only its own part on failure."""
        with self._db.atomic():
            yield

    # -- settings of the case

    @property
    def kind(self) -> CaseKind:
        """Whether the file is a case or a check copy."""
        return CaseKind(self._settings["kind"])

    @property
    def media(self) -> KeptMedia:
        """What the case keeps of the media themselves."""
        return KeptMedia(self._settings["media"])

    @property
    def crops(self) -> bool:
        """Whether the case keeps small pictures of faces."""
        return self._settings["crops"] == "1"

    @property
    def custody(self) -> Custody:
        """The custody log: who did what, when."""
        return Custody(self._db)

    @property
    def pending_handovers(self) -> PendingHandovers:
        """Bundles whose passphrase nobody has said to have written down."""
        self._refuse_in_check_copy()
        return PendingHandovers(self._db)

    def log(self, action: str, role: str, details: Details | None = None) -> None:
        """Add an entry to the custody log that covers everything that was stated before it."""
        logged_rows.log(self._db, action, role, details)

    def log_leftovers(self) -> None:
        """Log what was stated and not yet logged, as an interrupted add leaves it."""
        logged_rows.log_leftovers(self._db)

    def contradictions(self) -> Contradictions:
        """Compare what was stated and decided with what the custody log says of it."""
        return contradictions(self._db)

    @validated
    def info(self) -> CaseInfo:
        """Read the settings, count everything, and verify the custody log."""
        return meta.case_info(self._db, str(self.path), self._settings)

    # -- items

    def add_content(
        self, hashes: Hashes, size: int, source: Source, instead_of: str | None = None
    ) -> AddedItem:
        """Add content, pending, with the place where it was seen; update a known source.

        Args:
            instead_of: Another path for which there may be a placeholder of this content.
        """
        self._refuse_in_check_copy()
        with self.transaction():
            return items.add_content(self._db, hashes, size, source, instead_of)

    def add_contents(self, contents: Iterable[NewContent]) -> list[AddedItem]:
        """Add several contents in one transaction, which waits for the disk only once."""
        self._refuse_in_check_copy()
        with self.transaction():
            return [
                items.add_content(self._db, each.hashes, each.size, each.source, each.instead_of)
                for each in contents
            ]

    def source_lookup(self) -> SourceLookup:
        """Return a lookup of files that were added before, for one walk through many files."""
        return SourceLookup(self._db)

    @property
    def placeholders(self) -> Placeholders:
        """The placeholders: items that were reported but could not be read."""
        self._refuse_in_check_copy()
        return Placeholders(self._db)

    @property
    def captures(self) -> Captures:
        """The items that are screen captures of others."""
        self._refuse_in_check_copy()
        return Captures(self._db)

    @property
    def provenance(self) -> Provenance:
        """The sources of items, as a person may correct them afterwards."""
        self._refuse_in_check_copy()
        return Provenance(self._db)

    def store_original(self, item: int, chunks: Iterable[bytes]) -> None:
        """Store the original bytes of an item, which must be those that were hashed.

        Raises:
            WrongModeError, CheckCopyError, ItemMissingError, ContentChangedError
        """
        self._refuse_in_check_copy()
        if self.media is not KeptMedia.ORIGINALS:
            raise WrongModeError(str(self.path))
        originals.store_original(self._db, item, chunks)

    def original(self, item: int) -> io.BufferedReader:
        """Open the original bytes as a seekable stream; raises WrongModeError if not kept."""
        return io.BufferedReader(originals.OriginalReader(self._db, item), originals.CHUNK)

    def original_unverified(self, item: int) -> io.RawIOBase:
        """Open the original bytes for faster reading by a caller who verifies their SHA-256.

        A read may return fewer bytes than asked for.
        """
        self._db  # noqa: B018 - raises when the case is closed
        return originals.UnverifiedReader(self._file, item)

    def store_scan(self, item: int, scan: Scan) -> None:
        """Store a scan in place of an earlier one; the item's state becomes done or no-face.

        Decisions about a face count for the same face (same time, same place) found again.
        """
        self._refuse_in_check_copy()
        with self.transaction():
            items.require_item(self._db, item)
            named = self._named.in_item(self.custody, item)
            scans.store_scan(self._db, item, scan, crops=self.crops, named=named)

    def mark_unchecked(self, item: int, reason: Reason, detail: str = "") -> None:
        """Mark an item as unchecked, and remove an earlier scan of it."""
        self._refuse_in_check_copy()
        with self.transaction():
            items.require_item(self._db, item)
            scans.drop_scan(self._db, item)
            items.set_state(self._db, item, ItemState.UNCHECKED, reason, detail)

    def pending(self) -> list[int]:
        """Return the numbers of the items that were not scanned yet."""
        return items.list_pending(self._db)

    @validated
    def items(self, state: ItemState | None = None) -> list[Item]:
        """Return all items, or those in one state, in the order of their numbers."""
        return items.list_items(self._db, state)

    @validated
    def items_after(self, item: int, most: int) -> list[Item]:
        """Return at most `most` items with higher numbers than `item`, in order."""
        return items.list_items_after(self._db, item, most)

    @validated
    def not_fully_checked(self) -> list[Item]:
        """Return the items that are pending, or of which not everything could be checked."""
        return items.list_not_fully_checked(self._db)

    @validated
    def scanned_with_others(self, *made_with: tuple[str, str]) -> list[Item]:
        """Return the items that were scanned, but with none of these (pack, pipeline) pairs."""
        return items.list_scanned_with_others(self._db, made_with)

    @validated
    def item(self, number: int) -> ItemDetail:
        """Return everything known of one item; raises ItemMissingError."""
        return items.item_detail(self._db, number)

    # -- faces and decisions

    @validated
    def tracks(self, pack: str, pipeline: str, widths: Sequence[int] = ()) -> TrackIndex:
        """Load every track of one pack and pipeline; the index is empty where there is none.

        Args:
            widths: Numbers in each part of an embedding, where it has several. All parts have one
                length.
        """
        return scans.all_tracks(self._db, pack, pipeline, widths)

    def decide(
        self,
        item: int,
        verdict: Verdict,
        face: int | None = None,
        role: str = "",
        person: int = decisions.FIRST_PERSON,
    ) -> None:
        """Record a decision, also in the custody log.

        Args:
            person: Number of the person about whom it is made, from 1 on.

        Raises:
            ItemMissingError, FaceMissingError: There is no such item, or no such face in it.
        """
        with self.transaction():
            items.require_item(self._db, item)
            decisions.decide(self._db, item, verdict, face, role, person)

    def undecide(
        self,
        item: int,
        face: int | None = None,
        role: str = "",
        person: int = decisions.FIRST_PERSON,
    ) -> None:
        """Take the latest decision back, so that the one before it, if any, counts again."""
        with self.transaction():
            decisions.undecide(self._db, item, face, role, person)

    @validated
    def decisions(self) -> tuple[Decision, ...]:
        """Return the latest decision about each item, face and person, oldest first."""
        return decisions.decisions(self._db)

    @validated
    def renumbered(self) -> dict[int | None, int]:
        """Return the present number of each face that a later scan found again."""
        return decisions.present_numbers(
            self._db.execute("SELECT old, new FROM renumbered ORDER BY id")
        )

    def _refuse_in_check_copy(self) -> None:
        if self.kind is CaseKind.CHECK_COPY:
            raise CheckCopyError(str(self.path))
