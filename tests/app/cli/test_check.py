"""`geoul check`, and how its answer is printed."""

import re
import shutil
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from app.check.answer import Answer, Hit, UncheckedItem
from app.check.first_answers import FirstAnswer
from app.cli.check import answer_record, say_answer
from app.cli.run import run
from app.cli.terminal import Terminal
from app.enrol.photo_feedback import MOST_PHOTOS, Feedback, OwnPhoto
from app.messages import Words
from storage.case import Case
from storage.types import Verdict
from tests.app.cli.forged_log import replace_log
from tests.app.conftest import PHRASE, Geoul, Result
from tests.support.case_samples import CHEAP
from tests.support.fake_program import (
    CROWD,
    ME,
    ME_ANOTHER_DAY,
    SOMEBODY,
    SOMEBODY_ELSE,
    FakeServices,
    scene,
    write_picture,
)

KEYS = {
    "person",
    "pack", "pipeline", "items", "faces", "tracks", "own_photos", "cohort",
    "expected_lookalikes", "groups", "results", "unchecked",
    "confirmed_faces", "earlier_checks", "new", "open_before", "decided",
}  # fmt: skip
RESULT_KEYS = {
    "item", "face", "name", "sha256", "band", "similarity", "score", "time_ms", "interval_ms",
    "decision", "new", "by_photos", "first_answer",
}  # fmt: skip
SUPPORT = ("02-735-8994", "1366", "117", "112", "StopNCII.org", "Take It Down")
STRANGERS = 12
ITEMS = STRANGERS + 3
TRACKS = STRANGERS + 4


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with strangers, with me among them, and something that cannot be checked."""
    top = tmp_path_factory.mktemp("template")
    (top / "content").mkdir()
    for number in range(STRANGERS):
        colour = (30 + 15 * number, 200 - 13 * number, 250)
        write_picture(top / "content" / f"stranger-{number}.png", colour)
    write_picture(top / "content" / "me-there.png", ME_ANOTHER_DAY)
    write_picture(top / "content" / "me-in-a-group.png", SOMEBODY, ME_ANOTHER_DAY, SOMEBODY_ELSE)
    (top / "content" / "text.jpg").write_text("text")
    (top / "phrase").write_text(PHRASE, "utf-8")
    (top / "phrase").chmod(0o600)
    with_phrase = ["--passphrase-file", str(top / "phrase"), "-q"]
    services = FakeServices()
    assert run(["case", "new", str(top / "case"), *with_phrase], services) == 0
    assert run(["add", str(top / "case"), str(top / "content"), *with_phrase], services) == 0
    return top / "case"


@pytest.fixture
def filled(template: Path, tmp_path: Path) -> Path:
    """A copy of it: a closed case is one file."""
    return Path(shutil.copy(template, tmp_path / "filled"))


@pytest.fixture
def me(tmp_path: Path) -> Path:
    """My photo."""
    return write_picture(tmp_path / "me.png", ME)


def check(geoul: Geoul, case: Path, *more: object) -> Result:
    return geoul("check", case, "--attest", "self", *more)


def found(result: Result) -> list[str]:
    return [each["name"] for each in result.json["results"]]


def test_the_answer_has_the_promised_names(filled: Path, geoul: Geoul, me: Path) -> None:
    answer = check(geoul, filled, "--me", me, "--json").json
    assert answer.keys() == KEYS
    assert answer["results"]
    assert all(each.keys() == RESULT_KEYS for each in answer["results"])
    assert (answer["items"], answer["tracks"], answer["own_photos"]) == (ITEMS, TRACKS, 1)
    assert answer["expected_lookalikes"].keys() == {"strong", "some"}
    assert [(each["name"], each["reason"]) for each in answer["unchecked"]] == [
        ("text.jpg", "not-media")
    ]


def test_i_am_found_and_strangers_are_not(filled: Path, geoul: Geoul, me: Path) -> None:
    result = check(geoul, filled, "--me", me, "--json")
    assert set(found(result)[:2]) == {"me-there.png", "me-in-a-group.png"}
    assert not [each for each in result.json["results"][2:] if each["band"] == "strong"]


def test_the_words_ask_to_look_and_say_what_to_expect(filled: Path, geoul: Geoul, me: Path) -> None:
    said = check(geoul, filled, "--me", me).out
    assert "me.png: good." in said
    assert "resemblance (please decide yourself)" in said
    assert "Some people look alike" in said
    assert "geoul show" in said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_outcome_ends_with_next_steps_and_who_helps(
    filled: Path, case: Path, geoul: Geoul, me: Path, tmp_path: Path, language: str
) -> None:
    empty = tmp_path / "empty-case"
    geoul("case", "new", empty)
    for each in (filled, empty):
        said = check(geoul, each, "--me", me, "--lang", language).out
        assert all(line in said for line in SUPPORT)


def test_an_empty_case_is_answered_too(case: Path, geoul: Geoul, me: Path) -> None:
    result = check(geoul, case, "--me", me)
    assert result.status == 0
    assert "no faces to compare in this case yet" in result.out
    assert "does not say whether you are in it" in result.out
    assert "No similar face" not in result.out


def test_what_could_not_be_checked_is_counted_listed_and_explained(
    filled: Path, geoul: Geoul, me: Path
) -> None:
    said = check(geoul, filled, "--me", me).out
    assert "Could not be checked: 1" in said
    assert "text.jpg: it is neither a picture nor a video" in said


def test_items_of_another_version_count_as_not_checked(
    filled: Path, geoul: Geoul, me: Path, services: FakeServices
) -> None:
    services.version = "another version"
    answer = check(geoul, filled, "--me", me, "--json").json
    assert answer["results"] == []
    assert {each["reason"] for each in answer["unchecked"]} == {"other-pack", "not-media"}
    assert len(answer["unchecked"]) == ITEMS


def test_a_photo_without_a_face_is_refused_with_what_to_do(
    filled: Path, geoul: Geoul, tmp_path: Path
) -> None:
    photo = write_picture(tmp_path / "landscape.png")
    result = check(geoul, filled, "--me", photo)
    assert result.status == 1
    assert "landscape.png: no face was found" in result.out
    assert "Take a new one from the front" in result.err


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A photo of somebody and me, in that order."""
    return write_picture(tmp_path / "us.png", SOMEBODY, ME)


