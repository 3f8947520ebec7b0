"""A medium that attacks, fails or hangs costs itself, and nothing else."""

import pytest

from app.sandbox.errors import WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.protocol import MIB, WHOLE
from face.types import Reason
from tests.app.sandbox.pools import IMPATIENT, fake_pool, only, outcomes, says


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("exit", Reason.DECODER_DIED),
        ("crash", Reason.DECODER_DIED),
        ("bug", Reason.DECODER_DIED),
        ("allocate", Reason.DECODER_MEMORY),
        ("ticket", Reason.DECODER_LIED),
        ("huge", Reason.DECODER_LIED),
        ("tracks 1", Reason.DECODER_LIED),
    ],
)
def test_a_medium_that_takes_its_child_down_costs_only_itself(words: str, reason: Reason) -> None:
    with fake_pool() as pool:
        came = outcomes(pool, says("faces 1"), says(words), says("faces 2"), says("faces 3"))
    assert came == [1, reason, 2, 3]


def test_a_decoder_that_hangs_costs_only_its_medium() -> None:
    with fake_pool(limits=IMPATIENT) as pool:
        came = outcomes(pool, says("faces 1"), says("hang"), says("faces 2"))
    assert came == [1, Reason.DECODER_TIMEOUT, 2]


def test_what_a_child_may_make_its_parent_hold_is_limited() -> None:
    with fake_pool(limits=Limits(memory_alone=200 * MIB, found=4000)) as pool:
        assert outcomes(pool, says("faces 2"), says("faces 9")) == [2, Reason.DECODER_LIED]


def test_two_children_lose_nothing_when_both_are_attacked() -> None:
    words = ["exit", "faces 1", "crash", "ticket", "faces 2", "exit", "faces 3", "huge", "faces 4"]
    with fake_pool(children=2) as pool:
        came = outcomes(pool, *map(says, words))
    assert [one for one in came if isinstance(one, int)] == [1, 2, 3, 4]


def test_long_work_that_goes_on_is_no_hang() -> None:
    with fake_pool(limits=IMPATIENT) as pool:
        assert outcomes(pool, says("busy")) == [1]


def test_reading_for_ever_without_a_frame_is_given_up() -> None:
    with fake_pool() as pool:
        came = outcomes(pool, says("reread", WHOLE + 1), says("faces 1"))
    assert came == [Reason.DECODER_TIMEOUT, 1]


def test_asking_for_nothing_for_ever_is_given_up() -> None:
    with fake_pool() as pool:
        came = outcomes(pool, says("nothing", WHOLE + 1), says("faces 1"))
    assert came == [Reason.DECODER_TIMEOUT, 1]


def test_a_child_cannot_pass_for_the_engine_of_another_pack() -> None:
    with fake_pool("pretends") as pool, pytest.raises(WorkerStartError):
        only(pool, says("faces 1"))
