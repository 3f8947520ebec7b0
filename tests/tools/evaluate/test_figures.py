from pathlib import Path

from tools.evaluate.figures import Figure, Good, compared, rate, read, share, write


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
    figures = {"found": share(0.75, 16), "strangers": rate(4, 8)}
    path = tmp_path / "baseline.json"
    assert read(path) == {}
    write(figures, "pipeline", path)
    again = read(path)
    assert again["strangers"] == Figure(0.5, 0.25, Good.LOW)
    assert again["found"].value == 0.75
    assert again["found"].noise > 0.1
