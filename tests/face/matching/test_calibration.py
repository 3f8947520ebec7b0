from pathlib import Path

import numpy as np
import pytest

from face.matching import calibration
from face.matching.calibration import Calibration
from face.matching.cohort_selection import MIN_COHORT_SIZE
from face.packs.catalogue import DLIB, SFACE, Network
from face.packs.registry import open_pipeline


@pytest.mark.parametrize("recognisers", [(SFACE, DLIB), (SFACE,), (DLIB,)])
def test_the_open_pack_ships_what_was_measured(recognisers: tuple[Network, ...]) -> None:
    shipped = Calibration.load("open", open_pipeline(recognisers))
    assert shipped.calibrated
    assert shipped.parts.widths == (128,) * len(recognisers)
    assert "Measured" in shipped.origin
    dimension = 128 * len(recognisers)
    assert shipped.spread.shape == (MIN_COHORT_SIZE, dimension)
    assert shipped.centres.shape[1] == dimension
    assert 0.2 < shipped.same_person < 1


def test_what_an_early_version_looked_at_is_measured_too() -> None:
    shipped = Calibration.load("open", "open search-6 views-1 09189dea+55533b28")
    assert shipped.calibrated
    assert shipped.parts.widths == (128,)


@pytest.mark.parametrize("recognisers", ["fb143eea+55533b28", "fb143eea", "55533b28"])
def test_without_the_detector_that_searches_it_is_as_measured(recognisers: str) -> None:
    whole = Calibration.load("open", f"open search-7 views-2 09189dea+{recognisers}")
    pipeline = f"open search-7 views-2 09189dea-49f000ec+{recognisers}"
    found = Calibration.load("open", pipeline)
    assert found.calibrated
    assert found.pipeline == pipeline
    assert (found.parts, found.same_person) == (whole.parts, whole.same_person)


DLIB_ALONE, BOTH = "55533b28", "fb143eea+55533b28"


@pytest.mark.parametrize(
    ("pack", "search", "detector", "recognisers"),
    [
        ("open", "search-5", "09189dea", DLIB_ALONE),
        ("open", "search-7", "49f000ec", DLIB_ALONE),
        ("open", "search-7", "49f000ec", BOTH),
        ("open+auraface", "search-7", "09189dea", BOTH),
    ],
    ids=["an early search", "one detector and one recogniser", "one detector", "part of a pack"],
)
def test_what_was_measured_of_the_same_recognisers_stands_in(
    pack: str, search: str, detector: str, recognisers: str
) -> None:
    pipeline = f"{pack} {search} views-2 {detector}+{recognisers}"
    found = Calibration.load(pack, pipeline)
    assert (found.pack, found.pipeline) == (pack, pipeline)
    assert not found.calibrated
    dimension = 128 * len(recognisers.split("+"))
    assert found.parts.dimension == found.spread.shape[1] == found.centres.shape[1] == dimension


def test_of_a_part_of_an_added_pack_the_parts_are_unknown() -> None:
    alone = Calibration.load("open+sface", "open+sface search-7 views-2 09189dea+0ba9fbfa")
    assert alone.parts.widths == ()
    assert alone.for_dimension(128).parts.dimension == 128


def test_an_added_recogniser_counts_as_much_as_the_built_in_ones() -> None:
    parts = Calibration.load("open+auraface", "whatever").parts
    assert parts.widths == (128, 128, 512)
    assert parts.weights[2] == sum(parts.weights[:2]) == 0.5


def test_another_pipeline_is_not_called_calibrated() -> None:
    assert not Calibration.load("open", "some other version").calibrated


def test_an_unknown_pack_gets_a_curve_but_no_faces() -> None:
    unknown = Calibration.load("no such pack", "1")
    assert not unknown.calibrated
    assert unknown.parts.widths == ()
    assert len(unknown.spread) == len(unknown.centres) == 0
    assert unknown.curve.rarity_of(np.array(5.0)) > unknown.curve.rarity_of(np.array(1.0))


def test_the_shipped_curve_only_rises() -> None:
    curve = Calibration.load("open", "").curve
    assert (np.diff(curve.score) > 0).all()
    assert (np.diff(curve.rarity) > 0).all()


def test_the_made_up_faces_are_nobodys() -> None:
    """Draws from one normal distribution: as far from each other as chance has it, no repeats."""
    spread = Calibration.load("open", "").spread
    similarity = spread @ spread.T - 2 * np.eye(len(spread))
    assert similarity.max() < 0.75
    assert np.allclose(np.linalg.norm(spread, axis=1), 1, atol=1e-3)


def test_what_is_written_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Calibration.load("open", "")
    calibration.write(shipped, "open", folder=tmp_path)
    monkeypatch.setattr(calibration, "_DATA", tmp_path)
    again = Calibration.load("open", shipped.pipeline)
    assert again.calibrated
    assert again.origin == shipped.origin
    assert np.array_equal(again.curve.rarity, shipped.curve.rarity)
    assert np.array_equal(again.spread, shipped.spread)
