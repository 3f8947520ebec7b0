from pathlib import Path

import numpy as np
import pytest

from tools.evaluate.figures import Figure, Good, compared, per, read, share, write


def test_a_change_within_noise_is_no_change() -> None:
    before = {"found": Figure(0.80, 0.02, Good.HIGH)}
    assert compared({"found": Figure(0.83, 0.02, Good.HIGH)}, before) == ([], [])


def test_better_and_worse_are_told_apart() -> None:
    before = {
        "found": Figure(0.8, 0.01, Good.HIGH),
        "strangers": Figure(0.1, 0.01, Good.LOW),
        "told": Figure(1.1, 0.01, Good.NEAR_ONE),
    }
    now = {
        "found": Figure(0.9, 0.01, Good.HIGH),
        "strangers": Figure(0.2, 0.01, Good.LOW),
        "told": Figure(0.5, 0.01, Good.NEAR_ONE),
        "new": Figure(1.0, 0.0, Good.HIGH),
    }
    better, worse = compared(now, before)
    assert better == ["found: 0.800 -> 0.900"]
    assert worse == ["strangers: 0.100 -> 0.200", "told: 1.100 -> 0.500"]


def test_the_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    figures = {"found": share(0.75, 16), "strangers": Figure(0.5, 0.25, Good.LOW)}
    path = tmp_path / "baseline.json"
    assert read(path) == {}
    write(figures, "pipeline", path)
    again = read(path)
    assert again["strangers"] == Figure(0.5, 0.25, Good.LOW)
    assert again["found"].value == 0.75
    assert again["found"].noise > 0.1
    assert path.read_text("utf-8").count("\n") == 1 + len(figures) + 1


def test_what_is_neither_good_nor_bad_gets_neither_better_nor_worse() -> None:
    before = {"found some": Figure(0.2, 0.01, Good.NEITHER)}
    assert compared({"found some": Figure(0.9, 0.01, Good.NEITHER)}, before) == ([], [])


def test_the_noise_of_a_ratio_comes_from_how_much_people_differ() -> None:
    checks = np.ones(50)
    even = per(np.ones(50), checks, Good.LOW)
    one_person = per(np.r_[50.0, np.zeros(49)], checks, Good.LOW)
    assert even.value == one_person.value == 1.0
    assert even.noise == pytest.approx(1 / 50)
    assert one_person.noise == pytest.approx(1.0, rel=0.02)


def test_what_never_happened_may_be_one_event_off() -> None:
    assert per(np.zeros(20), np.full(20, 2.0), Good.LOW) == Figure(0.0, 1 / 40, Good.LOW)
