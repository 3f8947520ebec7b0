from pathlib import Path

import numpy as np
import pytest

from tests.tools.evaluate.made_up import calibration, data_set, with_young_people
from tools.evaluate.composites import searches as searches_of_composites
from tools.evaluate.searches import (
    ABOVE_ALL,
    ABOVE_ALL_BUT_ONE,
    Search,
    all_searched,
    figures_of,
    others_than,
    searched,
)
from tools.evaluate.young import WITHOUT_STUDIO, YOUNG, searches, young_women


def test_her_other_photo_is_above_all_strangers(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    own, hers = seen.own[[60]], seen.faces[[61]]
    found = searched(seen.faces, calibration(data, seen), Search(20, own, data.crowd, hers))
    assert found.above.tolist() == [0]
    assert found.count.found_strong + found.count.found_some == 1
    assert found.count.appearances == found.count.checks == 1


def test_each_of_her_faces_keeps_its_place(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    somebody_else = seen.faces[[data.crowd[-1]]]
    hers = np.concatenate([somebody_else, seen.faces[[61]]])
    found = searched(
        seen.faces, calibration(data, seen), Search(20, seen.own[[60]], data.crowd, hers)
    )
    assert found.above[0] > found.above[1] == 0


def test_a_picture_without_a_face_is_missed_and_counted(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    nothing = np.full((1, seen.faces.shape[1]), np.nan, np.float32)
    found = searched(
        seen.faces, calibration(data, seen), Search(20, seen.own[[60]], data.crowd, nothing)
    )
    assert found.above.tolist() == [len(data.crowd)]
    assert found.count.appearances == 1
    figures = figures_of([found])
    assert figures["found"].value == figures[ABOVE_ALL_BUT_ONE].value == 0


def test_more_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        monkeypatch.setenv(threads, "1")
    data, seen = data_set(tmp_path)
    some = [Search(p, seen.own[[3 * p]], data.crowd, seen.faces[[3 * p + 1]]) for p in range(14)]
    measured = calibration(data, seen)
    alone, together = (all_searched(seen.faces, measured, some, count) for count in (1, 2))
    assert [f.above.tolist() for f in alone] == [f.above.tolist() for f in together]
    assert [f.count.person for f in together] == list(range(14))


def test_every_photo_of_a_woman_is_her_own_photo_once(tmp_path: Path) -> None:
    data, seen = with_young_people(tmp_path)
    women = data.young_women()
    made = list(searches(data, seen, women, 3))
    assert len(made) == 12 * 5
    for search in made:
        assert (len(search.own), len(search.hers)) == (3, 2)
        assert search.person not in data.person[search.strangers]
        assert len(search.strangers) == len(women) - 5
        both = np.concatenate([search.own, search.hers])
        assert len(np.unique(both, axis=0)) == 5
    firsts = {tuple(search.own[0]) for search in made}
    assert len(firsts) == len(made)


def test_young_women_are_measured_with_and_without_the_studio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    data, seen = with_young_people(tmp_path)
    figures = young_women(data, seen, calibration(data, seen))
    for name in (YOUNG, f"{YOUNG}, {WITHOUT_STUDIO}"):
        for own in (1, 3):
            for what in (ABOVE_ALL_BUT_ONE, ABOVE_ALL, "found strong", "strong strangers a check"):
                assert f"{name}, {own} own: {what}" in figures
    assert figures[f"{YOUNG}, 3 own: found"].value >= figures[f"{YOUNG}, 1 own: found"].value - 0.05
    assert figures[f"{YOUNG}: cosine, true pairs kept at 1e-02"].value > 0.3


def test_without_young_women_nothing_is_measured(tmp_path: Path) -> None:
    data, seen = data_set(tmp_path)
    assert young_women(data, seen, calibration(data, seen)) == {}


def test_a_composite_is_searched_with_photos_of_her_whose_face_it_is(tmp_path: Path) -> None:
    data, seen = with_young_people(tmp_path)
    made = seen.faces[: len(data.composites)]
    listed = list(searches_of_composites(data, seen, data.composites, made))
    assert len(listed) == len(data.composites)
    first = listed[0]
    assert [data.photos[i].person for i in np.flatnonzero(data.person == first.person)] == [
        "p5"
    ] * 3
    assert len(first.own) == 3
    assert first.person not in data.person[first.strangers]
    hosts = {data.photos[i].person for i in first.strangers}
    assert data.composites[0].target in hosts
    assert not len(others_than(data, ~seen.usable, 0))
