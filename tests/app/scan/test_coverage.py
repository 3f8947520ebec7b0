"""How much was looked at."""

import pytest

from app.scan.coverage import Coverage, coverage
from face.types import Reason
from storage.types import State


@pytest.mark.parametrize(
    ("state", "reason", "wanted"),
    [
        (State.PENDING, None, Coverage.PENDING),
        (State.DONE, None, Coverage.DONE),
        (State.NO_FACE, None, Coverage.NO_FACE),
        (State.DONE, Reason.TRUNCATED, Coverage.PARTLY),
        (State.NO_FACE, Reason.TOO_LONG, Coverage.PARTLY),
        (State.UNCHECKED, Reason.DAMAGED, Coverage.UNCHECKED),
    ],
)
def test_each_item_is_one_of_them(state: State, reason: Reason | None, wanted: Coverage) -> None:
    assert coverage(state, reason) is wanted
