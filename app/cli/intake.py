"""Intake: add content or a link to a case, and note where its items come from."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.cases.item_numbers import parse_item_numbers
from app.cases.source_fields import MESSAGE_TIME
from app.cli.opening import open_case
from app.cli.packs import say_licence
from app.cli.progress import run_with_progress
from app.cli.scan import (
    item_names,
    pack_wanted,
    reader_answers,
    say_not_scanned,
    say_scan_counts,
    scan_case,
    scan_record,
)
from app.cli.terminal import Terminal
from app.intake import Obstacle, QuestionKind
from app.intake.add import AddResult
from app.intake.add import add as add_job
from app.intake.add_link import add_link
from app.intake.errors import LinkWithFilesError, UnknownFieldError
from app.intake.provenance import (
    FIELDS,
    PHOTO,
    FieldValues,
    ProvenanceChange,
    change_provenance,
    parse_value,
    photo_hash,
)
from app.intake.provenance_table import (
    ProvenanceTableError,
    TableLine,
    TableResult,
    apply_table,
    fault_lines,
    read_provenance_table,
)
from app.intake.source_details import SourceDetails
from app.messages import plain_name
from app.program import Services
from app.scan.case_pack import older_scans
from app.scan.scan import ScanResult
from storage.case import Case

QUESTION_TEXTS = {QuestionKind.PASSWORD: "question.password", QuestionKind.OWNER: "question.owner"}


def add(options: Namespace, terminal: Terminal, services: Services) -> int:
    """Run `geoul add`; exit status 1 when something named on the command line is missing."""
    told = _source_details(options)
    if options.link and options.path:
        raise LinkWithFilesError
    lines = _read_table(options, terminal)
    with open_case(options, terminal, services) as case:
        pack = pack_wanted(options, case, services)
        say_licence(pack, terminal, services)
        paths = [Path(each) for each in options.path]
        answers = reader_answers(options, terminal)
        added = run_with_progress(add_job(case, paths, told, answers), terminal, "progress.find")
        again = bool(options.pack)  # else what is new would not be comparable with what was there
        scanned = scan_case(case, pack, answers, terminal, services, again=again)
        link = add_link(case, told) if options.link else None
        kept = _keep_table(case, lines, options, terminal)
        names = item_names(case, scanned)
        older = older_scans(case.info().packs, pack, services.pipeline(pack))
    terminal.answer({**_add_record(added, scanned, names), **_described_record(link, kept)})
    _say_link(link, terminal)
    _say_added(added, scanned, names, terminal)
    if kept is not None:
        terminal.say("add.described", count=len(kept.changed), links=kept.links)
    terminal.blank()
    if older.items:
        terminal.say("otherwise.add", count=older.items)
    terminal.say("add.next")
    return 1 if any(blocked.reason is Obstacle.MISSING for blocked in added.blocked) else 0


def _keep_table(
    case: Case, lines: Sequence[TableLine], options: Namespace, terminal: Terminal
) -> TableResult | None:
    """Store what the table of --meta says; None without one."""
    if not options.meta:
        return None
    with _faults_reported(terminal):
        return apply_table(case, Path(options.meta), lines, options.role)


def _add_record(added: AddResult, scanned: ScanResult, names: dict[int, str]) -> dict[str, object]:
    return {
        "new": added.new,
        "known": added.known,
        "absent": added.absent,
        "blocked": [
            {"name": blocked.name, "path": blocked.path, "reason": str(blocked.reason)}
            for blocked in added.blocked
        ],
        "system_files": [each.path for each in added.system_files],
        **scan_record(scanned, names),
    }


def _described_record(link: bool | None, kept: TableResult | None) -> dict[str, object]:
    links = int(bool(link)) + (kept.links if kept else 0)
    return {"links": links, "described": list(kept.changed) if kept else []}


def _say_link(link: bool | None, terminal: Terminal) -> None:
    if link is not None:
        terminal.say("add.link_new" if link else "add.link_known")


def _say_added(
    added: AddResult, scanned: ScanResult, names: dict[int, str], terminal: Terminal
) -> None:
    terminal.say("add.new", count=added.new)
    terminal.say("add.known", count=added.known)
    if added.absent:
        terminal.say("add.absent", count=added.absent)
    if added.system_files:
        terminal.say("add.system_files", count=len(added.system_files))
    say_scan_counts(scanned, terminal)
    reason = terminal.words.reason
    if added.blocked:
        terminal.say("add.blocked", count=len(added.blocked))
    for blocked in added.blocked:
        name = plain_name(blocked.name or blocked.path)
        terminal.say("blocked.line", name=name, why=reason(blocked.reason))
    for question in added.questions:
        terminal.say(QUESTION_TEXTS[question.asked], name=plain_name(question.name))
    say_not_scanned(scanned, names, terminal)


MOST_FAULTS = 20
"""How many faults of a table are listed; the others are counted."""


def note(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul note`."""
    numbers = parse_item_numbers(options.items)
    said = _typed_fields(options)
    with open_case(options, terminal, services) as case:
        changed = change_provenance(
            case,
            [ProvenanceChange(each, said, only_missing=options.only_missing) for each in numbers],
            options.role,
        )
    terminal.answer({"items": numbers, "changed": list(changed), "fields": sorted(said)})
    terminal.say("note.changed", count=len(changed), of=len(numbers))


def _source_details(options: Namespace) -> SourceDetails:
    """Return the details that the options of `geoul add` give for every item of it.

    Raises:
        InvalidValueError: The text of --time is no time.
    """
    time = parse_value(MESSAGE_TIME, options.time)
    return SourceDetails(
        url=options.link or options.url,
        platform=options.platform,
        note=options.note,
        role=options.role,
        post_title=options.title,
        room_title=options.room,
        room_link=options.room_link,
        sender_username=options.account,
        message_time_unix=None if time is None else int(time),
        how_obtained=options.how,
        personal_data=options.personal_data,
    )


def _read_table(options: Namespace, terminal: Terminal) -> Sequence[TableLine]:
    """Read the table of --meta, if there is one, and report its faults."""
    if not options.meta:
        return ()
    with _faults_reported(terminal):
        return read_provenance_table(Path(options.meta))


@contextmanager
def _faults_reported(terminal: Terminal) -> Iterator[None]:
    """Report the faults of a table line by line, before the error."""
    try:
        yield
    except ProvenanceTableError as error:
        terminal.err.writelines(
            f"{line}\n" for line in fault_lines(error, terminal.words, MOST_FAULTS)
        )
        raise


def _typed_fields(options: Namespace) -> FieldValues:
    said = {}
    for pair in options.fields:
        field, equals, text = pair.partition("=")
        if not equals or field not in FIELDS:
            raise UnknownFieldError(field)
        said[field] = parse_value(field, text)
    if options.photo:
        said[PHOTO] = photo_hash(Path(options.photo))
    return said
