"""Add content to a case and look for faces in it."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from app.cli import progress, scan
from app.cli.opening import open_case
from app.cli.packs import say_licence
from app.cli.provenance import read_table, telling_faults, told_of
from app.cli.terminal import Terminal
from app.intake import Obstacle, QuestionKind
from app.intake.add import AddResult
from app.intake.add import add as add_job
from app.intake.add_link import add_link
from app.intake.errors import LinkWithFilesError
from app.intake.provenance_table import TableLine, TableResult, keep_provenance
from app.messages import plain_name
from app.program import Services
from app.scan.case_pack import older_scans
from app.scan.scan import ScanResult
from storage.case import Case

ASKED = {QuestionKind.PASSWORD: "question.password", QuestionKind.OWNER: "question.owner"}


def add(options: Namespace, terminal: Terminal, services: Services) -> int:
    """`geoul add`. Exit status 1 when something that was named on the command line is not there."""
    told = told_of(options)
    if options.link and options.path:
        raise LinkWithFilesError
    lines = read_table(options, terminal)
    with open_case(options, terminal, services) as case:
        pack = scan.pack_wanted(options, case, services)
        say_licence(pack, terminal, services)
        paths = [Path(each) for each in options.path]
        answers = scan.answers(options, terminal)
        added = progress.run(add_job(case, paths, told, answers), terminal, "progress.find")
        again = bool(options.pack)  # else what is new would not be comparable with what was there
        scanned = scan.look(case, pack, answers, terminal, services, again=again)
        link = add_link(case, told) if options.link else None
        kept = _keep(case, lines, options, terminal)
        names = scan.names_of(case, scanned)
        otherwise = older_scans(case.info().packs, pack, services.pipeline(pack))
    terminal.answer({**_record(added, scanned, names), **_record_said(link, kept)})
    _say_link(link, terminal)
    _say(added, scanned, names, terminal)
    if kept is not None:
        terminal.say("add.described", count=len(kept.changed), links=kept.links)
    terminal.blank()
    if otherwise.items:
        terminal.say("otherwise.add", count=otherwise.items)
    terminal.say("add.next")
    return 1 if any(blocked.reason is Obstacle.MISSING for blocked in added.blocked) else 0


def _keep(
    case: Case, lines: Sequence[TableLine], options: Namespace, terminal: Terminal
) -> TableResult | None:
    """What the table says; None without one."""
    if not options.meta:
        return None
    with telling_faults(terminal):
        return keep_provenance(case, Path(options.meta), lines, options.role)


def _record(added: AddResult, scanned: ScanResult, names: dict[int, str]) -> dict[str, object]:
    return {
        "new": added.new,
        "known": added.known,
        "absent": added.absent,
        "blocked": [
            {"name": blocked.name, "path": blocked.path, "reason": str(blocked.reason)}
            for blocked in added.blocked
        ],
        **scan.record(scanned, names),
    }


def _record_said(link: bool | None, kept: TableResult | None) -> dict[str, object]:
    links = int(bool(link)) + (kept.links if kept else 0)
    return {"links": links, "described": list(kept.changed) if kept else []}


def _say_link(link: bool | None, terminal: Terminal) -> None:
    if link is not None:
        terminal.say("add.link_new" if link else "add.link_known")


def _say(added: AddResult, scanned: ScanResult, names: dict[int, str], terminal: Terminal) -> None:
    terminal.say("add.new", count=added.new)
    terminal.say("add.known", count=added.known)
    if added.absent:
        terminal.say("add.absent", count=added.absent)
    scan.say_counts(scanned, terminal)
    reason = terminal.words.reason
    if added.blocked:
        terminal.say("add.blocked", count=len(added.blocked))
    for blocked in added.blocked:
        name = plain_name(blocked.name or blocked.path)
        terminal.say("blocked.line", name=name, why=reason(blocked.reason))
    for question in added.questions:
        terminal.say(ASKED[question.asked], name=plain_name(question.name))
    scan.say_left(scanned, names, terminal)
