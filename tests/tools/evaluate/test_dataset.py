from pathlib import Path

from tests.tools.evaluate.made_up import (
    ALONE,
    GROUP,
    MEN,
    PEOPLE,
    PHOTOS,
    WOMEN,
    data_set,
    with_young_people,
)
from tools.evaluate.dataset import YOUNG_WOMEN


def test_people_come_first_and_the_crowd_behind(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    assert len(data.people) == PEOPLE * PHOTOS
    assert len(data.crowd) == 2 * GROUP
    assert len(seen.faces) == len(data.photos)
    assert data.groups() == ["east_asian_women", "white_women"]
    assert data.east_asian[data.group("east_asian_women")].all()


def test_pairs_are_of_one_person(tmp_path: Path) -> None:
    data, _ = data_set(tmp_path)
    first, second = data.person[data.same].T
    assert (first == second).all()
    assert len(data.same) == 2 * PEOPLE


def test_photos_to_leave_out_take_no_part_in_anything(tmp_path: Path) -> None:
    data, _ = with_young_people(tmp_path)
    assert len(data.crowd) == 2 * GROUP - 2
    assert not {"crowd/3.jpg", "crowd/140.jpg"} & {photo.path for photo in data.photos}


def test_young_women_are_a_group_with_one_photo_of_each(tmp_path: Path) -> None:
    data, seen = with_young_people(tmp_path)
    group = data.group(YOUNG_WOMEN)
    assert len(seen.faces) == len(data.photos)
    assert len(group) == WOMEN + 2 + ALONE == len(set(data.person[group]))
    assert len(data.young_women()) == 5 * WOMEN + 4 + ALONE
    assert len(data.young) == 5 * WOMEN + 3 * MEN + 4
    assert data.east_asian[data.young].all()
    assert {data.photos[i].sex for i in data.young} == {"F", "M"}
    assert not set(data.young) & (set(data.crowd) | set(data.people))


def test_all_photos_of_a_woman_of_the_studio_are_its(tmp_path: Path) -> None:
    data, _ = with_young_people(tmp_path)
    assert data.in_studio().sum() == 4 * 5


def test_a_data_set_without_them_is_read_all_the_same(tmp_path: Path) -> None:
    data, _ = data_set(tmp_path)
    assert not len(data.young)
    assert not len(data.young_women())
    assert data.composites == ()
