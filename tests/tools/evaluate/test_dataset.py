from pathlib import Path

from tests.tools.evaluate.made_up import GROUP, PEOPLE, PHOTOS, data_set


def test_people_come_first_and_the_crowd_behind(tmp_path: Path) -> None:
    data, faces = data_set(tmp_path)
    assert len(data.people) == PEOPLE * PHOTOS
    assert len(data.crowd) == 2 * GROUP
    assert len(faces) == len(data.photos)
    assert data.groups() == ["east_asian_women", "white_women"]
    assert data.east_asian[data.group("east_asian_women")].all()


def test_pairs_are_of_one_person(tmp_path: Path) -> None:
    data, _ = data_set(tmp_path)
    first, second = data.person[data.same].T
    assert (first == second).all()
    assert len(data.same) == 2 * PEOPLE
