"""Looking again at what another version or another pack has looked at."""

from pathlib import Path

import pytest

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.messages import Words
from storage.case import Case
from tests.app.conftest import PHRASE, Geoul, Result
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, write_picture
from tests.support.two_versions import NEW, OF_THE_FUTURE, OLD, SECOND_ALONE, ChangingServices

STRANGERS = 6
ITEMS = STRANGERS + 1


@pytest.fixture
def services() -> ChangingServices:
    return ChangingServices()


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul, services: ChangingServices) -> Path:
    """She is in 0.png; an older version has looked at it and at strangers."""
    write_picture(folder / "0.png", ME_ANOTHER_DAY)
    for number in range(STRANGERS):
        write_picture(folder / f"{1 + number}.png", (30 + 15 * number, 200 - 13 * number, 250))
    run_with_version(geoul, services, OLD, "add", case, folder)
    return case


@pytest.fixture
def me(tmp_path: Path) -> Path:
    return write_picture(tmp_path / "me.png", ME)


def run_with_version(
    geoul: Geoul, services: ChangingServices, version: str, *words: object
) -> Result:
    """A command as that version would have run it."""
    services.scans_as = version
    try:
        return geoul(*words)
    finally:
        services.scans_as = ""


def pipelines(geoul: Geoul, case: Path) -> dict[str, int]:
    info = geoul("case", "info", case, "--json").json
    return {each["pipeline"]: each["items"] for each in info["packs"]}


def test_everything_is_looked_at_again_from_where_it_lies(filled: Path, geoul: Geoul) -> None:
    answer = geoul("scan", filled, "--json").json
    assert (answer["pack"], answer["pipeline"]) == ("open", NEW)
    assert (answer["looked_at"], answer["again"], answer["tracks"]) == (ITEMS, ITEMS, ITEMS)
    assert (answer["kept"], answer["unchecked"], answer["partly"]) == ([], [], [])
    assert answer["otherwise"] == {"items": 0, "not_comparable": 0}
    assert pipelines(geoul, filled) == {NEW: ITEMS}
    assert geoul("scan", filled, "--json").json["looked_at"] == 0


def test_or_from_the_originals_in_the_case(
    tmp_path: Path, folder: Path, geoul: Geoul, services: ChangingServices
) -> None:
    case = tmp_path / "with originals"
    geoul("case", "new", case, "--media", "originals", "--passphrase-file", tmp_path / "passphrase")
    picture = write_picture(folder / "a.png", ME)
    run_with_version(geoul, services, OLD, "add", case, folder)
    picture.unlink()
    assert geoul("scan", case, "--json").json["again"] == 1
    assert pipelines(geoul, case) == {NEW: 1}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_where_nothing_is_left_to_look_at_that_is_said_instead_of_naughts(
    filled: Path, geoul: Geoul, language: str
) -> None:
    words = Words(language)
    assert words.say("scan.nothing") not in geoul("scan", filled, "--lang", language).out
    said = geoul("scan", filled, "--lang", language).out
    assert words.say("scan.nothing") in said
    assert words.say("add.looked", count=0) not in said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_gone_keeps_its_vectors_and_is_named(
    filled: Path, folder: Path, geoul: Geoul, language: str
) -> None:
    (folder / "0.png").unlink()
    (folder / "1.png").write_bytes(b"another")
    said = geoul("scan", filled, "--lang", language)
    words = Words(language)
    assert said.status == 0
    assert words.say("scan.kept", count=2) in said.out
    assert words.say("scan.again", count=ITEMS - 2) in said.out
    for item, name, why in ((1, "0.png", "gone"), (2, "1.png", "changed")):
        line = words.say("unchecked.line", item=item, name=name, why=words.reason(why))
        assert line in said.out
    assert pipelines(geoul, filled) == {NEW: ITEMS - 2, OLD: 2}
    again = geoul("scan", filled, "--json").json
    assert [each["reason"] for each in again["kept"]] == ["gone", "changed"]
    assert again["otherwise"] == {"items": 2, "not_comparable": 0}


