"""List the model packs and whom each tells apart poorly, and add one."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.terminal import Terminal
from app.errors import FileMissingError
from app.program import Services
from app.scan.pack_text import (
    RECOMMENDED_PACKS,
    licence_name,
    measured_on_text,
    missing_part_lines,
    people_text,
)
from face.packs import DEFAULT_PACK

if TYPE_CHECKING:
    from face.packs.registry import Pack


def list_packs(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul models`."""
    packs = services.packs()
    terminal.answer({"packs": [_record(pack) for pack in packs]})
    terminal.say("models.heading")
    for pack in packs:
        _say(pack, terminal)
    terminal.say("models.how")


def add_pack(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul models add`."""
    path = Path(options.path)
    if not (path.is_file() or path.is_dir()):  # reading a pipe would wait for ever
        raise FileMissingError(options.path)
    added = services.add_pack(path)
    terminal.answer(
        {
            "pack": added.name,
            "licence": str(added.licence),
            "files": [{"name": file.name, "sha256": file.sha256} for file in added.files],
            "unknown": list(added.unknown),
        }
    )
    terminal.say("models.added", name=added.name)
    terminal.say("models.licence", text=licence_name(added.licence, terminal.words))
    if added.unknown:
        terminal.warn("models.unknown_files", files=", ".join(added.unknown))
    if added.name not in {pack.name for pack in services.packs() if pack.calibrated}:
        terminal.warn("models.uncalibrated")


def say_pack(name: str, terminal: Terminal, services: Services) -> None:
    """Say what to know before a pack is used: licence, weaknesses, better packs to add.

    Of the built-in pack, where it cannot be used, it says what is missing.
    """
    packs = services.packs()
    pack = next((each for each in packs if each.name == name), None)
    if pack is None:
        return
    say = terminal.remark if terminal.json else terminal.say
    if pack.installed:
        say("pack.used", pack=name)
        say_licence(name, terminal, services)
    for lack in missing_part_lines(pack, terminal.words):
        (terminal.err.write if terminal.json else terminal.out.write)(lack + "\n")
    if not pack.installed:
        return
    if pack.poor_at:
        say("pack.poor", people=people_text(pack.poor_at, terminal.words))
    if all(each.name == DEFAULT_PACK for each in packs if each.installed):
        say("pack.add", packs=", ".join(RECOMMENDED_PACKS))


def say_licence(name: str, terminal: Terminal, services: Services) -> None:
    """Say what the makers of an added pack allow, before it is used."""
    say = terminal.remark if terminal.json else terminal.say
    for pack in services.packs():
        if pack.name == name != DEFAULT_PACK:
            say("models.licence", text=licence_name(pack.licence, terminal.words))


def _record(pack: "Pack") -> dict[str, object]:
    return {
        "name": pack.name,
        "installed": pack.installed,
        "licence": str(pack.licence),
        "dimension": pack.dimension,
        "pipeline": pack.pipeline,
        "files": [{"name": file.name, "sha256": file.sha256} for file in pack.files],
        "calibrated": pack.calibrated,
        "measured_on": pack.measured_on,
        "poor_at": [str(people) for people in pack.poor_at],
        "lacks": [
            {"file": lack.file, "package": lack.package, "damaged": lack.damaged}
            for lack in pack.lacks
        ],
    }


def _say(pack: "Pack", terminal: Terminal) -> None:
    terminal.say("models.installed" if pack.installed else "models.missing", name=pack.name)
    terminal.say("models.licence", text=licence_name(pack.licence, terminal.words))
    if not pack.installed:
        terminal.say("models.files", files=", ".join(file.name for file in pack.files))
    if measured := measured_on_text(pack, terminal.words):
        terminal.say("models.measured", text=measured)
    if not pack.calibrated:
        terminal.say("models.uncalibrated")
    if pack.poor_at:
        terminal.say("models.poor", people=people_text(pack.poor_at, terminal.words))
    for lack in missing_part_lines(pack, terminal.words):
        terminal.write(f"  {lack}")
