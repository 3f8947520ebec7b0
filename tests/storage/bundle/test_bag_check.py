"""What is signed and yet no bundle as it is written here, and what nobody signed."""

import hashlib
import unicodedata
from pathlib import Path

import pyrage
import pytest

from storage.bundle.bag import BAG_INFO, BAGIT, CUSTODY, MANIFEST_256, MANIFEST_512, TIMESTAMPS
from storage.bundle.bag import TAG_MANIFEST as LIST
from storage.bundle.tag_files import EARLIEST, LATEST, BagInfo
from storage.bundle.tar_archive import TarWriter
from storage.bundle.verify import VerifyResult
from storage.bundle.zip_archive import ZipWriter
from storage.custody import MAX_ENTRY_BYTES
from tests.storage.bundle import independent_verifier
from tests.storage.bundle.resigned import (
    as_age,
    as_folder,
    as_zip,
    files_of,
    fill,
    info,
    signed,
    signed_list,
)
from tests.support.bundle_samples import (
    IDENTITY,
    MADE_UTC,
    PHRASE,
    found,
    lines,
    log,
    to_identity,
    verified,
    write,
)
from tests.support.timestamps import proof

Files = dict[str, bytes]
REPORT = "report.txt"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    write(tmp_path / "x.zip")
    return files_of(tmp_path / "x.zip")


def problems(files: Files, folder: Path) -> set[tuple[str, str]]:
    """What both verifiers find, and that they agree about whether there is anything."""
    found_here = found(as_zip(folder / "made.zip", files))
    assert bool(independent_verifier.problems(files)) is bool(found_here)
    return found_here


def test_what_is_signed_again_as_it_was_is_sound(files: Files, tmp_path: Path) -> None:
    assert signed(files) == files
    assert problems(signed({**files, REPORT: b"other"}), tmp_path) == set()


@pytest.mark.parametrize("text", [b"", b"not a list at all", b"\xff", b"\n"])
def test_a_signed_list_that_is_none_vouches_for_nothing(
    files: Files, tmp_path: Path, text: bytes
) -> None:
    made = signed_list({**files, REPORT: b"other"}, text)
    assert found(as_zip(tmp_path / "made.zip", made)) == {(LIST, "form")}


@pytest.mark.parametrize("name", [MANIFEST_256, MANIFEST_512])
@pytest.mark.parametrize("text", [b"", b"junk"])
def test_a_list_of_the_payload_that_is_none_is_named(
    files: Files, tmp_path: Path, name: str, text: bytes
) -> None:
    made = {**files, name: text}
    tags = {n: c for n, c in made.items() if not n.startswith("data/") and not n.startswith(LIST)}
    listed = "".join(f"{hashlib.sha512(c).hexdigest()}  {n}\n" for n, c in tags.items())
    made = signed_list(made, listed.encode())
    assert found(as_zip(tmp_path / "made.zip", made)) == {(name, "form")}


def test_a_declaration_that_is_none_is_named(files: Files, tmp_path: Path) -> None:
    assert problems(signed({**files, BAGIT: b"nope"}), tmp_path) == {(BAGIT, "form")}


@pytest.mark.parametrize("oxum", ["1.1", "", "6000.4", "x"])
def test_sums_that_are_not_those_of_the_payload_are_named(
    files: Files, tmp_path: Path, oxum: str
) -> None:
    assert problems(signed(info(files, Payload_Oxum=oxum)), tmp_path) == {(BAG_INFO, "form")}


def test_sums_that_a_removed_file_explains_accuse_nobody(files: Files, tmp_path: Path) -> None:
    del files["data/items.json"]
    assert problems(files, tmp_path) == {("data/items.json", "removed")}


@pytest.mark.parametrize("number", ["9.0", "1.2", "0.1", "x", ""])
def test_another_format_is_not_judged_by_the_rules_of_this_one(
    files: Files, tmp_path: Path, number: str
) -> None:
    made = signed({**info(files, Geoul_Bundle_Format=number), CUSTODY: b"of another kind"})
    assert problems(made, tmp_path) == {(BAG_INFO, "format")}
    assert verified(tmp_path / "made.zip").result is VerifyResult.TOO_NEW


def test_the_format_is_named_or_it_is_the_first(files: Files, tmp_path: Path) -> None:
    line = b"Geoul-Bundle-Format: 1.1\n"
    assert line in files[BAG_INFO]
    for other in (b"Geoul-Bundle-Format: 1.0\n", b""):
        made = {**files, BAG_INFO: files[BAG_INFO].replace(line, other)}
        assert problems(signed(made), tmp_path) == set()
        assert BagInfo(made[BAG_INFO]).made is None


