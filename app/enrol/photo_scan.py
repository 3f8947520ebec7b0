"""Open own photos, have them scanned, and wipe what was found in them."""

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.intake import as_on_disk
from app.intake.photo_file import NamedOpener, photo_file
from app.job import Job, Progress
from app.sandbox.interfaces import FaceScanner
from face.errors import UnreadableMediaError
from face.types import Scan

_NUMBERED_PATH = re.compile(r"(.+):([0-9]{1,9})", re.DOTALL)


def numbered_photo(path: Path) -> NamedOpener:
    """Take a path that may end with the number of her face in the photo, as in group.jpg:2.

    The photo is called by its whole path, so that two of one name are told apart. A file whose
    name really ends so is taken as a photo without a number.
    """
    numbered = _NUMBERED_PATH.fullmatch(str(path))
    if numbered is None or os.path.lexists(as_on_disk(path)):
        return replace(photo_file(path), name=str(path))
    return replace(photo_file(Path(numbered[1])), name=numbered[1], face=int(numbered[2]))


def scan_photos(
    photos: Sequence[NamedOpener], scanner: FaceScanner
) -> Job[list[Scan | UnreadableMediaError]]:
    """Scan photos in child processes.

    When the job is stopped or fails, every face found so far is wiped.

    Returns:
        A scan, or the reason why there is none, for each photo in their order. The caller wipes
        them.
    """
    results: dict[int, Scan | UnreadableMediaError] = {}
    jobs = ((number, photo.open) for number, photo in enumerate(photos))
    try:
        yield Progress(0, len(photos))
        with closing(scanner.scan_all(jobs)) as outcomes:
            for outcome in outcomes:
                if outcome is not None:
                    results[outcome[0]] = outcome[1]
                yield Progress(len(results), len(photos))
    except BaseException:
        wipe_scans(results.values())
        raise
    return [results[number] for number in range(len(photos))]


def wipe_scans(results: Iterable[Scan | UnreadableMediaError]) -> None:
    """Overwrite the embeddings of scans; the bytes in which they arrived cannot be reached."""
    scans = [result for result in results if isinstance(result, Scan)]
    for track in (track for scan in scans for track in scan.tracks):
        for embedding in (track.embedding, *(seen.face.embedding for seen in track.faces)):
            if embedding.flags.writeable:
                embedding.fill(0)
