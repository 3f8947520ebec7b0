import io
import quopri
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.intake import Answers, QuestionKind
from app.intake.readers.core.reader import Entry
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason
from tests.support.drawn_media import encoded, looked_at, only_frame, portrait
from tests.support.formats.exports import zipped
from tests.support.formats.pdfs import flate, image, locked, packed_pdf, pdf, stream
from tests.support.reading_here import Sorted, found_at, open_entry

RGB = bytes(range(24))
JPEG = io.BytesIO()
Image.new("RGB", (4, 2), (10, 200, 30)).save(JPEG, "JPEG")
PHOTO = image("/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", JPEG.getvalue())


def found_in(folder: Path, content: bytes, answers: Answers | None = None) -> Sorted:
    (folder / "kept.bin").write_bytes(content)
    return found_at(folder, answers) if answers else found_at(folder)


def content_of(entry: Entry, answers: Answers | None = None) -> bytes:
    with open_entry(entry.path, answers) if answers else open_entry(entry.path) as opened:
        return opened.read()


def pixels_of(entry: Entry) -> list[list[list[int]]]:
    assert sniff(content_of(entry)).startswith("image/")
    with Image.open(io.BytesIO(content_of(entry))) as picture:
        pixels: list[list[list[int]]] = np.asarray(picture.convert("RGB")).tolist()
        return pixels


def test_a_jpeg_is_taken_as_it_is(tmp_path: Path) -> None:
    found = found_in(tmp_path, pdf([PHOTO, b"<</A 1>>", stream("", b"0 0 m")]))
    (entry,) = found.entries
    assert (entry.name, content_of(entry)) == ("picture-3-0", JPEG.getvalue())
    assert found.blocked == []


