"""The case file: the one door to everything that is kept."""

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
from storage.types import Kind, Media

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Case(Contents):
    """An open case. It belongs to the thread that opened it; close it, or use it in `with`.

    Every method may raise the errors of storage/errors.py that speak of the file: CaseDamagedError,
    DiskFullError, DiskFailedError, CaseReadOnlyError, CaseClosedError. What changes the case is
    durable when the method returns, or, inside `with case.transaction():`, when that ends.
    """

    def __init__(self, file: CaseFile, cost: KdfCost | None = None) -> None:
        """Not to be called from outside: see create and open."""
        super().__init__(file)
        self._cost = cost

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
        file = open_file(Path(path), lambda salt: derive_key(passphrase, salt, cost))
        return cls._opened(file, cost, "passphrase")

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
        file = open_file(Path(path), lambda _salt: key, WrongRecoveryCodeError)
        return cls._opened(file, cost, "recovery-code")

    @classmethod
    def _opened(cls, file: CaseFile, cost: KdfCost | None, by: str) -> "Case":
        try:
            remove_with_neighbours(unfinished(file.path))
            case = cls(file, cost)
            if case.media is Media.ORIGINALS:
                originals.drop_unfinished(file.db)
            with suppress(DiskFullError):  # it can be read all the same
                case.custody.append("unlock", PROGRAM, {"by": by})
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

    def recovery_code(self) -> str:
        """As `create` gave it; for whoever made the case and has not written it down yet."""
        return recovery_code(self._file.key)

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

    def signing_key(self) -> "Ed25519PrivateKey":
        """The key that signs the bundles of this case; made when it is first asked for.

        Raises:
            CheckCopyError
        """
        self._refuse_in_check_copy()
        return signing_key(self._db)
