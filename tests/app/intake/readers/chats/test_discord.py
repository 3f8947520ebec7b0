from collections.abc import Mapping
from pathlib import Path

import pytest

from face.types import Reason
from tests.support.formats.discord_exports import export, message
from tests.support.formats.exports import write_files, zipped
from tests.support.reading_here import Sorted, found_at, open_entry

NOON = 1722513600
CDN = "https://cdn.discordapp.com/attachments/2/4/a.jpg?ex=1"


def found_in(folder: Path, files: Mapping[str, bytes]) -> Sorted:
    write_files(folder / "room", files)
    return found_at(folder / "room")


def test_an_attachment_has_room_message_sender_time_text_and_link(tmp_path: Path) -> None:
    told = export(message(4, "방.json_Files/a-1.jpg"))
    found = found_in(tmp_path, {"방.json": told, "방.json_Files/a-1.jpg": b"a"})
    (entry,) = found.entries
    assert dict(entry.provenance) == {
        "platform": "discord",
        "room_title": "모임 / 방",
        "room_type": "GuildTextChat",
        "room_id": "2",
        "room_link": "https://discord.com/channels/1/2",
        "message_id": "4",
        "message_time_unix": NOON,
        "sender_display": "윤",
        "sender_username": "yun",
        "sender_id": "9",
        "url": "https://discord.com/channels/1/2/4",
        "post_title": "보세요",
        "note": "[link-reconstructed]",
    }
    assert (found.absent, found.blocked) == ([], [])


@pytest.mark.parametrize(
    "url", ["x_Files\\거울 1.jpg", "x_Files/%EA%B1%B0%EC%9A%B8%201.jpg", "x_Files/거울 1.jpg"]
)
def test_a_path_is_understood_in_every_way_that_versions_write_it(tmp_path: Path, url: str) -> None:
    files = {"x.json": b"\xef\xbb\xbf" + export(message(1, url)), "x_Files/거울 1.jpg": b"a"}
    (entry,) = found_in(tmp_path, files).entries
    assert entry.provenance["message_id"] == "1"


def test_media_on_the_web_are_absent_with_their_address(tmp_path: Path) -> None:
    (absent,) = found_in(tmp_path, {"x.json": export(message(4, CDN))}).absent
    assert (absent.name, absent.reason) == ("a.jpg", Reason.NOT_IN_EXPORT)
    assert absent.provenance["note"] == f"[link-reconstructed]\n{CDN}"
    saved = {"y.json": export(message(4, "y_Files/a.jpg")), "y_Files/a.jpg": b"a"}
    (entry,) = found_in(tmp_path / "other", saved).entries
    assert entry.instead_of == absent.path


def test_forwarded_media_embeds_and_stickers_count_when_they_are_there(tmp_path: Path) -> None:
    embed = {
        "url": "https://example.com/1",
        "thumbnail": {"url": "https://example.com/t.jpg"},
        "image": {"url": "m/image.jpg"},
        "images": [{"url": "m/image.jpg"}, {"url": "m/second.jpg"}],
        "video": {"url": "https://example.com/v.mp4"},
    }
    told = message(
        1,
        embeds=[embed],
        stickers=[
            {"id": "1", "name": "s", "format": "Png", "sourceUrl": "m/sticker.png"},
            {"id": "2", "name": "t", "format": "Png", "sourceUrl": "https://example.com/t.png"},
        ],
        forwardedMessage={"attachments": [{"url": "m/forwarded.jpg", "fileName": "f.jpg"}]},
    )
    names = ["image.jpg", "second.jpg", "sticker.png", "forwarded.jpg"]
    files = {f"m/{name}": b"a" for name in names}
    found = found_in(tmp_path, {"x.json": export(told), **files})
    assert found.names() == names
    assert [each.name for each in found.absent] == ["v.mp4"]


def test_files_that_no_message_names_are_plain_files(tmp_path: Path) -> None:
    files = {
        "x.json": export(message(1, "m/a.jpg")),
        "m/a.jpg": b"a",
        "m/avatar.png": b"b",
        "else.jpg": b"c",
    }
    found = found_in(tmp_path, files)
    assert found.names() == ["a.jpg", "else.jpg", "avatar.png"]
    assert [bool(each.provenance) for each in found.entries] == [True, False, False]


@pytest.mark.parametrize(
    "url", ["../secret.jpg", "%2e%2e/secret.jpg", "/secret.jpg", "C:\\s", "a" * 9999, "\0"]
)
def test_a_path_never_leads_out_of_the_export(tmp_path: Path, url: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    found = found_in(tmp_path, {"x.json": export(message(1, url))})
    assert found.entries == []
    assert [each.reason for each in found.absent] == [Reason.GONE]


def test_names_without_end_are_cut(tmp_path: Path) -> None:
    long = "n" * 100_000
    told = export(message(1, f"m/{long}.jpg", id=long))
    (absent,) = found_in(tmp_path, {"x.json": told}).absent
    assert len(absent.name) <= 200
    assert len(absent.path) < 16 * 1024


def test_an_export_in_an_archive_is_read(tmp_path: Path) -> None:
    files = {"x.json": export(message(1, "m/a.jpg")), "m/a.jpg": b"content"}
    (tmp_path / "kept.bin").write_bytes(zipped(files))
    (entry,) = found_at(tmp_path / "kept.bin").entries
    assert entry.provenance["message_id"] == "1"
    with open_entry(entry.path) as stream:
        assert stream.read() == b"content"


@pytest.mark.parametrize("cut", [10, 200])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes_and_said(
    tmp_path: Path, cut: int
) -> None:
    told = export(message(1, "m/a.jpg"), message(2, CDN))
    found = found_in(tmp_path, {"x.json": told[:-cut], "m/a.jpg": b"a"})
    assert found.names()[0] == "a.jpg"
    assert [each.name for each in found.blocked] == ["x.json"]


def test_fields_of_the_wrong_kind_are_left_out(tmp_path: Path) -> None:
    told = message(
        1,
        "m/a.jpg",
        author=[],
        content=7,
        timestamp="yesterday",
        embeds=[[], {"images": 3}],
        id=2**70,
    )
    found = found_in(tmp_path, {"x.json": export(told, guild="0"), "m/a.jpg": b"a"})
    known = found.entries[0].provenance
    assert known["room_link"] == "https://discord.com/channels/@me/2"
    assert {"sender_id", "message_time_unix", "message_id"}.isdisjoint(known)
