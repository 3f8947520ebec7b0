import io

from face.media.jpeg import coefficient_bytes
from tests.support.drawn_media import encoded, portrait


def needed(**options: object) -> int:
    return coefficient_bytes(io.BytesIO(encoded(portrait(160, 160), "JPEG", **options)))


def test_a_baseline_jpeg_is_decoded_row_by_row() -> None:
    assert needed() == 0


def test_a_progressive_jpeg_is_held_whole() -> None:
    assert needed(progressive=True, subsampling=0) == 160 * 160 * 3 * 2
    assert needed(progressive=True, subsampling=2) == 160 * 160 * 3


def test_nonsense_needs_nothing() -> None:
    assert coefficient_bytes(io.BytesIO(b"\xff\xd8\xff")) == 0
    assert coefficient_bytes(io.BytesIO(b"\xff\xd8" + b"\xff" * 100_000)) == 0
