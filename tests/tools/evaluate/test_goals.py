from tools.evaluate.figures import Figure, Good, share
from tools.evaluate.goals import goals, look_alikes


def told(value: float, noise: float = 0.1) -> Figure:
    return Figure(value, noise, Good.NEAR_ONE)


def figures(ratio: Figure, strong: Figure) -> dict[str, Figure]:
    kind = "200 black_women and others, other user"
    return {
        f"checks: {kind}, 1 own, 0 appearances: strangers for each expected": told(1.0),
        f"checks: {kind}, 1 own, 5 appearances: strangers for each expected": ratio,
        f"checks: {kind}, 1 own, 0 appearances: strong strangers a check": told(0.0),
        f"checks: {kind}, 1 own, 5 appearances: strong strangers a check": strong,
        f"pooled: {kind}: strong strangers a check": told(0.03, 0.01),
    }


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert {goal.met for goal in goals({})} == {None}
    assert all("not measured" in str(goal) for goal in goals({}))


def test_a_share_is_held_against_the_least_that_is_wanted() -> None:
    name = "verification: normalised, true pairs kept at 1e-03"
    for value, met in ((0.994, True), (0.992, False)):
        goal = goals({name: share(value, 1000)})[0]
        assert goal.met is met
        assert f"{value:.3f}" in goal.reached


def test_changed_pictures_are_held_against_upright_ones() -> None:
    some = {
        "detection: upright, found": share(0.99, 100),
        "detection: mirrored, found": share(0.98, 100),
        "detection: half size, found": share(0.96, 100),
    }
    found = next(goal for goal in goals(some) if "changed pictures, found" in goal.text)
    assert found.met is False
    assert "3.0 points fewer (half size, found)" in found.reached


def test_strangers_in_every_setting_are_held_against_those_told() -> None:
    within, strong = look_alikes(figures(told(1.9), told(0.1)))
    assert within.met is True
    assert within.text.startswith("black_women: ")
    assert "2 of 2 settings" in within.reached
    assert strong.met is True
    within, strong = look_alikes(figures(told(2.1), told(0.2, 0.01)))
    assert within.met is False
    assert "1 of 2 settings, 0 outside beyond noise" in within.reached
    assert "(200 black_women and others, other user, 1 own, 5 appearances)" in within.reached
    assert strong.met is False
    assert "1 of 2 settings above, 1 beyond noise" in strong.reached
    assert "pooled 0.030 ± 0.010" in strong.reached


def test_too_few_strangers_are_outside_as_well() -> None:
    within, _ = look_alikes(figures(told(0.2), told(0.0)))
    assert within.met is False
    assert "1 outside beyond noise" in within.reached


def test_young_women_are_to_meet_few_strangers_and_as_many_as_told() -> None:
    def reached(strong: float, ratio: float) -> dict[str, bool | None]:
        name = "young East Asian women, 1 own"
        some = {
            f"{name}: strong strangers a check": Figure(strong, 0.01, Good.LOW),
            f"{name}: strangers for each expected": told(ratio),
        }
        made = goals(some)
        return {g.text: g.met for g in made if g.text.startswith(name) and g.met is not None}

    assert list(reached(0.1, 2.0).values()) == [True, True]
    assert list(reached(0.2, 4.8).values()) == [False, False]


def test_every_kind_of_fake_is_to_be_found() -> None:
    some = {
        "fakes: mask, East Asian: found": share(0.5, 40),
        "fakes: mask, other: found": share(0.8, 40),
        "fakes: mask, other: found strong": share(0.1, 40),
    }
    made = next(goal for goal in goals(some) if goal.text.startswith("fakes"))
    assert made.met is False
    assert made.reached == "1 of 2; not mask, East Asian 50%"