def test_a_pdf_in_a_mail_whose_length_is_only_guessed_is_read_to_its_end(tmp_path: Path) -> None:
    headers = (
        b"From: a@example.com\r\nTo: b@example.com\r\nSubject: c\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: application/pdf; name=c.pdf\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    found = found_in(tmp_path, headers + quopri.encodestring(pdf([PHOTO])))
    assert [content_of(each) for each in found.entries] == [JPEG.getvalue()]
    assert found.blocked == []


def test_a_jpeg_that_was_packed_again_is_unpacked(tmp_path: Path) -> None:
    told = "/Filter[/FlateDecode/DCTDecode]"
    (entry,) = found_in(tmp_path, pdf([image(told, flate(JPEG.getvalue()))])).entries
    assert content_of(entry) == JPEG.getvalue()


@pytest.mark.parametrize(
    ("told", "data"),
    [
        ("/ColorSpace/DeviceRGB/BitsPerComponent 8", RGB),
        ("/ColorSpace[/CalRGB<<>>]/BitsPerComponent 8/Filter/FlateDecode", flate(RGB)),
        ("/ColorSpace[/ICCBased 4 0 R]/BitsPerComponent 8/Filter[/FlateDecode]", flate(RGB)),
        (
            "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
            "/DecodeParms<</Predictor 15/Colors 3/Columns 4>>",
            flate(b"\0" + RGB[:12] + b"\0" + RGB[12:]),
        ),
        (
            f"/ColorSpace[/Indexed/DeviceRGB 7<{RGB.hex()}>]/BitsPerComponent 8/Filter/FlateDecode",
            flate(bytes(range(8))),
        ),
        (
            f"/ColorSpace[/Indexed/DeviceRGB 7<{RGB.hex()}>]/BitsPerComponent 4",
            bytes.fromhex("01234567"),
        ),
        (
            f"/ColorSpace[/Indexed/DeviceRGB 7<{RGB.hex()}>]/BitsPerComponent 4"
            "/Filter/FlateDecode/DecodeParms[<</Predictor 12/Columns 4/BitsPerComponent 4>>]",
            flate(bytes.fromhex("00 0123 00 4567")),
        ),
    ],
)
def test_bare_samples_become_a_picture(tmp_path: Path, told: str, data: bytes) -> None:
    profile = stream("/N 3", b"")
    (entry,) = found_in(tmp_path, pdf([image(told, data), profile])).entries
    assert pixels_of(entry) == np.frombuffer(RGB, np.uint8).reshape(2, 4, 3).tolist()


@pytest.mark.parametrize(
    ("told", "data", "white"),
    [
        ("/ColorSpace/DeviceGray/BitsPerComponent 1", b"\xf0\xf0", True),
        ("/ImageMask true/Decode[1 0]", b"\x00\x00", True),
        ("/ColorSpace/DeviceCMYK/BitsPerComponent 8", bytes(32), True),
        ("/ColorSpace[/Indexed/DeviceGray 1<ff00>]/BitsPerComponent 1", b"\xf0\xf0", False),
        ("/ColorSpace[/Indexed/DeviceCMYK 1<00000000000000ff>]/BitsPerComponent 1", b"\0\0", True),
    ],
)
def test_gray_and_ink_are_shown_as_they_were_meant(
    tmp_path: Path, told: str, data: bytes, white: bool
) -> None:
    (entry,) = found_in(tmp_path, pdf([image(told, data)])).entries
    assert pixels_of(entry) == [[[255 * white] * 3] * 4] * 2


TO_GREY = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>"
TO_INKS = "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 1]/N 1>>"
HALVES = TO_GREY.replace("C1[0]", "C1[0.5]") + TO_GREY.replace("C0[1]", "C0[0.5]")
STITCHED = f"<</FunctionType 3/Domain[0 1]/Bounds[0.5]/Encode[0 1 0 1]/Functions[{HALVES}]>>"
SAMPLED = stream("/FunctionType 0/Domain[0 1]/Range[0 1]/Size[2]/BitsPerSample 8", b"\xff\0")
BRANCHED = stream(
    "/FunctionType 4/Domain[0 1]/Range[0 1]",
    b"{1 exch sub dup 0.5 gt {1 mul} {0 add} ifelse}",
)
INK = np.arange(0, 256, 36, dtype=np.uint8)[:8]


@pytest.mark.parametrize(
    ("space", "more"),
    [
        (f"[/Separation/Black/DeviceGray{TO_GREY}]", []),
        (f"[/Separation/Black/DeviceCMYK{TO_INKS}]", []),
        (f"[/Separation/All[/ICCBased 5 0 R]{TO_GREY}]", [stream("", b""), stream("/N 1", b"")]),
        (f"[/DeviceN[/Black]/DeviceGray{TO_GREY}]", []),
        (f"[/Separation/Black/DeviceGray{STITCHED}]", []),
        ("[/Separation/Black/DeviceGray 4 0 R]", [SAMPLED]),
        ("[/Separation/Black/DeviceGray 4 0 R]", [BRANCHED]),
        (f"[/Indexed[/Separation/Black/DeviceGray{TO_GREY}]255<{bytes(range(256)).hex()}>]", []),
    ],
)
def test_named_inks_are_shown_as_a_viewer_shows_them(
    tmp_path: Path, space: str, more: list[bytes]
) -> None:
    told = f"/ColorSpace{space}/BitsPerComponent 8/Filter/FlateDecode"
    (entry,) = found_in(tmp_path, pdf([image(told, flate(INK.tobytes())), *more])).entries
    there = np.repeat(255 - INK, 3).reshape(2, 4, 3).astype(int)
    off = 40 if "CMYK" in space else 0  # black ink on paper is no deep black
    assert np.abs(np.array(pixels_of(entry)) - there).max() <= off


def test_several_named_inks_are_mixed(tmp_path: Path) -> None:
    mixed = stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1 0 1]", b"{ 0 0 3 -1 roll }")
    space = "[/DeviceN[/Cyan/Spot]/DeviceCMYK 4 0 R]"
    data = bytes((255, 0)) * 4 + bytes((0, 255)) * 4
    told = f"/ColorSpace{space}/BitsPerComponent 8"
    (entry,) = found_in(tmp_path, pdf([image(told, data), mixed])).entries
    cyan, black = np.array(pixels_of(entry))
    assert np.abs(cyan - (0, 174, 239)).max() <= 1
    assert black.max() < 40


