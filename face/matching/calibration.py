"""What was measured of a model pack, and what stands in where nothing was."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from face.matching.tail import Curve

_DATA = Path(__file__).parents[1] / "data"

_UNMEASURED_SAME_PERSON = 0.15
"""Below this cosine, photos look like two people with every recogniser known to this program."""


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What is known of a pack's scores.

    Attributes:
        pipeline: Version of detector + alignment + recogniser that the vectors come from.
        calibrated: Whether this very pipeline was measured. If not, the crowd of the case alone
            says what is alike, and the curve is another pack's.
        origin: On what it was measured, when, how.
        dimension: Of an embedding; 0 where unknown.
        same_person: The cosine below which two photos hardly ever are of one person.
        curve: How rare a score is among strangers.
        centres: Middles of broad groups of people, m x d, each the mean over at least 100 people,
            or none: where a small case lies before its own faces say so.
        spread: Made-up faces around a middle, n x d, unit length: a crowd for a case that has none.
            Drawn from a normal distribution: none of them is anybody's face.
    """

    pack: str
    pipeline: str
    calibrated: bool
    origin: str
    dimension: int
    same_person: float
    curve: Curve
    centres: NDArray[np.float32]
    spread: NDArray[np.float32]

    @classmethod
    def load(cls, pack: str, pipeline: str) -> "Calibration":
        """What ships for a pack; `calibrated` is False where it was not measured."""
        measured = _read(pack)
        if measured is None:
            return _unmeasured(pack, pipeline)
        table, arrays = measured
        return cls(
            pack=pack,
            pipeline=pipeline,
            calibrated=table["pipeline"] == pipeline,
            origin=str(table["origin"]),
            dimension=int(table["dimension"]),
            same_person=float(table["same_person"]),
            curve=_curve(table["curve"]),
            centres=arrays["centres"],
            spread=arrays["spread"],
        )


def write(calibration: Calibration, folder: Path = _DATA) -> None:
    """Keep what was measured where `load` finds it."""
    folder.mkdir(parents=True, exist_ok=True)
    table = {
        "pack": calibration.pack,
        "pipeline": calibration.pipeline,
        "origin": calibration.origin,
        "dimension": calibration.dimension,
        "same_person": round(calibration.same_person, 3),
        "curve": {
            "score": [round(float(x), 3) for x in calibration.curve.score],
            "rarity": [round(float(x), 3) for x in calibration.curve.rarity],
        },
    }
    text = json.dumps(table, indent=1, ensure_ascii=False) + "\n"
    (folder / f"{calibration.pack}.json").write_text(text, "utf-8")
    np.savez_compressed(
        folder / f"{calibration.pack}.npz",
        centres=calibration.centres.astype(np.float16),
        spread=calibration.spread.astype(np.float16),
    )


def _read(pack: str) -> tuple[dict[str, Any], dict[str, NDArray[np.float32]]] | None:
    path = _DATA / f"{pack}.json"
    if not path.is_file():
        return None
    table = json.loads(path.read_text("utf-8"))
    with np.load(_DATA / f"{pack}.npz", allow_pickle=False) as kept:
        arrays = {name: np.asarray(kept[name], np.float32) for name in ("centres", "spread")}
    return table, arrays


def _unmeasured(pack: str, pipeline: str) -> Calibration:
    """The curve of the measured pack fits best what is not measured; its faces do not."""
    measured = _read("open")
    curve = _EXPONENTIAL if measured is None else _curve(measured[0]["curve"])
    nobody = np.zeros((0, 0), np.float32)
    return Calibration(
        pack=pack,
        pipeline=pipeline,
        calibrated=False,
        origin="not measured",
        dimension=0,
        same_person=_UNMEASURED_SAME_PERSON,
        curve=curve,
        centres=nobody,
        spread=nobody,
    )


_EXPONENTIAL = Curve(np.array([-1.0, 6.0]), np.array([0.0, 7.0]))
"""What the scores would follow if every tail were exponential."""


def _curve(points: dict[str, list[float]]) -> Curve:
    return Curve(np.array(points["score"]), np.array(points["rarity"]))
