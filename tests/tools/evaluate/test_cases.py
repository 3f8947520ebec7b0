from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.tools.evaluate.made_up import GROUP, PHOTOS, WOMEN, with_young_people, world
from tools.evaluate.cases import EAST_ASIAN, MEMBERS, OTHERS, YOUNG, Setting, World, settings
from tools.evaluate.dataset import YOUNG_WOMEN


def test_a_case_never_holds_the_user_as_a_stranger(tmp_path: Path) -> None:
    made = world(tmp_path)
    rng = np.random.default_rng(0)
    user = made.users(EAST_ASIAN, "east_asian_women")[0]
    for size, filled in ((100, False), (2_000, True)):
        setting = Setting("white_women", size, EAST_ASIAN, 1, 0, filled)
        strangers = made.strangers(setting, user, rng)
        assert len(set(strangers.tolist())) == len(strangers)
        assert made.data.person[user] not in made.data.person[strangers]


def test_a_group_too_small_for_a_case_is_filled_up_with_others_and_called_so(
    tmp_path: Path,
) -> None:
    made = world(tmp_path)
    rng = np.random.default_rng(0)
    user = made.users(OTHERS, "white_women")[0]
    grid = [s for s in settings(made) if (s.group, s.users, s.own) == ("white_women", OTHERS, 1)]
    alone, filled = (next(s for s in grid if s.size == size) for size in (100, 200))
    assert str(alone) == "100 white_women, other user, 1 own, 0 appearances"
    assert str(filled) == "200 white_women and others, other user, 1 own, 0 appearances"
    groups = Counter(made.data.photos[i].group for i in made.strangers(filled, user, rng))
    assert groups.total() == 200
    assert groups["white_women"] == GROUP
    assert set(made.strangers(alone, user, rng)) <= set(made.members("white_women"))


def test_every_size_has_every_group_user_number_of_own_photos_and_of_appearances(
    tmp_path: Path,
) -> None:
    some = list(settings(world(tmp_path)))
    some = [setting for setting in some if not setting.alike]
    assert len(some) == 3 * 2 * (1 + 2 * 3 * 4)
    assert len({str(setting) for setting in some}) == len(some)
    for size in (100, 200, 2000):
        assert {(s.own, s.appearances) for s in some if s.size == size} == {
            (own, appearances) for own in (1, 3, 5) for appearances in (0, 1, 5, 20)
        }


def test_own_photos_and_appearances_are_different_photos(tmp_path: Path) -> None:
    made = world(tmp_path)
    user = made.users(EAST_ASIAN, "")[0]
    hers = made.hers(Setting("", 100, EAST_ASIAN, 2, 1), user, np.random.default_rng(0))
    assert hers.enough
    assert len(np.unique(np.concatenate([hers.own, hers.appearances]), axis=0)) == PHOTOS


def test_own_photos_are_those_looked_at_longer(tmp_path: Path) -> None:
    made = world(tmp_path)
    longer = replace(made, seen=replace(made.seen, own=-made.seen.faces))
    user = made.users(EAST_ASIAN, "")[0]
    for kind in (EAST_ASIAN, MEMBERS):
        setting = Setting("", 100, kind, 2, 1)
        hers = made.hers(setting, user, np.random.default_rng(0))
        seen = longer.hers(setting, user, np.random.default_rng(0))
        assert np.array_equal(seen.own, -hers.own)
        assert np.array_equal(seen.appearances, hers.appearances)


def test_copies_make_up_for_photos_that_she_does_not_have(tmp_path: Path) -> None:
    made = world(tmp_path)
    user = made.users(EAST_ASIAN, "")[0]
    hers = made.hers(Setting("", 100, EAST_ASIAN, 5, 3), user, np.random.default_rng(0))
    assert not hers.enough
    assert (len(hers.own), len(hers.appearances)) == (5, 3)
    assert not set(map(tuple, hers.own)) & set(map(tuple, hers.appearances))


def test_who_takes_no_part_is_no_user_and_no_stranger(tmp_path: Path) -> None:
    made = world(tmp_path)
    left = replace(made, seen=replace(made.seen, usable=made.data.person % 2 == 0))
    assert (made.data.person[left.users(OTHERS, "")] % 2 == 0).all()
    setting = Setting("white_women", 200, OTHERS, 1, 0, filled=True)
    strangers = left.strangers(setting, left.users(OTHERS, "")[0], np.random.default_rng(0))
    assert (made.data.person[strangers] % 2 == 0).all()


def test_a_case_may_hold_a_few_of_her_kind_among_others(tmp_path: Path) -> None:
    made = world(tmp_path)
    user = made.users(EAST_ASIAN, "")[0]
    mixed = Setting("white_women", GROUP, EAST_ASIAN, 1, 0, alike=3)
    strangers = made.strangers(mixed, user, np.random.default_rng(0))
    assert mixed.kind == f"{GROUP} white_women and 3 of her kind, east_asian user"
    assert len(set(strangers.tolist())) == GROUP
    assert made.data.east_asian[strangers].sum() == 3
    assert made.data.person[user] not in made.data.person[strangers]


def test_young_women_check_with_real_photos_only(tmp_path: Path) -> None:
    data, seen = with_young_people(tmp_path)
    made = World(data, seen, {})
    users = made.users(YOUNG, "")
    assert len(users) == WOMEN
    setting = Setting(YOUNG_WOMEN, 100, YOUNG, 2, 1, filled=True)
    hers = made.hers(setting, users[0], np.random.default_rng(0))
    assert (len(hers.own), len(hers.appearances), hers.enough) == (2, 1, True)
    strangers = made.strangers(setting, users[0], np.random.default_rng(0))
    assert data.person[users[0]] not in data.person[strangers]
    assert any(s.users == YOUNG and s.group == YOUNG_WOMEN for s in settings(made, (40,)))
