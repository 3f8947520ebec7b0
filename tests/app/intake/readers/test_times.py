"""Times that no case can hold are left out, and what has them is taken."""

import pytest

from app.intake.readers.core.disk import time_that_fits
from app.intake.readers.records import provenance_of, provenance_record
from app.sandbox.errors import BrokenProtocolError

NTFS_BEGINS = -11_644_473_600 * 10**9


@pytest.mark.parametrize("mtime_ns", [NTFS_BEGINS, 10_413_792_000 * 10**9])
def test_a_time_of_a_file_that_does_not_fit_is_not_known(mtime_ns: int) -> None:
    assert time_that_fits(mtime_ns) is None
    assert time_that_fits(-1) == -1


@pytest.mark.parametrize("seconds", [10**12, 2**70, -(10**12)])
def test_a_time_of_a_message_that_no_calendar_has_is_left_out(seconds: int) -> None:
    record = provenance_record({"message_time_unix": seconds, "sender_display": "Mina"})
    assert provenance_of(record) == {"sender_display": "Mina"}
    with pytest.raises(BrokenProtocolError):
        provenance_of([["message_time_unix", seconds]])
