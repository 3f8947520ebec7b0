import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.handover.letters import FOLDER, TakedownPlan, takedown_pack
from app.handover.platforms import Platform, links, platforms
from app.intake.add_link import add_link
from app.intake.source_details import SourceDetails
from app.messages import Words
from storage.case import Case
from storage.errors import ItemMissingError
from storage.types import Source
from tests.support.decided_case import HER, add, make

NAME = "봄이"


def source(**said: str) -> Source:
    return Source(path="/home/her-own-name/a.jpg", filename="a.jpg", **said)  # type: ignore[arg-type]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with make(tmp_path / "case") as case:
        yield case


def pack(case: Case, *items: int, name: str = NAME) -> dict[str, str]:
    members = takedown_pack(case, TakedownPlan(items, name))
    return {
        each.name.removeprefix(f"{FOLDER}/"): each.open().read().decode("utf-8-sig")
        for each in members
    }


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"platform": "Telegram"}, Platform.TELEGRAM),
        ({"platform": " 텔레그램 "}, Platform.TELEGRAM),
        ({"url": "https://t.me/c/1/2"}, Platform.TELEGRAM),
        ({"room_link": "t.me/+abc"}, Platform.TELEGRAM),
        ({"url": "https://cdn.discordapp.com/x"}, Platform.DISCORD),
        ({"url": "https://X.com/somebody"}, Platform.X),
        ({"platform": "트위터"}, Platform.X),
        ({"url": "https://www.instagram.com/p/1"}, Platform.INSTAGRAM),
        ({"url": "https://youtu.be/x"}, Platform.YOUTUBE),
        ({"platform": "유튜브"}, Platform.YOUTUBE),
        ({"url": "https://notx.com/"}, Platform.GENERIC),
        ({"url": "https://example.org/x.com"}, Platform.GENERIC),
        ({"url": "https://x.com@example.org/"}, Platform.GENERIC),
        ({}, Platform.GENERIC),
    ],
)
def test_the_platform_is_what_was_said_or_where_the_link_leads(
    said: dict[str, str], asked: Platform
) -> None:
    assert platforms([source(**said)]) == (asked,)


def test_each_place_where_it_was_seen_is_asked() -> None:
    places = [source(url="https://x.com/1"), source(url="https://t.me/1")]
    assert platforms(places) == (Platform.TELEGRAM, Platform.X)


def test_a_link_is_told_once() -> None:
    assert links([source(url="a", room_link="b"), source(url="a")]) == ("a", "b")


def test_there_is_a_letter_for_each_item_and_place_in_both_languages(case: Case) -> None:
    letters = {
        *("item-0001-telegram.txt", "item-0002-generic.txt"),
        *("support_centre.txt", "regulator.txt"),
    }
    wanted = {f"{language}/{name}" for language in ("en", "ko") for name in letters}
    lists = {"READ-ME.en.txt", "READ-ME.ko.txt", "hashes-pdq.txt", "hashes-md5.txt"}
    assert set(pack(case, 1, 2)) == wanted | lists


def test_a_letter_tells_links_hashes_and_the_chosen_name_only(case: Case) -> None:
    detail = case.item(1)
    for language in ("en", "ko"):
        letter = pack(case, 1)[f"{language}/item-0001-telegram.txt"]
        for told in (HER.url, HER.room_link, detail.item.sha256, detail.md5, detail.pdq, NAME):
            assert str(told) in letter
        for kept in (
            "her-own-name",
            HER.filename,
            HER.sender_display,
            "둘째 줄",
            HER.personal_data,
        ):
            assert str(kept) not in letter
        assert "tip-off" not in letter


def test_a_platform_is_told_of_its_own_links_only(case: Case) -> None:
    item = add(case, "g", "her", source=source(url="https://t.me/c/1/2"))
    add(case, "g", "her", source=source(url="https://x.com/somebody"))
    letters = pack(case, item)
    to_x = letters[f"en/item-{item:04}-x.txt"]
    assert "https://x.com/somebody" in to_x
    assert "t.me" not in to_x
    assert "t.me" in letters["en/support_centre.txt"]


def test_a_link_without_a_file_is_asked_about_without_hashes(case: Case) -> None:
    add_link(case, SourceDetails("https://t.me/c/1/2"))
    item = case.items()[-1].item
    letters = pack(case, item)
    for language, word in (("en", "hash"), ("ko", "해시")):
        letter = letters[f"{language}/item-{item:04}-telegram.txt"]
        assert word not in letter
        assert re.findall(r"(?m)^  (\d)\. ", letter) == ["1", "2", "3"]
        assert word not in letters[f"{language}/support_centre.txt"]


def test_a_file_without_a_link_is_asked_about_without_one(case: Case) -> None:
    letters = pack(case, 2)
    for language, none, word in (
        ("en", "(no link is known", "links below"),
        ("ko", "(알려진 링크가 없습니다", "아래의 모든 링크"),
    ):
        letter = letters[f"{language}/item-0002-generic.txt"]
        assert none in letter
        assert word not in letter
        assert word in pack(case, 1)[f"{language}/item-0001-telegram.txt"]
        assert re.findall(r"(?m)^  (\d)\. ", letter) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(("language", "signed"), [("en", "Signature"), ("ko", "서명")])
