import sqlite3
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage import errors
from storage.case import Case
from storage.connection import translate


def every_error() -> list[type[errors.StorageError]]:
    found, todo = [], [errors.StorageError]
    while todo:
        kind = todo.pop()
        found.append(kind)
        todo += kind.__subclasses__()
    return found


@pytest.mark.parametrize("kind", every_error())
def test_every_error_can_be_made_without_data(kind: type[errors.StorageError]) -> None:
    assert kind().path == ""


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, errors.CaseInUseError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.CaseInUseError),
        (sqlite3.SQLITE_CORRUPT, errors.CaseDamagedError),
        (sqlite3.SQLITE_NOTADB, errors.CaseDamagedError),
        (sqlite3.SQLITE_FULL, errors.DiskFullError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, errors.CaseReadOnlyError),
        (sqlite3.SQLITE_CANTOPEN, errors.CaseReadOnlyError),
        (sqlite3.SQLITE_IOERR_FSYNC, errors.DiskFailedError),
        (sqlite3.SQLITE_IOERR_SHORT_READ, errors.CaseDamagedError),
        (sqlite3.SQLITE_CONSTRAINT, errors.CaseInternalError),
    ],
)
def test_every_failure_of_sqlite_has_a_class(code: int, kind: type[errors.StorageError]) -> None:
    error = dbapi2.DatabaseError()
    error.sqlite_errorcode = code
    error.sqlite_errorname = "SQLITE_X"
    assert type(translate(error, "/x")) is kind
    assert translate(error, "/x").path == "/x"


def test_a_mistake_of_ours_says_what_sqlite_calls_it(case: Case) -> None:
    with pytest.raises(errors.CaseInternalError) as caught:
        case._db.execute("SELECT")
    assert caught.value.code == "SQLITE_ERROR"


def test_another_thread_is_turned_away(case: Case) -> None:
    raised: list[Exception] = []

    def use() -> None:
        try:
            case.items()
        except errors.CaseInternalError as error:
            raised.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(raised) == 1


@pytest.mark.parametrize("number", [2, 13, 17, 28, 30, 122])
def test_every_failure_of_the_system_has_a_class(number: int, path: Path) -> None:
    assert isinstance(errors.of_os_error(OSError(number, ""), path), errors.StorageError)
