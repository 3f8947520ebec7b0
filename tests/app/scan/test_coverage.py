"""How much was looked at."""

import pytest

from app.scan.coverage import Coverage, coverage
from face.types import Reason
from storage.types import ItemState


@pytest.mark.parametrize(
    ("state", "reason", "wanted"),
    [
        (ItemState.PENDING, None, Coverage.PENDING),
        (ItemState.DONE, None, Coverage.DONE),
        (ItemState.NO_FACE, None, Coverage.NO_FACE),
        (ItemState.DONE, Reason.TRUNCATED, Coverage.PARTLY),
        (ItemState.NO_FACE, Reason.TOO_LONG, Coverage.PARTLY),
        (ItemState.UNCHECKED, Reason.DAMAGED, Coverage.UNCHECKED),
    ],
)
def test_each_item_is_one_of_them(
    state: ItemState, reason: Reason | None, wanted: Coverage
) -> None:
    assert coverage(state, reason) is wanted
