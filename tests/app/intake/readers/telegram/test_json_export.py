import json
from pathlib import Path

import pytest

from app.intake import Obstacle
from face.types import Reason
from tests.support.formats.exports import (
    CONTACT,
    NOON,
    NOT_INCLUDED,
    PHONE,
    ROOM,
    SESSION,
    TOO_LARGE,
    UNAVAILABLE,
    account,
    message,
    room,
    write_files,
    write_telegram,
    zipped,
)
from tests.support.reading_here import found_at

PHOTO = "photos/photo_1@01-08-2024_21-00-00.jpg"


def test_a_photo_has_room_message_sender_time_text_and_link(tmp_path: Path) -> None:
    pieces = ["보세요 ", {"type": "bold", "text": "이거"}]
    told = message(7, photo=PHOTO, text=pieces, forwarded_from="다른 방")
    found = found_at(write_telegram(tmp_path / "x", room([told]), {PHOTO: b"a"}))
    (entry,) = found.entries
    assert dict(entry.provenance) == {
        "platform": "telegram",
        "room_title": "방",
        "room_type": "private_supergroup",
        "room_id": str(ROOM),
        "message_id": "7",
        "message_time_unix": NOON + 7,
        "sender_display": "윤",
        "sender_id": "user77",
        "forwarded_from": "다른 방",
        "url": f"https://t.me/c/{ROOM}/7",
        "post_title": "보세요 이거",
        "note": "[link-reconstructed]",
    }
    assert entry.path == str(tmp_path / "x" / PHOTO)
    assert (found.absent, found.blocked, found.questions) == ([], [], [])


def test_a_private_chat_has_no_links(tmp_path: Path) -> None:
    told = room([message(1, photo=PHOTO)], type="personal_chat")
    (entry,) = found_at(write_telegram(tmp_path / "x", told, {PHOTO: b"a"})).entries
    assert "url" not in entry.provenance
    assert "note" not in entry.provenance


def test_an_old_version_says_local_time_which_is_marked_and_a_longer_channel_number(
    tmp_path: Path,
) -> None:
    old = message(1, photo=PHOTO, date_unixtime=None)
    told = room([old], id=0x2_0000_0000 + ROOM)
    (entry,) = found_at(write_telegram(tmp_path / "x", told, {PHOTO: b"a"})).entries
    assert entry.provenance["note"] == "[link-reconstructed] [time-assumed]"
    assert entry.provenance["url"] == f"https://t.me/c/{ROOM}/1"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (NOT_INCLUDED, Reason.NOT_IN_EXPORT),
        (TOO_LARGE, Reason.OVER_EXPORT_LIMIT),
        (UNAVAILABLE, Reason.UNAVAILABLE),
        (PHOTO, Reason.GONE),
    ],
)
def test_media_that_is_not_there_is_absent_with_the_reason(
    tmp_path: Path, written: str, reason: Reason
) -> None:
    told = room([message(3, file=written, media_type="video_file")])
    (absent,) = found_at(write_telegram(tmp_path / "x", told, {})).absent
    assert absent.reason is reason
    assert absent.provenance["message_id"] == "3"


def test_a_message_is_absent_at_the_same_address_in_every_export_of_the_room(
    tmp_path: Path,
) -> None:
    told = room([message(3, photo=NOT_INCLUDED)])
    addresses = {
        found_at(write_telegram(tmp_path / name, told, {})).absent[0].path for name in "ab"
    }
    assert len(addresses) == 1
    full = room([message(3, photo=PHOTO)])
    (entry,) = found_at(write_telegram(tmp_path / "c", full, {PHOTO: b"a"})).entries
    assert {entry.instead_of} == addresses


def test_only_the_thumbnail_of_what_is_absent_is_taken(tmp_path: Path) -> None:
    files = {
        "video_files/a.mp4": b"a",
        "video_files/a.mp4_thumb.jpg": b"t",
        "video_files/b.mp4_thumb.jpg": b"u",
        "photos/p.jpg": b"p",
        "photos/p_thumb.jpg": b"q",
    }
    told = room(
        [
            message(1, file="video_files/a.mp4", thumbnail="video_files/a.mp4_thumb.jpg"),
            message(2, file=TOO_LARGE, thumbnail="video_files/b.mp4_thumb.jpg"),
            message(3, photo="photos/p.jpg"),
        ]
    )
    found = found_at(write_telegram(tmp_path / "x", told, files))
    assert found.names() == ["a.mp4", "b.mp4_thumb.jpg", "p.jpg"]
    assert str(found.entries[1].provenance["note"]).endswith("[thumbnail]")


def test_the_same_file_in_two_messages_is_told_twice(tmp_path: Path) -> None:
    told = room([message(1, photo=PHOTO), message(2, photo=PHOTO)])
    found = found_at(write_telegram(tmp_path / "x", told, {PHOTO: b"a"}))
    assert [each.provenance["message_id"] for each in found.entries] == ["1", "2"]


def test_files_that_no_message_names_are_plain_files(tmp_path: Path) -> None:
    files = {"files/else.bin": b"a", "else.jpg": b"b"}
    found = found_at(write_telegram(tmp_path / "x", room([message(1)]), files))
    assert found.names() == ["else.jpg", "else.bin"]
    assert {len(each.provenance) for each in found.entries} == {0}


def test_a_picture_that_calls_itself_a_contact_is_a_file_like_others(tmp_path: Path) -> None:
    told = (
        message(1, contact_vcard="contacts/a.vcard"),
        message(2, contact_vcard="contacts/b.vcard"),
    )
    files = {
        "contacts/a.vcard": b"\xff\xd8\xff\xe0" + bytes(99),
        "contacts/b.vcard": PHONE.encode(),
    }
    assert found_at(write_telegram(tmp_path / "x", room(told), files)).names() == ["a.vcard"]


