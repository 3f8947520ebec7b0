import numpy as np
import pylibjxl
import pytest
from PIL import Image, ImageCms

from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.drawn_media import (
    corners,
    encoded,
    jpeg_xl,
    looked_at,
    only_frame,
    opened,
    portrait,
)

EXIF = Image.Exif()
EXIF[0x0112] = 6
TURNED = EXIF.tobytes()
SIGNATURE = b"\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl \0\0\0\0jxl "
THREE_COLOURS = bytes.fromhex(
    "ff0a03050348282e09001298250000405000e4005de5120000152aa38c1bbc9cebf9f24387c5b48deb0c6db56d6149a2"
    "c8383649277048126b20eee61e01008020e60570084c840cdb5a504902001298250000405000e0005de5120000152aa3"
    "8c1bbc9cebf9f24387c5b48deb0c6db56d6149a2c8383649277048120b20f32621000038671e02c02990618d814a1200"
    "001298250000200a00f4005de5120000152aa38c1bbc9cebf9f24387c5b48deb0c6db56d6149a2c8383649277048124b"
    "20ec9c840029e800673e04ae1b232f1a0b192a43814a1200"
)
"""An animation of 24 x 16 pixels, red, blue and green; the encoder at hand writes none."""


def boxed(codestream: bytes, pieces: int) -> bytes:
    """The codestream in boxes, the last of which says that it goes on to the end."""
    step = len(codestream) // pieces + 1
    boxes = [codestream[at : at + step] for at in range(0, len(codestream), step)]
    numbered = [
        (0 if at == pieces - 1 else 12 + len(each)).to_bytes(4, "big")
        + b"jxlp"
        + (at | (at == pieces - 1) << 31).to_bytes(4, "big")
        + each
        for at, each in enumerate(boxes)
    ]
    return SIGNATURE + b"".join(numbered)


def reason_of(content: bytes) -> Reason:
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(content)
    return caught.value.reason


def test_a_codestream_and_a_file_of_boxes_are_decoded_exactly() -> None:
    bare = jpeg_xl(portrait(), lossless=True)
    for content in (bare, jpeg_xl(portrait(), lossless=True, exif=b"Exif"), boxed(bare, 3)):
        assert np.array_equal(only_frame(content).pixels, np.asarray(portrait()))
        assert opened(content).mime == "image/jxl"


def test_a_lossy_picture_and_one_in_grey_are_decoded_closely() -> None:
    for picture in (portrait(), portrait().convert("L")):
        pixels = only_frame(jpeg_xl(picture)).pixels.astype(int)
        assert np.abs(pixels - np.asarray(picture.convert("RGB"))).mean() < 6


def test_what_shows_through_is_white() -> None:
    picture = portrait()
    picture.putalpha(Image.linear_gradient("L"))
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    pixels = only_frame(jpeg_xl(picture, lossless=True)).pixels.astype(int)
    assert np.abs(pixels - np.asarray(white)).max() <= 1


def test_the_codestream_says_which_way_is_up_and_not_exif() -> None:
    turned = pylibjxl.jpeg_to_jxl(encoded(corners(), "JPEG", exif=TURNED, quality=95))
    frames, medium = looked_at(turned)
    assert frames[0].pixels.shape == (96, 64, 3)
    assert (medium.facts().width, medium.facts().height) == (64, 96)
    assert frames[0].pixels[10, 50].argmax() == 0  # red, stored at the top left
    assert only_frame(jpeg_xl(corners(), exif=TURNED)).pixels.shape == (64, 96, 3)


def test_a_colour_profile_is_applied() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    swapped = bytearray(profile)  # what is stored as red is green
    swapped[red[0] : red[0] + 4], swapped[red[1] : red[1] + 4] = b"gXYZ", b"rXYZ"
    content = jpeg_xl(Image.new("RGB", (16, 16), (255, 0, 0)), lossless=True, icc=bytes(swapped))
    assert only_frame(content).pixels[8, 8].argmax() == 1


def test_an_animation_is_looked_at_in_part() -> None:
    frames, medium = looked_at(THREE_COLOURS)
    assert [frame.pixels[8, 12].argmax() for frame in frames] == [0]
    assert medium.partly is Reason.MORE_INSIDE


def test_a_picture_that_ends_too_early_is_named() -> None:
    bare = jpeg_xl(portrait())
    assert reason_of(bare[: len(bare) // 2]) is Reason.DAMAGED
    boxes = jpeg_xl(portrait(), exif=b"Exif")
    assert reason_of(boxes[: len(boxes) // 2]) is Reason.TRUNCATED
    assert reason_of(SIGNATURE) is Reason.TRUNCATED
    assert reason_of(b"\xff\x0a" + bytes(60)) is Reason.DAMAGED


def test_a_size_that_lies_is_refused_before_anything_is_decoded() -> None:
    bits = sum(value << at for value, at in ((3, 1), (29_999, 3), (3, 36), (29_999, 38)))
    bits |= 0b11 << 68  # behind height and width of 30 bits each: everything else as usual
    huge = b"\xff\x0a" + bits.to_bytes(9, "little") + jpeg_xl(portrait())[5:]
    with pytest.raises(UnreadableMediaError) as caught:
        opened(huge)
    assert caught.value.reason is Reason.TOO_LARGE