def test_a_photo_of_two_lists_its_faces_and_what_to_type(
    filled: Path, geoul: Geoul, us: Path
) -> None:
    result = check(geoul, filled, "--me", us)
    assert result.status == 1
    assert "us.png: it shows several faces" in result.out
    assert "    1: left\n    2: right\n" in result.out
    assert f"For number 2, type: --me {us}:2\n" in result.out
    assert "Give its number" in result.err


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_group_is_listed_in_reading_order(
    filled: Path, geoul: Geoul, tmp_path: Path, language: str
) -> None:
    photo = tmp_path / "my friends.png"
    photo.write_bytes(CROWD)
    said = check(geoul, filled, "--me", photo, "--lang", language).out
    words = Words(language)
    places = ("top", "top-right", "bottom-left", "bottom")
    for number, place in enumerate(places, 1):
        face = words.say("photo.face", number=number, place=words.say(f"face.place.{place}"))
        assert f"    {face}\n" in said
    assert f"--me '{photo}:2'" in said


def test_a_number_chooses_the_face(filled: Path, geoul: Geoul, us: Path) -> None:
    chosen = check(geoul, filled, "--me", f"{us}:2", "--json")
    assert chosen.status == 0
    assert set(found(chosen)[:2]) == {"me-there.png", "me-in-a-group.png"}
    assert "us.png:2: good." in check(geoul, filled, "--me", f"{us}:2").out


def test_a_file_that_is_really_called_so_is_taken(filled: Path, geoul: Geoul, us: Path) -> None:
    named = write_picture(us.with_name("us.png:1"), ME)
    assert "us.png:1: good." in check(geoul, filled, "--me", named).out
    assert set(found(check(geoul, filled, "--me", named, "--json"))[:2]) == {
        "me-there.png",
        "me-in-a-group.png",
    }


