"""The calibration of a model pack, and a substitute for packs that were never measured."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from face.matching.embedding_parts import EmbeddingParts
from face.matching.impostor_tail import RarityCurve
from face.packs.catalogue import LISTINGS, OPEN
from face.packs.pipelines import parse, with_all_detectors

_DATA = Path(__file__).parents[1] / "data"

OPEN_WEIGHTS = (0.75, 0.25)
"""Weights of SFace and dlib's network. SFace alone finds a few more of a woman's genuine photos
among people like her, both together find more blended ones (docs/decisions/0107)."""

_UNMEASURED_SAME_PERSON = 0.15
"""Below this cosine, photos look like two people with every recogniser known to this program."""


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """Everything that was measured of a pack's scores.

    Attributes:
        pipeline: Version of detector + alignment + recognisers that the embeddings come from.
        calibrated: Whether this very pipeline was measured. If not, the cohort of the case alone
            says what is alike, and the curve is another pack's.
        origin: On which photos, when and how it was measured.
        parts: The parts of an embedding; without widths where unknown: then it has one part.
        same_person: The cosine below which two photos hardly ever show one person.
        curve: How rare a normalised score is among strangers.
        centres: Centres of broad groups of people, m x d, each the mean over at least 100 people;
            may be empty. They tell where the faces of a small case are likely to lie.
        spread: Synthetic faces around a centre, n x d, as `EmbeddingParts.centred` returns them: a
            cohort for a case without enough faces. They are drawn from a normal distribution, so
            that none is the face of a person.
    """

    pack: str
    pipeline: str
    calibrated: bool
    origin: str
    parts: EmbeddingParts
    same_person: float
    curve: RarityCurve
    centres: NDArray[np.float32]
    spread: NDArray[np.float32]

    @classmethod
    def load(cls, pack: str, pipeline: str) -> "Calibration":
        """Load the calibration of a pipeline; `calibrated` is False where there is none.

        Then the calibration of the same recognisers with other detectors is used, or that of the
        `open` pack.
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
        """Return the calibration with the dimension of the embeddings filled in
        where it was unknown.
        """
        return self if self.parts.widths else replace(self, parts=EmbeddingParts.single(dimension))


def write(
    calibration: Calibration, name: str, also: Sequence[str] = (), folder: Path = _DATA
) -> None:
    """Write a calibration to the files that `Calibration.load` reads.

    Args:
        name: Name of the files, without ending.
        also: Further pipelines whose embeddings are as good as the same.
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
    """Return the recognisers of a pipeline; none where the text cannot be parsed."""
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
        parts=EmbeddingParts(tuple(table["widths"]), tuple(table["weights"])),
        same_person=float(table["same_person"]),
        curve=_curve(table["curve"]),
        centres=arrays["centres"],
        spread=arrays["spread"],
    )


def _unmeasured(pack: str, pipeline: str) -> Calibration:
    """Return a calibration without measurements, but with the curve of the `open`
    pack, which fits best.
    """
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


def _parts_of(pack: str, recognisers: int) -> EmbeddingParts:
    """Return the parts of a pack that adds a recogniser, which weighs as much as the built-in ones.

    Args:
        recognisers: Number of recognisers that the embeddings come from; 0: all of the pack's.
    """
    listing = LISTINGS.get(pack)
    if listing is None or len(listing.recognisers) == 1:
        return _UNKNOWN
    if recognisers not in (0, len(listing.recognisers)):
        return _UNKNOWN
    *built_in, added = listing.recognisers
    widths = tuple(network.width for network in (*built_in, added))
    return EmbeddingParts(widths, (*(weight / 2 for weight in OPEN_WEIGHTS), 0.5))


_UNKNOWN = EmbeddingParts((), ())

_EXPONENTIAL = RarityCurve(np.array([-1.0, 6.0]), np.array([0.0, 7.0]))
"""The curve that scores would follow if every tail were exponential."""


def _curve(points: dict[str, list[float]]) -> RarityCurve:
    return RarityCurve(np.array(points["score"]), np.array(points["rarity"]))
