"""Changed exports go through a real reader child; the parent must stay as it is.

A child that ends costs the file that it was reading, and that is told. Here it is a finding, too:
a reader should say what it cannot read, and not end with it.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from app.intake import Entry, Opener, Reading, Unreadable
from face.errors import UnreadableMediaError
from face.types import Reason
from tools.fuzz import campaign, reading
from tools.fuzz.guard import FoundError
from tools.fuzz.reading import Opens, Sample, Told, hash_of
from tools.fuzz.seeds import ANSWERS

PARENT_MEMORY = 64 << 20
"""Bytes that the parent may add for one sample: it holds pieces of it."""

SAME, TIMES = 100, 6
"""So many samples are read so often, to see what the parent holds then."""

_ENDED = (Reason.DECODER_DIED, Reason.DECODER_LIED, Reason.DECODER_TIMEOUT)
_COSTS_A_CHILD = (*_ENDED, Reason.DECODER_MEMORY)


class ThroughChild:
    """Reads through children that stay up from one sample to the next.

    Attributes:
        ended: How often a child ended with a file, and for what reason.
    """

    most_memory = PARENT_MEMORY

    def __init__(self) -> None:
        """Start nothing yet."""
        self.ended: Counter[str] = Counter()
        self._reading = Reading(ANSWERS)
        self._opener = Opener(ANSWERS)

    def close(self) -> None:
        """Let the children go."""
        self._opener.close()
        self._reading.__exit__()

    def read(self, folder: Path) -> tuple[Sequence[Told], dict[str, str]]:
        """Read as `add` does.

        Raises:
            FoundError: A child ended, and a second one did, too.
        """
        found, contents = self._read(folder)
        if any(map(_has_ended, found)):  # on a busy machine a child may look as if it hung
            found, contents = self._read(folder)
            for each in filter(_has_ended, found):
                raise FoundError(f"the child ended: {each!r:.300}")
        return found, contents

    def opened(self) -> AbstractContextManager[Opens]:
        """Ask a child that is not the one that read."""
        return nullcontext(self._opener)

    def _read(self, folder: Path) -> tuple[Sequence[Told], dict[str, str]]:
        found: list[Told] = []
        contents: dict[str, str] = {}
        with closing(self._reading.read(folder)) as walk:
            for each in walk:
                if each is None:
                    continue
                found.append(each)
                if isinstance(each, Entry):
                    with suppress(OSError), _telling_of_surprises():
                        contents[each.path] = hash_of(each.chunks())
        unread = (each for each in found if isinstance(each, Unreadable))
        self.ended.update(str(each.reason) for each in unread if each.reason in _COSTS_A_CHILD)
        return found, contents


@contextmanager
def _telling_of_surprises() -> Iterator[None]:
    """Let pass that a content cannot be read, but not that no reader had thought of it."""
    try:
        yield
    except UnreadableMediaError as error:
        if error.reason is Reason.UNEXPECTED:
            raise FoundError(f"unexpected: {error.detail}") from error


def _has_ended(told: Told) -> bool:
    return isinstance(told, Unreadable) and told.reason in _ENDED


def measure(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    """Read samples for so long, and the first of them again and again.

    Returns:
        The usual figures, how often a child ended, and what the parent held: meanwhile (together
        with the fuzzer, which grows), and after each time that it read the same.
    """
    way, held, first = ThroughChild(), list[float](), list[Sample]()
    began = time.monotonic()

    def check(sample: Sample) -> None:
        reading.check(sample, scratch, way)
        if len(first) < SAME:
            first.append(sample)
        held.append(_megabytes())

    with closing(way):
        figures = campaign.run(reading.samples(), check, seconds, seed)
        again = [_read_again(first, scratch, way) for _ in range(TIMES)]
    return {
        **figures.record(),
        "seconds": round(time.monotonic() - began, 1),
        "children_that_ended": dict(way.ended),
        "parent_mib": {"with_fuzzer": {"most": max(held), "end": held[-1]}, "same_again": again},
    }


def _read_again(samples: Sequence[Sample], scratch: Path, way: ThroughChild) -> float:
    for sample in samples:
        reading.check(sample, scratch, way)
    return _megabytes()


def _megabytes() -> float:
    """Return what this process holds (Linux; elsewhere 0)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    (line,) = (each for each in status.read_text("ascii").splitlines() if each.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)
