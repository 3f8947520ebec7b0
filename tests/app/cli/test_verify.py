"""`geoul verify` beside what is known elsewhere: a fingerprint, a timestamp, the case."""

import hashlib
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from storage.case import Case
from storage.types import Verdict
from tests.app.cli.forged_log import replace_log
from tests.app.conftest import PHRASE, Geoul
from tests.storage.bundle.test_stamp import answer, proof
from tests.support.bundle_samples import to_identity
from tests.support.fake_program import CHEAP, ME, write_picture
from tests.support.unpackers import openssl, seven_zip, unpacked

WORDS = "crane harbor velvet sketch tunnel ripple"


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
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
def bundle(filled: Path, geoul: Geoul, words: Path, passphrase_file: Path) -> Path:
    """A bundle of the case."""
    out = filled.with_name("documents.zip")
    locked = ("--bundle-passphrase-file", words, "--passphrase-file", passphrase_file)
    assert geoul("export", filled, out, *locked).status == 0
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
    plain = verify("--json").json
    assert plain["fingerprint_fits"] is None
    own = plain["fingerprint"]
    grouped = " ".join(own[at : at + 4] for at in range(0, 64, 4)).upper()
    fits = verify("--fingerprint", grouped, "--json")
    assert (fits.status, fits.json["fingerprint_fits"]) == (0, True)
    other = verify("--fingerprint", "0" * 64, "--json")
    assert (other.status, other.json["fingerprint_fits"], other.json["ok"]) == (1, False, False)
    assert "no fingerprint" in verify("--fingerprint", "zebra").err


@pytest.mark.parametrize(
    ("language", "differs", "unchanged", "unknown"),
    [
        ("en", "It is NOT signed with", "Nothing was changed", "Whose key that is was not checked"),
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
    assert (plain.status, unknown in plain.out, unchanged in plain.out) == (0, True, False)
    assert "--fingerprint HEX" in plain.out
    assert verify("--fingerprint", own, "--lang", language).out.find(unchanged) in range(10)


def test_the_case_knows_its_own_key(verify: Geoul, filled: Path, passphrase_file: Path) -> None:
    said = verify("--case", filled, "--passphrase-file", passphrase_file)
    assert (said.status, said.out.startswith("Nothing was changed")) == (0, True)


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
    filled: Path,
    passphrase_file: Path,
    words: Path,
    language: str,
    says: str,
) -> None:
    out = filled.with_name("documents.age")
    lock = ("--age", to_identity().recipient, "--passphrase-file", passphrase_file)
    assert geoul("export", filled, out, *lock).status == 0
    refused = geoul("verify", out, "--bundle-passphrase-file", words, "--lang", language)
    assert refused.status == 1
    assert says in refused.err
    assert "--identity-file FILE" in refused.err


@pytest.mark.parametrize("typed", [WORDS.upper(), "  ".join(WORDS.title().split()), f" {WORDS} "])
def test_a_passphrase_is_known_however_it_was_typed(verify: Geoul, words: Path, typed: str) -> None:
    words.write_text(typed)
    assert verify().status == 0


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
    assert found.status == 0
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
    verify: Geoul, filled: Path, passphrase_file: Path, geoul: Geoul, how: str
) -> None:
    options = ("--case", filled, "--passphrase-file", passphrase_file)
    sound = verify(*options, "--json")
    assert (sound.status, sound.json["case"]["broken_at"]) == (0, None)
    assert sound.json["case"]["is_of_case"] is True
    replace_log(filled, CHANGES[how])
    info = geoul("case", "info", filled, "--json")
    assert (info.status, info.json["custody"]["ok"]) == (1, False)
    assert "do not rely on it" in geoul("case", "info", filled).out
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
