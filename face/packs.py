"""The model packs: what there is, what is installed, how to open one."""

from dataclasses import dataclass
from pathlib import Path

from face.detections import FindsFacesInBatch
from face.embed import Recogniser
from face.errors import UnknownPackError
from face.open_pack import open_detector, open_recogniser


@dataclass(frozen=True, slots=True, eq=False)
class Networks:
    """The networks of a pack, ready to run."""

    detector: FindsFacesInBatch
    recogniser: Recogniser
    pipeline: str


def open_networks(pack: str, threads: int, models: Path | None) -> Networks:
    """Load the networks of a pack."""
    if pack != "open":
        raise UnknownPackError(pack)
    return Networks(open_detector(threads), open_recogniser(threads), "open-1")
