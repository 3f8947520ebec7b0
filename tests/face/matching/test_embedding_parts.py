"""Embeddings of several parts, seen from the middle of a crowd."""

import numpy as np
import pytest
from numpy.typing import NDArray

from face.matching.embedding_parts import EmbeddingParts
from face.types import Floats, with_equal_parts
from tests.support.synthetic_people import Population

TWO = EmbeddingParts((12, 20), (0.7, 0.3))


def embeddings(seed: int, count: int = 60, parts: EmbeddingParts = TWO) -> Floats:
    """As a pack gives them: every part of the same length, the whole of length 1."""
    drawn = np.random.default_rng(seed).normal(0.5, 1, (count, parts.dimension))
    return np.stack([with_equal_parts(each.astype(np.float32), parts.widths) for each in drawn])


def cosines(one: Floats, others: Floats) -> NDArray[np.floating]:
    lengths = np.linalg.norm(one) * np.linalg.norm(others, axis=1)
    return np.asarray(others @ one / lengths)


def test_the_parts_lie_one_behind_the_other() -> None:
    assert TWO.dimension == 32
    assert TWO.slices == (slice(0, 12), slice(12, 32))
    assert EmbeddingParts.single(7).slices == (slice(0, 7),)


def test_seen_from_the_middle_a_face_has_unit_length_and_each_part_its_weight() -> None:
    faces = embeddings(1)
    seen = TWO.centred(faces.mean(axis=0), faces)
    assert seen.dtype == np.float32
    assert np.linalg.norm(seen, axis=1) == pytest.approx(np.ones(len(faces)), abs=1e-5)
    for part, weight in zip(TWO.slices, TWO.weights, strict=True):
        squares = (seen[:, part] ** 2).sum(axis=1)
        assert squares == pytest.approx(np.full(len(faces), weight), abs=1e-5)


def test_one_product_is_the_weighted_mean_of_the_cosines_of_the_parts() -> None:
    faces = embeddings(2)
    centre = faces.mean(axis=0)
    seen = TWO.centred(centre, faces)
    away = faces - centre
    first, second = (cosines(away[0, part], away[1:, part]) for part in TWO.slices)
    assert seen[1:] @ seen[0] == pytest.approx(0.7 * first + 0.3 * second, abs=1e-5)


def test_the_weights_count() -> None:
    """Two faces that only the second part tells apart are the more alike the less it counts."""
    faces = embeddings(3, 2)
    faces[1, :12] = faces[0, :12]
    nowhere = np.zeros(32, np.float32)
    alike = []
    for weights in ((0.9, 0.1), (0.5, 0.5), (0.1, 0.9)):
        one, other = EmbeddingParts(TWO.widths, weights).centred(nowhere, faces)
        alike.append(float(one @ other))
    second = float(cosines(faces[0, 12:], faces[1:, 12:])[0])
    wanted = [0.9 + 0.1 * second, 0.5 + 0.5 * second, 0.1 + 0.9 * second]
    assert alike == pytest.approx(wanted, abs=1e-5)
    assert alike[0] > alike[1] > alike[2]


def test_of_one_part_it_is_the_direction_from_the_middle() -> None:
    faces = Population.of(4).strangers(50)
    centre = faces.mean(axis=0)
    away = faces - centre
    wanted = away / np.linalg.norm(away, axis=1, keepdims=True)
    seen = EmbeddingParts.single(faces.shape[1]).centred(centre, faces)
    assert seen == pytest.approx(wanted, abs=1e-6)


def test_one_face_is_seen_as_among_many_and_none_is_changed() -> None:
    faces = embeddings(5)
    before, centre = faces.copy(), faces.mean(axis=0)
    every = TWO.centred(centre, faces)
    assert np.array_equal(TWO.centred(centre, faces[7]), every[7])
    assert TWO.centred(np.zeros_like(centre), faces) is not faces
    assert np.array_equal(faces, before)


def test_a_face_in_the_very_middle_is_like_nobody() -> None:
    faces = embeddings(6, 3)
    assert TWO.centred(faces[0], faces)[0].tolist() == [0.0] * 32


@pytest.mark.parametrize(
    "parts",
    [EmbeddingParts.single(32), TWO, EmbeddingParts((10, 10, 16), (0.4, 0.1, 0.5))],
    ids=["1", "2", "3"],
)
def test_the_fast_way_to_all_tracks_comes_to_the_same(parts: EmbeddingParts) -> None:
    tracks = embeddings(7, 500, parts)
    centre = tracks[:300].mean(axis=0)
    wanted = parts.centred(centre, tracks) @ parts.centred(centre, tracks[400])
    along, along_middle = parts.part_products(tracks, np.stack([tracks[400], centre]))
    found = parts.similarity(along, along_middle, tracks[400], centre)
    assert found.dtype == np.float32
    assert np.abs(found - wanted).max() <= 1e-5
    assert found[400] == pytest.approx(1, abs=1e-5)
