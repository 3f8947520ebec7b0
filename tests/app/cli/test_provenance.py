"""`geoul note`, and what `geoul add` is told by hand."""

from pathlib import Path

import pytest

from tests.app.conftest import Geoul
from tests.support.fake_program import ME, SOMEBODY, write_picture

URL = "https://t.me/somewhere/5"


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with two items."""
    write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png", SOMEBODY)
    assert geoul("add", case, folder).status == 0
    return case


def test_a_bare_link_is_added_with_what_is_known_of_it(case: Path, geoul: Geoul) -> None:
    told = ("--title", "제목", "--account", "@x", "--room", "방", "--time", "2024-08-27T12:05Z")
    added = geoul("add", case, "--link", URL, *told, "--how", "a friend", "--json")
    assert added.json["links"] == 1
    shown = geoul("show", case, 1, "--json").json
    assert (shown["url"], shown["post_title"], shown["sender_username"]) == (URL, "제목", "@x")
    assert (shown["room_title"], shown["how_obtained"]) == ("방", "a friend")
    assert (shown["message_time_unix"], shown["reason"]) == (1724760300, "link-only")
    assert "already" in geoul("add", case, "--link", URL).out


def test_a_link_and_files_are_two_things(filled: Path, folder: Path, geoul: Geoul) -> None:
    refused = geoul("add", filled, folder, "--link", URL)
    assert refused.status == 1
    assert "--url" in refused.err
    assert len(geoul("list", filled, "--json").json["items"]) == 2


def test_many_items_are_described_at_once(filled: Path, tmp_path: Path, geoul: Geoul) -> None:
    photo = write_picture(tmp_path / "me.png", ME)
    noted = geoul("note", filled, "1-2", "platform=Telegram", "note=a = b", "--photo", photo)
    assert noted.status == 0, noted.err
    assert "2 of 2" in noted.out
    assert "1 items" not in geoul("note", filled, 1, "platform=Discord").out
    geoul("note", filled, 1, "platform=Telegram")
    shown = geoul("show", filled, 2, "--json").json
    assert (shown["platform"], shown["note"]) == ("Telegram", "a = b")
    assert len(shown["parent_sha256"]) == 64
    again = geoul("note", filled, "1,2", "platform=Telegram", "--json").json
    assert again == {"items": [1, 2], "changed": [], "fields": ["platform"]}
    assert geoul("note", filled, "1", "platform=", "--json").json["changed"] == [1]


@pytest.mark.parametrize(
    ("items", "field", "says"),
    [
        ("1", "sha256=x", "parent_sha256"),
        ("1", "platform", "platform=Telegram"),
        ("1", "message_time_unix=soon", "2024-08-27 21:05"),
        ("x", "platform=x", "x"),
        ("7", "platform=x", "7"),
    ],
)
def test_what_cannot_be_kept_is_said(
    filled: Path, geoul: Geoul, items: str, field: str, says: str
) -> None:
    refused = geoul("note", filled, items, field)
    assert refused.status == 1
    assert says in refused.err


def test_a_table_describes_what_was_added(
    case: Path, folder: Path, tmp_path: Path, geoul: Geoul
) -> None:
    write_picture(folder / "a.png", ME)
    table = tmp_path / "출처.csv"
    table.write_bytes("original_filename;platform\r\na.png;텔레그램\r\n".encode("cp949"))
    added = geoul("add", case, folder, "--meta", table, "--json").json
    assert added["described"] == [1]
    assert geoul("show", case, 1, "--json").json["platform"] == "텔레그램"
    assert geoul("add", case, "--meta", table, "--json").json["described"] == []


@pytest.mark.parametrize(("language", "says"), [("en", "Line 2: "), ("ko", "2번째 줄: ")])
def test_a_table_that_is_wrong_is_told_line_by_line_before_anything_is_done(
    case: Path, folder: Path, tmp_path: Path, geoul: Geoul, language: str, says: str
) -> None:
    write_picture(folder / "a.png", ME)
    table = tmp_path / "table.csv"
    table.write_text("item_no,platform,message_time_unix\n1,x,soon\n")
    refused = geoul("add", case, folder, "--meta", table, "--lang", language)
    assert refused.status == 1
    assert f"{says}" in refused.err
    assert "message_time_unix" in refused.err
    assert geoul("list", case, "--json").json["items"] == []
    table.write_text("item_no,plattform\n1,x\n")
    assert "sender_username" in geoul("add", case, "--meta", table).err
