"""Say where items are from: typed field by field, or in a table."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.cases.item_numbers import item_numbers
from app.cli.opening import open_case
from app.cli.terminal import Terminal
from app.intake.errors import UnknownFieldError
from app.intake.provenance import (
    FIELDS,
    PHOTO,
    TIME,
    ProvenanceChange,
    Said,
    change,
    photo_hash,
    value,
)
from app.intake.provenance_table import ProvenanceTableError, TableLine, read_provenance
from app.intake.provenance_table import fault_lines
from app.intake.source_details import SourceDetails
from app.program import Services

MOST = 20
"""So many faults of a table are told; the others are counted."""


def note(options: Namespace, terminal: Terminal, services: Services) -> None:
    """`geoul note`."""
    numbers = item_numbers(options.items)
    said = _said(options)
    with open_case(options, terminal, services) as case:
        changed = change(case, [ProvenanceChange(number, said) for number in numbers], options.role)
    terminal.answer({"items": numbers, "changed": list(changed), "fields": sorted(said)})
    terminal.say("note.changed", count=len(changed), of=len(numbers))


def told_of(options: Namespace) -> SourceDetails:
    """What the options of `geoul add` say of all that is added.

    Raises:
        ValueUnfitError: The time is none.
    """
    time = value(TIME, options.time)
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
    )


def read_table(options: Namespace, terminal: Terminal) -> Sequence[TableLine]:
    """The table that `geoul add` was given, if it was; what is wrong in it is told."""
    if not options.meta:
        return ()
    with telling_faults(terminal):
        return read_provenance(Path(options.meta))


@contextmanager
def telling_faults(terminal: Terminal) -> Iterator[None]:
    """What is wrong in a table is told line by line, before the error."""
    try:
        yield
    except ProvenanceTableError as error:
        terminal.err.writelines(f"{line}\n" for line in fault_lines(error, terminal.words, MOST))
        raise


def _said(options: Namespace) -> Said:
    said = {}
    for pair in options.fields:
        field, equals, text = pair.partition("=")
        if not equals or field not in FIELDS:
            raise UnknownFieldError(field)
        said[field] = value(field, text)
    if options.photo:
        said[PHOTO] = photo_hash(Path(options.photo))
    return said