def test_what_waits_is_looked_at_too(case: Path, folder: Path, geoul: Geoul) -> None:
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        finish(add(opened, [write_picture(folder / "a.png", ME)], SourceDetails()))
    assert "geoul scan" in geoul("case", "info", case).out
    answer = geoul("scan", case, "--json").json
    assert (answer["looked_at"], answer["again"]) == (1, 0)


def test_adding_looks_at_what_is_new_and_says_what_is_older(
    filled: Path, folder: Path, geoul: Geoul
) -> None:
    said = geoul("add", filled, write_picture(folder / "new.png", SOMEBODY))
    assert Words("en").say("otherwise.add", count=ITEMS) in said.out
    assert pipelines(geoul, filled) == {OLD: ITEMS, NEW: 1}


def test_adding_with_a_named_pack_looks_at_everything_with_it(
    filled: Path, geoul: Geoul, services: ChangingServices
) -> None:
    services.there.add("buffalo_l")
    answer = geoul("add", filled, "--pack", "buffalo_l", "--json").json
    assert (answer["looked_at"], answer["again"]) == (ITEMS, ITEMS)


def test_info_lists_the_pipelines_and_says_which_is_the_present_one(
    filled: Path, folder: Path, geoul: Geoul
) -> None:
    (folder / "0.png").unlink()
    geoul("scan", filled)
    info = geoul("case", "info", filled, "--json").json
    assert info["present"] == {"pack": "open", "pipeline": NEW}
    assert [
        (each["pipeline"], each["items"], each["present"], each["comparable"])
        for each in info["packs"]
    ] == [(NEW, ITEMS - 1, True, True), (OLD, 1, False, True)]
    said, words = geoul("case", "info", filled).out, Words("en")
    for pipeline, items, how in ((NEW, ITEMS - 1, "present"), (OLD, 1, "older")):
        line = words.say("info.pack", pack="open", pipeline=pipeline, items=items)
        assert "\n".join((line, words.say(f"info.pack.{how}"))) in said
    assert words.say("info.otherwise", count=1, case=str(filled)) in said


def test_what_was_measured_by_more_is_said_and_not_to_be_looked_at_again(
    filled: Path, me: Path, geoul: Geoul, services: ChangingServices
) -> None:
    geoul("scan", filled)
    services.version = SECOND_ALONE
    words, said = Words("en"), geoul("case", "info", filled).out
    assert words.say("info.pack.more") in said
    assert words.say("info.otherwise", count=ITEMS, case=str(filled)) not in said
    assert geoul("scan", filled, "--json").json["looked_at"] == 0
    check = geoul("check", filled, "--me", me, "--attest", "self").out
    assert words.say("check.older", count=ITEMS) in check
    assert words.say("next.scan", case=str(filled)) not in check
    services.version = "something else"
    assert words.say("info.pack.apart") in geoul("case", "info", filled).out


def test_a_check_says_how_much_is_older_and_what_to_do(
    filled: Path, folder: Path, me: Path, geoul: Geoul
) -> None:
    (folder / "0.png").unlink()
    geoul("scan", filled)
    said = geoul("check", filled, "--me", me, "--attest", "self")
    words = Words("en")
    assert said.status == 0
    assert words.say("check.older", count=1) in said.out
    assert words.say("next.scan", case=str(filled)) in said.out
    answer = geoul("check", filled, "--me", me, "--attest", "self", "--json").json
    assert [(each["pipeline"], each["items"], each["older"]) for each in answer["groups"]] == [
        (NEW, ITEMS - 1, False),
        (OLD, 1, True),
    ]
    assert answer["groups"][1].keys() >= {"expected_lookalikes", "threshold", "cohort", "tracks"}
    assert answer["results"][0]["item"] == 1


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_case_of_a_pack_that_nobody_knows_is_checked_scanned_and_checked_again(
    case: Path, folder: Path, me: Path, geoul: Geoul, services: ChangingServices, language: str
) -> None:
    write_picture(folder / "a.png", ME_ANOTHER_DAY)
    write_picture(folder / "b.png", SOMEBODY)
    run_with_version(geoul, services, OF_THE_FUTURE, "add", case, folder)
    words, check = Words(language), ("check", case, "--me", me, "--attest", "self")
    said = geoul(*check, "--lang", language)
    assert said.status == 0
    assert words.say("check.nothing_comparable") in said.out
    assert words.say("check.apart", count=2) in said.out
    assert words.say("next.scan", case=str(case)) in said.out
    unchecked = geoul(*check, "--json").json["unchecked"]
    assert [(each["name"], each["reason"]) for each in unchecked] == [
        ("a.png", "other-pack"),
        ("b.png", "other-pack"),
    ]
    (folder / "b.png").unlink()
    said = geoul("scan", case, "--lang", language)
    assert words.say("scan.apart", count=1) in said.out
    answer = geoul(*check, "--json").json
    assert [each["item"] for each in answer["results"]] == [1]
    assert [each["item"] for each in answer["unchecked"]] == [2]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("command", ["check", "scan", "add", "capture"])
