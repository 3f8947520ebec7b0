import pytest

from storage.bundle.log_walk import LogWalk
from storage.custody import Head
from storage.custody_entry import MOST_BYTES, sha256_of
from tests.support.bundle_samples import CASE_ID, lines, log

TEXT = lines(log(5)).encode()


def walked(text: bytes, step: int) -> LogWalk:
    walk = LogWalk()
    for at in range(0, len(text), step):
        walk.take(memoryview(text)[at : at + step])
    return walk


@pytest.mark.parametrize("step", [1, 7, 64, 113, len(TEXT)])
def test_it_does_not_matter_where_chunks_end(step: int) -> None:
    walk = walked(TEXT, step)
    assert (walk.head, walk.first) == (Head(5, sha256_of(log(5)[-1])), sha256_of(CASE_ID))
    assert walked(TEXT[:-1], step).head is None


def test_a_chain_that_broke_does_not_hold_again() -> None:
    assert walked(b"{}\n" + TEXT, 10).head is None
    assert walked(TEXT + b"\n", 10).head is None
    assert walked(TEXT + TEXT, 10).head is None


def test_of_a_line_without_end_no_more_is_kept_than_an_entry_may_have() -> None:
    walk = LogWalk()
    for _ in range(40):
        walk.take(bytes(1 << 20))
    assert len(walk._rest) <= MOST_BYTES + (1 << 20)
    assert walk.head is None
