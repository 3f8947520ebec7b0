"""The case: open or make a case file, and reach everything that is kept in it."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from storage import check_copy, meta, originals
from storage.bundle.signing import signing_key
from storage.contents import Contents
from storage.custody import PROGRAM
from storage.errors import DiskFullError, StorageError, WrongRecoveryCodeError
from storage.keys import KdfCost, derive_key
from storage.opening import CaseFile, make_file, open_file, remove_with_neighbours
from storage.recovery import key_of, recovery_code
from storage.rekey import rekey, unfinished
from storage.types import CaseKind, KeptMedia

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Case(Contents):
    """An open case. It belongs to the thread that opened it; close it, or use it in `with`.

    Every method may raise the errors of storage/errors.py that concern the file: CaseDamagedError,
    DiskFullError, DiskFailedError, CaseReadOnlyError, CaseClosedError. A change of the case is
    durable when the method returns, or, inside `with case.transaction():`, when that ends.
    """

    def __init__(self, file: CaseFile, cost: KdfCost | None = None) -> None:
        """Wrap an open file. Callers use `create` or `open` instead."""
        super().__init__(file)
        self._cost = cost

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        media: KeptMedia = KeptMedia.NONE,
        crops: bool = True,
        cost: KdfCost | None = None,
    ) -> tuple["Case", str]:
        """Make a case and return it with its recovery code, which is stored nowhere.

        Args:
            cost: Only tests give one: the program cannot open a case made with another cost.

        Raises:
            EmptyPassphraseError, CaseExistsError, CaseMissingError (no such folder),
            CaseReadOnlyError, DiskFullError
        """
        file = make_file(
            Path(path),
            lambda salt: derive_key(passphrase, salt, cost),
            lambda db: meta.start_case(db, CaseKind.CASE, media, crops=crops),
        )
        return cls(file, cost), recovery_code(file.key)

    @classmethod
    def open(cls, path: Path, passphrase: str, *, cost: KdfCost | None = None) -> "Case":
        """Open a case with its passphrase.

        Raises:
            CaseMissingError, CaseInUseError, WrongPassphraseError (also for a file that is no
            case), CaseTooNewError, CaseDamagedError, CaseReadOnlyError, EmptyPassphraseError
        """
        file = open_file(Path(path), lambda salt: derive_key(passphrase, salt, cost))
        return cls._opened(file, cost, "passphrase")

    @classmethod
    def open_with_recovery_code(
        cls, path: Path, code: str, *, cost: KdfCost | None = None
    ) -> "Case":
        """Open a case without its passphrase.

        Raises:
            RecoveryCodeError: The code is mistyped; the file was not touched.
            WrongRecoveryCodeError: The code is well typed, but belongs to another case or to the
                time before the passphrase was changed. And what `open` raises.
        """
        key = key_of(code)
        file = open_file(Path(path), lambda _salt: key, WrongRecoveryCodeError)
        return cls._opened(file, cost, "recovery-code")

    @classmethod
    def _opened(cls, file: CaseFile, cost: KdfCost | None, by: str) -> "Case":
        try:
            remove_with_neighbours(unfinished(file.path))
            case = cls(file, cost)
            if case.media is KeptMedia.ORIGINALS:
                originals.drop_unfinished(file.db)
            with suppress(DiskFullError):  # it can be read all the same
                case.custody.append("unlock", PROGRAM, {"by": by})
        except BaseException:
            file.close()
            raise
        return case

    def close(self) -> None:
        """Close the case, so that only its one file remains. Closing twice does nothing."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            self.close()
        except StorageError:
            if error is None:  # else the first failure is the one to tell
                raise

    def recovery_code(self) -> str:
        """Return the code that `create` returned, for somebody who has not written it down yet."""
        return recovery_code(self._file.key)

    def change_passphrase(self, new: str) -> str:
        """Rewrite the case under another key and return the new recovery code.

        This needs as much free disk space as the case is large. The old passphrase and code no
        longer open the case, but still open earlier copies of the file and remains of it on disk.

        Raises:
            EmptyPassphraseError, DiskFullError: The case is as before and still open.
        """
        if self._db.conn.in_transaction:
            raise RuntimeError("inside a transaction")
        cost = self._cost
        self._file = rekey(self._file, lambda salt: derive_key(new, salt, cost))
        return recovery_code(self._file.key)

    def write_check_copy(self, path: Path, passphrase: str) -> str:
        """Write a case of embeddings and reference numbers only; return its recovery code.

        Raises:
            CheckCopyError: This case is a check copy itself. And what `create` raises.
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

    def signing_key(self) -> "Ed25519PrivateKey":
        """Return the key that signs the bundles of this case; made when it is first asked for.

        Raises:
            CheckCopyError: A check copy has no such key.
        """
        self._refuse_in_check_copy()
        return signing_key(self._db)
