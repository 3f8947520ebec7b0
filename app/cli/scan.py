"""Scan: look for faces in pending items, and again in what another version has scanned."""

import shlex
from argparse import Namespace
from collections.abc import Iterable
from functools import partial

from app.cli.opening import open_case
from app.cli.packs import say_licence
from app.cli.passphrase_prompt import passphrase_from_file
from app.cli.progress import run_with_progress
from app.cli.terminal import Terminal
from app.intake import Answers, QuestionKind
from app.messages import plain_name
from app.program import Services
from app.scan.case_pack import older_scans, require_pack_of_case
from app.scan.errors import CheckCopyNotScannableError
from app.scan.scan import ScanResult
from app.scan.scan import scan as scan_job
from face.types import Reason
from storage.case import Case
from storage.types import CaseKind


def scan(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul scan`."""
    with open_case(options, terminal, services) as case:
        if case.kind is CaseKind.CHECK_COPY:
            raise CheckCopyNotScannableError
        pack = pack_wanted(options, case, services)
        say_licence(pack, terminal, services)
        scanned = scan_case(
            case, pack, reader_answers(options, terminal), terminal, services, again=True
        )
        names = item_names(case, scanned)
        info = case.info()
    left = older_scans(info.packs, pack, services.pipeline(pack))
    terminal.answer(
        {
            "pack": pack,
            "pipeline": services.pipeline(pack),
            **scan_record(scanned, names),
            "otherwise": {"items": left.items, "not_comparable": left.not_comparable},
        }
    )
    if scanned.scanned or scanned.unchecked or scanned.kept:
        _say_result(scanned, names, terminal)
    else:
        terminal.say("scan.nothing")
    terminal.blank()
    if left.not_comparable:
        terminal.say("scan.apart", count=left.not_comparable)
    terminal.say("scan.next", case=shlex.quote(options.case))


def pack_wanted(options: Namespace, case: Case, services: Services) -> str:
    """Return the pack of the options, or the one of the case.

    Raises:
        UnknownPackError: There is no pack of that name.
        PackOfCaseMissingError: The pack of the case is not installed.
    """
    if options.pack:
        services.pipeline(options.pack)
        return str(options.pack)
    return require_pack_of_case(case.info(), services.packs())


def scan_case(
    case: Case,
    pack: str,
    known: Answers,
    terminal: Terminal,
    services: Services,
    *,
    again: bool,
) -> ScanResult:
    """Scan what is pending, with the progress on the terminal.

    Args:
        known: Passwords of the archives that items lie in.
        again: Whether to scan again what another pack or version has scanned.
    """
    scanner = partial(services.scanner, pack, crops=case.crops)
    job = scan_job(case, scanner, pack, services.pipeline(pack), known, again=again)
    return run_with_progress(job, terminal, "progress.look")


def reader_answers(options: Namespace, terminal: Terminal) -> Answers:
    """Return the answers of the options to questions that readers may ask."""
    file, owner = options.password_file, options.owner
    password = (passphrase_from_file(terminal, file),) if file else ()
    return Answers(
        everywhere={QuestionKind.PASSWORD: password, QuestionKind.OWNER: (owner,) if owner else ()}
    )


def item_names(case: Case, scanned: ScanResult) -> dict[int, str]:
    """Return the names of the items that are listed one by one."""
    told = (*scanned.partly, *scanned.unchecked, *scanned.kept)
    return {item: case.item(item).item.name or "" for item, _ in told}


def scan_record(scanned: ScanResult, names: dict[int, str]) -> dict[str, object]:
    """Return the result of a scan as JSON."""
    return {
        "looked_at": scanned.scanned,
        "again": scanned.again,
        "tracks": scanned.faces,
        "no_face": scanned.no_face,
        "partly": _listed(scanned.partly, names),
        "unchecked": _listed(scanned.unchecked, names),
        "kept": _listed(scanned.kept, names),
    }


def _say_result(scanned: ScanResult, names: dict[int, str], terminal: Terminal) -> None:
    """Say how much was scanned, and list what was not."""
    say_scan_counts(scanned, terminal)
    say_not_scanned(scanned, names, terminal)


def say_scan_counts(scanned: ScanResult, terminal: Terminal) -> None:
    """Say how much was scanned."""
    terminal.say("add.looked", count=scanned.scanned)
    if scanned.again:
        terminal.say("scan.again", count=scanned.again)
    terminal.say("add.faces", count=scanned.faces)
    terminal.say("add.no_face", count=scanned.no_face)


def say_not_scanned(scanned: ScanResult, names: dict[int, str], terminal: Terminal) -> None:
    """List what could not be scanned, or only in part, or not again."""
    terminal.say("add.unchecked", count=len(scanned.unchecked))
    _say_items(scanned.unchecked, names, terminal)
    if scanned.partly:
        terminal.say("add.partly", count=len(scanned.partly))
    _say_items(scanned.partly, names, terminal)
    if scanned.kept:
        terminal.say("scan.kept", count=len(scanned.kept))
    _say_items(scanned.kept, names, terminal)


def _say_items(
    items: Iterable[tuple[int, Reason]], names: dict[int, str], terminal: Terminal
) -> None:
    for item, reason in items:
        why = terminal.words.reason(reason)
        terminal.say("unchecked.line", item=item, name=plain_name(names[item] or "-"), why=why)


def _listed(
    reasons: tuple[tuple[int, Reason], ...], names: dict[int, str]
) -> list[dict[str, object]]:
    return [{"item": item, "name": names[item], "reason": str(reason)} for item, reason in reasons]
