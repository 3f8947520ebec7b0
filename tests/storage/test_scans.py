from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from face.types import FrameHash, Scan, Track
from storage.case import Case
from storage.types import Verdict
from tests.support.case_samples import (
    CHEAP,
    DIMENSION,
    FACTS,
    PASSPHRASE,
    add,
    embedding_of,
    scan_of,
    seen,
)


def test_a_face_comes_back_as_it_was(case: Case) -> None:
    add(case, "a")
    case.store_scan(1, scan_of("a"))
    (stored,) = case.item(1).faces
    given = seen("a", left=0.0).face
    assert stored.face.box == given.box
    assert stored.face.traits == given.traits
    assert (stored.face.detection_score, stored.face.quality) == (0.75, 0.5)
    np.testing.assert_array_equal(stored.face.landmarks, given.landmarks)
    np.testing.assert_array_equal(stored.face.embedding, given.embedding)
    assert stored.face.embedding.dtype == np.float32
    assert stored.crop == b"crop"
    assert (stored.frame_index, stored.time_ms) == (0, 0)


def test_the_hash_of_a_video_is_kept_until_it_is_scanned_again(case: Case) -> None:
    add(case, "a")
    add(case, "b")
    hashes = (FrameHash(0, "0f" * 32, 90), FrameHash(1040, "f0" * 32, 0))
    video = replace(scan_of("a"), facts=replace(FACTS, frame_hashes=hashes))
    case.store_scan(1, video)
    case.store_scan(2, scan_of("b"))
    assert (case.item(1).frame_hashes, case.item(2).frame_hashes) == (hashes, ())
    case.store_scan(1, scan_of("a"))
    assert case.item(1).frame_hashes == ()


def test_the_index_holds_every_track_and_its_best_face(case: Case) -> None:
    add(case, "a")
    add(case, "b")
    case.store_scan(2, scan_of("x", "y"))
    best, other = seen("best"), seen("other")
    video = Scan("open", "1", FACTS, (Track(1000, 2500, 7, embedding_of("mean"), (best, other)),))
    case.store_scan(1, video)
    index = case.tracks("open", "1")
    assert len(index) == 3
    assert index.item.tolist() == [2, 2, 1]
    assert index.embeddings.flags.c_contiguous
    wanted = np.stack([embedding_of(name) for name in ("x", "y", "mean")])
    np.testing.assert_array_equal(index.embeddings, wanted)
    (track,) = case.item(1).tracks
    assert track.number == index.track[2]
    assert (track.first_ms, track.last_ms, track.samples) == (1000, 2500, 7)
    faces = case.item(1).faces
    assert [face.number for face in faces] == [track.face, track.face + 1]
    np.testing.assert_array_equal(faces[0].face.embedding, best.face.embedding)
    assert index.embeddings.dtype == np.float32
    assert [index.item.itemsize, index.track.itemsize] == [4, 8]


def test_another_pack_is_never_mixed_in(case: Case) -> None:
    add(case, "a")
    add(case, "b")
    case.store_scan(1, scan_of("x"))
    case.store_scan(2, scan_of("y", pack="buffalo_l"))
    assert case.tracks("open", "1").item.tolist() == [1]
    assert case.tracks("buffalo_l", "1").item.tolist() == [2]
    assert len(case.tracks("open", "2")) == 0
    assert [use.pack for use in case.info().packs] == ["open", "buffalo_l"]


def test_scanning_again_replaces_what_was_found_and_no_number_is_used_twice(case: Case) -> None:
    add(case, "a")
    case.store_scan(1, scan_of("x", "y"))
    case.store_scan(1, scan_of("z", pack="other"))
    detail = case.item(1)
    assert detail.pack == "other"
    assert [face.number for face in detail.faces] == [3]
    assert len(case.tracks("open", "1")) == 0
    assert case._db.execute("SELECT count(*) FROM crop").fetchone() == (1,)
    assert (case.info().faces, case.info().tracks) == (1, 1)


def test_a_decision_follows_the_face_that_is_found_again(case: Case) -> None:
    add(case, "a")
    case.store_scan(1, scan_of("x", "y"))
    case.decide(1, Verdict.REJECT, face=2, role="self")
    case.store_scan(1, scan_of("w", "y", pack="other"))
    (decision,) = case.decisions()
    assert decision.face == case.item(1).faces[1].number == 4
    case.store_scan(1, scan_of("w"))
    assert [decision.face for decision in case.decisions()] == [4]


def test_embeddings_of_one_pack_have_one_length(case: Case) -> None:
    add(case, "a")
    add(case, "b")
    case.store_scan(1, scan_of("x"))
    short = embedding_of("x", DIMENSION - 1)
    track = replace(scan_of("x").tracks[0], embedding=short)
    with pytest.raises(ValueError, match="15"):
        case.store_scan(2, replace(scan_of("x"), tracks=(track,)))
    assert case.pending() == [2]


def test_a_case_without_crops_keeps_none(tmp_path: Path) -> None:
    case, _ = Case.create(tmp_path / "bare", PASSPHRASE, crops=False, cost=CHEAP)
    with case:
        add(case, "a")
        case.store_scan(1, scan_of("x"))
        assert case.item(1).faces[0].crop is None
        assert case.info().crops is False


def test_an_empty_index_has_length_zero(case: Case) -> None:
    index = case.tracks("open", "1")
    assert (len(index), index.embeddings.shape) == (0, (0, 0))