def test_a_pack_that_is_not_installed_leads_to_both_ways_on(
    filled: Path, me: Path, geoul: Geoul, services: ChangingServices, command: str, language: str
) -> None:
    services.there.add("buffalo_l")
    geoul("scan", filled, "--pack", "buffalo_l")
    services.there.remove("buffalo_l")
    more = {"check": ("--me", me, "--attest", "self"), "capture": (me,)}.get(command, ())
    said = geoul(command, filled, *more, "--lang", language)
    assert said.status == 1
    assert "buffalo_l" in said.err
    assert "geoul models add PATH" in said.err
    assert "geoul scan CASE --pack open" in said.err
    assert geoul("scan", filled, "--pack", "open", "--json").json["again"] == ITEMS
    assert geoul("check", filled, "--me", me, "--attest", "self").status == 0


@pytest.fixture
def copy(filled: Path, tmp_path: Path, geoul: Geoul, passphrase_file: Path) -> Path:
    made = tmp_path / "copy"
    geoul("copy", filled, made, "--copy-passphrase-file", passphrase_file)
    return made


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_check_copy_is_not_looked_at_again(copy: Path, geoul: Geoul, language: str) -> None:
    before = pipelines(geoul, copy)
    said = geoul("scan", copy, "--lang", language)
    assert said.status == 1
    wanted = {"en": "only the case itself can be scanned again", "ko": "원래 보관함에서만"}
    assert wanted[language] in " ".join(said.err.split())
    assert pipelines(geoul, copy) == before


def test_a_check_copy_says_from_which_pack_it_is(copy: Path, geoul: Geoul) -> None:
    said, words = geoul("case", "info", copy).out, Words("en")
    assert words.say("info.pack", pack="open", pipeline=OLD, items=ITEMS) in said
    assert words.say("info.otherwise_copy", count=ITEMS) in said
    assert "geoul scan" not in said


def test_a_check_of_a_check_copy_says_to_ask_for_a_new_one(
    copy: Path, me: Path, geoul: Geoul
) -> None:
    said, words = geoul("check", copy, "--me", me, "--attest", "self").out, Words("en")
    assert words.say("check.older", count=ITEMS) in said
    assert words.say("next.scan_copy") in said
    assert words.say("next.scan", case=str(copy)) not in said


def test_a_check_copy_of_a_pack_that_is_not_installed_leads_on(
    filled: Path,
    tmp_path: Path,
    me: Path,
    geoul: Geoul,
    services: ChangingServices,
    passphrase_file: Path,
) -> None:
    services.there.add("buffalo_l")
    geoul("scan", filled, "--pack", "buffalo_l")
    geoul("copy", filled, tmp_path / "copy", "--copy-passphrase-file", passphrase_file)
    services.there.remove("buffalo_l")
    said = geoul("check", tmp_path / "copy", "--me", me, "--attest", "self")
    assert said.status == 1
    assert "new check copy" in said.err
    assert "geoul models add PATH" in said.err
    assert "geoul scan" not in said.err
