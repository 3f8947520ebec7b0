"""`geoul list`, `show`, `decide` and `sources`."""

from pathlib import Path
from typing import Any

import pytest

from app.messages import Words
from app.review.errors import NothingToRevealError
from storage.case import Case
from tests.app.conftest import PHRASE, Geoul
from tests.support.case_samples import CHEAP
from tests.support.drawn_media import png_bomb
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, SOMEBODY_ELSE, write_picture
from tests.support.formats.exports import zipped

FIELDS = {
    "item_no", "sha256", "sha512", "md5", "sha1", "size", "mime", "original_filename", "fs_mtime",
    "acquired_at_utc", "acquired_at_local", "tz", "acquired_by_role", "how_obtained", "platform",
    "room_title", "room_type", "room_id", "room_link", "message_id", "message_time_unix",
    "sender_display", "sender_id", "sender_username", "forwarded_from", "url", "post_title",
    "search_keywords", "personal_data", "note", "is_derivative", "parent_sha256", "operation",
    "pdq", "pdq_quality",
}  # fmt: skip
"""What police and support centres ask for."""


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
    write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png", ME, SOMEBODY)
    write_picture(folder / "c.png")
    (folder / "d.jpg").write_text("text")
    geoul("add", case, folder)
    return case


def test_list_answers_every_item(filled: Path, geoul: Geoul) -> None:
    items = geoul("list", filled, "--json").json["items"]
    assert [set(item) for item in items] == [
        {"item", "name", "sha256", "mime", "state", "reason", "detail"}
    ] * 4
    assert [(item["name"], item["state"], item["reason"]) for item in items] == [
        ("a.png", "done", None),
        ("b.png", "done", None),
        ("c.png", "no-face", None),
        ("d.jpg", "unchecked", "not-media"),
    ]


def test_what_is_over_a_limit_is_listed_with_the_number(
    case: Path, folder: Path, geoul: Geoul
) -> None:
    inside = zipped({"4.jpg": b"x"})
    for number in (3, 2, 1):
        inside = zipped({f"{number}.zip": inside})
    (folder / "a.zip").write_bytes(inside)
    (folder / "b.png").write_bytes(png_bomb(20_000, 20_000))
    geoul("add", case, folder)
    items = geoul("list", case, "--json").json["items"]
    said = {item["name"]: (item["reason"], item["detail"]) for item in items}
    assert said == {"3.zip": ("too-deep", "3"), "b.png": ("too-large", "20000x20000")}
    listed = geoul("list", case).out
    assert "[3]" in listed
    assert "[20000x20000]" in listed


@pytest.mark.parametrize(
    ("state", "names"),
    [("done", ["a.png", "b.png"]), ("no-face", ["c.png"]), ("unchecked", ["d.jpg"])],
)
def test_list_can_be_narrowed(filled: Path, geoul: Geoul, state: str, names: list[str]) -> None:
    items = geoul("list", filled, "--state", state, "--json").json["items"]
    assert [item["name"] for item in items] == names


def test_list_says_why_something_could_not_be_checked(filled: Path, geoul: Geoul) -> None:
    assert "d.jpg: it is neither a picture nor a video" in geoul("list", filled).out


def test_show_answers_with_the_fields_of_an_evidence_list(filled: Path, geoul: Geoul) -> None:
    shown = geoul("show", filled, 2, "--json").json
    assert shown.keys() >= FIELDS
    assert shown["original_filename"] == "b.png"
    assert shown["mime"] == "image/png"
    assert len(shown["faces"]) == 2


def test_show_never_gives_an_embedding_or_a_picture(filled: Path, geoul: Geoul) -> None:
    shown = geoul("show", filled, 2, "--json").json
    assert all(
        set(face) == {"face", "time_ms", "interval_ms", "samples", "box", "quality", "first_answer"}
        for face in shown["faces"]
    )


def test_what_a_face_was_called_first_is_told_with_it(
    filled: Path, geoul: Geoul, tmp_path: Path
) -> None:
    assert geoul("show", filled, 1, "--json").json["faces"][0]["first_answer"] is None
    me = write_picture(tmp_path / "me.png", ME)
    checked = geoul("check", filled, "--attest", "self", "--me", me, "--json").json
    faces = [face for item in (1, 2, 3) for face in shown_faces(geoul, filled, item)]
    first = {face["face"]: face["first_answer"] for face in faces}
    for hit in checked["results"]:
        assert first.pop(hit["face"])["band"] == hit["band"]
    assert set(first.values()) <= {None}
    item = checked["results"][0]["item"]
    assert "\n    First answer (" in geoul("show", filled, item).out


