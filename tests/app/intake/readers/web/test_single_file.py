import base64
from io import BytesIO
from pathlib import Path

import pytest

from app.intake.readers.web import single_file
from app.intake.readers.web.single_file import data_urls
from tests.support.formats.exports import zipped
from tests.support.formats.mails import NOON, PAGE, PICTURE
from tests.support.reading_here import found_at, open_entry

SAVED = "Thu Aug 01 2024 21:00:00 GMT+0900 (대한민국 표준시)"


def url(content: bytes, kind: str = "image/jpeg") -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def page(body: str, saved: str = SAVED) -> str:
    """Return a page as SingleFile saves it."""
    return (
        f'<!DOCTYPE html> <html lang="ko"><!--\n Page saved with SingleFile \n url: {PAGE} \n'
        f" saved date: {saved}\n--><meta charset=utf-8>\n<title>방 &amp; 글</title>{body}"
    )


def written(folder: Path, text: str | bytes) -> Path:
    """Write a file whose name tells nothing."""
    (folder / "kept.bin").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / "kept.bin"


def read_again(address: str) -> bytes:
    with open_entry(address) as stream:
        return stream.read()


def test_a_picture_in_a_page_has_its_address_title_and_time_as_claimed(tmp_path: Path) -> None:
    found = found_at(written(tmp_path, page(f'<img src="{url(PICTURE)}">')))
    (entry,) = found.entries
    assert entry.name.endswith(".jpeg")
    assert dict(entry.provenance) == {
        "platform": "web",
        "url": PAGE,
        "post_title": "방 & 글",
        "message_time_unix": NOON,
        "note": "[claimed]",
    }
    assert (entry.size, read_again(entry.path)) == (len(PICTURE), PICTURE)


def test_a_page_of_monolith_is_read_as_well(tmp_path: Path) -> None:
    note = f"<!-- Saved from {PAGE} at 2024-08-01T12:00:00Z using monolith v2.8.3 -->\n"
    (entry,) = found_at(written(tmp_path, f'{note}<html><img src="{url(PICTURE)}">')).entries
    assert (entry.provenance["url"], entry.provenance["message_time_unix"]) == (PAGE, NOON)


@pytest.mark.parametrize("more", [0, 1, 2])
@pytest.mark.parametrize(
    "body",
    [
        "<img srcset='{} 2x, small.jpg 1x'>",
        '<style>:root{{--sf-img-1: url("{}")}}</style>',
        "<style>a{{background:url({})}}</style>",
        "<video poster={}></video>",
        "<script>x = '{}'</script>",
    ],
)
def test_pictures_are_found_wherever_they_stand(tmp_path: Path, body: str, more: int) -> None:
    content = PICTURE + b"x" * more
    (entry,) = found_at(written(tmp_path, page(body.format(url(content))))).entries
    assert read_again(entry.path) == content
    assert entry.size == len(content)


def test_fonts_sounds_and_drawings_of_a_page_are_no_content(tmp_path: Path) -> None:
    body = url(b"wOF2....", "font/woff2") + "'" + url(b"<svg></svg>", "image/svg+xml") + "'"
    assert found_at(written(tmp_path, page(body))).entries == []


def test_what_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    text = page(url(PICTURE))
    (entry,) = found_at(written(tmp_path, text[:-1001])).entries
    assert PICTURE.startswith(read_again(entry.path))


def test_an_address_that_no_picture_has_leads_nowhere(tmp_path: Path) -> None:
    path = written(tmp_path, page(url(PICTURE)))
    for address in ("x", "5", "1/a", "0/../a", "../0", "0"):
        with pytest.raises(FileNotFoundError):
            read_again(f"{path}\0{address}")


@pytest.mark.parametrize("chunk", [1, 2, 7, 300, 5000])
def test_pieces_of_any_size_give_the_same(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_file, "CHUNK", chunk)
    text = page(f"{'y' * 999}{url(b'one', 'image/a')} {url(b'', 'x/y')}({url(b'three')})").encode()
    found = list(data_urls(BytesIO(text)))
    assert [each.declared for each in found] == ["image/a", "x/y", "image/jpeg"]
    assert [base64.b64decode(text[each.start : each.end] + b"==") for each in found] == [
        b"one",
        b"",
        b"three",
    ]


def test_a_page_with_an_archive_behind_it_is_opened(tmp_path: Path) -> None:
    packed = page("<script>").encode() + zipped({"images/1.jpg": PICTURE})
    (entry,) = found_at(written(tmp_path, packed)).entries
    assert (entry.name, entry.provenance["url"]) == ("1.jpg", PAGE)
    assert read_again(entry.path) == PICTURE


@pytest.mark.parametrize("saved", ["", "yesterday", "Thu Xxx 99 2024 99:00:00 GMT+9900 (x)"])
def test_a_date_that_makes_no_sense_is_left_out(tmp_path: Path, saved: str) -> None:
    (entry,) = found_at(written(tmp_path, page(url(PICTURE), saved or "-"))).entries
    assert "message_time_unix" not in entry.provenance


def test_any_other_page_is_a_file_like_any(tmp_path: Path) -> None:
    found = found_at(written(tmp_path, f"<!DOCTYPE html><html><img src={url(PICTURE)}>"))
    assert found.names() == ["kept.bin"]
