import pytest

from storage.bundle.custody_chain import CustodyChain
from storage.custody import MAX_ENTRY_BYTES, Head, sha256_of
from tests.support.bundle_samples import CASE_ID, lines, log

TEXT = lines(log(5)).encode()


def followed(text: bytes, step: int) -> CustodyChain:
    chain = CustodyChain()
    for at in range(0, len(text), step):
        chain.update(memoryview(text)[at : at + step])
    return chain


@pytest.mark.parametrize("step", [1, 7, 64, 113, len(TEXT)])
def test_it_does_not_matter_where_chunks_end(step: int) -> None:
    chain = followed(TEXT, step)
    assert (chain.head, chain.anchor) == (Head(5, sha256_of(log(5)[-1])), sha256_of(CASE_ID))
    assert followed(TEXT[:-1], step).head is None


def test_a_chain_that_broke_does_not_hold_again() -> None:
    assert followed(b"{}\n" + TEXT, 10).head is None
    assert followed(TEXT + b"\n", 10).head is None
    assert followed(TEXT + TEXT, 10).head is None


def test_of_a_line_without_end_no_more_is_kept_than_an_entry_may_have() -> None:
    chain = CustodyChain()
    for _ in range(40):
        chain.update(bytes(1 << 20))
    assert len(chain._rest) <= MAX_ENTRY_BYTES + (1 << 20)
    assert chain.head is None
