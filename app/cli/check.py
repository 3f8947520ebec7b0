"""Check whether her face resembles faces in the case."""

from argparse import Namespace
from pathlib import Path

from app.check.check import Answer, check_photos
from app.cli import progress
from app.cli.arguments import USAGE
from app.cli.check_output import record, say_answer, say_photos
from app.cli.opening import open_case
from app.cli.packs import say_pack
from app.cli.terminal import Terminal
from app.enrol.attestation import Attestation
from app.enrol.errors import OwnPhotosUnusableError
from app.enrol.photo_feedback import MOST_PHOTOS
from app.program import Services
from app.scan.case_pack import pack_to_use


def check(options: Namespace, terminal: Terminal, services: Services) -> int | None:
    """`geoul check`."""
    if len(options.me) > MOST_PHOTOS:
        terminal.warn("usage.photos", most=MOST_PHOTOS)
        return USAGE
    with open_case(options, terminal, services) as case:
        pack = pack_to_use(case.info(), services.packs())
        say_pack(pack, terminal, services)
        photos = [Path(each) for each in options.me]
        try:
            with services.scanner(pack, children=1, crops=False, thorough=True) as scanner:
                job = check_photos(
                    case, photos, scanner, services.calibration, Attestation(options.attest)
                )
                answer = progress.run(job, terminal, "progress.photos")
        except OwnPhotosUnusableError as error:
            say_photos(error.photos, options.me, terminal)
            raise
    _tell(answer, options, terminal)
    return None


def _tell(answer: Answer, options: Namespace, terminal: Terminal) -> None:
    terminal.answer(record(answer))
    say_photos(answer.photos, options.me, terminal)
    if answer.differ:
        first, second = answer.differ
        terminal.warn("photos.differ", first=first, second=second)
    say_answer(answer, options.case, terminal)
