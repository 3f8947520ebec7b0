import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.readers.core import json_text
from app.intake.readers.core.json_text import JsonText
from app.intake.readers.telegram.json_export import repair_escapes
from face.errors import UnreadableMediaError
from face.types import Reason

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda deeper: st.lists(deeper) | st.dictionaries(st.text(), deeper),
)


class Crumbs(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(3, size if size is not None and size > 0 else 3))


def whole(text: JsonText) -> Any:
    if text.comes("{"):
        return {key: whole(text) for key in text.keys()}  # noqa: SIM118
    if text.comes("["):
        return [whole(text) for _ in text.elements()]
    return text.value()


@given(ANY)
def test_it_reads_what_json_writes_in_pieces_of_any_size(value: Any) -> None:
    written = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    assert whole(JsonText(Crumbs(written))) == json.loads(written)


def test_a_value_can_be_skipped() -> None:
    text = JsonText(io.BytesIO(b'{"a": {"b": [1, {"c": []}]}, "d": 5}'))
    found = {}
    for key in text.keys():  # noqa: SIM118
        if key == "d":
            found[key] = text.value()
        else:
            text.skip()
    assert found == {"d": 5}


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (b"[1, 2", Reason.TRUNCATED),
        (b"", Reason.TRUNCATED),
        (b"[1 2]", Reason.DAMAGED),
        (b"[" + b"9" * 5000 + b"]", Reason.DAMAGED),
        (b"[{]", Reason.DAMAGED),
    ],
)
def test_what_is_no_json_is_said(written: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        whole(JsonText(io.BytesIO(written)))
    assert caught.value.reason is reason


def test_nesting_without_end_is_damaged() -> None:
    with pytest.raises(UnreadableMediaError):
        JsonText(io.BytesIO(b"[" * 1_000_000)).value()


def test_one_value_may_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MAX_MESSAGE_CHARACTERS", 1000)
    monkeypatch.setattr(json_text, "CHUNK", 100)
    with pytest.raises(UnreadableMediaError) as caught:
        JsonText(io.BytesIO(b'["' + b"x" * 10_000 + b'"]')).value()
    assert caught.value.detail == "1000"


@pytest.mark.parametrize("size", range(1, 40))
def test_escapes_are_mended_wherever_a_piece_ends(size: int) -> None:
    written = rb'"\x1b[31m \\x41 \\\x00 \n \u0041 ' + "가".encode() + b'"'
    stream = io.BytesIO(written)
    pieces = b"".join(iter(lambda: repair_escapes(stream, size), b""))
    assert json.loads(pieces) == "\x1b[31m \\x41 \\\x00 \n A 가"
