"""Say which of the person's own photos an item was likely made from."""

from argparse import Namespace
from pathlib import Path

from app.cli import progress
from app.cli.opening import open_case
from app.cli.terminal import Terminal
from app.enrol.attestation import Attestation
from app.program import Services
from app.review.source_photos import Appearance, SourcePhotos, find_source_photos
from app.review.source_photos_text import other_lines, source_photo_lines


def sources(options: Namespace, terminal: Terminal, services: Services) -> None:
    """`geoul sources`."""
    photos = Path(options.photos)
    of, attestation = Appearance(options.item, options.face), Attestation(options.attest)
    with open_case(options, terminal, services) as case:
        job = find_source_photos(case, services, of, photos, attestation)
        found = progress.run(job, terminal, "progress.photos")
    terminal.answer(_record(options.item, found))
    _say(options.item, found, terminal)


def _record(item: int, found: SourcePhotos) -> dict[str, object]:
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


def _say(item: int, found: SourcePhotos, terminal: Terminal) -> None:
    terminal.write(*source_photo_lines(item, found, terminal.words))
    terminal.write(*other_lines(found, terminal.words))
    terminal.blank()
    terminal.say("sources.what")