def shown_faces(geoul: Geoul, case: Path, item: int) -> list[Any]:
    faces: list[Any] = geoul("show", case, item, "--json").json["faces"]
    return faces


def test_showing_is_noted_in_the_custody_log(filled: Path, geoul: Geoul) -> None:
    before = geoul("case", "info", filled, "--json").json["custody"]["entries"]
    geoul("show", filled, 1)  # unlocked, seen, unlocked again
    assert geoul("case", "info", filled, "--json").json["custody"]["entries"] == before + 3


@pytest.mark.parametrize("command", ["show", "decide"])
def test_an_item_that_is_not_there_is_said(filled: Path, geoul: Geoul, command: str) -> None:
    more = ("confirm",) if command == "decide" else ()
    result = geoul(command, filled, 99, *more)
    assert result.status == 1
    assert "no item" in result.err


def test_decisions_are_kept_and_shown(filled: Path, geoul: Geoul) -> None:
    face = geoul("show", filled, 2, "--json").json["faces"][1]["face"]
    decided = geoul("decide", filled, 2, "confirm", "--face", face, "--json").json
    assert decided == {"item": 2, "face": face, "person": 1, "verdict": "confirm"}
    geoul("decide", filled, 1, "reject")
    assert f"face {face}: at 0:00 (seen 0:00 to 0:00): confirmed" in geoul("show", filled, 2).out
    (decision,) = geoul("show", filled, 1, "--json").json["decisions"]
    assert (decision["face"], decision["verdict"]) == (None, "reject")


def test_the_latest_decision_counts(filled: Path, geoul: Geoul) -> None:
    geoul("decide", filled, 1, "confirm")
    geoul("decide", filled, 1, "unsure")
    (decision,) = geoul("show", filled, 1, "--json").json["decisions"]
    assert decision["verdict"] == "unsure"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_in_a_check_copy_nothing_is_decided(
    filled: Path, geoul: Geoul, tmp_path: Path, passphrase_file: Path, language: str
) -> None:
    copy = tmp_path / "copy"
    geoul("copy", filled, copy, "--copy-passphrase-file", passphrase_file)
    refused = geoul("decide", copy, 1, "confirm", "--lang", language)
    assert refused.status == 1
    assert refused.err.strip() == Words(language).error(NothingToRevealError())
    assert geoul("show", copy, 1, "--json").json["decisions"] == []


def test_before_a_check_no_decision_is_the_last(filled: Path, geoul: Geoul) -> None:
    assert geoul("decide", filled, 1, "confirm").out == "Saved: item 1: confirmed\n"


def test_confirming_an_item_with_several_faces_says_what_is_missing(
    filled: Path, geoul: Geoul
) -> None:
    assert "--face N" in geoul("decide", filled, 2, "confirm").err
    assert geoul("decide", filled, 1, "confirm", "--role", "victim").err == ""


def test_a_face_of_another_item_is_refused(filled: Path, geoul: Geoul) -> None:
    face = geoul("show", filled, 2, "--json").json["faces"][1]["face"]
    assert geoul("decide", filled, 1, "confirm", "--face", face).status == 1


def test_a_face_that_is_not_there_is_not_called_an_item(filled: Path, geoul: Geoul) -> None:
    result = geoul("decide", filled, 1, "confirm", "--face", 99)
    assert result.status == 1
    assert "Item 1 has no face with that number: 99" in result.err


@pytest.mark.parametrize("language", ["en", "ko"])
def test_that_nobody_is_named_is_said_with_the_way_to_name_them(
    filled: Path, geoul: Geoul, language: str
) -> None:
    decided = geoul("decide", filled, 1, "reject", "--lang", language)
    assert (decided.status, decided.err.count("\n")) == (0, 1)
    assert "--role victim" in decided.err
    assert geoul("decide", filled, 1, "reject", "--quiet").err == ""


def test_who_looked_and_decided_is_in_the_custody_log(filled: Path, geoul: Geoul) -> None:
    geoul("show", filled, 1, "--role", "counsellor")
    geoul("decide", filled, 1, "reject", "--role", "counsellor")
    (decision,) = geoul("show", filled, 1, "--json").json["decisions"]
    assert decision["role"] == "counsellor"
    with Case.open(filled, PHRASE, cost=CHEAP) as case:
        entries = [each for each in case.custody.entries() if each.action != "unlock"]
    roles = [(entry.action, entry.role) for entry in entries]
    assert roles[-3:] == [("view", "counsellor"), ("decided", "counsellor"), ("view", "")]


