import numpy as np
import pytest

from face.engine import FaceEngine
from tests.support.photos import astronaut, six_people
from tests.tools.evaluate.fakes.drawn import drawn
from tools.evaluate.embeddings import dominant
from tools.evaluate.fakes import swaps
from tools.evaluate.fakes.battery import portrait_of
from tools.evaluate.fakes.portrait import Portrait

KINDS = [
    swaps.feathered,
    swaps.feathered_in_its_colours,
    swaps.poisson,
    swaps.poisson_in_its_colours,
    swaps.triangulated,
    swaps.through_128,
]


@pytest.mark.parametrize("swap", KINDS)
def test_only_the_inner_face_changes(swap: swaps.Swap) -> None:
    hers, others = drawn((230, 190, 170)), drawn((150, 110, 90), 1.2, 100, 80)
    made = swap(hers, others)
    assert made.pixels.shape == others.pixels.shape
    changed = (made.pixels != others.pixels).any(axis=2)
    assert changed.any()
    far = others.mask(soft=8) < 0.001
    assert not changed[far].any()
    assert np.array_equal(made.landmarks, others.landmarks)


def test_the_inner_face_lands_where_the_other_one_was() -> None:
    hers, others = drawn((230, 190, 170)), drawn((150, 110, 90), 1.2, 100, 80)
    made = swaps.feathered(hers, others)
    column, row = others.places(np.array([[56, 60]], np.float32))[0].astype(int)
    assert np.abs(made.pixels[row, column].astype(int) - (230, 190, 170)).max() < 12


def test_colours_can_come_from_the_photo() -> None:
    hers, others = drawn((230, 190, 170)), drawn((150, 110, 90), 1.2, 100, 80)
    inside = others.mask() > 0.9

    def away(made: Portrait) -> float:
        difference = made.pixels[inside].mean(axis=0) - others.pixels[inside].mean(axis=0)
        return float(np.abs(difference).max())

    assert away(swaps.feathered_in_its_colours(hers, others)) < 5
    assert away(swaps.feathered(hers, others)) > 40


def test_a_face_at_the_edge_of_the_photo_can_be_swapped() -> None:
    hers, others = drawn((230, 190, 170)), drawn((150, 110, 90), 1.5, -40, -30)
    for swap in KINDS:
        assert swap(hers, others).pixels.shape == others.pixels.shape


@pytest.mark.models
def test_the_recogniser_sees_her_in_the_photo_of_another() -> None:
    engine = FaceEngine.open("open", threads=1)
    people = six_people()
    hers, others = (portrait_of(p, engine) for p in (astronaut(), people[100:, 500:800]))
    assert hers is not None
    assert others is not None
    faces = [dominant(engine.find_faces(one.pixels)) for one in (hers, others)]
    for swap in KINDS:
        made = dominant(engine.find_faces(swap(hers, others).pixels))
        assert made is not None
        assert faces[0] is not None
        assert faces[1] is not None
        before = float(faces[0].embedding @ faces[1].embedding)
        assert float(faces[0].embedding @ made.embedding) > before + 0.1
