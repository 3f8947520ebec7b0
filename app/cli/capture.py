"""Take in screen captures, or say which items are some."""

from argparse import Namespace
from pathlib import Path

from app.cli import progress
from app.cli.opening import open_case
from app.cli.scan import look
from app.cli.terminal import Terminal
from app.handover.captures import CaptureDetails, CapturesAdded, add_captures, mark_capture
from app.intake import NO_ANSWERS
from app.intake.source_details import SourceDetails
from app.messages import plain_name
from app.program import Services
from app.scan.case_pack import pack_to_use
from storage.case import Case


def capture(options: Namespace, terminal: Terminal, services: Services) -> int:
    """`geoul capture`. Exit status 1 when something could not be taken in."""
    of_place = SourceDetails(options.url, options.platform, options.note, options.role)
    told = CaptureDetails(options.of, options.covered, of_place)
    with open_case(options, terminal, services) as case:
        _mark(case, options.item or (), told, none=options.none)
        paths = [Path(each) for each in options.path]
        done = progress.run(add_captures(case, paths, told), terminal, "progress.find")
        if done.items:  # as at everything that is added: only what was looked at may leave the case
            pack = pack_to_use(case.info(), services.packs())
            look(case, pack, NO_ANSWERS, terminal, services, again=False)
        all_of_them = case.captures.all()
    terminal.answer(
        {
            "added": list(done.items),
            "kept": list(done.kept),
            "blocked": [
                {"name": each.name, "path": each.path, "reason": str(each.reason)}
                for each in done.blocked
            ],
            "captures": [
                {"item": each.item, "kind": str(each.kind), "shows": each.shows}
                for each in all_of_them
            ],
        }
    )
    _say(done, len(all_of_them), terminal)
    return 1 if done.blocked else 0


def _mark(case: Case, items: list[int] | tuple[()], told: CaptureDetails, *, none: bool) -> None:
    for item in items:
        if none:
            case.item(item)
            case.captures.unmark(item, told.told.role)
        else:
            mark_capture(case, item, told)


def _say(done: CapturesAdded, count: int, terminal: Terminal) -> None:
    if done.items:
        numbers = ", ".join(map(str, done.items))
        terminal.say("capture.added", count=len(done.items), items=numbers)
    if not_kept := [item for item in done.items if item not in done.kept]:
        terminal.say("capture.not_kept", items=", ".join(map(str, not_kept)))
    for each in done.blocked:
        why = terminal.words.reason(each.reason)
        terminal.say("blocked.line", name=plain_name(each.name or each.path), why=why)
    terminal.say("capture.all", count=count)
