import time
from pathlib import Path

import pytest

from app.intake import Obstacle
from face.types import Reason
from tests.support.formats.exports import (
    NOON,
    html_absent,
    html_file,
    html_message,
    html_photo,
    page,
    write_files,
)
from tests.support.reading_here import found_at

PHOTO = "photos/photo_1@01-08-2024_21-00-00.jpg"
FURNITURE = {"css/style.css": b"", "js/script.js": b"", "images/media_photo@2x.png": b""}


def export(folder: Path, *bodies: str, files: tuple[str, ...] = ()) -> Path:
    """Return a chat with so many pages."""
    for number, body in enumerate(bodies, 1):
        name = f"messages{number if number > 1 else ''}.html"
        write_files(folder, {name: page(body).encode()})
    write_files(folder, FURNITURE | {name: name.encode() for name in files})
    return folder


def test_a_photo_has_room_message_sender_time_and_text(tmp_path: Path) -> None:
    body = html_message(7, html_photo(PHOTO), text='보세요 <a href="https://example.org">이거</a>')
    thumb = PHOTO.replace(".jpg", "_thumb.jpg")
    found = found_at(export(tmp_path, body, files=(PHOTO, thumb)))
    (entry,) = found.entries
    assert dict(entry.provenance) == {
        "platform": "telegram",
        "room_title": "방",
        "message_id": "7",
        "message_time_unix": NOON,
        "sender_display": "윤",
        "post_title": "보세요 이거",
    }
    assert (found.absent, found.blocked) == ([], [])


def test_a_time_without_a_zone_is_marked(tmp_path: Path) -> None:
    body = html_message(1, html_photo(PHOTO), zone="")
    (entry,) = found_at(export(tmp_path, body, files=(PHOTO,))).entries
    assert entry.provenance["note"] == "[time-assumed]"


def test_joined_messages_have_the_sender_before_on_the_next_page_too(tmp_path: Path) -> None:
    first = html_message(1, html_file("files/a.zip"), sender="가")
    second = html_message(2, html_photo(PHOTO), sender="")
    found = found_at(export(tmp_path, first, second, files=(PHOTO, "files/a.zip")))
    assert [each.provenance["sender_display"] for each in found.entries] == ["가", "가"]


def test_pages_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    names = [f"files/{number}.bin" for number in range(11)]
    bodies = [html_message(count, html_file(name)) for count, name in enumerate(names)]
    found = found_at(export(tmp_path, *bodies, files=tuple(names)))
    assert [each.provenance["message_id"] for each in found.entries] == [*map(str, range(11))]


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        ("Not included, change data exporting settings to download.", Reason.NOT_IN_EXPORT),
        ("Exceeds maximum size, change data exporting settings.", Reason.OVER_EXPORT_LIMIT),
        ("Unavailable, please try again later.", Reason.UNAVAILABLE),
    ],
)
def test_media_that_is_not_there_is_absent_with_the_reason(
    tmp_path: Path, why: str, reason: Reason
) -> None:
    (absent,) = found_at(export(tmp_path, html_message(9, html_absent(why)))).absent
    assert (absent.reason, absent.provenance["message_id"]) == (reason, "9")


def test_a_forwarded_message_keeps_its_own_sender_and_time(tmp_path: Path) -> None:
    forwarded = (
        '<div class="forwarded body"><div class="from_name">\n다른 방 '
        '<span class="date details" title="01.01.2020 00:00:00 UTC+09:00">01.01.2020</span></div>'
        f"{html_photo(PHOTO)}</div>"
    )
    (entry,) = found_at(export(tmp_path, html_message(1, forwarded), files=(PHOTO,))).entries
    assert entry.provenance["forwarded_from"] == "다른 방"
    assert entry.provenance["sender_display"] == "윤"
    assert entry.provenance["message_time_unix"] == NOON


def test_contacts_are_not_taken(tmp_path: Path) -> None:
    body = html_message(1, html_file("contacts/contact_1.vcard", "media_contact"))
    found = found_at(export(tmp_path, body, files=("contacts/contact_1.vcard",)))
    assert (found.entries, found.absent) == ([], [])


def test_of_an_account_only_the_chats_are_read(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "export_results.html": page("").encode(),
            "lists/contacts.html": b"+82 10",
            "profile_pictures/her.jpg": b"her",
        },
    )
    export(tmp_path / "chats/chat_01", html_message(1, html_photo(PHOTO)), files=(PHOTO,))
    found = found_at(tmp_path)
    assert found.names() == [Path(PHOTO).name]
    assert {each.name for each in found.blocked} == {
        "export_results.html",
        "lists",
        "profile_pictures",
    }
    assert {each.reason for each in found.blocked} == {Obstacle.NOT_OF_A_MESSAGE}


def test_paths_of_an_account_begin_two_folders_up(tmp_path: Path) -> None:
    write_files(tmp_path, {"export_results.html": page("").encode()})
    first, second = "../../chats/chat_001/", "../../chats/chat_002/"
    one = html_message(1, html_photo(first + PHOTO)) + html_message(2, html_photo(second + PHOTO))
    export(tmp_path / "chats/chat_001", one, files=(PHOTO, "files/other.bin"))
    export(tmp_path / "chats/chat_002", html_message(3, html_photo(second + PHOTO)), files=(PHOTO,))
    found = found_at(tmp_path)
    told = [(each.path, each.provenance.get("message_id")) for each in found.entries]
    places = [tmp_path / "chats" / each for each in ("chat_001", "chat_002")]
    assert told == [
        (str(places[0] / PHOTO), "1"),
        (str(places[1] / PHOTO), "2"),
        (str(places[1] / PHOTO), "3"),
        (str(places[0] / "files/other.bin"), None),
    ]
    assert found.absent == []
    alone = found_at(places[1])
    assert [each.provenance.get("message_id") for each in alone.entries] == ["3"]


