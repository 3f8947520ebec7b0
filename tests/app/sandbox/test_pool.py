import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from app.sandbox.limits import Limits
from app.sandbox.pool import ScannerPool
from app.sandbox.protocol import MIB, WHOLE
from app.sandbox.work_queue import Source
from face.errors import UnreadableMediaError
from face.types import Reason, Scan
from tests.app.sandbox.pools import FAKE_CHILD, fake_pool, only, outcomes, says
from tests.support.scans import small_jpeg


def test_every_medium_gets_its_own_answer() -> None:
    with fake_pool(children=2) as pool:
        media = [says(f"faces {number}") for number in range(30)]
        assert outcomes(pool, *media) == list(range(30))
        assert outcomes(pool, says("unreadable"), says("faces 2")) == [Reason.DAMAGED, 2]
        assert outcomes(pool) == []


def test_a_medium_is_answered_whole_or_with_its_reason() -> None:
    with fake_pool() as pool:
        scan, error = only(pool, says("faces 1")), only(pool, says("unreadable"))
    assert isinstance(scan, Scan)
    assert (scan.pack, scan.pipeline) == ("fake", "fake-1")
    assert scan.tracks[0].faces[0].crop == small_jpeg()
    assert isinstance(error, UnreadableMediaError)
    assert (error.reason, error.detail) == (Reason.DAMAGED, "cut")


def test_crops_are_left_out_when_they_are_not_wanted() -> None:
    with ScannerPool("fake", 1, crops=False, command=FAKE_CHILD) as pool:
        scan = only(pool, says("faces 1"))
    assert isinstance(scan, Scan)
    assert scan.tracks[0].faces[0].crop is None


def test_what_does_not_fit_beside_others_gets_a_second_look_alone() -> None:
    limits = Limits(memory=50 * MIB, memory_alone=400 * MIB)
    with fake_pool(children=2, limits=limits) as pool:
        media = ["takes 200", "faces 1", "takes 8000", "faces 2", "takes 200"]
        assert outcomes(pool, *map(says, media)) == [1, 1, Reason.DECODER_MEMORY, 2, 1]
        assert len(pool._children) == 0
        assert outcomes(pool, says("faces 3")) == [3]


def test_what_only_seems_damaged_for_want_of_memory_is_looked_at_again() -> None:
    limits = Limits(memory=100 * MIB, memory_alone=400 * MIB)
    with fake_pool(children=2, limits=limits) as pool:
        media = [says("mistakes 160"), says("unreadable"), says("faces 2")]
        assert outcomes(pool, *media) == [1, Reason.DAMAGED, 2]


def test_a_large_medium_is_read_range_by_range() -> None:
    with fake_pool() as pool:
        assert outcomes(pool, says("ends", WHOLE + 1), large_with_an_end) == [0, 1]


def large_with_an_end() -> Source:
    content = b"ends".ljust(3 * WHOLE, b"\0") + b"last"
    return io.BytesIO(content), len(content)


class Failing(io.BytesIO):
    """A file on a disk that is pulled out."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Fail as a missing disk does."""
        raise OSError


def gone() -> Source:
    raise FileNotFoundError


def forbidden() -> Source:
    raise PermissionError


def changed() -> Source:
    raise UnreadableMediaError(Reason.CHANGED)


def test_a_source_that_cannot_be_read_is_said_to_be_so() -> None:
    media = [
        gone,
        forbidden,
        changed,
        lambda: (Failing(), 5),
        lambda: (Failing(), WHOLE + 1),
        lambda: (io.BytesIO(b"faces 1"), 8),
        lambda: (io.BytesIO(b"ends"), WHOLE + 1),
        says("faces 1"),
    ]
    with fake_pool() as pool:
        assert outcomes(pool, *media) == [
            Reason.GONE,
            Reason.UNREADABLE_FILE,
            Reason.CHANGED,
            Reason.UNREADABLE_FILE,
            Reason.UNREADABLE_FILE,
            Reason.CHANGED,
            Reason.CHANGED,
            1,
        ]


def test_media_are_opened_only_when_a_child_will_soon_be_free_and_closed_after() -> None:
    opened: list[BinaryIO] = []

    def source(stream: BinaryIO) -> Source:
        return stream, WHOLE + 1

    def jobs() -> Iterator[tuple[int, Callable[[], Source]]]:
        for number in range(40):
            stream = io.BytesIO(b"faces 1".ljust(WHOLE + 1, b"\0"))
            opened.append(stream)
            yield number, partial(source, stream)

    done = 0
    with fake_pool(children=2) as pool:
        for outcome in pool.scan_all(jobs()):
            assert sum(not stream.closed for stream in opened) <= 5
            done += outcome is not None
    assert done == 40
    assert all(stream.closed for stream in opened)


def test_the_caller_can_breathe_while_nothing_is_finished() -> None:
    with fake_pool() as pool:
        outcomes(pool, says("faces 0"))
        work = pool.scan_all([(0, says("hang"))])
        assert [next(work) for _ in range(5)] == [None] * 5
        work.close()


def test_closing_the_generator_stops_the_work_and_the_pool_can_go_on() -> None:
    with fake_pool(children=2) as pool:
        work = pool.scan_all([(0, says("hang")), (1, says("hang")), (2, says("hang"))])
        for _ in range(3):
            next(work)
        work.close()
        assert outcomes(pool, says("faces 1")) == [1]
