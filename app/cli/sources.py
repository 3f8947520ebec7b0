"""Say which of the person's own photos an item was likely made from."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.cli import progress
from app.cli.opening import open_case
from app.cli.terminal import Terminal
from app.enrol import NamedOpener, photo_file
from app.errors import FileMissingError
from app.intake import as_on_disk
from app.lead import Because, Lead, NotCompared, Sources, likeliest_sources
from app.messages import plain_name
from app.program import DEFAULT_PACK, Program
from app.times import clock_time

MOST = 5
"""So many leads are told; JSON has all."""


def sources(options: Namespace, terminal: Terminal, program: Program) -> None:
    """`geoul sources`."""
    photos = list(_photos(as_on_disk(Path(options.photos))))
    with open_case(options, terminal, program) as case:
        pack = case.item(options.item).pack or DEFAULT_PACK
        with program.looker(pack, crops=False) as looker:
            calibration = program.calibration
            job = likeliest_sources(case, options.item, photos, looker, calibration, options.role)
            found = progress.run(job, terminal, "progress.photos")
    terminal.answer(_record(options.item, found))
    _say(options.item, found, terminal)


def _photos(folder: Path) -> Iterator[NamedOpener]:
    """All files below a folder, or the one file, by name."""
    if not folder.is_dir():
        if not folder.exists():
            raise FileMissingError(str(folder))
        yield photo_file(folder)
        return
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield replace(photo_file(path), name=str(path.relative_to(folder)))


def _record(item: int, found: Sources) -> dict[str, object]:
    return {
        "item": item,
        "leads": [
            {
                "photo": lead.photo,
                "because": str(lead.because),
                "face": lead.face,
                "time_ms": lead.time_ms,
            }
            for lead in found.leads
        ],
        "others": [{"photo": name, "why": str(why)} for name, why in found.others],
    }


def _say(item: int, found: Sources, terminal: Terminal) -> None:
    if found.leads:
        terminal.say("sources.likeliest", item=item)
        _say_lead(found.leads[0], terminal)
        if len(found.leads) > 1:
            terminal.say("sources.further")
        for lead in found.leads[1:MOST]:
            _say_lead(lead, terminal)
        if len(found.leads) > MOST:
            terminal.say("sources.more", count=len(found.leads) - MOST)
        if all(lead.because is Because.RESEMBLES for lead in found.leads):
            terminal.say("sources.only_resembles")
    else:
        terminal.say("sources.none", item=item)
    _say_others(found, terminal)
    terminal.blank()
    terminal.say("sources.what")


def _say_lead(lead: Lead, terminal: Terminal) -> None:
    time = clock_time(lead.time_ms)
    because = terminal.words.say(f"sources.because.{lead.because}")
    key = "sources.line_time" if lead.time_ms else "sources.line"
    terminal.say(key, name=plain_name(lead.photo), because=because, time=time)


def _say_others(found: Sources, terminal: Terminal) -> None:
    """Those that resemble nothing are counted; whatever else stands in the way is told of each."""
    words = terminal.words
    unlike = [name for name, why in found.others if why is NotCompared.UNLIKE]
    if unlike:
        terminal.say("sources.unlike", count=len(unlike))
    for name, why in found.others:
        if isinstance(why, NotCompared):
            reason = words.say(f"sources.not.{why}")
        else:
            reason = words.reason(why)
        if why is not NotCompared.UNLIKE:
            terminal.say("sources.other", name=plain_name(name), why=reason)
