"""What was measured of a model pack, and what stands in where nothing was."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from face.matching.parts import Parts
from face.matching.tail import Curve
from face.packs.catalogue import LISTINGS, OPEN
from face.packs.pipelines import parse, with_all_detectors

_DATA = Path(__file__).parents[1] / "data"

OPEN_WEIGHTS = (0.75, 0.25)
"""How much SFace and dlib's network count. SFace alone finds a few more of a woman's genuine photos
among others like her, both find more of her blended ones (docs/decisions/0107)."""

_UNMEASURED_SAME_PERSON = 0.15
"""Below this cosine, photos look like two people with every recogniser known to this program."""


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What is known of a pack's scores.

    Attributes:
        pipeline: Version of detector + alignment + recognisers that the vectors come from.
        calibrated: Whether this very pipeline was measured. If not, the crowd of the case alone
            says what is alike, and the curve is another pack's.
        origin: On what it was measured, when, how.
        parts: Of an embedding; none where unknown: then it is one part.
        same_person: The cosine below which two photos hardly ever are of one person.
        curve: How rare a score is among strangers.
        centres: Middles of broad groups of people, m x d, each the mean over at least 100 people,
            or none: where a small case lies before its own faces say so.
        spread: Made-up faces around a middle, n x d, as `Parts.seen_from` gives them: a crowd for a
            case that has none. Drawn from a normal distribution: none of them is anybody's face.
    """

    pack: str
    pipeline: str
    calibrated: bool
    origin: str
    parts: Parts
    same_person: float
    curve: Curve
    centres: NDArray[np.float32]
    spread: NDArray[np.float32]

    @classmethod
    def load(cls, pack: str, pipeline: str) -> "Calibration":
        """What ships for a pack; `calibrated` is False where it was not measured.

        Then what was measured of the same recognisers stands in, whatever found the faces.
        """
        tables = {path: _table(path) for path in sorted(_DATA.glob("*.json"))}
        whole = with_all_detectors(pipeline)
        for path, table in tables.items():
            if whole in table["pipelines"]:
                return _measured(pack, pipeline, path, table, calibrated=True)
        recognisers = _recognisers(pipeline)
        for path, table in tables.items():
            measured = [_recognisers(each) for each in table["pipelines"]]
            fits = recognisers in measured if recognisers else path.stem == pack
            if fits:
                return _measured(pack, pipeline, path, table, calibrated=False)
        return _unmeasured(pack, pipeline)

    def for_dimension(self, dimension: int) -> "Calibration":
        """The same, knowing how many numbers the embeddings have."""
        return self if self.parts.widths else replace(self, parts=Parts.single(dimension))


def write(
    calibration: Calibration, name: str, also: Sequence[str] = (), folder: Path = _DATA
) -> None:
    """Keep what was measured where `load` finds it.

    Args:
        name: Of the files.
        also: Further pipelines whose vectors are as good as the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table = {
        "pipelines": [calibration.pipeline, *also],
        "origin": calibration.origin,
        "widths": calibration.parts.widths,
        "weights": calibration.parts.weights,
        "same_person": round(calibration.same_person, 3),
        "curve": {
            "score": [round(float(x), 3) for x in calibration.curve.score],
            "rarity": [round(float(x), 3) for x in calibration.curve.rarity],
        },
    }
    text = json.dumps(table, indent=1, ensure_ascii=False) + "\n"
    (folder / f"{name}.json").write_text(text, "utf-8")
    np.savez_compressed(
        folder / f"{name}.npz",
        centres=calibration.centres.astype(np.float16),
        spread=calibration.spread.astype(np.float16),
    )


def _recognisers(pipeline: str) -> tuple[str, ...]:
    """Of a pipeline; none of a text that nobody can read."""
    found = parse(pipeline)
    return () if found is None else found.recognisers


def _table(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return table


def _measured(
    pack: str, pipeline: str, path: Path, table: dict[str, Any], *, calibrated: bool
) -> Calibration:
    with np.load(path.with_suffix(".npz"), allow_pickle=False) as kept:
        arrays = {name: np.asarray(kept[name], np.float32) for name in ("centres", "spread")}
    return Calibration(
        pack=pack,
        pipeline=pipeline,
        calibrated=calibrated,
        origin=str(table["origin"]),
        parts=Parts(tuple(table["widths"]), tuple(table["weights"])),
        same_person=float(table["same_person"]),
        curve=_curve(table["curve"]),
        centres=arrays["centres"],
        spread=arrays["spread"],
    )


def _unmeasured(pack: str, pipeline: str) -> Calibration:
    """The curve of the measured pack fits best what is not measured; its faces do not."""
    path = _DATA / f"{OPEN.name}.json"
    nobody = np.zeros((0, 0), np.float32)
    return Calibration(
        pack=pack,
        pipeline=pipeline,
        calibrated=False,
        origin="not measured",
        parts=_parts_of(pack, len(_recognisers(pipeline))),
        same_person=_UNMEASURED_SAME_PERSON,
        curve=_curve(_table(path)["curve"]) if path.is_file() else _EXPONENTIAL,
        centres=nobody,
        spread=nobody,
    )


def _parts_of(pack: str, recognisers: int) -> Parts:
    """Of a pack that brings a recogniser to the built-in ones: it counts as much as all of them.

    Args:
        recognisers: How many of them the vectors are of; 0: as many as the pack has.
    """
    listing = LISTINGS.get(pack)
    if listing is None or len(listing.recognisers) == 1:
        return _UNKNOWN
    if recognisers not in (0, len(listing.recognisers)):
        return _UNKNOWN
    *built_in, added = listing.recognisers
    widths = tuple(network.width for network in (*built_in, added))
    return Parts(widths, (*(weight / 2 for weight in OPEN_WEIGHTS), 0.5))


_UNKNOWN = Parts((), ())

_EXPONENTIAL = Curve(np.array([-1.0, 6.0]), np.array([0.0, 7.0]))
"""What the scores would follow if every tail were exponential."""


def _curve(points: dict[str, list[float]]) -> Curve:
    return Curve(np.array(points["score"]), np.array(points["rarity"]))
