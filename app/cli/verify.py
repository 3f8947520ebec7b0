"""Verify an evidence bundle."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.opening import open_case
from app.cli.passphrase import ask
from app.cli.progress import run
from app.cli.terminal import Terminal
from app.errors import PassphraseFileMissingError, PassphraseFileNotTextError
from app.export.compare import (
    CaseFit,
    StampFit,
    all_stamps,
    case_fit,
    stamp_fits,
    typed_fingerprint,
)
from app.job import Job, Progress
from app.keystrokes import keystrokes
from app.messages import plain_name
from app.program import Program
from storage.bundle.check import Problem
from storage.bundle.signing import in_groups
from storage.bundle.verify import Form, Verification, form_of
from storage.bundle.verify import verify as verify_bundle

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
    def ok(self) -> bool:
        fit = self.case is None or self.case.ok
        stamped = all(each.fits for each in self.stamps)
        return self.found.ok and self.fingerprint_fits is not False and stamped and fit


def verify(options: Namespace, terminal: Terminal, program: Program) -> int:
    """`geoul verify`."""
    path = Path(options.bundle)
    wanted = typed_fingerprint(options.fingerprint) if options.fingerprint else None
    secret = _secret(form_of(path), options, terminal)
    found = run(_counted(path, secret), terminal, "progress.verify")
    stamps = tuple(stamp_fits(found, all_stamps(path, options.timestamp or ())))
    fits = None if wanted is None else wanted == found.fingerprint
    judged = _Judged(found, fits, stamps, _beside_case(found, options, terminal, program))
    terminal.answer(_record(judged))
    _say(judged, terminal)
    return 0 if judged.ok else 1


def _beside_case(
    found: Verification, options: Namespace, terminal: Terminal, program: Program
) -> CaseFit | None:
    if not options.case:
        return None
    with open_case(options, terminal, program) as case:
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


def _secret(form: Form, options: Namespace, terminal: Terminal) -> str:
    if form is Form.FOLDER:
        return ""
    if form is Form.ZIP:
        typed = ask(terminal, options.bundle_passphrase_file, "ask.bundle_passphrase")
        return keystrokes(typed)  # Korean words may be typed as they are read out
    if options.identity_file:
        return _text(Path(options.identity_file))
    return ask(terminal, None, "ask.identity")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES).decode()
    except OSError as error:
        raise PassphraseFileMissingError(str(path)) from error
    except UnicodeDecodeError as error:
        raise PassphraseFileNotTextError(str(path)) from error


def _counted(path: Path, secret: str) -> Job[Verification]:
    total = path.stat().st_size if path.is_file() else None
    done = 0
    job = verify_bundle(path, secret)
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
    terminal.say("verify.sound" if found.ok else "verify.not_sound", files=found.files)
    if found.fingerprint:
        terminal.blank()
        key = {None: "", True: ".fits", False: ".differs"}[judged.fingerprint_fits]
        terminal.say(f"verify.fingerprint{key}", fingerprint=in_groups(found.fingerprint))
    if found.custody:
        head = found.custody
        terminal.say("verify.custody_head", entries=head.entries, sha256=plain_name(head.sha256))
    for each in judged.stamps:
        key = "fits" if each.fits else "differs"
        time = each.stamp.at_utc or terminal.words.say("verify.stamp.no_time")
        kind = terminal.words.say(f"verify.stamp.{each.stamp.kind}")
        terminal.say(f"verify.stamp.{key}", name=plain_name(each.name), kind=kind, time=time)
    if judged.stamps:
        terminal.say("verify.stamp.limits")
    if judged.case:
        terminal.say(f"verify.case.{_of_case(judged.case)}", **_numbers(judged.case))


def _of_case(fit: CaseFit) -> str:
    if not fit.is_of_case:
        return "other"
    return "fits" if fit.ok else "broken"


def _numbers(fit: CaseFit) -> dict[str, object]:
    return {"entries": fit.entries, "at": fit.broken_at}


def _name(problem: Problem, terminal: Terminal) -> str:
    return plain_name(problem.member) or terminal.words.say("verify.container_name")


def _what(problem: Problem, terminal: Terminal) -> str:
    return terminal.words.say(f"verify.{problem.trouble}")
