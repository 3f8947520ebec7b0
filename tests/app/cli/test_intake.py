"""`geoul add` and `geoul note`."""

import unicodedata
from pathlib import Path

import pytest

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from storage.case import Case
from tests.app.conftest import PHRASE, Geoul
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, SOMEBODY, FakeServices, write_picture
from tests.support.permissions import no_power_over_permissions


def test_a_summary_says_what_was_done(case: Path, folder: Path, geoul: Geoul) -> None:
    write_picture(folder / "a.png", ME, SOMEBODY)
    write_picture(folder / "b.png", ME, SOMEBODY)
    write_picture(folder / "c.png")
    (folder / "text.jpg").write_text("text")
    (folder / "empty.jpg").touch()
    result = geoul("add", case, folder)
    assert result.status == 0
    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    assert lines[:6] == [
        "New: 4",
        "Already known: 1",
        "Scanned now: 2",
        "Faces found in them: 2",
        "Without a face: 1",
        "Could not be checked: 2",
    ]
    assert "empty.jpg: it is empty" in result.out
    assert "text.jpg: it is neither a picture nor a video" in result.out


def test_the_json_answer_lists_reasons(case: Path, folder: Path, geoul: Geoul) -> None:
    (folder / "text.jpg").write_text("text")
    (folder / "link").symlink_to(folder)
    answer = geoul("add", case, folder, "--json").json
    assert answer["unchecked"] == [{"item": 2, "name": "text.jpg", "reason": "not-media"}]
    assert [(each["name"], each["reason"]) for each in answer["blocked"]] == [("link", "link")]


def test_adding_again_does_nothing_twice(
    case: Path, folder: Path, geoul: Geoul, services: FakeServices
) -> None:
    write_picture(folder / "a.png", ME)
    geoul("add", case, folder)
    again = geoul("add", case, folder, "--json").json
    assert (again["new"], again["known"], again["looked_at"]) == (0, 1, 0)
    assert services.scanned == [1]


def test_without_a_path_it_goes_on_with_what_waits(case: Path, folder: Path, geoul: Geoul) -> None:
    path = write_picture(folder / "a.png", ME)
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        finish(add(opened, [path], SourceDetails()))
    assert geoul("add", case, "--json").json["looked_at"] == 1


def test_a_path_that_is_not_there_is_said_and_the_rest_is_added(
    case: Path, folder: Path, geoul: Geoul
) -> None:
    write_picture(folder / "a.png", ME)
    result = geoul("add", case, folder / "nowhere", folder)
    assert result.status == 1
    assert "nowhere: there is no file or folder with that name" in result.out
    assert "New:                    1" in result.out


def test_a_folder_without_permission_is_said(case: Path, folder: Path, geoul: Geoul) -> None:
    (folder / "locked").mkdir()
    (folder / "locked").chmod(0)
    write_picture(folder / "a.png", ME)
    try:
        with no_power_over_permissions():
            result = geoul("add", case, folder)
    finally:
        (folder / "locked").chmod(0o700)
    assert result.status == 0
    assert "locked: you do not have permission to open this folder" in result.out
    assert "Scanned now:            1" in result.out


def test_a_loop_of_links_ends_and_is_said(case: Path, folder: Path, geoul: Geoul) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "back").symlink_to(folder)
    result = geoul("add", case, folder)
    assert "back: it is a link" in result.out


@pytest.mark.parametrize(
    "name",
    [
        "a.jpg\n     9  looked at  forged.jpg",
        "\x1b[2J\x1b[31m.jpg",
        "gpj.\u202ecod.jpg",
    ],
)
def test_a_name_cannot_forge_the_answer(case: Path, folder: Path, geoul: Geoul, name: str) -> None:
    (folder / name).write_text("text")
    added = geoul("add", case, folder).out
    listed = geoul("list", case).out
    for said in (added, listed):
        assert not any(line.startswith("     9") for line in said.splitlines())
        assert "\x1b" not in said
        assert "\u202e" not in said
    assert geoul("list", case, "--json").json["items"][0]["name"] == name


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_hangul_names_are_kept_and_shown(case: Path, folder: Path, geoul: Geoul, form: str) -> None:
    name = unicodedata.normalize(form, "거울 속 사진.png")  # type: ignore[arg-type]
    write_picture(folder / name, ME)
    other = unicodedata.normalize("NFC" if form == "NFD" else "NFD", str(folder / name))
    assert geoul("add", case, other, "--json").json["new"] == 1
    assert name in geoul("list", case).out


def test_provenance_is_kept(case: Path, folder: Path, geoul: Geoul) -> None:
    path = write_picture(folder / "a.png", ME)
    geoul(
        "add", case, path, "--url", "https://example.org", "--platform", "telegram",
        "--note", "told by a friend", "--role", "counsellor",
    )  # fmt: skip
    shown = geoul("show", case, 1, "--json").json
    assert shown["url"] == "https://example.org"
    assert shown["platform"] == "telegram"
    assert shown["note"] == "told by a friend"
    assert shown["acquired_by_role"] == "counsellor"


def test_an_unknown_pack_is_said_before_anything_is_looked_at(
    case: Path, folder: Path, geoul: Geoul
) -> None:
    write_picture(folder / "a.png", ME)
    result = geoul("add", case, folder, "--pack", "nonsense")
    assert result.status == 1
    assert 'no model pack called "nonsense"' in result.err


def test_the_licence_of_an_added_pack_is_said_before_it_is_used(
    case: Path, folder: Path, geoul: Geoul
) -> None:
    write_picture(folder / "a.png", ME)
    said = geoul("add", case, folder, "--pack", "buffalo_l").out
    assert said.index("non-commercial research only") < said.index("Scanned now")


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
    added = geoul(
        "add", case, "--link", URL, *told, "--how", "a friend", "--personal-data", "학교", "--json"
    )
    assert added.json["links"] == 1
    shown = geoul("show", case, 1, "--json").json
    assert (shown["url"], shown["post_title"], shown["sender_username"]) == (URL, "제목", "@x")
    assert (shown["room_title"], shown["how_obtained"]) == ("방", "a friend")
    assert shown["personal_data"] == "학교"
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