def test_nothing_of_the_account_is_taken_but_its_chats(tmp_path: Path) -> None:
    photo = "chats/chat_01/" + PHOTO
    card = "chats/chat_01/contacts/contact_1.vcard"
    told = message(1, photo=photo), message(2, contact_vcard=card)
    files = {
        photo: b"a",
        card: PHONE.encode(),
        "profile_pictures/photo_1.jpg": b"her",
        "files/spy.jpg": b"spy",
    }
    found = found_at(write_telegram(tmp_path / "x", account([room(told)]), files))
    assert [(each.name, each.provenance["room_title"]) for each in found.entries] == [
        (Path(photo).name, "방")
    ]
    assert {(each.name, each.reason) for each in found.blocked} == {
        ("files", Obstacle.NOT_OF_A_MESSAGE),
        ("profile_pictures", Obstacle.NOT_OF_A_MESSAGE),
    }
    said = json.dumps([dict(each.provenance) for each in found.entries], ensure_ascii=False)
    assert not any(secret in said for secret in (PHONE, SESSION, CONTACT, "Her"))


@pytest.mark.parametrize(
    "path",
    [
        "../secret.jpg",
        "photos/../../secret.jpg",
        "{root}/secret.jpg",
        "C:\\secret.jpg",
        "..\\secret.jpg",
        "file:///secret.jpg",
        "//server/secret.jpg",
        "CON",
        "photos/nul.jpg",
        "photos/link.jpg",
        "linked/secret.jpg",
        "secret.jpg:stream",
        "n" * 300 + ".jpg",
        "photos/" + "d/" * 5000 + "a.jpg",
        "photos",
        ".",
        "\0",
        "\ud800.jpg",
    ],
)
def test_a_path_never_leads_out_of_the_export(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    folder = tmp_path / "x"
    write_files(folder, {"photos/other.jpg": b"a"})
    (folder / "photos" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "linked").symlink_to(tmp_path)
    told = room([message(1, photo=path.format(root=tmp_path))])
    found = found_at(write_telegram(folder, told, {}))
    assert found.names() == ["other.jpg"]
    assert len(found.absent) == 1


def test_a_message_with_a_path_into_a_link_is_absent_because_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "a.jpg").symlink_to(tmp_path / "secret.jpg")
    found = found_at(write_telegram(folder, room([message(1, photo="a.jpg")]), {}))
    assert [each.reason for each in found.absent] == [Reason.LINK]


def test_control_characters_are_mended(tmp_path: Path) -> None:
    folder = write_telegram(tmp_path / "x", room([message(1, photo=PHOTO)]), {PHOTO: b"a"})
    text = (folder / "result.json").read_text("utf-8")
    (folder / "result.json").write_text(text.replace('"방"', r'"\x1b방\\x41\x0a"'), "utf-8")
    (entry,) = found_at(folder).entries
    assert entry.provenance["room_title"] == "\x1b방\\x41\n"


def test_a_text_that_breaks_off_says_so_and_keeps_what_came_before(tmp_path: Path) -> None:
    told = room([message(1, photo=PHOTO), message(2, text="x" * 100)])
    folder = write_telegram(tmp_path / "x", told, {PHOTO: b"a", "b.jpg": b"b"})
    whole = (folder / "result.json").read_bytes()
    (folder / "result.json").write_bytes(whole[:-60])
    found = found_at(folder)
    assert found.names() == [Path(PHOTO).name, "b.jpg"]
    assert [each.name for each in found.blocked] == ["result.json"]


def test_an_export_under_another_name_is_known_by_its_content(tmp_path: Path) -> None:
    folder = write_telegram(tmp_path / "x", room([message(1, photo=PHOTO)]), {PHOTO: b"a"})
    (folder / "result.json").rename(folder / "room (1).json")
    (entry,) = found_at(folder / "room (1).json").entries
    assert entry.provenance["message_id"] == "1"


def test_exports_that_name_each_other_have_an_end(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        told = room([message(1, file=f"{other}.json"), message(2, file=f"{name}.json")])
        (tmp_path / f"{name}.json").write_text(json.dumps(told))
    assert len(found_at(tmp_path).entries) == 4


def test_an_export_in_a_zip_is_read_as_one_and_a_zip_in_an_export_too(tmp_path: Path) -> None:
    inner = zipped({"one.jpg": b"1", "two.jpg": b"2"})
    told = room([message(1, photo=PHOTO), message(2, file="files/all.zip")])
    text = json.dumps(told).encode()
    outer = {"Chat/result.json": text, f"Chat/{PHOTO}": b"a", "Chat/files/all.zip": inner}
    (tmp_path / "chat.zip").write_bytes(zipped(outer))
    found = found_at(tmp_path)
    assert [(each.name, each.provenance["message_id"]) for each in found.entries] == [
        (Path(PHOTO).name, "1"),
        ("one.jpg", "2"),
        ("two.jpg", "2"),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"id": {"a": 1}, "date_unixtime": [], "from": 5, "text": {"a": 1}},
        {"id": True, "date_unixtime": "9" * 400, "date": "never"},
        {"id": "../x", "date": "9999-12-31T23:59:59", "date_unixtime": None},
        {"from": "n" * 1_000_000, "forwarded_from": [1]},
    ],
)
def test_fields_of_a_wrong_kind_are_left_out(tmp_path: Path, broken: dict[str, object]) -> None:
    told = room([message(1, photo=PHOTO) | broken, 5, None, []], name=["x"], id="abc")  # type: ignore[list-item]
    (entry,) = found_at(write_telegram(tmp_path / "x", told, {PHOTO: b"a"})).entries
    assert all(len(str(value)) < 20_000 for value in entry.provenance.values())
