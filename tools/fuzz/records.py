"""What a child that was taken over may send: every message, changed in its bytes and its values."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack
from hypothesis import strategies as st

from app.cases.source_fields import MESSAGE_TIME
from app.intake import ContainerRead, Question, QuestionKind, Unreadable
from app.intake.readers import records
from app.sandbox import conversation, protocol, wire_format
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.frame_request import check_frame
from app.sandbox.jpeg import is_plain
from app.sandbox.protocol import Kind
from face.types import FrameHash, MediaFacts, Reason
from tests.support.scans import WIDTHS, scan, small_jpeg, track
from tools.fuzz.guard import guarded
from tools.fuzz.mutation import Change, changes, edited

_SIDE = 16
_HASHES = (FrameHash(0, "0f" * 32, 50), FrameHash(500, "f0" * 32, 100))
_FACTS = MediaFacts("video/mp4", 40, 30, 500, 2, None, None, _HASHES)

_ABOUT = [[["platform", b"telegram"], [MESSAGE_TIME, 1_700_000_000]], None]
_EVENTS: list[list[object]] = [
    records.event_record(ContainerRead("@/a.zip")),
    records.event_record(Question("@/a.zip", "a.zip", QuestionKind.PASSWORD)),
    records.event_record(Unreadable("@/a", "a", Reason.DAMAGED, "cut", {"note": "x"})),
    records.entry_record("@/a.zip\0b.png", "b.png", 9, None, _ABOUT),
]


def _read_event(untrusted: object) -> object:
    if not isinstance(untrusted, list) or not untrusted:
        raise BrokenProtocolError("event")
    if untrusted[0] == "entry":
        return records.EntryRecord(untrusted, str)
    return records.event_of(untrusted, str)


HONEST: dict[Kind, dict[str, Any]] = {
    Kind.READY: {"pack": "open", "pipeline": "open-1", "widths": list(WIDTHS)},
    Kind.FAILED: {"error": "ModelDamagedError", "pack": "open", "file": "weights.onnx"},
    Kind.READ: {"offset": 3, "length": 4},
    Kind.TRACK: {"ticket": 1, **wire_format.track_record(track(small_jpeg()))},
    Kind.SCAN: {"ticket": 1, "partly": None, **wire_format.facts_record(scan(0).facts)},
    Kind.UNREADABLE: {"ticket": 1, "reason": "damaged", "detail": "cut"},
    Kind.EVENTS: {"events": _EVENTS},
    Kind.PICTURE: {"width": _SIDE, "height": 2, "pixels": bytes(_SIDE * 2 * 3)},
}
VIDEO = {"ticket": 1, "partly": "too-long", **wire_format.facts_record(_FACTS)}

READ: dict[Kind, Callable[[dict[str, Any]], object]] = {
    Kind.READY: lambda said: conversation.engine_info(msgpack.packb(said), "open"),
    Kind.FAILED: lambda said: conversation.failure(msgpack.packb(said)),
    Kind.READ: lambda said: wire_format.integer(said.get("offset"), 0, 9),
    Kind.FRAME: bool,
    Kind.TRACK: lambda said: wire_format.track(said, WIDTHS),
    Kind.SCAN: lambda said: (
        wire_format.facts(said),
        said.get("partly") and wire_format.reason(said["partly"]),
    ),
    Kind.UNREADABLE: conversation.unreadable,
    Kind.EVENTS: lambda said: [_read_event(each) for each in records.fields_of(said, "events")],
    Kind.PIECE: bool,
    Kind.DONE: bool,
    Kind.LIST: lambda said: records.text(said.get("path")),
    Kind.FETCH: lambda said: records.text(said.get("path")),
    Kind.PICTURE: lambda said: check_frame(said, _SIDE),
}

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 255, 2**31, 2**32, 2**63 - 1, -(2**63), 2**64 - 1),
    *(0.0, -0.0, 0.5, 1.0, 1e-320, 1e308, -1e308, float("nan"), float("inf"), float("-inf")),
    *("", "damaged", "video/mp4", "image/" + "a" * 60, "\u202e\0", "0f" * 32, "g" * 64, "a" * 5000),
    *(
        b"",
        b"\0",
        bytes(16),
        bytes(40),
        b"\xff" * 16,
        b"\0\0\xc0\x7f" * 4,
        bytes(5000),
        small_jpeg(),
    ),
    *([], [[]], [0.5] * 4, [None] * 40, {}, {"a": {}}, {"": b""}),
)
"""Values that lie on an edge, of every kind that msgpack knows."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a child.

    Attributes:
        lies: Values that are put in the place of others: a path of numbers, modulo what is there.
        changes: To its bytes.
    """

    kind: Kind
    is_video: bool
    lies: tuple[tuple[tuple[int, ...], Any], ...]
    changes: tuple[Change, ...]

    def raw(self) -> bytes:
        """Return the message as it is written into the pipe."""
        said: Any = VIDEO if self.kind is Kind.SCAN and self.is_video else HONEST[self.kind]
        for where, value in self.lies:
            said = _with(said, where, value)
        raw = protocol.message(self.kind, **said) if isinstance(said, dict) else b""
        for change in self.changes:
            raw = edited(raw, change)
        return raw


def messages() -> st.SearchStrategy[Message]:
    """Generate any message."""
    where = st.lists(st.integers(0, 40), min_size=1, max_size=3).map(tuple)
    return st.builds(
        Message,
        st.sampled_from(tuple(HONEST)),
        st.booleans(),
        st.lists(st.tuples(where, st.sampled_from(_ODD)), max_size=3).map(tuple),
        st.lists(changes(), max_size=2).map(tuple),
    )


def check(message: Message) -> None:
    """Read a message as the parent does. Nothing but BrokenProtocolError may be raised."""
    with guarded():
        stream = io.BytesIO(message.raw())
        try:
            while (got := protocol.receive(stream.read, protocol.FROM_CHILD)) is not None:
                READ[got[0]](protocol.fields(got[1]))
        except BrokenProtocolError:
            return


def check_crop(change: Change) -> None:
    """Check that a crop that is let through is as small as it says."""
    content = edited(small_jpeg(), change)
    with guarded():
        if is_plain(content):
            assert len(content) <= protocol.TRACK_SIZE  # noqa: S101


def _with(said: Any, where: tuple[int, ...], value: Any) -> Any:
    """Return the same fields with one value changed, somewhere inside."""
    if not where or not isinstance(said, dict | list) or not said:
        return value
    if isinstance(said, list):
        at = where[0] % len(said)
        return [*said[:at], _with(said[at], where[1:], value), *said[at + 1 :]]
    name = sorted(said)[where[0] % len(said)]
    return {**said, name: _with(said[name], where[1:], value)}