@pytest.mark.parametrize(
    ("said", "made"),
    [
        (MADE_UTC, 1_795_357_865),
        ("1970-01-01T00:00:00+00:00", EARLIEST),
        ("2300-01-01T00:00:00+00:00", LATEST),
        ("long ago", None),
    ],
)
def test_every_member_has_the_time_of_the_bundle(
    files: Files, tmp_path: Path, said: str, made: int | None
) -> None:
    dated = signed(info(files, Geoul_Made_UTC=said))
    assert BagInfo(dated[BAG_INFO]).made == made
    if made:
        assert problems(dated, tmp_path) == set()
    with (tmp_path / "other.zip").open("wb") as stream:
        fill(ZipWriter(stream.write, PHRASE, (made or EARLIEST) + 60), dated)
    every_one = {(name, "changed") for name in dated}
    assert found(tmp_path / "other.zip") == every_one
    with pytest.raises((AssertionError, ValueError)):
        files_of(tmp_path / "other.zip")
    as_folder(tmp_path, dated)
    assert found(tmp_path) == set()  # where every copy may have a time of its own


def test_a_member_with_a_time_of_its_own_is_named(files: Files, tmp_path: Path) -> None:
    made = BagInfo(files[BAG_INFO]).made
    assert made
    with (tmp_path / "other.tar").open("wb") as stream:
        first, *others = (TarWriter(stream.write, each) for each in (made + 1, made))
        fill(first, {REPORT: files[REPORT]}, ended=False)
        fill(others[0], {name: files[name] for name in files if name != REPORT})
    packed = (tmp_path / "other.tar").read_bytes()
    (tmp_path / "other.age").write_bytes(
        pyrage.encrypt(packed, [pyrage.x25519.Recipient.from_str(to_identity().recipient)])
    )
    assert found(tmp_path / "other.age", IDENTITY) == {(REPORT, "changed"), ("", "order")}


def test_another_format_excuses_no_other_signature(files: Files, tmp_path: Path) -> None:
    made = signed(info(files, Geoul_Bundle_Format="9.0"))
    made = {**made, LIST: made[LIST] + b"00  more\n"}
    assert problems(made, tmp_path) >= {(LIST, "signature")}
    assert verified(tmp_path / "made.zip").result is VerifyResult.NOT_SOUND


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (REPORT, "Report.TXT"),
        ("data/a.txt", "data/A.txt"),
    ],
)
def test_of_names_that_some_computers_take_for_one_both_are_named(
    files: Files, tmp_path: Path, one: str, other: str
) -> None:
    made = info(
        {**files, one: b"1", other: b"2"}, Payload_Oxum=oxum({**files, one: b"1", other: b"2"})
    )
    assert problems(signed(in_order(made)), tmp_path) == {(one, "twin"), (other, "twin")}


def test_names_are_twins_however_their_letters_are_written(files: Files, tmp_path: Path) -> None:
    one, other = "data/é.txt", unicodedata.normalize("NFD", "data/é.txt")
    made = {**files, one: b"1", other: b"2"}
    made = signed(in_order(info(made, Payload_Oxum=oxum(made))))
    both = {(name, kind) for name in (one, other) for kind in ("twin", "name")}
    assert problems(made, tmp_path) == both