@pytest.mark.parametrize("place", ["discord.com", "x.com", "www.instagram.com", "youtube.com"])
def test_a_letter_to_the_united_states_is_the_notice_that_their_law_asks_for(
    case: Case, place: str, language: str, signed: str
) -> None:
    link = f"https://{place}/p"
    item = add(case, "u", "her", source=source(url=link))
    (name,) = (each for each in pack(case, item) if each.startswith(f"{language}/item-{item:04}-"))
    letter = pack(case, item)[name]
    for told in ("TAKE IT DOWN Act", "47 U.S.C. 223a", "48", signed, link, NAME):
        assert told in letter
    number = {"en": "Number of this request", "ko": "접수 번호"}[language]
    statement = {"en": "In good faith", "ko": "선의로"}[language]
    assert number in letter
    assert statement in letter


def test_other_services_get_the_notice_as_far_as_it_binds_them(case: Case) -> None:
    assert "Where the TAKE IT DOWN Act" in pack(case, 1)["en/item-0001-telegram.txt"]


def test_an_authority_signs_nothing_of_the_law_of_another_country(case: Case) -> None:
    for name, text in pack(case, 1).items():
        if name.endswith(("support_centre.txt", "regulator.txt")):
            assert "TAKE IT DOWN" not in text


def test_only_the_support_centre_learns_by_what_words_copies_are_found(case: Case) -> None:
    words = source(url="https://x.com/1", search_keywords="연습실", personal_data="해오름중 3학년")
    item = add(case, "w", "her", source=words)
    letters = pack(case, item)
    for language, there_was_some in (("en", "personal data of mine"), ("ko", "제 개인정보")):
        to_platform = letters[f"{language}/item-{item:04}-x.txt"]
        assert there_was_some in to_platform
        for word in ("연습실", "해오름중 3학년"):
            assert word in letters[f"{language}/support_centre.txt"]
            assert word not in to_platform
            assert word not in letters[f"{language}/regulator.txt"]


def test_the_regulator_is_never_the_only_way(case: Case) -> None:
    text = pack(case, 1)["READ-ME.en.txt"]
    assert text.index("1366") < text.index("The platform") < text.index("방송미디어통신심의위원회")
    assert "never rely on it alone" in text


def test_an_authority_is_told_of_all_items(case: Case) -> None:
    letter = pack(case, 1, 2)["ko/regulator.txt"]
    assert "파일 1번" in letter
    assert "파일 2번" in letter


def test_without_a_name_there_is_room_for_one(case: Case) -> None:
    assert "____" in pack(case, 2, name=" ")["en/item-0002-generic.txt"].split("I am")[1][:20]


def test_a_hostile_link_forges_no_line(case: Case) -> None:
    bad = source(url="https://t.me/x\nSubject: forged\u202e")
    item = add(case, "h", "her", source=bad)
    letter = pack(case, item)[f"en/item-{item:04}-telegram.txt"]
    assert "\\nSubject: forged\\u202e" in letter
    assert letter.count("Subject:") == 2
    assert not re.search("(?m)^Subject: forged", letter)


def test_the_lists_are_what_other_programs_read(case: Case) -> None:
    lists = pack(case, 1, 2)
    assert lists["hashes-pdq.txt"].splitlines() == ["0f" * 32 + ",90"]
    assert lists["hashes-md5.txt"].splitlines() == [case.item(1).md5, case.item(2).md5]


def test_a_hash_that_says_too_little_is_left_out(case: Case) -> None:
    case._db.execute("UPDATE item SET pdq_quality = 49 WHERE id = 1")
    assert pack(case, 1)["hashes-pdq.txt"] == ""


def test_the_read_me_says_where_and_that_the_young_go_another_way(case: Case) -> None:
    texts = pack(case, 1)
    for language in ("en", "ko"):
        text = texts[f"READ-ME.{language}.txt"]
        assert "\r\n" in text
        assert "방송미디어통신심의위원회" in text
        for told in (
            "19",
            "1377",
            "02-735-8994",
            "1366",
            "117",
            "takeitdown.ftc.gov",
            "48",
            "2025-04",
            "Take It Down",
            "StopNCII.org",
            "112",
            "ECRM",
        ):
            assert told in text


def test_nothing_invites_to_write_to_an_address_that_was_made_up(case: Case) -> None:
    for text in pack(case, 2).values():
        assert "@" not in text
        assert "http" not in text


def test_an_item_that_is_not_there_is_an_error(case: Case) -> None:
    with pytest.raises(ItemMissingError):
        pack(case, 99)


@pytest.mark.parametrize("whose", ["consent", "guardian", "counsellor"])
def test_whoever_writes_for_another_does_not_say_that_the_face_is_theirs(
    case: Case, whose: str
) -> None:
    case.custody.append("attest", whose, {"photos": 1})
    person = {language: Words(language).say(f"person.{whose}") for language in ("en", "ko")}
    for name, text in pack(case, 1, 2).items():
        assert not re.search(
            r"\b(my face|mine|depiction of me)\b|제 얼굴|저의 내밀", text, re.IGNORECASE
        ), name
        if name.startswith("en/item"):
            assert f"I write on behalf of {person['en']}" in text
        if name.startswith("ko/item"):
            assert f"{person['ko']}를 대신하여 요청합니다" in text


def test_a_letter_about_oneself_says_so(case: Case) -> None:
    case.custody.append("attest", "self", {"photos": 1})
    assert "I confirm that the face is mine." in pack(case, 1)["en/item-0001-telegram.txt"]
