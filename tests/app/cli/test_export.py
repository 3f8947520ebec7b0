"""`geoul export` and `geoul verify`."""

import json
from pathlib import Path

import pytest

from storage.case import Case
from storage.types import Verdict
from tests.app.cli.forged_log import replace_log
from tests.app.conftest import PHRASE, Geoul
from tests.support.bundle_samples import IDENTITY, to_identity
from tests.support.case_samples import names_in
from tests.support.fake_program import CHEAP, ME, SOMEBODY, write_picture
from tests.support.unpackers import age, run, seven_zip

ASCII = "crane harbor velvet sketch tunnel ripple"


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with two items, the first of which is confirmed."""
    write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png", SOMEBODY)
    assert geoul("add", case, folder).status == 0
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        opened.decide(1, Verdict.CONFIRM)
    return case


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the bundle goes."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "documents.zip"


@pytest.fixture
def phrases(tmp_path: Path, passphrase_file: Path) -> tuple[str, ...]:
    """The options that open the case."""
    return ("--passphrase-file", str(passphrase_file))


def secret(path: Path, text: str) -> Path:
    path.write_text(text + "\n", "utf-8")
    path.chmod(0o600)
    return path


@seven_zip
def test_a_passphrase_is_made_up_shown_once_and_opens_it(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    made = geoul("export", filled, out, "--json", *phrases)
    assert made.status == 0, made.err
    answer = made.json
    assert len(answer["passphrase"].split()) == 6
    assert answer["passphrase"].isascii()
    assert (answer["items"], answer["level"], answer["missing_originals"]) == ([1], "list", [])
    run("7z", "t", f"-p{answer['passphrase']}", out)
    listed = run("7z", "l", "-ba", out)
    assert "report.pdf" in listed
    assert "hash-sheet.pdf" in listed
    phrase = secret(tmp_path / "p", answer["passphrase"])
    checked = geoul("verify", out, "--bundle-passphrase-file", phrase, "--json")
    assert checked.status == 0
    assert (checked.json["ok"], checked.json["problems"]) == (True, [])
    assert checked.json["fingerprint"] == answer["fingerprint"]
    assert names_in(out.parent) == [out.name]


@seven_zip
def test_korean_words_open_it_by_their_keys_everywhere(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    made = geoul("export", filled, out, "--lang", "ko", "--json", *phrases).json
    words, typed = made["passphrase_words"], made["passphrase"]
    assert len(words.split()) == len(typed.split()) == 6
    assert not words.isascii()
    assert typed.isascii()
    run("7z", "t", f"-p{typed}", out)
    for number, phrase in enumerate((words, typed)):
        file = secret(tmp_path / f"p{number}", phrase)
        assert geoul("verify", out, "--bundle-passphrase-file", file).status == 0
    said = geoul("export", filled, out.with_name("b.zip"), "--lang", "ko", *phrases).out
    assert "영문 자판" in said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_people_are_told_what_it_holds_and_how_to_open_it(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], language: str
) -> None:
    made = geoul("export", filled, out, "--lang", language, *phrases)
    assert made.status == 0
    assert str(out) in made.out
    assert {"en": "no picture", "ko": "사진은 들어 있지"}[language] in made.out


@seven_zip
def test_what_was_changed_is_named_and_the_status_says_so(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    phrase = secret(tmp_path / "p", ASCII)
    made = geoul("export", filled, out, "--bundle-passphrase-file", phrase, *phrases)
    assert made.status == 0
    assert ASCII not in made.out
    run("7z", "x", f"-p{ASCII}", f"-o{tmp_path}", out)
    assert geoul("verify", tmp_path / "documents").status == 0
    (tmp_path / "documents/data/items.csv").write_text("x")
    (tmp_path / "documents/more.txt").write_text("x")
    told = geoul("verify", tmp_path / "documents", "--json")
    assert told.status == 1
    assert told.json["ok"] is False
    assert told.json["problems"] == [
        {"member": "data/items.csv", "problem": "changed"},
        {"member": "more.txt", "problem": "added"},
    ]
    for language in ("en", "ko"):
        said = geoul("verify", tmp_path / "documents", "--lang", language)
        assert "data/items.csv" in said.out


def test_folders_lie_beside_it_when_they_are_wanted(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    extras = ("--small-set", "--letters", "--name", "Y.")
    made = geoul("export", filled, out, *extras, "--json", *phrases)
    assert made.status == 0, made.err
    beside = [made.json["letters"], made.json["small_set"]]
    assert names_in(out.parent) == sorted([out.name, *(Path(each).name for each in beside)])
    again = geoul("export", filled, out.with_name("b.zip"), *extras, "--lang", "ko", *phrases)
    assert "잠기지 않음" in again.out


@age
def test_it_can_be_locked_for_somebody_who_has_a_key(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    made = geoul("export", filled, out, "--age", to_identity().recipient, "--json", *phrases)
    assert made.status == 0
    assert made.json["passphrase"] is None
    identity = secret(tmp_path / "identity", f"# made for tests\n{IDENTITY}")
    assert geoul("verify", out, "--identity-file", identity).status == 0
    run("age", "-d", "-i", identity, "-o", tmp_path / "x.tar", out)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--items", "1,x"), "names no items"),
        (("--items", "9"), "no item of that number"),
        (("--level", "originals"), "does not keep"),
        (("--age", "age1nobody"), "age recipient"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_left(
    filled: Path,
    out: Path,
    geoul: Geoul,
    phrases: tuple[str, ...],
    options: tuple[str, ...],
    says: str,
) -> None:
    made = geoul("export", filled, out, *options, *phrases)
    assert made.status == 1
    assert says in made.err
    assert names_in(out.parent) == []


def test_items_are_named_as_in_every_command(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    made = geoul("export", filled, out, "--items", "1-2", "--json", *phrases)
    assert made.json["items"] == [1, 2]


@pytest.mark.parametrize(
    ("language", "says"), [("en", "nothing in this case yet"), ("ko", "아직 아무것도 없습니다")]
)
def test_an_empty_case_is_called_empty(
    case: Path, out: Path, geoul: Geoul, language: str, says: str
) -> None:
    for which in ("all", "confirmed"):
        opens = ("--passphrase-file", out.parent.parent / "passphrase")
        refused = geoul("export", case, out, "--items", which, "--lang", language, *opens)
        assert (refused.status, says in refused.err) == (1, True)


def test_a_name_wants_letters_to_stand_under(filled: Path, out: Path, geoul: Geoul) -> None:
    for language in ("en", "ko"):
        refused = geoul("export", filled, out, "--name", "Kim", "--lang", language)
        assert (refused.status, refused.err.count("\n")) == (2, 1)
        assert "--letters" in refused.err
    assert names_in(out.parent) == []


def test_a_name_that_hides_the_kind_of_lock_is_remarked_upon(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    for_key = ("--age", to_identity().recipient, "--quiet", *phrases)
    assert str(out.with_suffix(".age")) in geoul("export", filled, out, *for_key).err
    assert geoul("export", filled, out.with_name("a.age"), *for_key).err == ""
    zipped = geoul("export", filled, out.with_name("b.age"), "--lang", "ko", *phrases)
    assert str(out.with_name("b.zip")) in zipped.err


def test_one_item_and_a_bare_link_are_spoken_of_rightly(
    tmp_path: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    case = tmp_path / "with-originals"
    geoul("case", "new", case, "--media", "originals")
    geoul("add", case, "--link", "https://example.org/1")
    options = ("--items", "1", "--level", "originals")
    made = geoul("export", case, out, *options, *phrases)
    assert made.status == 0, made.err
    assert "there is only a link: 1." in made.out
    assert "1 items" not in made.out


def test_a_log_that_was_changed_before_is_said_with_the_bundle(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    sound = geoul("export", filled, out, "--json", *phrases)
    assert (sound.json["custody_sound"], sound.err) == (True, "")
    replace_log(filled, lambda log: [log[0], *log[2:]])
    for number, language in enumerate(("en", "ko")):
        options = ("--lang", language, "--json", *phrases)
        made = geoul("export", filled, out.with_name(f"{number}.zip"), *options)
        assert (made.status, made.json["custody_sound"]) == (0, False)
        assert {"en": "had been changed before", "ko": "바뀌어 있었고"}[language] in made.err


@pytest.mark.parametrize(
    ("phrase", "says"), [("여섯 낱말로 된 한국어 암호", "A to Z"), ("password1", "easy to guess")]
)
def test_a_passphrase_that_would_not_do_is_refused(
    filled: Path, out: Path, geoul: Geoul, phrase: str, says: str
) -> None:
    file = secret(out.parent.parent / "p", phrase)
    made = geoul("export", filled, out, "--bundle-passphrase-file", file)
    assert (made.status, names_in(out.parent)) == (1, [])
    assert says in made.err


def test_two_locks_are_one_too_many(filled: Path, out: Path, geoul: Geoul) -> None:
    for language in ("en", "ko"):
        both = ("--age", "x", "--bundle-passphrase-file", "y", "--lang", language)
        made = geoul("export", filled, out, *both)
        assert made.status == 2
        assert "--age" in made.err
        assert "not allowed" not in made.err


def test_a_file_that_is_there_stays_and_nobody_waits(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    out.write_text("mine")
    made = geoul("export", filled, out, *phrases)
    assert made.status == 1
    assert out.read_text() == "mine"


def test_a_forgotten_passphrase_is_answered_with_what_can_be_done(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    geoul("export", filled, out, *phrases)
    wrong = geoul("verify", out, "--bundle-passphrase-file", secret(tmp_path / "p", "wrong"))
    assert wrong.status == 1
    assert "make the bundle again" in wrong.err
    missing = geoul("verify", out.with_name("missing.zip"))
    assert (missing.status, "no such file" in missing.err) == (1, True)


def test_the_case_says_that_its_log_is_whole_after_all_this(
    filled: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    geoul("export", filled, out, *phrases)
    info = json.loads(geoul("case", "info", filled, "--json").out)
    assert info["custody"]["ok"] is True
