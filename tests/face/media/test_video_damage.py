"""Videos that are cut, damaged, or more than the memory holds."""

import numpy as np
import pytest

from face.errors import UnreadableMediaError
from face.media.video_pixels import FrameConverter
from face.types import Reason
from tests.support.drawn_media import looked_at, scene, video


@pytest.mark.parametrize("container", ["matroska", "avi", "mpegts", "webm"])
def test_shows_what_there_is_of_a_truncated_video(container: str) -> None:
    codec = "libvpx" if container == "webm" else "mpeg4"
    whole = video(scene(1, 100), container, codec, g="12")
    frames, medium = looked_at(whole[: len(whole) // 2])
    assert 3 <= len(frames) <= 8
    # MPEG-TS does not know how long it should be.
    assert medium.partly is (None if container == "mpegts" else Reason.TRUNCATED)


def test_a_truncated_mp4_with_its_index_in_front_is_partly_seen() -> None:
    whole = video(scene(1, 100), "mp4", g="12", movflags="faststart")
    frames, medium = looked_at(moved_to_front(whole)[: len(whole) // 2])
    assert len(frames) >= 2
    assert medium.partly is Reason.TRUNCATED


def moved_to_front(content: bytes) -> bytes:
    """Put `moov` before `mdat` and correct its chunk offsets (`stco`)."""
    boxes, at = {}, 0
    while at < len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        boxes[content[at + 4 : at + 8]] = content[at : at + size]
        at += size
    moov = bytearray(boxes[b"moov"])
    entry = moov.index(b"stco") + 8
    count = int.from_bytes(moov[entry : entry + 4], "big")
    shift = len(moov)
    for number in range(count):
        where = slice(entry + 4 + 4 * number, entry + 8 + 4 * number)
        moov[where] = (int.from_bytes(moov[where], "big") + shift).to_bytes(4, "big")
    rest = b"".join(box for name, box in boxes.items() if name not in {b"ftyp", b"moov"})
    return boxes[b"ftyp"] + bytes(moov) + rest


def test_goes_on_after_a_damaged_place() -> None:
    whole = bytearray(video(scene(1, 250), "matroska", "mpeg4", g="12"))
    middle = len(whole) // 2
    whole[middle : middle + 3000] = np.random.default_rng(3).bytes(3000)
    frames, medium = looked_at(bytes(whole))
    assert frames[-1].time_ms > 9_000
    assert medium.partly is Reason.DAMAGED


def test_a_cut_mp4_whose_index_is_lost_is_truncated() -> None:
    whole = video(scene(1, 100))
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(whole[: len(whole) * 2 // 3])
    assert caught.value.reason is Reason.TRUNCATED


@pytest.mark.parametrize(("container", "codec"), [("matroska", "mpeg4"), ("avi", "mpeg4")])
def test_a_few_missing_bytes_are_noticed(container: str, codec: str) -> None:
    whole = video(scene(1, 50), container, codec)
    assert looked_at(whole)[1].partly is None
    assert looked_at(whole[:-2_000])[1].partly is Reason.TRUNCATED


def test_frames_that_a_decoder_drops_without_a_word_are_noticed() -> None:
    whole = bytearray(video(scene(1, 100), "avi", "mpeg4", g="12"))
    start = whole.index(b"movi")
    for number in range(40, 70):  # the chunks of these frames hold nothing any more
        at = _chunk(whole, start, number)
        length = int.from_bytes(whole[at + 4 : at + 8], "little")
        whole[at + 8 : at + 8 + length] = bytes(length)
    _, medium = looked_at(bytes(whole))
    assert medium.partly is Reason.DAMAGED


def _chunk(content: bytearray, at: int, number: int) -> int:
    for _ in range(number + 1):
        at = content.index(b"00dc", at + 1)
    return at


def test_want_of_memory_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    content = video(scene(1, 10))
    monkeypatch.setattr(FrameConverter, "pixels", full)
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(content)
    assert caught.value.reason is Reason.DECODER_MEMORY


@pytest.mark.parametrize("container", ["mp4", "matroska", "avi"])
def test_a_header_alone_is_unreadable(container: str) -> None:
    codec = "libx264" if container == "mp4" else "mpeg4"
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(video(scene(1, 10), container, codec)[:200])
    assert caught.value.reason is Reason.TRUNCATED
