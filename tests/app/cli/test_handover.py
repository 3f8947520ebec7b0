"""`geoul export`, `verify`, `hashes` and `capture`."""

import hashlib
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from storage.bundle.signing import fingerprint, pem_of
from storage.case import Case
from storage.types import Verdict
from tests.app.cli.forged_log import replace_log
from tests.app.conftest import PHRASE, Geoul
from tests.storage.bundle.resigned import as_folder, signed
from tests.support.bundle_samples import IDENTITY, KEY, to_identity
from tests.support.case_samples import CHEAP, names_in
from tests.support.drawn_media import scene, video
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.support.timestamp_authority import Authority
from tests.support.timestamps import answer, proof
from tests.support.typesetting import replace_typesetting
from tests.support.unpackers import age, openssl, run, seven_zip, unpacked

ASCII = "crane harbor velvet sketch tunnel ripple"


@pytest.fixture
def real_documents() -> None:
    """Let the documents of a test be typeset."""


@pytest.fixture(autouse=True)
def documents(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the documents of the other tests take no time."""
    if "real_documents" not in request.fixturenames:
        replace_typesetting(monkeypatch)


@pytest.fixture
def two_items(case: Path, folder: Path, geoul: Geoul) -> Path:
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
@pytest.mark.usefixtures("real_documents")
def test_a_passphrase_is_made_up_shown_once_and_opens_it(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    made = geoul("export", two_items, out, "--json", *phrases)
    assert made.status == 0, made.err
    answer = made.json
    assert len(answer["passphrase"].split()) == 7
    assert answer["passphrase"].isascii()
    assert (answer["items"], answer["level"], answer["missing_originals"]) == ([1], "list", [])
    run("7z", "t", f"-p{answer['passphrase']}", out)
    listed = run("7z", "l", "-ba", out)
    assert "report.pdf" in listed
    assert "hash-sheet.pdf" in listed
    phrase = secret(tmp_path / "p", answer["passphrase"])
    told = ("--fingerprint", answer["fingerprint"])
    checked = geoul("verify", out, "--bundle-passphrase-file", phrase, *told, "--json")
    assert checked.status == 0
    assert (checked.json["ok"], checked.json["problems"]) == (True, [])
    assert checked.json["fingerprint"] == answer["fingerprint"]
    assert names_in(out.parent) == [out.name]


@seven_zip
@pytest.mark.usefixtures("real_documents")
@pytest.mark.parametrize(
    ("language", "reports"),
    [
        ("ko", {"report.pdf"}),
        ("en", {"report.pdf"}),
        ("both", {"report.ko.pdf", "report.en.pdf"}),
    ],
)
def test_the_language_of_the_report_is_chosen(
    two_items: Path,
    out: Path,
    geoul: Geoul,
    phrases: tuple[str, ...],
    language: str,
    reports: set[str],
) -> None:
    made = geoul("export", two_items, out, "--language", language, "--json", *phrases)
    assert made.json["language"] == language
    names = {line.rpartition("/")[2] for line in run("7z", "l", "-ba", out).splitlines()}
    assert {name for name in names if name.startswith("report")} == reports


@seven_zip
def test_korean_words_open_it_by_their_keys_everywhere(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    made = geoul("export", two_items, out, "--lang", "ko", "--json", *phrases).json
    words, typed = made["passphrase_words"], made["passphrase"]
    assert len(words.split()) == len(typed.split()) == 7
    assert not words.isascii()
    assert typed.isascii()
    run("7z", "t", f"-p{typed}", out)
    for number, phrase in enumerate((words, typed)):
        file = secret(tmp_path / f"p{number}", phrase)
        assert geoul("verify", out, "--bundle-passphrase-file", file).status == 3
    said = geoul("export", two_items, out.with_name("b.zip"), "--lang", "ko", *phrases).out
    assert "영문 자판" in said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_people_are_told_what_it_holds_and_how_to_open_it(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], language: str
) -> None:
    made = geoul("export", two_items, out, "--lang", language, *phrases)
    assert made.status == 0
    assert str(out) in made.out
    assert {"en": "no picture", "ko": "사진은 들어 있지"}[language] in made.out


@seven_zip
def test_what_was_changed_is_named_and_the_status_says_so(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    phrase = secret(tmp_path / "p", ASCII)
    made = geoul("export", two_items, out, "--bundle-passphrase-file", phrase, *phrases)
    assert made.status == 0
    assert ASCII not in made.out
    run("7z", "x", f"-p{ASCII}", f"-o{tmp_path}", out)
    first = geoul("verify", tmp_path / "documents", "--json")
    assert first.status == 3
    run("sh", tmp_path / "documents" / "check.sh", first.json["fingerprint"])
    (tmp_path / "documents/.DS_Store").write_bytes(b"\0\0\0\1Bud1")
    littered = geoul("verify", tmp_path / "documents", "--json")
    assert (littered.status, littered.json["litter"]) == (3, [".DS_Store"])
    assert (littered.json["whole"], littered.json["key"]) == (True, "not-compared")
    assert ".DS_Store" in geoul("verify", tmp_path / "documents").out
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
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    extras = ("--small-set", "--letters", "--name", "Y.")
    made = geoul("export", two_items, out, *extras, "--json", *phrases)
    assert made.status == 0, made.err
    beside = [made.json["letters"], made.json["small_set"]]
    assert names_in(out.parent) == sorted([out.name, *(Path(each).name for each in beside)])
    again = geoul("export", two_items, out.with_name("b.zip"), *extras, "--lang", "ko", *phrases)
    assert "잠기지 않음" in again.out


@age
def test_it_can_be_locked_for_somebody_who_has_a_key(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    made = geoul("export", two_items, out, "--age", to_identity().recipient, "--json", *phrases)
    assert made.status == 0
    assert made.json["passphrase"] is None
    identity = secret(tmp_path / "identity", f"# made for tests\n{IDENTITY}")
    assert geoul("verify", out, "--identity-file", identity).status == 3
    run("age", "-d", "-i", identity, "-o", tmp_path / "x.tar", out)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--items", "1,x"), "not item numbers"),
        (("--items", "9"), "no item with that number"),
        (("--level", "originals"), "does not keep"),
        (("--age", "age1nobody"), "public age key"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_left(
    two_items: Path,
    out: Path,
    geoul: Geoul,
    phrases: tuple[str, ...],
    options: tuple[str, ...],
    says: str,
) -> None:
    made = geoul("export", two_items, out, *options, *phrases)
    assert made.status == 1
    assert says in made.err
    assert names_in(out.parent) == []


def test_items_are_named_as_in_every_command(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    made = geoul("export", two_items, out, "--items", "1-2", "--json", *phrases)
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


def test_a_name_wants_letters_to_stand_under(two_items: Path, out: Path, geoul: Geoul) -> None:
    for language in ("en", "ko"):
        refused = geoul("export", two_items, out, "--name", "Kim", "--lang", language)
        assert (refused.status, refused.err.count("\n")) == (2, 1)
        assert "--letters" in refused.err
    assert names_in(out.parent) == []


def test_a_name_that_hides_the_kind_of_lock_is_remarked_upon(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    for_key = ("--age", to_identity().recipient, "--quiet", *phrases)
    assert str(out.with_suffix(".age")) in geoul("export", two_items, out, *for_key).err
    assert geoul("export", two_items, out.with_name("a.age"), *for_key).err == ""
    zipped = geoul("export", two_items, out.with_name("b.age"), "--lang", "ko", *phrases)
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
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    sound = geoul("export", two_items, out, "--json", *phrases)
    assert (sound.json["custody_sound"], sound.err) == (True, "")
    replace_log(two_items, lambda log: [log[0], *log[2:]])
    for number, language in enumerate(("en", "ko")):
        options = ("--lang", language, "--json", *phrases)
        made = geoul("export", two_items, out.with_name(f"{number}.zip"), *options)
        assert (made.status, made.json["custody_sound"]) == (0, False)
        assert {"en": "had been changed before", "ko": "바뀌어 있었고"}[language] in made.err


@pytest.mark.parametrize(
    ("phrase", "says"), [("여섯 낱말로 된 한국어 암호", "A to Z"), ("password1", "easy to guess")]
)
def test_a_passphrase_that_would_not_do_is_refused(
    two_items: Path, out: Path, geoul: Geoul, phrase: str, says: str
) -> None:
    file = secret(out.parent.parent / "p", phrase)
    made = geoul("export", two_items, out, "--bundle-passphrase-file", file)
    assert (made.status, names_in(out.parent)) == (1, [])
    assert says in made.err


def test_two_locks_are_one_too_many(two_items: Path, out: Path, geoul: Geoul) -> None:
    for language in ("en", "ko"):
        both = ("--age", "x", "--bundle-passphrase-file", "y", "--lang", language)
        made = geoul("export", two_items, out, *both)
        assert made.status == 2
        assert "--age" in made.err
        assert "not allowed" not in made.err


def test_a_file_that_is_there_stays_and_nobody_waits(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    out.write_text("mine")
    made = geoul("export", two_items, out, *phrases)
    assert made.status == 1
    assert out.read_text() == "mine"


def test_a_forgotten_passphrase_is_answered_with_what_can_be_done(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...], tmp_path: Path
) -> None:
    geoul("export", two_items, out, *phrases)
    wrong = geoul("verify", out, "--bundle-passphrase-file", secret(tmp_path / "p", "wrong"))
    assert wrong.status == 1
    assert "make the bundle again" in wrong.err
    missing = geoul("verify", out.with_name("missing.zip"))
    assert (missing.status, "no such file" in missing.err) == (1, True)


def test_the_case_says_that_its_log_is_whole_after_all_this(
    two_items: Path, out: Path, geoul: Geoul, phrases: tuple[str, ...]
) -> None:
    geoul("export", two_items, out, *phrases)
    info = json.loads(geoul("case", "info", two_items, "--json").out)
    assert info["custody"]["ok"] is True


WORDS = "crane harbor velvet sketch tunnel ripple maple"


@pytest.fixture
def one_item(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with one confirmed item."""
    write_picture(folder / "a.png", ME)
    assert geoul("add", case, folder).status == 0
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        opened.decide(1, Verdict.CONFIRM)
    return case


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A file with the passphrase of the bundle."""
    path = tmp_path / "words"
    path.write_text(WORDS + "\n", "utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def bundle(one_item: Path, geoul: Geoul, words: Path, passphrase_file: Path) -> Path:
    """A bundle of the case."""
    out = one_item.with_name("documents.zip")
    locked = ("--bundle-passphrase-file", words, "--passphrase-file", passphrase_file)
    assert geoul("export", one_item, out, *locked).status == 0
    return out


@pytest.fixture
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is there to type."""
    monkeypatch.setattr("sys.stdin", StringIO())


@pytest.fixture
def verify(geoul: Geoul, bundle: Path, words: Path) -> Callable[..., object]:
    """Verify it, with these options too."""
    return lambda *more: geoul("verify", bundle, "--bundle-passphrase-file", words, *more)


def test_the_fingerprint_on_paper_is_compared(verify: Geoul) -> None:
    first = verify("--json")
    plain = first.json
    assert (first.status, plain["ok"], plain["whole"]) == (3, False, True)
    assert (plain["fingerprint_fits"], plain["key"]) == (None, "not-compared")
    own = plain["fingerprint"]
    grouped = " ".join(own[at : at + 4] for at in range(0, 64, 4)).upper()
    fits = verify("--fingerprint", grouped, "--json")
    assert (fits.status, fits.json["ok"], fits.json["key"]) == (0, True, "fits")
    other = verify("--fingerprint", "0" * 64, "--json")
    assert (other.status, other.json["ok"], other.json["whole"]) == (1, False, True)
    assert (other.json["fingerprint_fits"], other.json["key"]) == (False, "differs")
    assert "not a fingerprint" in verify("--fingerprint", "zebra").err


@pytest.mark.parametrize(
    ("language", "differs", "unchanged", "unknown"),
    [
        (
            "en",
            "It is NOT signed with",
            "Nothing was changed",
            "Whose key that is was NOT compared",
        ),
        ("ko", "알려 준 지문과 다른 키로", "바뀐 것이 없습니다", "누구의 키로 한 서명인지는"),
    ],
)
def test_nothing_is_called_unchanged_before_the_key_is_known(
    verify: Geoul, language: str, differs: str, unchanged: str, unknown: str
) -> None:
    own = verify("--json").json["fingerprint"]
    other = verify("--fingerprint", "0" * 64, "--lang", language)
    assert (other.status, other.out.startswith(differs)) == (1, True)
    assert unchanged not in other.out
    plain = verify("--lang", language)
    assert (plain.status, unknown in plain.out, unchanged in plain.out) == (3, True, False)
    assert "--fingerprint HEX" in plain.out
    assert verify("--fingerprint", own, "--lang", language).out.find(unchanged) in range(10)


def test_the_case_knows_its_own_key(verify: Geoul, one_item: Path, passphrase_file: Path) -> None:
    said = verify("--case", one_item, "--passphrase-file", passphrase_file)
    assert (said.status, said.out.startswith("Nothing was changed")) == (0, True)


@seven_zip
def test_a_stranger_who_signs_other_content_anew_is_never_called_good(
    verify: Geoul, geoul: Geoul, bundle: Path, one_item: Path, passphrase_file: Path, tmp_path: Path
) -> None:
    own = verify("--json").json["fingerprint"]
    bag = unpacked(bundle, WORDS, tmp_path / "out")
    files = {each.relative_to(bag).as_posix(): each.read_bytes() for each in whole_files(bag)}
    files["report.pdf"] = b"something else"
    files["signing-key.pem"] = pem_of(KEY.public_key())
    theirs = as_folder(tmp_path / "theirs", signed(files))
    options = ("--case", one_item, "--passphrase-file", passphrase_file)
    for told, status, key in (
        ((), 3, "not-compared"),
        (("--fingerprint", own), 1, "differs"),
        (options, 1, "differs"),
        (("--fingerprint", fingerprint(KEY.public_key()), *options), 1, "differs"),
    ):
        answer = geoul("verify", theirs, "--json", *told)
        said = (answer.status, answer.json["ok"], answer.json["whole"], answer.json["key"])
        assert said == (status, False, True, key)


def whole_files(bag: Path) -> list[Path]:
    """Its files in the order of the lists: README, payload, the others."""
    lists = [bag / name for name in ("tagmanifest-sha512.txt", "manifest-sha512.txt")]
    tags, payload = ([line[130:] for line in each.read_text().splitlines()] for each in lists)
    at = tags.index("bagit.txt")
    return [bag / name for name in [*tags[:at], *payload, *tags[at:]]]


@pytest.mark.usefixtures("no_terminal")
def test_the_passphrase_of_the_case_is_not_that_of_the_bundle(
    geoul: Geoul, bundle: Path, passphrase_file: Path
) -> None:
    refused = geoul("verify", bundle, "--passphrase-file", passphrase_file)
    assert refused.status == 1
    assert "--bundle-passphrase-file FILE" in refused.err


@pytest.mark.usefixtures("no_terminal")
@pytest.mark.parametrize(("language", "says"), [("en", "age key"), ("ko", "age 키")])
def test_a_bundle_for_an_age_key_asks_for_its_identity(
    geoul: Geoul,
    one_item: Path,
    passphrase_file: Path,
    words: Path,
    language: str,
    says: str,
) -> None:
    out = one_item.with_name("documents.age")
    lock = ("--age", to_identity().recipient, "--passphrase-file", passphrase_file)
    assert geoul("export", one_item, out, *lock).status == 0
    refused = geoul("verify", out, "--bundle-passphrase-file", words, "--lang", language)
    assert refused.status == 1
    assert says in refused.err
    assert "--identity-file FILE" in refused.err


@pytest.mark.parametrize("typed", [WORDS.upper(), "  ".join(WORDS.title().split()), f" {WORDS} "])
def test_a_passphrase_is_known_however_it_was_typed(verify: Geoul, words: Path, typed: str) -> None:
    words.write_text(typed)
    assert verify().status == 3


def test_a_passphrase_that_is_another_is_told_how_they_are_written(
    verify: Geoul, words: Path
) -> None:
    words.write_text("crane harbor velvet sketch tunnel river")
    refused = verify()
    assert refused.status == 1
    assert "one space between them" in refused.err


@openssl
@seven_zip
@pytest.mark.parametrize("language", ["en", "ko"])
def test_timestamps_beside_it_are_found_and_compared(
    verify: Geoul, bundle: Path, tmp_path: Path, language: str
) -> None:
    digest = verify("--json").json["digest"]
    bundle.with_name("documents.zip.tsr").write_bytes(answer(tmp_path / "clock", digest))
    tags = unpacked(bundle, WORDS, tmp_path / "out") / "tagmanifest-sha512.txt"
    over_tags = proof(hashlib.sha256(tags.read_bytes()).digest())
    bundle.with_name("documents.zip.ots").write_bytes(over_tags)
    found = verify("--json")
    assert found.status == 3
    assert [(each["name"], each["fits"]) for each in found.json["timestamps"]] == [
        ("documents.zip.tsr", True),
        ("documents.zip.ots", True),
    ]
    assert found.json["timestamps"][0]["at_utc"].endswith("+00:00")
    said = verify("--lang", language).out
    assert "openssl ts -verify" in said
    (tmp_path / "other.ots").write_bytes(proof(bytes(32)))
    other = verify("--timestamp", tmp_path / "other.ots", "--json")
    assert (other.status, other.json["ok"]) == (1, False)


@openssl
@pytest.mark.parametrize("language", ["en", "ko"])
def test_who_signed_a_timestamp_is_checked_against_given_roots(
    verify: Geoul, bundle: Path, tmp_path: Path, language: str
) -> None:
    first = verify("--json").json
    clock, stranger = Authority(tmp_path / "clock"), Authority(tmp_path / "stranger")
    bundle.with_name("documents.zip.tsr").write_bytes(clock.answer(first["digest"]))
    told = ("--fingerprint", first["fingerprint"], "--lang", language)
    for roots, status, signer, name in (
        ((), 0, "not-checked", None),
        (("--timestamp-roots", clock.roots_file), 0, "trusted", "CN=Test clock"),
        (("--timestamp-roots", stranger.roots_file), 1, "chain", None),
    ):
        answer = verify(*told, *roots, "--json")
        (stamp,) = answer.json["timestamps"]
        assert (answer.status, answer.json["ok"]) == (status, status == 0)
        assert (stamp["fits"], stamp["signer"], stamp["signed_by"]) == (True, signer, name)
        said = verify(*told, *roots).out
        assert ("CN=Test clock" in said) is (signer == "trusted")
        assert ("openssl ts -verify" in said) is (signer == "not-checked")


def test_a_file_without_certificates_is_said(verify: Geoul, tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_text("-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n")
    (tmp_path / "x.der").write_bytes(b"0\x03\x02\x01\x00")
    for name in ("x.pem", "x.der", "missing.pem"):
        refused = verify("--timestamp-roots", tmp_path / name)
        assert refused.status == 1
        assert "no certificates" in refused.err


def test_a_file_that_is_no_timestamp_is_said(verify: Geoul, tmp_path: Path) -> None:
    (tmp_path / "x.tsr").write_text("x")
    for name in ("x.tsr", "missing.tsr"):
        assert "no RFC 3161" in verify("--timestamp", tmp_path / name).err


CHANGES: dict[str, Callable[[list[str]], list[str]]] = {
    "edited": lambda log: [log[0], log[1].replace("program", "nobody!"), *log[2:]],
    "removed": lambda log: [*log[:1], *log[2:]],
    "exchanged": lambda log: [log[0], log[2], log[1], *log[3:]],
    "cut": lambda log: log[:3],
}


@pytest.mark.parametrize("how", CHANGES)
def test_a_log_that_was_written_anew_is_found_beside_the_bundle(
    verify: Geoul, one_item: Path, passphrase_file: Path, geoul: Geoul, how: str
) -> None:
    options = ("--case", one_item, "--passphrase-file", passphrase_file)
    sound = verify(*options, "--json")
    assert (sound.status, sound.json["case"]["broken_at"]) == (0, None)
    assert sound.json["case"]["is_of_case"] is True
    replace_log(one_item, CHANGES[how])
    info = geoul("case", "info", one_item, "--json")
    assert (info.status, info.json["custody"]["ok"]) == (1, False)
    assert "do not rely on it" in geoul("case", "info", one_item).out
    found = verify(*options, "--json")
    assert (found.status, found.json["ok"]) == (1, False)
    assert found.json["case"]["broken_at"] is not None
    assert "on it was changed" in verify(*options).out


def test_the_bundle_of_another_case_is_said(
    verify: Geoul, geoul: Geoul, tmp_path: Path, passphrase_file: Path
) -> None:
    assert geoul("case", "new", tmp_path / "other").status == 0
    found = verify("--case", tmp_path / "other", "--passphrase-file", passphrase_file)
    assert found.status == 1
    assert "not of this case" in found.out


@pytest.fixture
def picture_and_video(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A picture, a video, and a picture of too little; the first two are confirmed."""
    ground = np.random.default_rng(1).integers(0, 255, (9, 9), np.uint8)
    Image.fromarray(ground).resize((300, 300)).save(folder / "a.png")
    (folder / "b.mp4").write_bytes(video(scene(1, 60)))
    write_picture(folder / "c.png", ME)
    assert geoul("add", case, folder).status == 0
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        opened.decide(1, Verdict.CONFIRM)
        opened.decide(2, Verdict.CONFIRM)
    return case


def test_a_list_is_made_and_said_what_it_is(
    picture_and_video: Path, tmp_path: Path, geoul: Geoul
) -> None:
    out = tmp_path / "list"
    made = geoul("hashes", picture_and_video, out)
    assert made.status == 0, made.err
    assert "(lines: 1, items: 1)" in made.out
    assert "says too little: 2" in made.out
    with Case.open(picture_and_video, PHRASE, cost=CHEAP) as opened:
        assert out.read_text().split() == [opened.item(1).pdq]


def test_a_program_reads_what_is_in_it(
    picture_and_video: Path, tmp_path: Path, geoul: Geoul
) -> None:
    out = tmp_path / "list"
    made = geoul("hashes", picture_and_video, out, "--kind", "vpdq", "--json")
    wanted = {"file": str(out), "kind": "vpdq", "items": [2], "left_out": [1], "lines": 1}
    assert made.json == wanted
    assert out.read_text().count(",0.000") == 1


def test_what_is_there_already_stays_and_nothing_found_is_said(
    picture_and_video: Path, tmp_path: Path, geoul: Geoul
) -> None:
    out = tmp_path / "list"
    out.write_text("mine")
    again = geoul("hashes", picture_and_video, out)
    assert (again.status, out.read_text()) == (1, "mine")
    with Case.open(picture_and_video, PHRASE, cost=CHEAP) as opened:
        opened.decide(2, Verdict.REJECT)
    none = geoul("hashes", picture_and_video, tmp_path / "other", "--kind", "md5", "--lang", "ko")
    assert none.status == 1
    assert "md5" in none.err


@pytest.fixture
def with_screen(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with one item, and a picture of the screen beside it."""
    write_picture(folder / "a.png", ME)
    assert geoul("add", case, folder).status == 0
    write_picture(folder / "shot.png", ME, SOMEBODY)
    return case


def test_a_capture_is_taken_in_looked_at_and_named_with_what_it_shows(
    with_screen: Path, folder: Path, geoul: Geoul
) -> None:
    done = geoul("capture", with_screen, folder / "shot.png", "--of", 1, "--covered", "--json")
    assert done.status == 0
    assert (done.json["added"], done.json["kept"], done.json["blocked"]) == ([2], [2], [])
    assert done.json["captures"] == [{"item": 2, "kind": "screen-capture-covered", "shows": 1}]
    shown = geoul("show", with_screen, 2, "--json").json
    assert (shown["state"], shown["is_derivative"]) == ("done", True)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_not_kept_and_what_is_no_picture_is_said(
    with_screen: Path, folder: Path, geoul: Geoul, language: str
) -> None:
    (folder / "x.txt").write_text("x")
    paths = (folder / "shot.png", folder / "x.txt")
    done = geoul("capture", with_screen, *paths, "--lang", language)
    assert done.status == 1
    assert "--covered" in done.out
    assert "x.txt" in done.out


def test_an_item_is_marked_and_unmarked(with_screen: Path, geoul: Geoul) -> None:
    marked = geoul("capture", with_screen, "--item", 1, "--json")
    assert marked.json["captures"] == [{"item": 1, "kind": "screen-capture", "shows": None}]
    again = geoul("capture", with_screen, "--item", 1, "--of", 1)
    assert (again.status, "itself a screenshot" in again.err) == (1, True)
    taken_back = geoul("capture", with_screen, "--item", 1, "--none", "--json")
    assert taken_back.json["captures"] == []
