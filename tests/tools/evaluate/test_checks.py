from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.support.synthetic_people import PARTS
from tests.tools.evaluate.made_up import calibration, data_set, world
from tools.evaluate import checks
from tools.evaluate.calibrate import calibration_of
from tools.evaluate.cases import EAST_ASIAN, MEMBERS, OTHERS, Setting
from tools.evaluate.checks import Count, Tally, all_checked, checked, pooled
from tools.evaluate.crowds import crowds
from tools.evaluate.verification import verification


def test_users_find_their_other_photos_among_strangers(tmp_path: Path) -> None:
    made = world(tmp_path)
    setting = Setting("east_asian_women", 100, EAST_ASIAN, 1, 5)
    total = checked(made, calibration(made.data, made.seen), setting)
    assert len(total.users) == 8
    figures = total.figures()
    assert figures["found"].value >= 0.9
    together = figures["found strong"].value + figures["found some"].value
    assert together == pytest.approx(figures["found"].value)
    assert "8 users, 8 with enough photos" in str(total)


def test_a_member_of_the_crowd_meets_only_strangers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_USERS", 20)
    made = world(tmp_path)
    setting = Setting("white_women", 100, MEMBERS, 1, 0)
    total = checked(made, calibration(made.data, made.seen), setting)
    assert not total.of("appearances").any()
    figures = total.figures()
    assert "found" not in figures
    assert figures["strangers for each expected"].value <= 2.5
    assert len(total.users) == 20


def test_pooled_checks_of_one_person_stay_one_entry() -> None:
    one = Tally([Count(1, checks=2, found_some=1), Count(2, checks=2)])
    together = pooled([one, one + Tally([Count(3, checks=1)])])
    assert [user.person for user in together.users] == [1, 2, 3]
    assert together.of("checks").tolist() == [4, 4, 1]
    assert together.of("found_some").tolist() == [2, 0, 0]


def test_more_processes_come_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        monkeypatch.setenv(threads, "1")
    made = world(tmp_path)
    measured = calibration(made.data, made.seen)
    some = [Setting("white_women", 100, OTHERS, 1, appearances) for appearances in (1, 5)]
    alone, together = (list(all_checked(made, measured, some, count)) for count in (1, 2))
    assert [setting for setting, _ in alone] == some
    for (_, one), (_, other) in zip(alone, together, strict=True):
        assert one.of("person").tolist() == other.of("person").tolist()
        assert one.of("expected") == pytest.approx(other.of("expected"), rel=0.01)


def test_normalised_scores_keep_more_than_the_cosine(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    measured = calibration(data, seen)
    figures = verification(data, seen, measured)
    kept = "true pairs kept at 1e-03"
    assert figures[f"verification: normalised, {kept}"].value > 0.5
    found = crowds(data, seen, measured)
    assert all(0 <= figure.value <= 1 for figure in found.values())


def test_a_calibration_can_be_measured_on_half_of_the_people(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    half = replace(seen, usable=data.person % 2 == 0)
    made = calibration_of(data, half, PARTS, "open", "1")
    assert (np.diff(made.curve.rarity) >= 0).all()
    assert made.spread.shape == (100, seen.faces.shape[1])
    similarity = made.spread @ PARTS.centred(made.centres[0], seen.faces).T
    assert similarity.max() < 0.9
