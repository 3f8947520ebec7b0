"""Pictures that are written into a text, a card, a drawing, a saved page or a mail of Outlook."""

from pathlib import Path

import pytest

from face.types import Reason
from tests.support.drawn_media import encoded, portrait
from tests.support.formats.inline_pictures import (
    PAGE,
    card,
    drawing,
    folded,
    recorded,
    rich_text,
    safari,
    winmail,
)
from tests.support.formats.mails import NOON, mail
from tests.support.reading_here import Sorted, found_at, open_entry

PICTURE = encoded(portrait(64, 64), "JPEG")
OTHER = encoded(portrait(32, 32), "PNG")
FOLDED = folded(PICTURE)


def found_in(folder: Path, content: bytes | str) -> Sorted:
    (folder / "kept.bin").write_bytes(content if isinstance(content, bytes) else content.encode())
    return found_at(folder)


def contents(found: Sorted) -> list[bytes]:
    read = []
    for each in found.entries:
        with open_entry(each.path) as stream:
            read.append(stream.read())
    return read


@pytest.mark.parametrize(
    "photo",
    [
        f"PHOTO;ENCODING=b;TYPE=JPEG:{FOLDED}",
        f"PHOTO;ENCODING=BASE64;JPEG:\r\n {FOLDED}",
        f"item1.PHOTO;TYPE=JPEG;ENCODING=BASE64:{FOLDED}",
        f"PHOTO:data:image/jpeg;base64,{FOLDED}",
        f"PHOTO;MEDIATYPE=image/jpeg:data:image/jpeg;base64,{FOLDED}",
    ],
)
def test_the_photo_of_a_card_is_taken(tmp_path: Path, photo: str) -> None:
    found = found_in(tmp_path, card(photo))
    assert contents(found) == [PICTURE]
    assert found.blocked == []


def test_every_card_of_a_file_is_read(tmp_path: Path) -> None:
    photos = (f"PHOTO;ENCODING=b:{FOLDED}", "NOTE:x", f"PHOTO;ENCODING=b:{folded(OTHER)}")
    cards = "".join(map(card, photos))
    assert contents(found_in(tmp_path, cards)) == [PICTURE, OTHER]


def test_a_photo_that_is_only_a_link_is_none(tmp_path: Path) -> None:
    found = found_in(tmp_path, card("PHOTO;VALUE=uri:https://example.com/a.jpg"))
    assert (found.entries, found.blocked) == ([], [])


def test_pictures_of_rich_text_are_taken(tmp_path: Path) -> None:
    found = found_in(tmp_path, rich_text(PICTURE, OTHER))
    assert contents(found) == [PICTURE, OTHER, PICTURE]
    assert found.blocked == []


def test_a_photo_in_a_drawing_is_taken(tmp_path: Path) -> None:
    assert contents(found_in(tmp_path, drawing(PICTURE))) == [PICTURE]


def test_a_drawing_without_a_photo_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, drawing(None))
    assert [each.reason for each in found.blocked] == [Reason.PICTURE_FORMAT]


def test_an_archive_of_safari_is_read(tmp_path: Path) -> None:
    found = found_in(tmp_path, safari(PICTURE, OTHER))
    assert contents(found) == [PICTURE, OTHER]
    assert found.names() == ["a.jpg", "b.png"]
    assert dict(found.entries[0].provenance) == {
        "platform": "web",
        "url": PAGE,
        "note": "[claimed]\nhttps://cdn.example.com/a.jpg?x=1",
    }


@pytest.mark.parametrize("indent", [None, 2])
def test_what_a_browser_recorded_is_read(tmp_path: Path, indent: int | None) -> None:
    answers = [
        (PAGE, "text/html", b"<html>"),
        ("https://cdn.example.com/%EA%B0%80.jpg", "image/jpeg", PICTURE),
        ("https://cdn.example.com/b.png", "image/png", OTHER),
    ]
    found = found_in(tmp_path, recorded(answers, indent))
    assert contents(found) == [PICTURE, OTHER]
    assert found.names() == ["가.jpg", "b.png"]
    assert found.entries[1].provenance["url"] == "https://cdn.example.com/b.png"
    assert found.entries[1].provenance["message_time_unix"] == NOON


def test_what_a_browser_recorded_in_part_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    answers = [(f"https://a/{name}.jpg", "image/jpeg", PICTURE) for name in "ab"]
    found = found_in(tmp_path, recorded(answers, None)[:-1000])
    assert contents(found) == [PICTURE]
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_winmail_dat_in_a_mail_is_opened(tmp_path: Path) -> None:
    packed = winmail(("거울.jpg", PICTURE), ("b.png", OTHER))
    sent = mail()
    sent.add_attachment(packed, "application", "ms-tnef", filename="winmail.dat")
    found = found_in(tmp_path, bytes(sent))
    assert contents(found) == [PICTURE, OTHER]
    assert found.names() == ["거울.jpg", "b.png"]
    assert found.entries[0].provenance["message_time_unix"] == NOON
    assert found.blocked == []


def test_a_mail_attached_in_winmail_dat_is_opened(tmp_path: Path) -> None:
    inner = winmail(("a.jpg", PICTURE))
    found = found_in(tmp_path, winmail(("b.png", OTHER), inner=inner))
    assert contents(found) == [OTHER, PICTURE]
    assert found.blocked == []


def test_winmail_dat_that_breaks_off_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, winmail(("a.jpg", PICTURE), ("b.png", OTHER))[: -20 - len(OTHER)])
    assert contents(found) == [PICTURE]
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


@pytest.mark.parametrize("name", ["page_files", "page-Dateien"])
def test_a_page_that_was_saved_complete_is_read_with_its_address(tmp_path: Path, name: str) -> None:
    page = (
        f"<!DOCTYPE html>\n<!-- saved from url=(0021){PAGE} -->\n"
        "<html><head><title>방 &amp; 문</title></head></html>"
    )
    (tmp_path / name).mkdir()
    (tmp_path / "page.html").write_text(page, "utf-8")
    (tmp_path / name / "a.jpg").write_bytes(PICTURE)
    (tmp_path / name / "a.css").write_text("a { }")
    (tmp_path / "beside.png").write_bytes(OTHER)
    found = found_at(tmp_path)
    assert found.names() == ["a.jpg", "beside.png"]
    assert dict(found.entries[0].provenance) == {
        "platform": "web",
        "url": PAGE,
        "post_title": "방 & 문",
        "note": "[claimed]",
    }
    assert dict(found.entries[1].provenance) == {}
    assert found.blocked == []
