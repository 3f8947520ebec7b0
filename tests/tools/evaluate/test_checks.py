from dataclasses import replace
from pathlib import Path

import numpy as np

from face.matching.calibration import Calibration
from face.matching.cohort import seen_from
from face.types import Floats
from tests.tools.evaluate.made_up import PHOTOS, data_set
from tools.evaluate.calibrate import calibration_of
from tools.evaluate.checks import EAST_ASIAN, MEMBERS, Setting, World, checked, settings
from tools.evaluate.crowds import crowds
from tools.evaluate.dataset import Dataset
from tools.evaluate.verification import verification


def calibration(data: Dataset, faces: Floats) -> Calibration:
    strangers = faces[data.crowd]
    centre = strangers.mean(axis=0)
    spread = seen_from(centre, strangers[:100])
    return replace(Calibration.load("open", ""), centres=centre[None], spread=spread)


def world(tmp_path: Path) -> World:
    data, faces = data_set(tmp_path)
    usable = np.ones(len(faces), np.bool_)
    photos = data.people[: 20 * PHOTOS]
    altered = {int(photo): faces[[photo, photo]] for photo in photos}
    return World(data, faces, usable, altered)


def test_users_find_their_other_photos_among_strangers(tmp_path: Path) -> None:
    made = world(tmp_path)
    setting = Setting("east_asian_women", 100, EAST_ASIAN, 1, 5)
    total = checked(made, setting, calibration(made.data, made.faces))
    assert total.checks == 8
    assert total.appearances == 8 * 5
    assert total.found >= 0.9 * total.appearances
    figures = total.figures(setting)
    assert len(figures) == 4
    assert all(name.startswith("checks: 100 east_asian_women") for name in figures)


def test_a_member_of_the_crowd_meets_only_strangers(tmp_path: Path) -> None:
    made = world(tmp_path)
    setting = Setting("white_women", 100, MEMBERS, 1, 0)
    total = checked(made, setting, calibration(made.data, made.faces))
    assert total.appearances == 0
    assert total.strangers <= 2.5 * total.expected


def test_a_case_never_holds_the_user_as_a_stranger(tmp_path: Path) -> None:
    made = world(tmp_path)
    rng = np.random.default_rng(0)
    user = made.users(EAST_ASIAN, "east_asian_women")[0]
    for size in (100, 2_000):
        strangers = made.strangers(Setting("white_women", size, EAST_ASIAN, 1, 0), user, rng)
        assert len(set(strangers.tolist())) == len(strangers)
        assert made.data.person[user] not in made.data.person[strangers]


def test_every_group_is_simulated(tmp_path: Path) -> None:
    data, _ = data_set(tmp_path)
    some = list(settings(data))
    assert {setting.group for setting in some} == {"east_asian_women", "white_women"}
    assert {setting.own for setting in some} == {1, 3, 5}
    assert len({str(setting) for setting in some}) == len(some)


def test_normalised_scores_keep_more_than_the_cosine(tmp_path: Path) -> None:
    data, faces = data_set(tmp_path)
    usable = np.ones(len(faces), np.bool_)
    figures = verification(data, faces, usable)
    kept = "true pairs kept at 1e-03"
    assert figures[f"verification: normalised, {kept}"].value > 0.5
    found = crowds(data, faces, usable, calibration(data, faces))
    assert all(0 <= figure.value <= 1 for figure in found.values())


def test_a_calibration_can_be_measured_on_half_of_the_people(tmp_path: Path) -> None:
    data, faces = data_set(tmp_path)
    half = data.person % 2 == 0
    made = calibration_of(data, faces, "open", "1", half)
    assert (np.diff(made.curve.rarity) >= 0).all()
    assert made.spread.shape == (100, faces.shape[1])
    similarity = made.spread @ seen_from(made.centres[0], faces).T
    assert similarity.max() < 0.9