def test_colours_of_lab_are_shown(tmp_path: Path) -> None:
    space = "[/Lab<</WhitePoint[0.9642 1 0.8249]/Range[-128 127 -128 127]>>]"
    told = f"/ColorSpace{space}/BitsPerComponent 8"
    white, red = bytes((255, 128, 128)), bytes((round(54.29 * 2.55), 128 + 81, 128 + 70))
    (entry,) = found_in(tmp_path, pdf([image(told, white * 4 + red * 4)])).entries
    rows = np.array(pixels_of(entry))
    assert rows[0].min() >= 252
    assert np.abs(rows[1] - (255, 0, 0)).max() <= 12


@pytest.mark.parametrize(
    "told",
    [
        f"/ColorSpace[/Separation/Black/DeviceGray{TO_GREY}]",
        "/ColorSpace/DeviceGray/Decode[1 0]",
    ],
)
def test_a_jpeg_of_an_ink_is_taken_as_it_is_and_as_it_is_shown(tmp_path: Path, told: str) -> None:
    grey = np.linspace(20, 230, 64 * 48).reshape(48, 64).astype(np.uint8)
    coded = io.BytesIO()
    Image.fromarray(255 - grey).save(coded, "JPEG", quality=95)
    content = image(f"{told}/BitsPerComponent 8/Filter/DCTDecode", coded.getvalue(), 64, 48)
    as_it_is, as_shown = found_in(tmp_path, pdf([content])).entries
    assert (as_it_is.name, as_shown.name) == ("picture-3-0", "shown-3-0")
    assert content_of(as_it_is) == coded.getvalue()
    shown = only_frame(content_of(as_shown)).pixels[:, :, 0].astype(int)
    assert np.abs(shown - grey).mean() < 3


def test_a_picture_in_jpeg_2000_is_shown(tmp_path: Path) -> None:
    coded = encoded(portrait(), "JPEG2000")
    content = image("/ColorSpace/DeviceRGB/Filter/JPXDecode", coded, 256, 256)
    (entry,) = found_in(tmp_path, pdf([content])).entries
    assert np.array_equal(only_frame(content_of(entry)).pixels, np.asarray(portrait()))


@pytest.mark.parametrize(
    "before",
    [b"\xef\xbb\xbf", b"\r\n \n", b"\0\0", b"\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n"],
    ids=["mark", "empty lines", "zeros", "print job"],
)
def test_a_pdf_behind_a_mark_is_read(tmp_path: Path, before: bytes) -> None:
    (entry,) = found_in(tmp_path, before + pdf([PHOTO])).entries
    assert content_of(entry) == JPEG.getvalue()


@pytest.mark.parametrize("filters", ["/CCITTFaxDecode", "[/FlateDecode/CCITTFaxDecode]"])
def test_a_fax_is_shown(tmp_path: Path, filters: str) -> None:
    page = Image.new("1", (64, 48))
    page.paste(1, (8, 8, 40, 40))
    written = io.BytesIO()
    page.save(written, "TIFF", compression="group4")
    tags = Image.open(written).tag_v2  # type: ignore[attr-defined]
    coded = written.getvalue()[tags[273][0] :][: tags[279][0]]
    parms = "<</K -1/Columns 64/Rows 48/BlackIs1 true>>"
    told = f"/ImageMask true/Filter{filters}/DecodeParms"
    if filters.startswith("["):
        coded, parms = flate(coded), f"[null{parms}]"
    (entry,) = found_in(tmp_path, pdf([image(told + parms, coded, 64, 48)])).entries
    assert np.array_equal(np.array(pixels_of(entry))[:, :, 0] == 255, np.asarray(page))


