"""The case file: the one door to everything that is kept."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

from sqlite_utils import Database

from face.types import Reason, Scan
from storage import check_copy, decisions, detail, items, meta, originals, scans, sources
from storage.custody import PROGRAM, Custody
from storage.errors import (
    CaseClosedError,
    CheckCopyError,
    StorageError,
    WrongModeError,
    WrongRecoveryCodeError,
)
from storage.hashes import Hashes
from storage.keys import KdfCost, derive_key
from storage.missing import Missing
from storage.opening import CaseFile, make_file, open_file, remove_with_neighbours
from storage.recovery import key_of, recovery_code
from storage.rekey import rekey, unfinished
from storage.types import (
    AddedItem,
    CaseInfo,
    Decision,
    Item,
    ItemDetail,
    Kind,
    Media,
    Source,
    State,
    TrackIndex,
    Verdict,
)


class Case:
    """An open case. It belongs to the thread that opened it; close it, or use it in `with`.

    Every method may raise the errors of storage/errors.py that speak of the file: CaseDamagedError,
    DiskFullError, DiskFailedError, CaseReadOnlyError, CaseClosedError. What changes the case is
    durable when the method returns, or, inside `with case.transaction():`, when that ends.
    """

    def __init__(self, file: CaseFile, cost: KdfCost | None = None) -> None:
        """Not to be called from outside: see create and open."""
        self._file = file
        self._cost = cost
        self._settings = meta.settings_of(file.db)

    # -- making, opening, closing

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        media: Media = Media.NONE,
        crops: bool = True,
        cost: KdfCost | None = None,
    ) -> tuple["Case", str]:
        """Make a case and return it with its recovery code, which is nowhere kept.

        Args:
            cost: Only tests give one: a case made with another cost opens with no passphrase
                in the program.

        Raises:
            EmptyPassphraseError, CaseExistsError, CaseMissingError (no such folder),
            CaseReadOnlyError, DiskFullError
        """
        file = make_file(
            Path(path),
            lambda salt: derive_key(passphrase, salt, cost),
            lambda db: meta.start_case(db, Kind.CASE, media, crops=crops),
        )
        return cls(file, cost), recovery_code(file.key)

    @classmethod
    def open(cls, path: Path, passphrase: str, *, cost: KdfCost | None = None) -> "Case":
        """Open a case.

        Raises:
            CaseMissingError, CaseInUseError, WrongPassphraseError (also for a file that is no
            case), CaseTooNewError, CaseDamagedError, CaseReadOnlyError, EmptyPassphraseError
        """
        return cls._opened(
            open_file(Path(path), lambda salt: derive_key(passphrase, salt, cost)), cost
        )

    @classmethod
    def open_with_recovery_code(
        cls, path: Path, code: str, *, cost: KdfCost | None = None
    ) -> "Case":
        """Open a case without its passphrase.

        Raises:
            RecoveryCodeError: Mistyped; the file was not touched.
            WrongRecoveryCodeError: Well typed, but of another case or from before the passphrase
                was changed. And what `open` raises.
        """
        key = key_of(code)
        return cls._opened(open_file(Path(path), lambda _salt: key, WrongRecoveryCodeError), cost)

    @classmethod
    def _opened(cls, file: CaseFile, cost: KdfCost | None) -> "Case":
        try:
            remove_with_neighbours(unfinished(file.path))
            case = cls(file, cost)
            if case.media is Media.ORIGINALS:
                originals.drop_unfinished(file.db)
        except BaseException:
            file.close()
            raise
        return case

    def close(self) -> None:
        """Leave only the one file behind. Closing twice does nothing."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            self.close()
        except StorageError:
            if error is None:  # else the first failure is the one to tell
                raise

    def change_passphrase(self, new: str) -> str:
        """Write the case anew under another key and return the new recovery code.

        Needs as much free room as the case is large. Old passphrase and code open it no more;
        earlier copies of the file, and what the disk keeps of it, they still do.

        Raises:
            EmptyPassphraseError, DiskFullError: The case is as before and still open.
        """
        if self._db.conn.in_transaction:
            raise RuntimeError("inside a transaction")
        cost = self._cost
        self._file = rekey(self._file, lambda salt: derive_key(new, salt, cost))
        return recovery_code(self._file.key)

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

    def info(self) -> CaseInfo:
        """Count everything and verify the custody log."""
        return meta.case_info(self._db, str(self.path), self._settings)

    # -- items

    def add_content(self, hashes: Hashes, size: int, source: Source) -> AddedItem:
        """Note a content (pending) and where it was seen, or what is newly said of that."""
        self._refuse_in_check_copy()
        with self.transaction():
            return items.add_content(self._db, hashes, size, source)

    def known_source(self, path: str, size: int, mtime_ns: int) -> int | None:
        """Return the item that this very file, unchanged, became before, or None."""
        return sources.known_source(self._db, path, size, mtime_ns)

    @property
    def missing(self) -> Missing:
        """What was reported but could not be read: items without content."""
        self._refuse_in_check_copy()
        return Missing(self._db)

    def store_original(self, item: int, chunks: Iterable[bytes]) -> None:
        """Keep the untouched bytes, which must be those that were hashed.

        Raises:
            WrongModeError, CheckCopyError, ItemMissingError, ContentChangedError
        """
        self._refuse_in_check_copy()
        if self.media is not Media.ORIGINALS:
            raise WrongModeError(str(self.path))
        originals.store_original(self._db, item, chunks)

    def original(self, item: int) -> BinaryIO:
        """Return the untouched bytes to read and seek in; raises WrongModeError if not kept."""
        return io.BufferedReader(originals.OriginalReader(self._db, item), originals.CHUNK)

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

    def items(self, state: State | None = None) -> list[Item]:
        """Return all items, or those of one state, by number."""
        return items.list_items(self._db, state)

    def unclear(self) -> list[Item]:
        """Return the items that wait, or of which not everything could be checked."""
        return items.list_unclear(self._db)

    def looked_at_otherwise(self, pack: str, pipeline: str) -> list[Item]:
        """Return the items that were looked at, but with another pack or pipeline."""
        return items.list_looked_at_otherwise(self._db, pack, pipeline)

    def item(self, number: int) -> ItemDetail:
        """Return everything known of one item; raises ItemMissingError."""
        return detail.item_detail(self._db, number)

    # -- faces, decisions, the check copy

    def tracks(self, pack: str, pipeline: str) -> TrackIndex:
        """Load every track of one pack and pipeline; none gives an index of length 0."""
        return scans.all_tracks(self._db, pack, pipeline)

    def decide(self, item: int, verdict: Verdict, face: int | None = None, role: str = "") -> None:
        """Note a decision, in the custody log too; raises ItemMissingError."""
        with self.transaction():
            decisions.decide(self._db, item, verdict, face, role)
            self.custody.append("decided", role, {"item": item, "face": face, "verdict": verdict})

    def decisions(self) -> tuple[Decision, ...]:
        """Return the latest decision about each item and face, oldest first."""
        return decisions.decisions(self._db)

    def write_check_copy(self, path: Path, passphrase: str) -> str:
        """Write a case of embeddings and reference numbers only; return its recovery code.

        Raises:
            CheckCopyError: This is one already. And what `create` raises.
        """
        self._refuse_in_check_copy()
        code = check_copy.write(
            self._file,
            self._settings["id"],
            Path(path),
            lambda salt: derive_key(passphrase, salt, self._cost),
        )
        self.custody.append("check-copy-written", PROGRAM)
        return code

    def _refuse_in_check_copy(self) -> None:
        if self.kind is Kind.CHECK_COPY:
            raise CheckCopyError(str(self.path))
