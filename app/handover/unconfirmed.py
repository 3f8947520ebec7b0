"""Bundles whose passphrase nobody has said to have written down.

A bundle whose words are gone can be opened by nobody. So the words are kept in the encrypted case
before the first byte of the bundle, until a person says that they are written down: a window that
locks, or a program that is killed, takes them from nobody. While the case is closed or locked,
nothing that is kept anywhere opens the bundle without the passphrase of the case.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.handover.bundle import BundleResult
from app.handover.bundle_passphrase import DrawnPassphrase
from app.handover.extras import CompanionPaths
from storage import clock
from storage.case import Case
from storage.errors import StorageError


@dataclass(frozen=True, slots=True)
class HandoverResult:
    """A bundle that was made and read back.

    Attributes:
        exported: What is in it; None where the program ended before it could say.
        target: Path of the bundle.
        passphrase: The passphrase that was drawn for it; None for the holder of a key, and once
            somebody said that it is written down.
        beside: Paths of the folders beside it.
        begun_utc: When it was begun (ISO 8601).
        number: By which `confirm` knows it; None where there is no passphrase to confirm.
        was_left: Whether it was shown before, or made, and nobody said that the passphrase is
            written down.
    """

    exported: BundleResult | None
    target: Path
    passphrase: DrawnPassphrase | None
    beside: CompanionPaths
    begun_utc: str
    number: int | None = None
    was_left: bool = False


class KeptHandover:
    """The passphrase of a bundle that is being made, kept in the case."""

    def __init__(self, case: Case, begun: HandoverResult) -> None:
        self._case = case
        self._result = begun

    def made(self, exported: BundleResult, beside: CompanionPaths) -> HandoverResult:
        """Keep what was made, too.

        A bundle that has its name is handed over whatever happens: where the case cannot be written
        any more, the passphrase is kept as it was.
        """
        self._result = replace(self._result, exported=exported, beside=beside)
        if self._result.number is not None:
            with suppress(StorageError):
                handovers = self._case.pending_handovers
                handovers.replace(self._result.number, _text(self._result))
        return self._result


@contextmanager
def kept_until_confirmed(
    case: Case, target: Path, passphrase: DrawnPassphrase | None
) -> Iterator[KeptHandover]:
    """Keep a passphrase in the case while its bundle is made; forget it where that fails.

    Nothing is kept for the holder of a key.
    """
    begun = HandoverResult(None, target, passphrase, CompanionPaths(), clock.now().utc)
    if passphrase is None:
        yield KeptHandover(case, begun)
        return
    number = case.pending_handovers.add(_text(begun))
    try:
        yield KeptHandover(case, replace(begun, number=number))
    except BaseException:
        with suppress(StorageError):  # the first failure is the one to tell
            case.pending_handovers.remove(number)
        raise


def confirm(case: Case, result: HandoverResult, role: str) -> None:
    """Forget a passphrase that somebody has written down, and note that in the custody log."""
    if result.number is None:
        return
    digest = result.exported.digest if result.exported else None
    with case.transaction():
        case.pending_handovers.remove(result.number)
        case.custody.append("passphrase-noted", role, {"digest": digest})


def unconfirmed(case: Case) -> list[HandoverResult]:
    """Return the bundles whose passphrase nobody has said to have written down, oldest first.

    One that was cut off before it had its name is none: where the folder is there and the file is
    not, its passphrase is forgotten. A stick that is not plugged in says nothing.
    """
    found = []
    for number, text in case.pending_handovers.all():
        result = _result(number, text)
        if result is None or (result.exported is None and _is_missing(result.target)):
            case.pending_handovers.remove(number)
        else:
            found.append(result)
    return found


def _is_missing(target: Path) -> bool:
    try:
        return target.parent.is_dir() and not target.exists()
    except OSError:
        return False


def _text(result: HandoverResult) -> str:
    drawn = result.passphrase
    return json.dumps(
        {
            "target": str(result.target),
            "begun_utc": result.begun_utc,
            "passphrase": drawn and [drawn.passphrase, drawn.words],
            "exported": result.exported and asdict(result.exported),
            "letters": _path_text(result.beside.letters),
            "small_set": _path_text(result.beside.small_set),
        }
    )


def _path_text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _result(number: int, text: str) -> HandoverResult | None:
    """Return what was kept; None where no program of ours wrote it."""
    try:
        told = json.loads(text)
        phrase, words = told["passphrase"]
        beside = [told[name] and Path(told[name]) for name in ("letters", "small_set")]
        exported = told["exported"]
        return HandoverResult(
            exported and _exported(exported),
            Path(told["target"]),
            DrawnPassphrase(str(phrase), words),
            CompanionPaths(*beside),
            str(told["begun_utc"]),
            number,
            was_left=True,
        )
    except (ValueError, KeyError, TypeError):
        return None


def _exported(told: dict[str, object]) -> BundleResult:
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return BundleResult(**{**told, **lists})  # type: ignore[arg-type]