def test_samples_that_break_off_are_looked_at_as_far_as_they_go(tmp_path: Path) -> None:
    rows = np.asarray(portrait())[:200].tobytes()
    told = "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    (entry,) = found_in(tmp_path, pdf([image(told, flate(rows), 256, 256)])).entries
    frames, medium = looked_at(content_of(entry))
    assert medium.partly is not None
    assert np.array_equal(frames[0].pixels[:200], np.asarray(portrait())[:200])


def test_a_mask_is_no_picture_of_its_own(tmp_path: Path) -> None:
    masked = image("/Filter/DCTDecode/SMask 4 0 R", JPEG.getvalue())
    mask = image("/ColorSpace/DeviceGray/BitsPerComponent 8", bytes(8))
    assert found_in(tmp_path, pdf([masked, mask])).names() == ["picture-3-0"]


def test_attached_files_are_opened(tmp_path: Path) -> None:
    attached = stream("/Type/EmbeddedFile", zipped({"in.jpg": b"x"}))
    (entry,) = found_in(tmp_path, pdf([attached])).entries
    assert (entry.name, content_of(entry)) == ("in.jpg", b"x")


def test_a_pdf_in_itself_again_and_again_ends_three_deep(tmp_path: Path) -> None:
    content = pdf([PHOTO])
    for _ in range(4):
        content = pdf([stream("/Type/EmbeddedFile", content)])
    assert [each.reason for each in found_in(tmp_path, content).blocked] == [Reason.TOO_DEEP]


def test_a_pdf_with_a_password_asks_for_it_and_is_listed(tmp_path: Path) -> None:
    content = locked(pdf([PHOTO]), "secret")
    found = found_in(tmp_path, content)
    assert [each.asked for each in found.questions] == [QuestionKind.PASSWORD]
    assert [each.reason for each in found.blocked] == [Reason.LOCKED]
    answers = Answers(everywhere={QuestionKind.PASSWORD: ("wrong", "secret")})
    (entry,) = found_in(tmp_path, content, answers).entries
    assert content_of(entry, answers) == JPEG.getvalue()


@pytest.mark.parametrize("filter_", ["/Adobe.PubSec/V 4", "/Standard/V 9/R 9/O(a)/U(b)/P 1"])
def test_a_pdf_that_no_password_opens_is_said(tmp_path: Path, filter_: str) -> None:
    how = f"trailer<</ID[(a)(b)]/Encrypt<</Filter{filter_}>>".encode()
    found = found_in(tmp_path, pdf([PHOTO]).replace(b"trailer<<", how))
    assert [each.reason for each in found.blocked] == [Reason.ENCRYPTED]


def test_a_pdf_as_newer_programs_write_it_is_read(tmp_path: Path) -> None:
    (entry,) = found_in(tmp_path, packed_pdf([PHOTO])).entries
    assert content_of(entry) == JPEG.getvalue()


def test_an_object_that_cannot_be_read_is_said_and_the_others_are_taken(tmp_path: Path) -> None:
    found = found_in(tmp_path, pdf([b"[" * 5000, PHOTO]))
    assert [(each.name, each.reason) for each in found.blocked] == [("object-3", Reason.DAMAGED)]
    assert found.names() == ["picture-4-0"]


def test_a_pdf_that_is_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    (entry,) = found_in(tmp_path, locked(pdf([PHOTO]), "")).entries
    assert content_of(entry) == JPEG.getvalue()


@pytest.mark.parametrize("filter_", ["/JBIG2Decode", "/DeviceMadeUp", "/BrotliDecode"])
def test_a_picture_that_nothing_here_reads_is_said(tmp_path: Path, filter_: str) -> None:
    (entry,) = found_in(tmp_path, pdf([image(f"/Filter{filter_}", b"x")])).entries
    with pytest.raises(UnreadableMediaError):
        open_entry(entry.path)