def test_a_number_beyond_the_faces_says_how_many_there_are(
    filled: Path, geoul: Geoul, tmp_path: Path
) -> None:
    photo = tmp_path / "crowd.png"
    photo.write_bytes(CROWD)
    result = check(geoul, filled, "--me", f"{photo}:9")
    assert result.status == 1
    assert "crowd.png:9: it has no face number 9" in result.out
    assert "Faces found in it: 4." in result.out
    assert "    4: in the middle, at the bottom\n" in result.out
    assert f"type: --me {photo}:2\n" in result.out


def test_a_number_on_a_photo_of_one(filled: Path, geoul: Geoul, me: Path) -> None:
    assert check(geoul, filled, "--me", f"{me}:1").status == 0
    result = check(geoul, filled, "--me", f"{me}:2")
    assert result.status == 1
    assert "Faces found in it: 1." in result.out
    assert f"For number 1, type: --me {me}:1\n" in result.out


def test_a_chosen_face_that_is_too_small_is_refused_with_what_to_do(
    filled: Path, geoul: Geoul, tmp_path: Path
) -> None:
    photo = tmp_path / "us.png"
    photo.write_bytes(scene((SOMEBODY, 20, 20, 80), (ME, 140, 20, 20), size=(200, 120)))
    result = check(geoul, filled, "--me", f"{photo}:2")
    assert result.status == 1
    assert "us.png:2: your face is too small in it" in result.out
    assert "type: --me" not in result.out


def test_faces_in_the_background_can_be_named(filled: Path, geoul: Geoul, tmp_path: Path) -> None:
    photo = tmp_path / "street.png"
    photo.write_bytes(scene((SOMEBODY, 20, 20, 160), (ME, 220, 60, 62), size=(320, 200)))
    result = check(geoul, filled, "--me", photo)
    assert result.status == 0
    assert "If the largest face in it is not yours" in result.out
    assert f"For number 2, type: --me {photo}:2\n" in result.out
    assert "street.png:2: good." in check(geoul, filled, "--me", f"{photo}:2").out


def test_beside_an_answer_for_machines_the_faces_go_to_standard_error(
    filled: Path, geoul: Geoul, me: Path, us: Path
) -> None:
    result = check(geoul, filled, "--me", me, "--me", us, "--json")
    assert result.json["own_photos"] == 1
    assert f"type: --me {us}:2\n" in result.err


def test_two_people_chosen_in_one_photo_are_said_with_what_to_do(
    filled: Path, geoul: Geoul, us: Path
) -> None:
    result = check(geoul, filled, "--me", f"{us}:1", "--me", f"{us}:2")
    assert f"{us}:1 and {us}:2 do not look like the same person" in result.err
    assert "choose another face in it" in result.err
    assert f"  {us}:2: good.\n" in result.out


