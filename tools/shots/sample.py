"""A sample case in the middle of the work: content scanned, own photos given, a check answered."""

from collections.abc import Callable
from pathlib import Path

from app.enrol.attestation import Attestation
from app.intake.source_details import SourceDetails
from storage.case import Case
from storage.types import KeptMedia
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, SOMEBODY_ELSE
from tools.shots.drawing import draw, draw_moving
from ui.session.session import Session

PASSPHRASE = "a sample passphrase"  # noqa: S105 - of a case that is thrown away
PEOPLE = (SOMEBODY, SOMEBODY_ELSE, (90, 180, 60), (180, 150, 60), (150, 60, 180))

Wait = Callable[[Callable[[], bool]], object]
"""Lets the window run until a condition holds."""


def write_content(folder: Path) -> Path:
    """Write pictures of several people, her among them, and one file that cannot be scanned."""
    content = folder / "reported"
    content.mkdir()
    for number, somebody in enumerate(PEOPLE):
        draw(content / f"IMG_{4102 + number}.png", somebody)
    draw(content / "IMG_4120.png", ME)
    draw(content / "IMG_4121.png", SOMEBODY, ME_ANOTHER_DAY)
    draw(content / "IMG_4122.png")
    draw_moving(content / "clip_07.gif", [SOMEBODY], [ME, SOMEBODY_ELSE], [SOMEBODY])
    (content / "IMG_4130.png").write_bytes(draw(folder / "whole.png", ME).read_bytes()[:400])
    return content


def write_own_photos(folder: Path) -> list[Path]:
    """Write two own photos: one that can be used, and one with two people."""
    own = folder / "own"
    own.mkdir(exist_ok=True)
    return [draw(own / "me.png", ME), draw(own / "us.png", ME_ANOTHER_DAY, SOMEBODY)]


def open_case(session: Session, folder: Path, wait: Wait) -> None:
    """Make the case, add the content, and wait until it was scanned."""
    session.create(folder / "notes", PASSPHRASE, KeptMedia.NONE, True, lambda _: None, _raise)
    wait(lambda: session.is_open)
    session.intake.add([write_content(folder)], SourceDetails())
    wait(lambda: not session.intake.busy)


def open_check_copy(session: Session, folder: Path, wait: Wait) -> None:
    """Make a check copy of the open case, and open it instead."""
    copies: list[str] = []

    def copy(case: Case) -> str:
        return case.write_check_copy(folder / "copy", PASSPHRASE)

    session.ask(copy, copies.append)
    wait(lambda: bool(copies))
    session.close()
    session.open(folder / "copy", PASSPHRASE, _raise)
    wait(lambda: session.is_check_copy)


def check(session: Session, folder: Path, wait: Wait) -> None:
    """Give own photos, and check."""
    session.own_face.add(write_own_photos(folder))
    wait(lambda: len(session.own_face.state.photos) == 2 and not session.own_face.waiting)
    session.check.start(Attestation.SELF)
    wait(lambda: session.check.answer is not None)


def _raise(error: Exception) -> None:
    raise error
