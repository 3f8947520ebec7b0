from pathlib import Path

import pytest

from storage.case import Case
from tests.app.conftest import PHRASE, Geoul
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, write_picture
from tests.support.forgeries import forge


def test_a_new_case_prints_its_recovery_code_and_what_it_is(tmp_path: Path, geoul: Geoul) -> None:
    result = geoul("case", "new", tmp_path / "c")
    assert result.status == 0
    assert "Recovery code" in result.out
    assert "keeps no pictures or videos" in result.out
    assert result.err == ""


def test_what_the_case_is_to_keep_is_chosen(tmp_path: Path, geoul: Geoul) -> None:
    made = geoul("case", "new", tmp_path / "c", "--media", "originals", "--no-crops", "--json")
    assert made.json["media"] == "originals"
    info = geoul("case", "info", tmp_path / "c", "--json").json
    assert (info["media"], info["crops"]) == ("originals", False)


def test_a_case_is_never_written_over(case: Path, geoul: Geoul) -> None:
    before = case.read_bytes()
    result = geoul("case", "new", case)
    assert result.status == 1
    assert "already" in result.err
    assert case.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, geoul: Geoul) -> None:
    result = geoul("case", "new", tmp_path / "nowhere" / "c")
    assert result.status == 1
    assert "no such folder" in result.err


def test_info_counts_everything(case: Path, folder: Path, geoul: Geoul) -> None:
    write_picture(folder / "a.png", ME)
    (folder / "b.jpg").write_text("text")
    geoul("add", case, folder)
    info = geoul("case", "info", case, "--json").json
    assert info["items"] == {"pending": 0, "done": 1, "no-face": 0, "unchecked": 1}
    assert (info["faces"], info["tracks"]) == (1, 1)
    assert info["custody"]["ok"]
    said = geoul("case", "info", case).out
    assert "could not be checked: 1" in said
    assert "unbroken" in said


def test_a_decision_that_is_not_the_one_of_the_log_is_said(
    case: Path, folder: Path, geoul: Geoul
) -> None:
    geoul("add", case, write_picture(folder / "a.png", ME))
    geoul("decide", case, "1", "confirm")
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        forge(opened, "UPDATE decision SET verdict = 'reject'")
    said = geoul("case", "info", case)
    assert said.status == 1
    assert "not those that the log noted, for items 1" in said.out
    custody = geoul("case", "info", case, "--json").json["custody"]
    assert (custody["ok"], custody["decisions_unlike_log"]) == (True, [1])


def test_a_place_that_is_not_the_one_of_the_log_is_said(
    case: Path, folder: Path, geoul: Geoul
) -> None:
    geoul("add", case, write_picture(folder / "a.png", ME), "--role", "self")
    assert geoul("case", "info", case).status == 0
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        forge(opened, "UPDATE source SET role = 'counsellor'")
    assert "put into the file" in geoul("list", case).err
    said = geoul("case", "info", case)
    assert said.status == 1
    assert "what was said of them" in said.out
    assert geoul("case", "info", case, "--json").json["custody"]["statements_unlike_log"] is True


def test_a_wrong_passphrase_is_said_and_nothing_is_lost(
    case: Path, geoul: Geoul, passphrase_file: Path
) -> None:
    before = case.read_bytes()
    passphrase_file.write_text("something else entirely")
    result = geoul("case", "info", case)
    assert result.status == 1
    assert "does not open this file" in result.err
    assert case.read_bytes() == before


def test_a_file_that_is_no_case_is_answered_like_a_wrong_passphrase(
    tmp_path: Path, geoul: Geoul
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x" * 50_000)
    result = geoul("case", "info", tmp_path / "photo.jpg")
    assert result.status == 1
    assert "does not open this file" in result.err


def test_a_case_that_is_not_there_is_said(tmp_path: Path, geoul: Geoul) -> None:
    result = geoul("case", "info", tmp_path / "nowhere")
    assert result.status == 1
    assert "no such case" in result.err.lower()


def test_the_recovery_code_opens_the_case(tmp_path: Path, geoul: Geoul) -> None:
    code = geoul("case", "new", tmp_path / "c", "--json").json["recovery_code"]
    file = tmp_path / "code"
    file.write_text(code)
    file.chmod(0o600)
    arguments = ("case", "info", tmp_path / "c", "--recovery-code-file", file, "--json")
    assert geoul(*arguments, passphrase=False).status == 0


def test_a_mistyped_recovery_code_is_said(tmp_path: Path, case: Path, geoul: Geoul) -> None:
    file = tmp_path / "code"
    file.write_text("AAAA-BBBB")
    file.chmod(0o600)
    result = geoul("case", "info", case, "--recovery-code-file", file, passphrase=False)
    assert result.status == 1
    assert "typing mistake" in result.err


def test_a_new_passphrase_gives_a_new_code_and_ends_the_old_ones(
    tmp_path: Path, case: Path, geoul: Geoul
) -> None:
    new = tmp_path / "new"
    new.write_text("a wholly different sentence")
    new.chmod(0o600)
    changed = geoul("case", "passphrase", case, "--new-passphrase-file", new, "--json")
    assert changed.json["recovery_code"]
    assert geoul("case", "info", case).status == 1
    again = geoul("case", "info", case, "--passphrase-file", new, passphrase=False)
    assert again.status == 0


def test_a_case_that_is_open_elsewhere_is_said(case: Path, geoul: Geoul) -> None:
    from storage.case import Case
    from tests.support.case_samples import CHEAP

    with Case.open(case, PHRASE, cost=CHEAP):
        result = geoul("case", "info", case)
    assert result.status == 1
    assert "open in another" in result.err


def test_a_check_copy_holds_numbers_only(
    tmp_path: Path, case: Path, folder: Path, geoul: Geoul
) -> None:
    write_picture(folder / "a-telling-name.png", ME)
    geoul("add", case, folder, "--url", "https://example.org/room")
    phrase = tmp_path / "copy-passphrase"
    phrase.write_text("for the copy alone")
    phrase.chmod(0o600)
    copy = tmp_path / "copy"
    made = geoul("copy", case, copy, "--copy-passphrase-file", phrase, "--json")
    assert made.status == 0
    assert made.json["recovery_code"]
    arguments = (copy, "--passphrase-file", phrase, "--json")
    items = geoul("list", *arguments, passphrase=False).json["items"]
    assert [(item["item"], item["name"], item["sha256"]) for item in items] == [(1, None, None)]
    shown = geoul("show", copy, 1, *arguments[1:], passphrase=False).out
    assert "telling" not in shown
    assert "example.org" not in shown
    refused = geoul("add", copy, folder, *arguments[1:], passphrase=False)
    assert refused.status == 1
    assert "check copy" in refused.err


def test_a_copy_is_never_written_over_anything(
    tmp_path: Path, case: Path, geoul: Geoul, passphrase_file: Path
) -> None:
    (tmp_path / "copy").write_text("precious")
    arguments = ("copy", case, tmp_path / "copy", "--copy-passphrase-file", passphrase_file)
    assert geoul(*arguments).status == 1
    assert (tmp_path / "copy").read_text() == "precious"


@pytest.mark.parametrize("language", ["ko"])
def test_korean_is_spoken_when_asked(tmp_path: Path, geoul: Geoul, language: str) -> None:
    result = geoul("case", "new", tmp_path / "c", "--lang", language)
    assert "복구 코드" in result.out