NAMES = [
    *("data/../x", "data/./x", "data//x", "/x", "data/x/", "data\\x", "C:x"),
    *("data/x.", "data/x ", "data/ x", "data/.x", "-x", "data/x\u200b", "data/\u202egpj.exe"),
    *("data/사진.jpg", "data/\uff41", "data/a\tb", "data/x*", "data/a\u00ad", "data/NUL"),
    *("con.txt", "data/Aux.jpg", "data/com1", "lpt9.a.b", "data/x%0Ay", "data/" + "x" * 86),
    *("desktop.ini", "data/Thumbs.db"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_a_bundle_does_not_have_is_named_though_it_is_signed(
    files: Files, tmp_path: Path, name: str
) -> None:
    made = {**files, name: b"x"}
    made = signed(in_order(info(made, Payload_Oxum=oxum(made))))
    assert problems(made, tmp_path) == {(name, "name")}


@pytest.mark.parametrize("name", ["data/a_b-c.D.e", "x", "0", "data/nul-1.txt", "data/com10"])
def test_other_names_are_none_of_it(files: Files, tmp_path: Path, name: str) -> None:
    made = {**files, name: b"x"}
    made = signed(in_order(info(made, Payload_Oxum=oxum(made))))
    assert problems(made, tmp_path) == set()


@pytest.mark.parametrize(
    "more",
    [
        b"Geoul-Custody-Sound: yes\nGeoul-Custody-Sound: no\n",
        b"geoul-bundle-format: 1.1\n",
        b"PAYLOAD-OXUM: 1.1\n",
        b"no label\n",
        b"\n",
    ],
)
def test_a_label_that_comes_twice_or_not_at_all_leaves_nobody_a_choice(
    files: Files, tmp_path: Path, more: bytes
) -> None:
    made = signed({**files, BAG_INFO: files[BAG_INFO] + more})
    assert found(as_zip(tmp_path / "made.zip", made)) == {(BAG_INFO, "form")}
    twice = files[BAG_INFO] + b"Geoul-Bundle-Format: 9.0\n"  # the last one would be a newer one
    assert problems(signed({**files, BAG_INFO: twice}), tmp_path) == {(BAG_INFO, "form")}


def test_members_come_in_the_order_of_the_lists(files: Files, tmp_path: Path) -> None:
    turned = dict(reversed(files.items()))
    assert problems(turned, tmp_path) == {("", "order")}
    assert found(as_age(tmp_path / "x.age", turned), IDENTITY) == {("", "order")}
    assert found(as_folder(tmp_path / "x", turned)) == set()  # a folder has no order
    late = {**files}
    late["data/items.json"] = late.pop("data/items.json")
    assert problems(late, tmp_path) == {("", "order")}
    assert problems(signed(late), tmp_path) == {("", "order")}  # lists agree, place does not
    assert problems(signed(in_order(late)), tmp_path) == set()


def test_both_lists_have_one_order(files: Files, tmp_path: Path) -> None:
    text = b"".join(reversed(files[MANIFEST_256].splitlines(keepends=True)))
    made = {**files, MANIFEST_256: text}
    tags = {n: c for n, c in made.items() if not n.startswith("data/") and not n.startswith(LIST)}
    listed = "".join(f"{hashlib.sha512(c).hexdigest()}  {n}\n" for n, c in tags.items())
    made = signed_list(made, listed.encode())
    assert problems(made, tmp_path) == {(MANIFEST_256, "order")}


def in_order(files: Files) -> Files:
    """The files with the payload before bagit.txt, and the list with its signature at the end."""
    payload = {name: content for name, content in files.items() if name.startswith("data/")}
    tags = {n: c for n, c in files.items() if n not in payload and not n.startswith(LIST)}
    at = list(tags).index(BAGIT)
    ends = {name: files[name] for name in files if name.startswith(LIST)}
    some = list(tags.items())
    return {**dict(some[:at]), **payload, **dict(some[at:]), **ends}


def oxum(files: Files) -> str:
    payload = [content for name, content in files.items() if name.startswith("data/")]
    return f"{sum(map(len, payload))}.{len(payload)}"


@pytest.mark.parametrize("number", ["9" * 5000, "٣", "²", "-3", "3.0", "", " 3"])
def test_a_count_that_is_none_is_a_log_that_does_not_fit_and_no_crash(
    files: Files, tmp_path: Path, number: str
) -> None:
    made = signed(info(files, Geoul_Custody_Entries=number))
    assert problems(made, tmp_path) == {(CUSTODY, "custody")}
    assert verified(tmp_path / "made.zip").custody is None


@pytest.mark.parametrize(
    "text",
    [b"[" * 200_000 + b"\n", b'{"seq":' + b"9" * 5000 + b"}\n", b'"\\ud800"\n', b"\xff\n"],
    ids=["deep", "a long number", "half a character", "no text"],
)
def test_a_line_of_the_log_that_is_no_entry_is_no_crash(
    files: Files, tmp_path: Path, text: bytes
) -> None:
    made = {**files, CUSTODY: text}
    made = signed(info(made, Payload_Oxum=oxum(made)))
    assert found(as_zip(tmp_path / "made.zip", made)) == {(CUSTODY, "custody")}


def test_a_line_of_the_log_is_read_to_a_length_and_the_log_to_any(
    files: Files, tmp_path: Path
) -> None:
    made = {**files, CUSTODY: b" " * (MAX_ENTRY_BYTES + 1) + files[CUSTODY]}
    made = signed(info(made, Payload_Oxum=oxum(made)))
    assert found(as_zip(tmp_path / "made.zip", made)) == {(CUSTODY, "custody")}
    text = lines(log(20_000)).encode()  # more than one chunk
    head = hashlib.sha256(text.splitlines()[-1]).hexdigest()
    made = {**files, CUSTODY: text}
    made = info(made, Payload_Oxum=oxum(made))
    made = signed(info(made, Geoul_Custody_Entries="20000", Geoul_Custody_Head=head))
    assert found(as_zip(tmp_path / "made.zip", made)) == set()


@pytest.mark.parametrize("text", [lines(log()), lines(log()[:2]), "[\n"])
def test_a_log_that_was_changed_in_the_case_is_told_and_nothing_else(
    files: Files, tmp_path: Path, text: str
) -> None:
    made = {**files, CUSTODY: text.encode()}
    made = signed(info(made, Payload_Oxum=oxum(made), Geoul_Custody_Sound="no"))
    assert problems(made, tmp_path) == {(CUSTODY, "case-log")}
    verification = verified(tmp_path / "made.zip")
    assert (verification.is_whole, verification.result) == (False, VerifyResult.LOG_CHANGED)
    assert found(as_age(tmp_path / "made.age", made), IDENTITY) == {(CUSTODY, "case-log")}
    made[REPORT] = b"other"
    assert problems(made, tmp_path) == {(CUSTODY, "case-log"), (REPORT, "changed")}
    assert verified(tmp_path / "made.zip").result is VerifyResult.NOT_SOUND


def test_a_log_that_is_said_to_be_sound_is_walked(files: Files, tmp_path: Path) -> None:
    assert problems(signed(info(files, Geoul_Custody_Sound="yes")), tmp_path) == set()
    made = signed(info(files, Geoul_Custody_Sound="yes", Geoul_Custody_Entries="2"))
    assert problems(made, tmp_path) == {(CUSTODY, "custody")}


@pytest.mark.parametrize("name", TIMESTAMPS)
def test_a_timestamp_that_no_list_names_belongs_into_an_unpacked_bag_only(
    files: Files, tmp_path: Path, name: str
) -> None:
    stamped = {**files, name: proof(hashlib.sha256(files[LIST]).digest())}
    for path, secret in (
        (as_zip(tmp_path / "x.zip", stamped), "abandon ability able about above absent"),
        (as_age(tmp_path / "x.age", stamped), IDENTITY),
    ):
        verification = verified(path, secret)
        assert {(each.member, str(each.kind)) for each in verification.problems} == {
            (name, "added")
        }
        assert not verification.stamps
    assert independent_verifier.problems(stamped) == [f"{LIST}: {name}"]
    unpacked = verified(as_folder(tmp_path / "x", stamped))
    assert unpacked.is_whole
    assert set(unpacked.stamps) == {name}
    assert (unpacked.files, unpacked.size) == (len(files), sum(map(len, files.values())))


LITTER = [
    ".DS_Store",
    "._bagit.txt",
    "data/.DS_Store",
    "data/originals/Thumbs.db",
    "desktop.ini",
    "__MACOSX/._data",
    ".Spotlight-V100/Store-V2/1",
    "data/ICON\r",
]


@pytest.mark.parametrize("name", LITTER)
def test_what_a_system_left_in_an_unpacked_bag_is_named_and_the_bag_is_whole(
    files: Files, tmp_path: Path, name: str
) -> None:
    found = verified(as_folder(tmp_path / "x", {**files, name: b"\0\0\0\1Bud1"}))
    assert (found.is_whole, found.problems) == (True, ())
    (named,) = found.litter
    assert name == named or (named.endswith("/") and name.startswith(named))
    assert (found.files, found.size) == (len(files), sum(map(len, files.values())))


def test_what_a_system_leaves_in_folders_was_put_into_a_container_by_somebody(
    files: Files, tmp_path: Path
) -> None:
    path = as_zip(tmp_path / "x.zip", {**files, ".DS_Store": b"x"})
    found = verified(path, "abandon ability able about above absent")
    assert {(each.member, str(each.kind)) for each in found.problems} == {(".DS_Store", "added")}
    assert found.litter == ()


def test_litter_hides_no_other_change(files: Files, tmp_path: Path) -> None:
    name = next(each for each in files if each.startswith("data/"))
    changed = {**files, ".DS_Store": b"x", name: b"x", "data/.DS_Store.exe": b"x"}
    found = verified(as_folder(tmp_path / "x", changed))
    assert {(each.member, str(each.kind)) for each in found.problems} >= {
        (name, "changed"),
        ("data/.DS_Store.exe", "added"),
    }
    assert found.litter == (".DS_Store",)
