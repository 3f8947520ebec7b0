"""Verify an evidence bundle."""

from argparse import Namespace
from pathlib import Path

from app.cli.passphrase import ask
from app.cli.progress import run
from app.cli.terminal import Terminal
from app.errors import PassphraseFileMissingError, PassphraseFileNotTextError
from app.job import Job, Progress
from app.messages import plain_name
from app.program import Program
from storage.bundle.check import Problem
from storage.bundle.signing import in_groups
from storage.bundle.verify import Form, Verification, form_of
from storage.bundle.verify import verify as verify_bundle

MOST_BYTES = 1 << 16
"""Of an identity file."""


def verify(options: Namespace, terminal: Terminal, _program: Program) -> int:
    """`geoul verify`."""
    path = Path(options.bundle)
    secret = _secret(form_of(path), options, terminal)
    found = run(_counted(path, secret), terminal, "progress.verify")
    terminal.answer(
        {
            "ok": found.ok,
            "problems": [
                {"member": each.member, "problem": str(each.trouble)} for each in found.problems
            ],
            "files": found.files,
            "bytes": found.size,
            "fingerprint": found.fingerprint,
            "custody": found.custody
            and {"entries": found.custody.entries, "sha256": found.custody.sha256},
        }
    )
    _say(found, terminal)
    return 0 if found.ok else 1


def _secret(form: Form, options: Namespace, terminal: Terminal) -> str:
    if form is Form.FOLDER:
        return ""
    if form is Form.ZIP:
        return ask(terminal, options.bundle_passphrase_file, "ask.bundle_passphrase")
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


def _say(found: Verification, terminal: Terminal) -> None:
    for problem in found.problems:
        terminal.say("verify.line", name=_name(problem, terminal), what=_what(problem, terminal))
    terminal.say("verify.sound" if found.ok else "verify.not_sound", files=found.files)
    if found.fingerprint:
        terminal.blank()
        terminal.say("verify.fingerprint", fingerprint=in_groups(found.fingerprint))
    if found.custody:
        head = found.custody
        terminal.say("verify.custody_head", entries=head.entries, sha256=plain_name(head.sha256))


def _name(problem: Problem, terminal: Terminal) -> str:
    return plain_name(problem.member) or terminal.words.say("verify.container_name")


def _what(problem: Problem, terminal: Terminal) -> str:
    return terminal.words.say(f"verify.{problem.trouble}")
