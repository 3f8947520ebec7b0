"""Add content to a case and look for faces in it."""

from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app.add import Added
from app.add import add as add_job
from app.add_link import add_link
from app.cli import passphrase, progress
from app.cli.opening import open_case
from app.cli.packs import say_licence
from app.cli.provenance import read_table, telling_faults, told_of
from app.cli.terminal import Terminal
from app.errors import LinkWithFilesError
from app.intake import Answers, Asked, Obstacle
from app.messages import plain_name
from app.program import DEFAULT_PACK, Program
from app.provenance_table import Kept, Line, keep_provenance
from app.scan import Scanned, scan
from face.types import Reason
from storage.case import Case

ASKED = {Asked.PASSWORD: "question.password", Asked.OWNER: "question.owner"}


def add(options: Namespace, terminal: Terminal, program: Program) -> int:
    """`geoul add`. Exit status 1 when something that was named on the command line is not there."""
    told = told_of(options)
    if options.link and options.path:
        raise LinkWithFilesError
    lines = read_table(options, terminal)
    with open_case(options, terminal, program) as case:
        pack = options.pack or _pack_of(case)
        pipeline = program.pipeline(pack)
        say_licence(pack, terminal, program)
        paths = [Path(each) for each in options.path]
        answers = _answers(options, terminal)
        added = progress.run(add_job(case, paths, told, answers), terminal, "progress.find")
        looker = partial(program.looker, pack, crops=case.crops)
        job = scan(case, looker, pack, pipeline, answers)
        scanned = progress.run(job, terminal, "progress.look")
        link = add_link(case, told) if options.link else None
        kept = _keep(case, lines, options, terminal)
        names = {item.item: item.name or "" for item in case.unclear()}
    terminal.answer({**_record(added, scanned, names), **_record_said(link, kept)})
    _say_link(link, terminal)
    _say(added, scanned, names, terminal)
    if kept is not None:
        terminal.say("add.described", count=len(kept.changed), links=kept.links)
    terminal.blank()
    terminal.say("add.next")
    return 1 if any(blocked.reason is Obstacle.MISSING for blocked in added.blocked) else 0


def _keep(case: Case, lines: Sequence[Line], options: Namespace, terminal: Terminal) -> Kept | None:
    """What the table says; None without one."""
    if not options.meta:
        return None
    with telling_faults(terminal):
        return keep_provenance(case, Path(options.meta), lines, options.role)


def _answers(options: Namespace, terminal: Terminal) -> Answers:
    """What the readers may want to know, wherever it comes up."""
    file, owner = options.password_file, options.owner
    password = (passphrase.from_file(terminal, file),) if file else ()
    return Answers(everywhere={Asked.PASSWORD: password, Asked.OWNER: (owner,) if owner else ()})


def _pack_of(case: Case) -> str:
    uses = case.info().packs
    return uses[0].pack if uses else DEFAULT_PACK


def _record(added: Added, scanned: Scanned, names: dict[int, str]) -> dict[str, object]:
    return {
        "new": added.new,
        "known": added.known,
        "absent": added.absent,
        "blocked": [
            {"name": blocked.name, "path": blocked.path, "reason": str(blocked.reason)}
            for blocked in added.blocked
        ],
        "looked_at": scanned.looked,
        "tracks": scanned.faces,
        "no_face": scanned.no_face,
        "partly": _listed(scanned.partly, names),
        "unchecked": _listed(scanned.unchecked, names),
    }


def _record_said(link: bool | None, kept: Kept | None) -> dict[str, object]:
    links = int(bool(link)) + (kept.links if kept else 0)
    return {"links": links, "described": list(kept.changed) if kept else []}


def _listed(
    reasons: tuple[tuple[int, Reason], ...], names: dict[int, str]
) -> list[dict[str, object]]:
    return [{"item": item, "name": names[item], "reason": str(reason)} for item, reason in reasons]


def _say_link(link: bool | None, terminal: Terminal) -> None:
    if link is not None:
        terminal.say("add.link_new" if link else "add.link_known")


def _say(added: Added, scanned: Scanned, names: dict[int, str], terminal: Terminal) -> None:
    terminal.say("add.new", count=added.new)
    terminal.say("add.known", count=added.known)
    if added.absent:
        terminal.say("add.absent", count=added.absent)
    terminal.say("add.looked", count=scanned.looked)
    terminal.say("add.faces", count=scanned.faces)
    terminal.say("add.no_face", count=scanned.no_face)
    reason = terminal.words.reason
    if added.blocked:
        terminal.say("add.blocked", count=len(added.blocked))
    for blocked in added.blocked:
        name = plain_name(blocked.name or blocked.path)
        terminal.say("blocked.line", name=name, why=reason(blocked.reason))
    for question in added.questions:
        terminal.say(ASKED[question.asked], name=plain_name(question.name))
    terminal.say("add.unchecked", count=len(scanned.unchecked))
    for item, why in scanned.unchecked:
        terminal.say("unchecked.line", item=item, name=plain_name(names[item]), why=reason(why))
    if scanned.partly:
        terminal.say("add.partly", count=len(scanned.partly))
    for item, why in scanned.partly:
        terminal.say("blocked.line", name=plain_name(names[item]), why=reason(why))