@pytest.mark.parametrize("why", ["Please view it on your mobile", "Expired"])
def test_media_that_destroy_themselves_are_absent(tmp_path: Path, why: str) -> None:
    body = html_message(
        1,
        '<div class="media_wrap clearfix"><div class="media clearfix pull_left media_photo">'
        '<div class="body"><div class="title bold">\nSelf-destructing photo\n</div>'
        f'<div class="status details">\n{why}\n</div></div></div></div>',
    )
    (absent,) = found_at(export(tmp_path, body)).absent
    assert absent.reason is Reason.UNAVAILABLE


def test_a_new_photo_of_the_room_is_of_its_message(tmp_path: Path) -> None:
    thumb = PHOTO.replace(".jpg", "_thumb.jpg")
    body = html_message(1, "", text="words") + (
        '<div class="message service" id="message2"><div class="body details">\n'
        f'윤 changed group photo\n</div><div class="userpic_wrap"><a class="userpic_link" '
        f'href="{PHOTO}"><img class="userpic" src="{thumb}"/></a></div></div>'
    )
    (entry,) = found_at(export(tmp_path, body, files=(PHOTO, thumb))).entries
    assert entry.provenance["message_id"] == "2"
    assert entry.provenance["post_title"] == "윤 changed group photo"
    assert "sender_display" not in entry.provenance


def test_who_sent_by_way_of_a_program_is_named_without_it(tmp_path: Path) -> None:
    body = html_message(1, html_photo(PHOTO), sender="윤 via @gif")
    (entry,) = found_at(export(tmp_path, body, files=(PHOTO,))).entries
    assert entry.provenance["sender_display"] == "윤"


def test_what_is_joined_to_a_forwarded_message_comes_from_the_same(tmp_path: Path) -> None:
    name = '<div class="from_name">\n다른 방\n</div>'
    bodies = "".join(
        html_message(number, f'<div class="forwarded body">{each}{html_photo(path)}</div>')
        for number, (each, path) in enumerate(((name, PHOTO), ("", "photos/2.jpg")), 1)
    ) + html_message(3, html_photo("photos/3.jpg"))
    files = (PHOTO, "photos/2.jpg", "photos/3.jpg")
    found = found_at(export(tmp_path, bodies, files=files))
    told = [each.provenance.get("forwarded_from") for each in found.entries]
    assert told == ["다른 방", "다른 방", None]


def test_a_time_of_greenwich_is_no_assumption(tmp_path: Path) -> None:
    body = html_message(1, html_photo(PHOTO), zone=" UTC").replace(" 21:00:00", " 12:00:00")
    (entry,) = found_at(export(tmp_path, body, files=(PHOTO,))).entries
    assert (entry.provenance["message_time_unix"], "note" in entry.provenance) == (NOON, False)


@pytest.mark.parametrize("path", ["../../secret.jpg", "/etc/passwd", "https://example.org/a.jpg"])
def test_a_path_never_leads_out_of_the_export(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    found = found_at(export(tmp_path / "x", html_message(1, html_photo(path))))
    assert found.entries == []


def test_names_without_end_are_cut(tmp_path: Path) -> None:
    long = "n" * 100_000
    write_files(tmp_path, {"messages.html": page(html_message(1, html_photo(long)), long).encode()})
    (absent,) = found_at(tmp_path).absent
    assert len(absent.name) <= 200
    assert len(str(absent.provenance["room_title"])) <= 16 * 1024


def test_a_page_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    folder = export(tmp_path, html_message(1, html_photo(PHOTO)), files=(PHOTO,))
    text = (folder / "messages.html").read_text("utf-8")
    (folder / "messages.html").write_text(text[: text.index("</a>")], "utf-8")
    found = found_at(folder)
    assert found.names() == [Path(PHOTO).name]
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_messages_in_one_another_are_no_page_of_the_program(tmp_path: Path) -> None:
    nested = '<div class="message default" id="message2">' + html_message(3, html_photo(PHOTO))
    found = found_at(export(tmp_path, html_message(1, html_photo(PHOTO)) + nested, files=(PHOTO,)))
    assert [each.provenance["message_id"] for each in found.entries] == ["1"]
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


def test_a_web_page_that_is_no_export_is_an_ordinary_file(tmp_path: Path) -> None:
    (tmp_path / "messages.html").write_text("<!DOCTYPE html><html>hello</html>")
    assert found_at(tmp_path).names() == ["messages.html"]


@pytest.mark.parametrize("sign", ["<div>a", "<![", "<a ", "<a x='", "<!-- ", "<script>", "</p"])
def test_a_page_that_is_made_to_hurt_is_over_soon(tmp_path: Path, sign: str) -> None:
    hurts = '<div class="message default" id="message2"><div class="text">' + sign * 60_000
    body = html_message(1, html_photo(PHOTO)) + hurts
    started = time.process_time()
    found = found_at(export(tmp_path, body, files=(PHOTO,)))
    assert time.process_time() - started < 5
    assert [entry.provenance["message_id"] for entry in found.entries] == ["1"]
    assert {each.reason for each in found.blocked} <= {Reason.DAMAGED}
