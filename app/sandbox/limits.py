"""Limits of what a child process may use before its item is given up."""

from dataclasses import dataclass, field

from app.sandbox.protocol import MIB
from face.media import limits
from face.media.limits import MAX_TRACKS


def most_frames() -> int:
    """Return twice the number of frames that an honest child can report for one item.

    Cuts can double the samples of a video (`face.media.video`), and of an animation no more frames
    are looked at than are decoded.
    """
    return 2 * max(2 * limits.MAX_SAMPLES, limits.MAX_ANIMATION_FRAMES)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child, and one item in it, may use.

    Attributes:
        memory: Bytes that each of several children may allocate beyond its models.
        memory_alone: The same for a child that has the machine to itself. What did not fit into
            `memory` gets a second look that way.
        start_s: Seconds until a child must be ready; the first start converts the models.
        silent_s: Seconds without a word (a frame looked at, a range asked for, an answer), which
            is what a decoder that hangs looks like. Time in which the child waits for the parent
            does not count.
        longest_s: Seconds for one item, however busily it reports.
        frames: Frames that an item may report.
        tracks: Tracks that an item may have.
        found: Bytes of all its tracks together, crops included: they are held until it is done.
        life: Items after which a child is replaced, so that what leaks does not add up.
    """

    memory: int = 450 * MIB
    memory_alone: int = 900 * MIB
    start_s: float = 120.0
    silent_s: float = 120.0
    longest_s: float = 12 * 3600.0
    frames: int = field(default_factory=most_frames)
    tracks: int = MAX_TRACKS
    found: int = 128 * MIB
    life: int = 1000

    def served(self, size: int) -> int:
        """Return how many bytes of a medium of `size` bytes may be read between two frames."""
        return 4 * size + 64 * MIB