@pytest.mark.parametrize(
    "told",
    [
        "/Width 2147483647/Height -5/ColorSpace/DeviceRGB/BitsPerComponent 8",
        "/ColorSpace 3 0 R",
        "/ColorSpace[/Indexed[/Indexed 3 0 R 1<00>]1<00>]",
        "/ColorSpace[/DeviceN[/A/B/C/D/E]]",
        "/Filter" + "[/FlateDecode" * 50 + "]" * 50,
        "/Filter[" + "/FlateDecode" * 5000 + "]",
        "/DecodeParms 3 0 R/Filter/FlateDecode",
        "/Length 99999999999",
        "/A" + "[" * 5000,
    ],
)
def test_what_makes_no_sense_is_said_or_passed_on_and_hurts_nothing(
    tmp_path: Path, told: str
) -> None:
    found = found_in(tmp_path, pdf([image(told, b"data"), PHOTO]))
    for entry in found.entries:
        with suppress(UnreadableMediaError):
            content_of(entry)
    assert len(found.entries) + len(found.blocked) >= 1


def test_what_unpacks_to_too_much_is_said(tmp_path: Path) -> None:
    told = "/Filter[/FlateDecode/FlateDecode]/ColorSpace/DeviceRGB/BitsPerComponent 8"
    bomb = flate(flate(bytes(200_000_000)))
    (entry,) = found_in(tmp_path, pdf([image(told, bomb)])).entries
    with pytest.raises(UnreadableMediaError) as caught:
        open_entry(entry.path)
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_pdf_whose_list_is_lost_is_read(tmp_path: Path) -> None:
    content = pdf([PHOTO]).replace(b"startxref\n", b"startxref\n9")
    (entry,) = found_in(tmp_path, content).entries
    assert content_of(entry) == JPEG.getvalue()


def test_of_a_pdf_that_breaks_off_what_is_there_is_taken_and_the_rest_said(tmp_path: Path) -> None:
    content = pdf([PHOTO, PHOTO])
    found = found_in(tmp_path, content[: content.rindex(b"endstream") - 100])
    assert [content_of(each) for each in found.entries[:1]] == [JPEG.getvalue()]
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_a_picture_with_the_letters_of_a_pdf_in_it_is_a_picture(tmp_path: Path) -> None:
    assert found_in(tmp_path, JPEG.getvalue() + pdf([])).names() == ["kept.bin"]


@pytest.mark.parametrize("content", [b"%PDF-", b"%PDF-1.7\n" + bytes(5_000), b"%PDF-1.4 <<" * 999])
def test_a_pdf_that_is_none_is_said(tmp_path: Path, content: bytes) -> None:
    found = found_in(tmp_path, content)
    assert found.entries == []
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


def test_too_many_objects_are_said_with_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_limits, "MAX_ENTRIES", 3)
    (blocked,) = found_in(tmp_path, pdf([PHOTO] * 5)).blocked
    assert (blocked.reason, blocked.detail) == (Reason.TOO_LARGE, "8")


def test_a_thousand_pictures_take_less_than_their_square(tmp_path: Path) -> None:
    found_in(tmp_path, pdf([PHOTO]))  # what is done once only
    assert calls_for(tmp_path, 1000) < 12 * calls_for(tmp_path, 100)


def calls_for(folder: Path, pictures: int) -> int:
    """Return the number of function calls that are needed to find as many objects."""
    written = pdf([PHOTO] * pictures)
    events: Counter[str] = Counter()
    sys.setprofile(lambda _frame, event, _what: events.update((event,)))
    try:
        found = found_in(folder, written)
    finally:
        sys.setprofile(None)
    assert len(found.entries) == pictures
    return events["call"] + events["c_call"]