@pytest.mark.parametrize("language", ["en", "ko"])
def test_photos_are_called_as_they_were_typed_so_that_two_of_one_name_are_told_apart(
    filled: Path, geoul: Geoul, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    for folder, faces in (("mine", (ME,)), ("hers", (SOMEBODY, SOMEBODY_ELSE))):
        (tmp_path / folder).mkdir()
        write_picture(tmp_path / folder / "me.png", *faces)
    monkeypatch.chdir(tmp_path)
    mine, hers = "./mine/me.png", "hers/me.png:2"
    result = check(geoul, filled, "--me", mine, "--me", hers, "--lang", language)
    words = Words(language)
    pair = words.say("photos.pair", first=mine, second=hers)
    assert words.say("photos.differ", pair=pair) in result.err
    for typed in (mine, hers):
        good = words.say("photo.good")
        assert words.say("photo.line", name=typed, feedback=good) in result.out


def test_two_people_as_own_photos_is_said(
    filled: Path, geoul: Geoul, me: Path, tmp_path: Path
) -> None:
    other = write_picture(tmp_path / "other.png", SOMEBODY)
    said = check(geoul, filled, "--me", me, "--me", other).err
    assert "do not look like the same person" in said
    twin = write_picture(tmp_path / "twin.png", ME_ANOTHER_DAY)
    assert "same person" not in check(geoul, filled, "--me", me, "--me", twin).err


def test_more_photos_than_help_are_refused(case: Path, geoul: Geoul, me: Path) -> None:
    result = check(geoul, case, *["--me", me] * (MOST_PHOTOS + 1))
    assert result.status == 2


def test_the_attestation_and_the_check_are_logged_and_the_face_is_not(
    filled: Path, geoul: Geoul, me: Path, tmp_path: Path
) -> None:
    geoul("check", filled, "--me", me, "--attest", "consent")
    with Case.open(filled, PHRASE, cost=CHEAP) as case:
        attest, done, _unlock = list(case.custody.entries())[-3:]
    assert (attest.action, attest.role, attest.details) == (
        "attest",
        "consent",
        {"photos": 1, "challenge": "none", "person": 1},
    )
    assert (done.action, done.role) == ("check", "consent")
    assert done.details["tracks"] == TRACKS
    assert "me.png" not in attest.body + done.body


def test_rejected_faces_stay_rejected(filled: Path, geoul: Geoul, me: Path) -> None:
    first = check(geoul, filled, "--me", me, "--json").json["results"][0]
    geoul("decide", filled, first["item"], "reject", "--face", first["face"])
    result = check(geoul, filled, "--me", me, "--json")
    assert first["face"] not in [each["face"] for each in result.json["results"]]
    assert "rejected before, not shown again: 1" in check(geoul, filled, "--me", me).out


def test_confirmed_faces_are_used_and_say_so(filled: Path, geoul: Geoul, me: Path) -> None:
    first = check(geoul, filled, "--me", me, "--json").json["results"][0]
    geoul("decide", filled, first["item"], "confirm", "--face", first["face"])
    result = check(geoul, filled, "--me", me)
    assert "you confirmed in this case that are also used: 1" in result.out
    assert "you confirmed it" in result.out


def test_the_headline_counts_what_is_new_before_what_is_known(
    filled: Path, geoul: Geoul, me: Path, tmp_path: Path
) -> None:
    first = check(geoul, filled, "--me", me, "--json").json
    assert (first["earlier_checks"], first["new"]) == (0, {"strong": 2, "some": 0})
    best = first["results"][0]
    geoul("decide", filled, best["item"], "confirm", "--face", best["face"])
    again = check(geoul, filled, "--me", me).out
    assert "Nothing new came up." in again
    assert "Came up before and still undecided: 1" in again
    assert "Came up again, already decided: 1" in again
    geoul("add", filled, write_picture(tmp_path / "late.png", (200, 40, 200)))
    out = check(geoul, filled, "--me", me).out
    assert out.index("New: strong resemblance (please decide") < out.index("Came up before")
    counts = check(geoul, filled, "--me", me, "--json").json
    assert (counts["new"], counts["open_before"], counts["decided"]) == (
        {"strong": 0, "some": 0},
        2,
        1,
    )


def test_the_first_answer_is_told_beside_that_of_today(
    filled: Path, geoul: Geoul, me: Path
) -> None:
    first = check(geoul, filled, "--me", me, "--json").json["results"]
    assert [each["first_answer"] for each in first] == [None, None]
    later = check(geoul, filled, "--me", me, "--json").json["results"][0]
    assert later["first_answer"] == {
        "band": "strong",
        "with_confirmed": False,
        "at_utc": later["first_answer"]["at_utc"],
        "pack": "open",
        "pipeline": FakeServices().pipeline("open"),
        "own_photos": 1,
        "confirmed_faces": 0,
        "threshold": later["first_answer"]["threshold"],
    }
    assert later["first_answer"]["threshold"].keys() == {"strong", "some"}
    out = check(geoul, filled, "--me", me).out
    assert "First answer (" in out
    assert "This time: strong resemblance" in out


def test_what_a_changed_log_says_of_earlier_checks_is_not_repeated(
    filled: Path, geoul: Geoul, me: Path
) -> None:
    check(geoul, filled, "--me", me)
    replace_log(filled, lambda bodies: [body.replace('"self"', '"consent"') for body in bodies])
    answer = check(geoul, filled, "--me", me, "--json").json
    assert answer["earlier_checks"] is None
    assert {each["first_answer"] for each in answer["results"]} == {None}
    assert "custody log of this case was changed" in check(geoul, filled, "--me", me).out


def test_a_confirmed_face_of_somebody_else_is_left_out(
    filled: Path, geoul: Geoul, me: Path
) -> None:
    items = geoul("list", filled, "--json").json["items"]
    stranger = next(each["item"] for each in items if each["name"].startswith("stranger"))
    geoul("decide", filled, stranger, "confirm")
    said = check(geoul, filled, "--me", me, "--person", "1").out
    assert "do not resemble your photos and are not used: 1" in said


def test_photos_that_resemble_nothing_confirmed_are_not_taken_for_the_same_person(
    filled: Path, geoul: Geoul, me: Path
) -> None:
    items = geoul("list", filled, "--json").json["items"]
    stranger = next(each["item"] for each in items if each["name"].startswith("stranger"))
    geoul("decide", filled, stranger, "confirm")
    said = check(geoul, filled, "--me", me)
    assert said.status == 1
    assert "the same person as before or another" in said.err
    other = check(geoul, filled, "--me", me, "--person", "new", "--json")
    assert other.json["person"] == 2
    assert "person 2" in other.err
    unsaid = geoul("decide", filled, stranger, "reject")
    assert (unsaid.status, "1, 2" in unsaid.err) == (1, True)
    assert geoul("decide", filled, stranger, "reject", "--person", "2").status == 0
    assert geoul("decide", filled, stranger, "reject", "--person", "3").status == 1


def test_it_says_before_whom_the_pack_tells_apart_poorly(
    filled: Path, geoul: Geoul, me: Path
) -> None:
    said = check(geoul, filled, "--me", me).out
    assert said.index("East Asian") < said.index("Your photos")
    assert "buffalo_l" in said


def test_a_check_copy_answers_with_numbers(
    filled: Path, geoul: Geoul, me: Path, tmp_path: Path, passphrase_file: Path
) -> None:
    copy = tmp_path / "copy"
    geoul("copy", filled, copy, "--copy-passphrase-file", passphrase_file)
    original = check(geoul, filled, "--me", me, "--json").json["results"]
    answer = check(geoul, copy, "--me", me, "--json").json
    assert [each["item"] for each in answer["results"]] == [each["item"] for each in original]
    assert {each["name"] for each in answer["results"]} == {None}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_check_of_a_check_copy_asks_to_decide(
    filled: Path, geoul: Geoul, me: Path, tmp_path: Path, passphrase_file: Path, language: str
) -> None:
    copy = tmp_path / "copy"
    geoul("copy", filled, copy, "--copy-passphrase-file", passphrase_file)
    for _ in range(2):
        result = check(geoul, copy, "--me", me, "--lang", language)
        assert result.status == 0
        assert not asks_to_decide(result.out + result.err)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_with_the_last_decision_the_next_step_is_named(
    filled: Path, geoul: Geoul, me: Path, language: str
) -> None:
    words = Words(language)
    hand_over = words.say("decided.all", case=str(filled))
    first, last = check(geoul, filled, "--me", me, "--json").json["results"]

    def decide(hit: dict[str, int], verdict: str) -> str:
        where = (hit["item"], verdict, "--face", hit["face"])
        return geoul("decide", filled, *where, "--lang", language).out

    assert "geoul export" not in decide(first, "confirm")
    assert hand_over in decide(last, "unsure")
    assert (
        words.say("next.export", case=str(filled))
        in check(geoul, filled, "--me", me, "--lang", language).out
    )
    decided = decide(first, "reject")
    assert "geoul export" not in decided
    assert words.say("review.next_none") in decided


NOTHING = Answer(
    pack="open",
    pipeline="p",
    items=10,
    faces=20,
    tracks=15,
    photos=(OwnPhoto("me.jpg", (Feedback.GOOD,)),),
    differ=None,
    confirmed=0,
    left_out=0,
    rejected=0,
    calibrated=True,
    cohort=("case", 15),
    expected_strong=0.004,
    expected_some=0.15,
    hits=(),
    unchecked=(),
)
STRONG = Hit(3, 7, "a.mp4", "00", "strong", 0.9, 9.0, 65_000, (60_000, 71_500), None, "strong")
SOME = Hit(4, 9, "b.jpg", "01", "some", 0.8, 5.0, 0, (0, 0), Verdict.UNSURE, "some")


def said(answer: Answer, language: str = "en") -> str:
    out = StringIO()
    say_answer(answer, "my-case", Terminal(Words(language), out=out, err=StringIO()))
    return out.getvalue()


def asks_to_decide(text: str) -> bool:
    return re.search("decid|review|판단|확인 필요", text) is not None


def test_nothing_found_does_not_mean_not_there() -> None:
    text = said(NOTHING)
    assert "No similar face was found. This does not mean that you are not in it." in text
    assert "Could not be checked: none" in text


def test_korean_says_it_in_the_words_of_the_field() -> None:
    assert "비슷한 얼굴을 찾지 못했습니다. 없다는 뜻은 아닙니다." in said(NOTHING, "ko")
    korean = said(replace(NOTHING, hits=(STRONG,)), "ko")
    assert "비슷한 얼굴이 있습니다 (확인 필요)" in korean


def test_bands_are_told_apart_and_times_are_given() -> None:
    text = said(replace(NOTHING, hits=(STRONG, SOME)))
    assert "Strong resemblance (please decide yourself): 1" in text
    assert "item 3, face 7: a.mp4, at 1:05 (seen 1:00 to 1:12)" in text
    assert "Came up again, already decided: 1\n  item 4, face 9: b.jpg\n" in text
    assert "    you were not sure\n    This time: some resemblance" in text
    assert "No similar face" not in text


def test_what_only_confirmed_faces_brought_up_is_said_and_counted() -> None:
    text = said(replace(NOTHING, hits=(replace(STRONG, by_photos=None), SOME)))
    assert "item 3, face 7" in text.split("found with faces that you confirmed")[0]
    assert "not by your photos alone: 1" in text


def test_in_a_first_check_nothing_is_called_new() -> None:
    assert "New" not in said(replace(NOTHING, hits=(STRONG,)))
    later = said(replace(NOTHING, hits=(STRONG,), earlier_checks=2))
    assert "New: strong resemblance (please decide yourself): 1" in later


def test_when_nothing_is_new_that_is_said_first() -> None:
    text = said(replace(NOTHING, hits=(SOME,), earlier_checks=1))
    assert text.index("Nothing new came up") < text.index("already decided: 1")
    assert "nowhere else" in text


def test_the_number_of_lookalikes_is_said() -> None:
    text = said(NOTHING)
    assert 'a stranger under "strong" about once in 250 checks' in text
    assert 'under "some" about once in 7 checks' in text


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (0.0, "less than once in 1000 checks"),
        (0.0034, "about once in 290 checks"),
        (0.6, "about once in 2 checks"),
        (0.7, "about once in each check"),
        (3.14, "about 3.1 times in each check"),
    ],
)
def test_how_often_strangers_come_up_is_said_in_plain_words(expected: float, words: str) -> None:
    assert f'under "some" {words}' in said(replace(NOTHING, expected_some=expected))


