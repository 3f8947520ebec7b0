"""What a check makes of her face is gone when it ends."""

from typing import Any

import numpy as np
import pytest

from face.matching import ConfirmedFaces, check
from face.matching.embedding_parts import EmbeddingParts
from face.matching.scoring import CaseScorer, ScoredTracks
from face.matching.wiped import wiped
from face.types import Floats
from tests.support.synthetic_people import DIMENSION, Population, calibration_on

CALIBRATION = calibration_on(Population.of(0))
STRANGERS = 120


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Floats]:
    """The means that were scored, and every single face that was centred."""
    seen: list[Floats] = []
    score, centred = CaseScorer.score, EmbeddingParts.centred

    def watch_score(self: CaseScorer) -> ScoredTracks:
        assert self.template.any()
        seen.append(self.template)
        return score(self)

    def watch_centred(self: EmbeddingParts, centre: Floats, vectors: Floats) -> Floats:
        away = centred(self, centre, vectors)
        if vectors.ndim == 1:
            assert away.any()
            seen.append(away)
        return away

    monkeypatch.setattr(CaseScorer, "score", watch_score)
    monkeypatch.setattr(EmbeddingParts, "centred", watch_centred)
    return seen


def a_case(strangers: int) -> tuple[Floats, Floats]:
    """Her photos, and a case in which she comes last, five times."""
    people = Population.of(1)
    me = people.people(1)[0]
    tracks = np.concatenate([people.strangers(strangers), people.photos(me, 5)])
    return people.photos(me, 2), np.ascontiguousarray(tracks)


@pytest.mark.parametrize("strangers", [5, STRANGERS])
def test_no_copy_of_her_face_is_left_after_a_check(made: list[Floats], strangers: int) -> None:
    own, tracks = a_case(strangers)
    before = own.copy(), tracks.copy()
    confirmed = ConfirmedFaces(
        np.arange(strangers, strangers + 3), lambda _: np.arange(len(tracks))
    )
    outcome = check(own, tracks, CALIBRATION, confirmed=confirmed)
    assert len(outcome.hits) >= 5
    assert len(made) > 10
    assert not any(each.any() for each in made)
    assert np.array_equal(own, before[0])
    assert np.array_equal(tracks, before[1])


def test_no_copy_of_her_face_is_left_after_a_check_that_fails(made: list[Floats]) -> None:
    own, tracks = a_case(STRANGERS)
    tracks[3, 0] = np.nan
    with pytest.raises(ValueError, match="not finite"):
        check(own, tracks, CALIBRATION)
    assert made
    assert not any(each.any() for each in made)


def test_no_column_of_a_product_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    own, tracks = a_case(STRANGERS)
    zeros, columns = np.zeros, []

    def watch(*shape: Any) -> Floats:
        columns.append(zeros(*shape))
        return columns[-1]

    monkeypatch.setattr(np, "zeros", watch)
    products = EmbeddingParts.single(DIMENSION).part_products(tracks, own)
    assert products[:, 0] == pytest.approx(own @ tracks.T, abs=1e-6)
    assert [each.any() for each in columns] == [False]


def test_a_copy_is_wiped_whatever_happens() -> None:
    copy = np.ones(3, np.float32)
    with pytest.raises(KeyError), wiped(copy):
        raise KeyError
    assert not copy.any()
