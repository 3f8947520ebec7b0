"""Documents are read in a child, which may hang, die or lie."""

import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.sandbox.document_reader import DOCUMENT_LIMITS, DocumentReader
from app.sandbox.protocol import MIB
from app.sandbox.work_queue import Source
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.sandbox.pools import FAKE_CHILD, says
from tests.support.formats.pdfs import many_numbers

QUICK = replace(DOCUMENT_LIMITS, longest_s=3.0, memory_alone=200 * MIB)


def dissector(source: Callable[[], Source], *passwords: str) -> DocumentReader:
    return DocumentReader(source, passwords, limits=QUICK, command=FAKE_CHILD)


def failed(words: str, *passwords: str) -> tuple[Reason, str]:
    with dissector(says(words), *passwords) as child, pytest.raises(UnreadableMediaError) as caught:
        child.parts()
    return caught.value.reason, caught.value.detail


def test_parts_are_listed_and_read_in_any_order() -> None:
    with dissector(says(f"parts 3000 {3 * MIB}")) as child:
        assert [each.number for each in child.parts()] == list(range(3000))
        assert child.read(7, 0) == b"\7" * 3 * MIB
        assert child.read(2, 0)[:2] == b"\2\2"


def test_a_locked_document_asks_for_its_password() -> None:
    assert failed("locked 2 1", "wrong") == (Reason.LOCKED, "")
    with dissector(says("locked 2 1"), "wrong", "secret") as child:
        assert len(child.parts()) == 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("exit", Reason.DECODER_DIED),
        ("crash", Reason.DECODER_DIED),
        ("fork", Reason.DECODER_DIED),
        ("connect", Reason.DECODER_DIED),
        ("allocate", Reason.DECODER_MEMORY),
        ("huge", Reason.DECODER_LIED),
        ("ticket", Reason.DECODER_LIED),
        ("unreadable", Reason.DAMAGED),
    ],
)
def test_what_ends_badly_costs_this_document_only(words: str, reason: Reason) -> None:
    assert failed(words)[0] is reason


def test_a_parser_that_hangs_is_given_up_and_the_seconds_are_said() -> None:
    assert failed("hang") == (Reason.DECODER_TIMEOUT, "3 s")


@pytest.mark.parametrize(
    "rows",
    [
        None,
        [1],
        [[1, 0, "picture", 3]],
        [[-1, 0, "picture", 3, None, ""]],
        [[1, 0, "../../x", 3, None, ""]],
        [[1, 0, "picture", 1e9, None, ""]],
        [[1, 0, "picture", 3, "made up", ""]],
        [[1, 0, "picture", 3, "decoder-lied", ""]],
        [[1, 0, "picture", 3, "damaged", 7]],
        [["1", 0, "picture", 3, None, ""]],
    ],
)
def test_what_cannot_be_is_a_lie(rows: object) -> None:
    assert failed(f"rows {json.dumps(rows, separators=(',', ':'))}")[0] is Reason.DECODER_LIED


def test_a_document_that_is_made_to_hurt_takes_its_time_and_no_more() -> None:
    """A small file in which every number leads to the same large object."""
    content = many_numbers(b"[" + b"1 " * 50_000 + b"]", 100_000)
    limits = replace(DOCUMENT_LIMITS, longest_s=4.0)
    with (
        DocumentReader(lambda: (io.BytesIO(content), len(content)), limits=limits) as child,
        pytest.raises(UnreadableMediaError) as caught,
    ):
        child.parts()
    assert (caught.value.reason, caught.value.detail) == (Reason.DECODER_TIMEOUT, "4 s")


def test_a_child_that_was_stopped_is_started_again() -> None:
    with dissector(says("parts 2 1")) as child:
        child.parts()
        child.stop()
        assert child.read(1, 0) == b"\1"
