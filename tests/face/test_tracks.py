from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from face.media import limits
from face.tracks import BEST_FACES, Tracker
from face.types import Embedding, Face, Frame, Traits

EMPTY = np.zeros((2, 2, 3), np.uint8)


def person(number: int, of: int = 8) -> Embedding:
    vector = np.full(of, 0.05, np.float32)
    vector[number] = 1.0
    unit: Embedding = vector / np.float32(np.linalg.norm(vector))
    return unit


def face(
    who: int, left: float, top: float = 0.4, *, size: float = 0.1, quality: float = 0.8
) -> Face:
    return Face(
        box=(left, top, left + size, top + size),
        landmarks=np.zeros((5, 2), np.float32),
        detection_score=0.9,
        quality=quality,
        traits=Traits(100.0, 0.9, 0.5, 0.0, 0.0),
        embedding=person(who),
    )


def frame(time_ms: int, shot: int = 0) -> Frame:
    return Frame(EMPTY, time_ms // 100, time_ms, shot)


def follow(steps: list[tuple[Frame, list[Face]]]) -> Tracker:
    tracker = Tracker(0.4, (8,))
    for at, faces in steps:
        tracker.add(at, faces, [None] * len(faces))
    return tracker


def owners(tracker: Tracker) -> list[set[int]]:
    return [{int(s.face.embedding.argmax()) for s in t.faces} for t in tracker.tracks()]


def test_in_a_still_picture_each_face_is_a_track() -> None:
    faces = [face(0, 0.1), face(0, 0.12), face(1, 0.5)]
    tracks = follow([(frame(0), faces)]).tracks()
    assert [t.faces[0].face for t in tracks] == faces
    assert all(t.samples == 1 and t.first_ms == t.last_ms == 0 for t in tracks)


def test_follows_a_face_that_moves() -> None:
    steps = [(frame(500 * n), [face(0, 0.05 + 0.09 * n)]) for n in range(10)]
    (track,) = follow(steps).tracks()
    assert (track.first_ms, track.last_ms, track.samples) == (0, 4500, 10)


def test_two_people_who_cross_stay_two() -> None:
    steps = [
        (frame(500 * n), [face(0, 0.1 + 0.05 * n), face(1, 0.6 - 0.05 * n)]) for n in range(11)
    ]
    tracker = follow(steps)
    assert owners(tracker) == [{0}, {1}]
    assert [t.samples for t in tracker.tracks()] == [11, 11]


def test_two_people_who_swap_places_between_samples_stay_two() -> None:
    steps = [
        (frame(0), [face(0, 0.4), face(1, 0.5)]),
        (frame(500), [face(0, 0.5), face(1, 0.4)]),
    ]
    assert owners(follow(steps)) == [{0}, {1}]


def test_somebody_else_in_the_same_place_is_a_track_of_their_own() -> None:
    steps = [(frame(0), [face(0, 0.4)]), (frame(500), [face(1, 0.4)])]
    assert owners(follow(steps)) == [{0}, {1}]


def test_never_merges_two_faces_of_one_frame() -> None:
    steps = [(frame(500 * n), [face(0, 0.4), face(0, 0.43)]) for n in range(4)]
    assert [t.samples for t in follow(steps).tracks()] == [4, 4]


def test_a_shot_ends_its_tracks() -> None:
    steps = [(frame(0, 0), [face(0, 0.4)]), (frame(500, 1), [face(0, 0.4)])]
    assert len(follow(steps).tracks()) == 2


def test_a_face_that_is_missed_for_a_moment_is_found_again() -> None:
    steps = [(frame(0), [face(0, 0.4)]), (frame(500), []), (frame(1000), [face(0, 0.45)])]
    (track,) = follow(steps).tracks()
    assert (track.samples, track.last_ms) == (2, 1000)


def test_a_face_is_not_followed_across_the_picture_at_once() -> None:
    steps = [(frame(0), [face(0, 0.05)]), (frame(100), [face(0, 0.85)])]
    assert len(follow(steps).tracks()) == 2


def test_keeps_the_best_faces_best_first() -> None:
    qualities = [0.3, 0.9, 0.5, 0.7, 0.95, 0.2, 0.8, 0.6]
    steps = [(frame(1000 * n), [face(0, 0.4, quality=q)]) for n, q in enumerate(qualities)]
    (track,) = follow(steps).tracks()
    assert len(track.faces) == BEST_FACES
    assert track.faces[0].face.quality == 0.95
    assert min(s.face.quality for s in track.faces) >= 0.475


def test_the_faces_shown_are_not_all_of_the_same_moment() -> None:
    steps = [(frame(80 * n), [face(0, 0.4, quality=0.8)]) for n in range(100)]
    (track,) = follow(steps).tracks()
    times = sorted(s.time_ms for s in track.faces)
    assert all(later - earlier >= 700 for earlier, later in pairwise(times))
    assert len(times) == BEST_FACES


def test_the_embedding_is_the_mean_weighted_by_quality() -> None:
    one, other = face(0, 0.4, quality=0.9), face(0, 0.4, quality=0.3)
    other = replace(other, embedding=_unit(person(0) + 0.3 * person(1)))
    (track,) = follow([(frame(0), [one]), (frame(1000), [other])]).tracks()
    wanted = _unit(0.9 * one.embedding + 0.3 * other.embedding)
    assert np.allclose(track.embedding, wanted, atol=1e-6)
    assert track.embedding.dtype == np.float32
    assert np.linalg.norm(track.embedding) == pytest.approx(1)


def _unit(vector: Embedding) -> Embedding:
    unit: Embedding = (vector / np.linalg.norm(vector)).astype(np.float32)
    return unit


def test_faces_without_quality_are_followed_too() -> None:
    steps = [(frame(500 * n), [face(0, 0.4, quality=0.0)]) for n in range(3)]
    (track,) = follow(steps).tracks()
    assert np.isfinite(track.embedding).all()


def test_keeps_the_crops_with_their_faces() -> None:
    tracker = Tracker(0.4, (8,))
    tracker.add(frame(0), [face(0, 0.1), face(1, 0.5)], [b"first", b"second"])
    assert [t.faces[0].crop for t in tracker.tracks()] == [b"first", b"second"]


def test_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TRACKS", 2)
    tracker = follow([(frame(0), [face(n, 0.2 * n) for n in range(4)])])
    assert len(tracker.tracks()) == 2
    assert tracker.full