def test_with_a_check_copy_the_next_step_is_to_show_the_numbers() -> None:
    text = said(replace(NOTHING, hits=(STRONG,), is_copy=True))
    assert "whoever gave you this copy" in text
    assert "geoul show" not in text


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("earlier_checks", [0, 1])
def test_of_a_check_copy_nobody_is_asked_to_decide(language: str, earlier_checks: int) -> None:
    first = FirstAnswer(9, "some", False, "2026-01-01T00:00:00+00:00", "open", "p", 1, 0, {})
    hits = (
        STRONG,
        replace(SOME, decision=None),
        replace(SOME, item=5, decision=None, first=first),
    )
    copy = replace(NOTHING, hits=hits, earlier_checks=earlier_checks, is_copy=True)
    assert asks_to_decide(said(replace(copy, is_copy=False), language))
    assert not asks_to_decide(said(copy, language))
    assert Words(language).say("outcome.copy.open_before", count=1) in said(copy, language)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_when_all_that_came_up_is_decided_the_next_step_is_to_hand_over(language: str) -> None:
    confirmed = replace(STRONG, decision=Verdict.CONFIRM)
    step = "geoul export my-case OUT.zip"
    done = said(replace(NOTHING, hits=(confirmed, SOME)), language)
    assert step in done
    assert "geoul decide" not in done
    still_open = replace(SOME, decision=None)
    for hits in ((confirmed, still_open), (SOME,), ()):
        assert step not in said(replace(NOTHING, hits=hits), language)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_where_nothing_was_compared_it_is_not_said_that_nothing_was_found(language: str) -> None:
    words = Words(language)
    text = said(replace(NOTHING, tracks=0, groups=()), language)
    assert words.say("outcome.none") not in text
    assert words.say("outcome.not_compared") in text


