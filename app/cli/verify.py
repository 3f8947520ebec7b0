"""Verify an evidence bundle."""

from argparse import Namespace
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.cli.errors import PassphraseFileMissingError, PassphraseFileNotTextError
from app.cli.opening import open_case
from app.cli.passphrase_prompt import IDENTITY, OF_BUNDLE, ask
from app.cli.progress import run
from app.cli.terminal import Terminal
from app.handover.bundle_passphrase import spellings
from app.handover.compare import (
    CaseFit,
    StampFit,
    all_stamps,
    case_fit,
    stamp_fits,
    typed_fingerprint,
)
from app.job import Job, Progress
from app.messages import Words, plain_name
from app.program import Services
from storage.bundle.bag_check import Problem
from storage.bundle.signing import in_groups
from storage.bundle.verify import ContainerKind, Verification, form_of
from storage.bundle.verify import verify as verify_bundle
from storage.errors import WrongBundlePassphraseError

MOST_BYTES = 1 << 16
"""Of an identity file."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was found, and how it compares with what is known elsewhere; None: not asked."""

    found: Verification
    fingerprint_fits: bool | None
    stamps: tuple[StampFit, ...]
    case: CaseFit | None

    @property
    def key_fits(self) -> bool | None:
        """Whether it is signed with the key that is on paper, in the case; None: not compared."""
        asked = (self.fingerprint_fits, self.case and self.case.is_of_case)
        known = [each for each in asked if each is not None]
        return all(known) if known else None

    @property
    def ok(self) -> bool:
        fit = self.case is None or self.case.ok
        stamped = all(each.fits for each in self.stamps)
        return self.found.ok and self.fingerprint_fits is not False and stamped and fit


def verify(options: Namespace, terminal: Terminal, services: Services) -> int:
    """`geoul verify`."""
    path = Path(options.bundle)
    wanted = typed_fingerprint(options.fingerprint) if options.fingerprint else None
    secrets = _secrets(form_of(path), options, terminal)
    found = run(_counted(path, secrets), terminal, "progress.verify")
    stamps = tuple(stamp_fits(found, all_stamps(path, options.timestamp or ())))
    fits = None if wanted is None else wanted == found.fingerprint
    judged = _Judged(found, fits, stamps, _beside_case(found, options, terminal, services))
    terminal.answer(_record(judged))
    _say(judged, terminal)
    return 0 if judged.ok else 1


def _beside_case(
    found: Verification, options: Namespace, terminal: Terminal, services: Services
) -> CaseFit | None:
    if not options.case:
        return None
    with open_case(options, terminal, services) as case:
        return case_fit(case, found)


def _record(judged: _Judged) -> dict[str, object]:
    found, case = judged.found, judged.case
    return {
        "ok": judged.ok,
        "problems": [
            {"member": each.member, "problem": str(each.trouble)} for each in found.problems
        ],
        "files": found.files,
        "bytes": found.size,
        "digest": found.digest,
        "fingerprint": found.fingerprint,
        "fingerprint_fits": judged.fingerprint_fits,
        "custody": found.custody
        and {"entries": found.custody.entries, "sha256": found.custody.sha256},
        "timestamps": [
            {
                "name": each.name,
                "kind": str(each.stamp.kind),
                "at_utc": each.stamp.at_utc,
                "fits": each.fits,
            }
            for each in judged.stamps
        ],
        "case": case
        and {"is_of_case": case.is_of_case, "entries": case.entries, "broken_at": case.broken_at},
    }


def _secrets(form: ContainerKind, options: Namespace, terminal: Terminal) -> tuple[str, ...]:
    """What may open it, to be tried in turn."""
    if form is ContainerKind.FOLDER:
        return ("",)
    if form is ContainerKind.ZIP:
        return spellings(ask(terminal, options.bundle_passphrase_file, OF_BUNDLE))
    if options.identity_file:
        return (_text(Path(options.identity_file)),)
    return (ask(terminal, None, IDENTITY),)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES).decode()
    except OSError as error:
        raise PassphraseFileMissingError(str(path)) from error
    except UnicodeDecodeError as error:
        raise PassphraseFileNotTextError(str(path)) from error


def _tried(path: Path, secrets: Sequence[str]) -> Generator[int, None, Verification]:
    *others, last = secrets
    for each in others:
        with suppress(WrongBundlePassphraseError):  # which shows before anything is read
            return (yield from verify_bundle(path, each))
    return (yield from verify_bundle(path, last))


def _counted(path: Path, secrets: Sequence[str]) -> Job[Verification]:
    total = path.stat().st_size if path.is_file() else None
    done = 0
    job = _tried(path, secrets)
    while True:
        try:
            done += next(job)
        except StopIteration as stop:
            found: Verification = stop.value
            return found
        yield Progress(done if total is None else min(done, total), total)


def _say(judged: _Judged, terminal: Terminal) -> None:
    found = judged.found
    for problem in found.problems:
        terminal.say("verify.line", name=_name(problem, terminal), what=_what(problem, terminal))
    told = sorted(_judgements(judged, terminal.words), key=lambda each: each[0])
    for _good, text in told:  # what is not good comes first
        terminal.write(text)
        terminal.blank()
    if found.custody:
        head = found.custody
        terminal.say("verify.custody_head", entries=head.entries, sha256=plain_name(head.sha256))
    _say_stamps(judged.stamps, terminal)


def _judgements(judged: _Judged, words: Words) -> Iterator[tuple[bool, str]]:
    """What was compared, and whether it is as it should be: files, key and case."""
    found, fits, case = judged.found, judged.fingerprint_fits, judged.case
    key = {None: ".key_unknown", True: "", False: ".key_differs"}[judged.key_fits]
    what = f"verify.sound{key}" if found.ok else f"verify.{found.verdict}"
    yield found.ok, words.say(what, files=found.files)
    if found.fingerprint:
        key = {None: "", True: ".fits", False: ".differs"}[fits]
        text = words.say(f"verify.fingerprint{key}", fingerprint=in_groups(found.fingerprint))
        yield fits is not False, text
    if case:
        numbers = {"entries": case.entries, "at": case.broken_at}
        yield case.ok, words.say(f"verify.case.{_of_case(case)}", **numbers)


def _say_stamps(stamps: Sequence[StampFit], terminal: Terminal) -> None:
    for each in stamps:
        key = "fits" if each.fits else "differs"
        time = each.stamp.at_utc or terminal.words.say("verify.stamp.no_time")
        kind = terminal.words.say(f"verify.stamp.{each.stamp.kind}")
        terminal.say(f"verify.stamp.{key}", name=plain_name(each.name), kind=kind, time=time)
    if stamps:
        terminal.say("verify.stamp.limits")


def _of_case(fit: CaseFit) -> str:
    if not fit.is_of_case:
        return "other"
    return "fits" if fit.ok else "broken"


def _name(problem: Problem, terminal: Terminal) -> str:
    return plain_name(problem.member) or terminal.words.say("verify.container_name")


def _what(problem: Problem, terminal: Terminal) -> str:
    return terminal.words.say(f"verify.{problem.trouble}")