def test_every_source_is_shown_with_all_that_is_known_of_it(
    filled: Path, folder: Path, geoul: Geoul
) -> None:
    write_picture(folder / "a again.png", ME)
    geoul("add", filled, folder / "a again.png", "--note", "from a friend", "--platform", "x")
    shown = geoul("show", filled, 1).out
    first, _, second = shown.partition("Also seen here")
    assert "a again.png" not in first
    assert "a again.png" in second
    assert "from a friend" in second


@pytest.mark.parametrize("language", ["en", "ko"])
def test_show_speaks_to_people(filled: Path, geoul: Geoul, language: str) -> None:
    words = Words(language)
    shown = geoul("show", filled, 4, "--lang", language).out
    assert words.reason("not-media") in shown
    assert words.say("state.unchecked") in shown
    names = geoul("show", filled, 4, "--json").json
    assert not [name for name in names if "_" in name and name in shown]


def test_every_field_of_an_item_has_a_name_for_people(filled: Path, geoul: Geoul) -> None:
    names = geoul("show", filled, 1, "--json").json.keys() - {
        "item_no", "sources", "statements", "faces", "decisions"
    }  # fmt: skip
    for language in ("en", "ko"):
        assert all(Words(language).say(f"field.{name}") for name in names)


SELF = ("--attest", "self")


@pytest.fixture
def case_of_hers(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with a face of hers."""
    write_picture(folder / "a.png", ME, SOMEBODY_ELSE)
    assert geoul("add", case, folder).status == 0
    return case


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Own photos, in a folder within a folder, too."""
    mine = tmp_path / "mine"
    (mine / "sea").mkdir(parents=True)
    write_picture(mine / "day.png", ME_ANOTHER_DAY)
    write_picture(mine / "sea" / "best.png", ME)
    write_picture(mine / "friend.png", SOMEBODY)
    (mine / "notes.txt").write_text("nothing")
    return mine


def test_the_likeliest_is_said_first_as_a_lead(
    case_of_hers: Path, photos: Path, geoul: Geoul
) -> None:
    found = geoul("sources", case_of_hers, 1, photos, *SELF)
    assert found.status == 0, found.err
    lines = found.out.splitlines()
    assert lines[0] == "A photo that item 1 may have been made from (see this one first):"
    assert lines[1].strip().startswith(str(Path("sea", "best.png")))
    assert "day.png" in lines[3]
    assert "nothing resembles it: 1" in found.out
    assert "notes.txt" in found.out
    assert "not proof" in lines[-1]
    assert "%" not in found.out


def test_a_program_reads_all_of_it(case_of_hers: Path, photos: Path, geoul: Geoul) -> None:
    answer = geoul("sources", case_of_hers, 1, photos, "--json", *SELF).json
    best = str(Path("sea", "best.png"))
    assert [lead["photo"] for lead in answer["leads"]] == [best, "day.png"]
    assert answer["leads"][0] == {"photo": best, "because": "same-pose", "face": 1, "time_ms": 0}
    wanted = [
        {"photo": "friend.png", "why": "unlike"},
        {"photo": "notes.txt", "why": "not-media"},
    ]
    assert answer["others"] == wanted


def test_when_no_photo_stands_out_that_is_said(
    case_of_hers: Path, photos: Path, geoul: Geoul
) -> None:
    found = geoul("sources", case_of_hers, 1, photos / "friend.png", "--lang", "ko", *SELF)
    assert found.status == 0
    assert "보이는 사진이 없습니다" in found.out


def test_a_folder_or_an_item_that_is_not_there_is_said(
    case_of_hers: Path, photos: Path, geoul: Geoul
) -> None:
    assert geoul("sources", case_of_hers, 1, photos / "none", *SELF).status == 1
    assert geoul("sources", case_of_hers, 7, photos, *SELF).status == 1


def test_whose_photos_they_are_has_to_be_said(
    case_of_hers: Path, photos: Path, geoul: Geoul
) -> None:
    refused = geoul("sources", case_of_hers, 1, photos)
    assert refused.status == 2
    assert "--attest" in refused.err