def test_where_nothing_could_be_compared_the_first_step_is_to_look_again() -> None:
    other = (UncheckedItem(1, "a.png", "other-pack", False),)
    text = said(replace(NOTHING, tracks=0, unchecked=other))
    steps = text.partition("What you can do next\n")[2]
    assert steps.startswith("  Scan again what was scanned in a different way:  geoul scan my-case")
    assert "different photos" not in steps


def test_no_figure_that_looks_like_a_likelihood_is_shown() -> None:
    text = said(replace(NOTHING, hits=(STRONG, SOME)))
    assert "0.9" not in text
    assert "9.0" not in text


def test_what_could_not_be_checked_is_listed_whole_or_in_part() -> None:
    unchecked = (
        UncheckedItem(5, "c.mp4", "truncated", True),
        UncheckedItem(6, None, "gone", False),
    )
    text = said(replace(NOTHING, unchecked=unchecked))
    assert "Could not be checked: 1 · Scanned in part: 1" in text
    assert "item 5: c.mp4: scanned in part: it is incomplete" in text
    assert "item 6: -: it is no longer where it was" in text


def test_an_unmeasured_pack_is_said() -> None:
    assert "never measured" in said(replace(NOTHING, calibrated=False))


@pytest.mark.parametrize("answer", [NOTHING, replace(NOTHING, hits=(STRONG,))])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_next_steps_and_who_helps_end_every_outcome(answer: Answer, language: str) -> None:
    text = said(answer, language)
    assert Words(language).say("next.heading") in text
    assert all(line in text for line in ("02-735-8994", "1366", "117", "112", "StopNCII.org"))


def test_the_record_keeps_the_order_of_the_hits() -> None:
    results = answer_record(replace(NOTHING, hits=(STRONG, SOME)))["results"]
    assert isinstance(results, list)
    assert [(each["item"], each["decision"]) for each in results] == [(3, None), (4, "unsure")]


@pytest.mark.parametrize(
    ("whose", "said"), [("counsellor", "the client"), ("guardian", "the child"), ("self", "you")]
)
def test_an_answer_speaks_of_whoever_was_looked_for(
    filled: Path, me: Path, geoul: Geoul, whose: str, said: str
) -> None:
    told = geoul("check", filled, "--me", me, "--attest", whose).out
    assert f"photos of {said}".replace("photos of you", "Your photos").lower() in told.lower()
    item = geoul("list", filled, "--json").json["items"][0]["item"]
    decided = geoul("decide", filled, str(item), "confirm").out
    assert {"self": "confirmed"}.get(whose, f"this is {said}") in decided
