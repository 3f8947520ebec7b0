"""Pictures in Flash films are content; what is drawn or moves in them is said to be left out."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.drawn_media import encoded
from tests.support.formats import flash_films
from tests.support.reading_here import found_at

PIXELS = np.arange(13 * 7 * 3, dtype=np.uint8).reshape(7, 13, 3) // 32 * 32
JPEG = encoded(Image.fromarray(PIXELS).resize((64, 48)), "JPEG", quality=95)
PNG = encoded(Image.fromarray(PIXELS), "PNG")
FLASH = "application/x-shockwave-flash"


def _opened(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


@pytest.mark.parametrize("packing", ["F", "C", "Z"])
def test_pictures_of_a_film_are_content(tmp_path: Path, packing: str) -> None:
    tags = [flash_films.jpeg(JPEG), flash_films.jpeg(PNG), flash_films.jpeg_with_alpha(JPEG)]
    put(tmp_path, flash_films.film([(9, b"\1\2\3"), *tags], packing))
    found = found_at(tmp_path)
    assert found.blocked == []
    assert [content_of(each) for each in found.entries] == [JPEG, PNG, JPEG]


def test_a_picture_and_its_tables_are_joined(tmp_path: Path) -> None:
    put(tmp_path, flash_films.film(flash_films.parted_jpeg(JPEG)))
    (entry,) = found_at(tmp_path).entries
    assert (_opened(content_of(entry)) == _opened(JPEG)).all()


@pytest.mark.parametrize(("kind", "off"), [(3, 0), (4, 8), (5, 0)])
def test_bare_pixels_become_a_picture(tmp_path: Path, kind: int, off: int) -> None:
    put(tmp_path, flash_films.film([flash_films.bare(PIXELS, kind)], "C"))
    (entry,) = found_at(tmp_path).entries
    difference = _opened(content_of(entry)).astype(int) - PIXELS
    assert abs(difference).max() <= off


@pytest.mark.parametrize("tags", [[], [(60, bytes(10)), flash_films.jpeg(PNG)]])
def test_what_a_film_draws_or_plays_is_said_to_be_left_out(
    tmp_path: Path, tags: flash_films.Tags
) -> None:
    put(tmp_path, flash_films.film(tags))
    found = found_at(tmp_path)
    assert [(each.reason, each.detail) for each in found.blocked] == [(Reason.OTHER_FORMAT, FLASH)]
    assert len(found.entries) == (1 if tags else 0)


@pytest.mark.parametrize("packing", ["F", "C", "Z"])
def test_a_film_that_breaks_off_gives_what_came_before(tmp_path: Path, packing: str) -> None:
    many = [flash_films.jpeg(PNG + bytes([n])) for n in range(200)]
    whole = flash_films.film(many, packing)
    put(tmp_path, whole[: len(whole) * 3 // 4])
    found = found_at(tmp_path)
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]
    assert found.entries


@pytest.mark.parametrize(
    "bad",
    [
        (20, b""),
        (20, b"\1\0\5\xff\xff\xff\xff" + bytes(9)),
        (20, b"\1\0\5\2\0\2\0" + bytes(9)),
        (20, b"\1\0\7\2\0\2\0" + bytes(9)),
        (35, b"\1"),
    ],
)
def test_a_picture_that_makes_no_sense_costs_only_itself(
    tmp_path: Path, bad: tuple[int, bytes]
) -> None:
    put(tmp_path, flash_films.film([bad, flash_films.jpeg(PNG)]))
    found = found_at(tmp_path)
    assert len(found.entries) == 2
    assert content_of(found.entries[1]) == PNG
