import random
import tarfile
from pathlib import Path

import pytest

from app.intake.readers.core.address import display_address
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.archives import FOLDING, NAMES, PACKERS, sized, tarred
from tests.support.formats.exports import zipped
from tests.support.reading_here import found_at, open_entry

every_packing = pytest.mark.parametrize("packing", PACKERS)


@every_packing
def test_members_are_entries_with_an_address_that_finds_them_again(
    tmp_path: Path, packing: str
) -> None:
    path = put(tmp_path, PACKERS[packing](tarred([("x/1.jpg", b"one"), ("2.jpg", b"two")])))
    first, second = found_at(tmp_path).entries
    assert (second.name, display_address(second.path)) == ("1.jpg", f"{path} \u203a x/1.jpg")
    assert (content_of(second), content_of(first)) == (b"one", b"two")


@every_packing
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
@pytest.mark.parametrize("names", [NAMES, FOLDING, ("..", "."), ("a", "a/b")])
def test_every_member_is_found_whatever_it_is_called(
    tmp_path: Path, packing: str, names: tuple[str, ...], form: int
) -> None:
    members = [(name, str(number).encode()) for number, name in enumerate(names)]
    put(tmp_path, PACKERS[packing](tarred(members, form)))
    read = {content_of(entry) for entry in found_at(tmp_path).entries}
    assert read == {content for _, content in members}


@every_packing
def test_what_is_not_kept_is_read_from_front_to_back_in_one_pass(
    tmp_path: Path, packing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_limits, "KEPT_BYTES", 10)
    monkeypatch.setattr(reader_limits, "IN_MEMORY_BYTES", 2_000)
    members = [(f"{9 - n}.jpg", bytes([n]) * (1_000 + n * 500)) for n in range(9)]
    put(tmp_path, PACKERS[packing](tarred(members)))
    entries = found_at(tmp_path).entries
    if packing != "tar":
        assert [each.name for each in entries] == [name for name, _ in members]
    by_name = dict(members)
    for entry in [*entries, *reversed(entries)]:
        assert content_of(entry) == by_name[entry.name]
    with open_entry(entries[-1].path) as stream:
        stream.seek(2_000)
        stream.seek(1)
        assert stream.read(3) == by_name[entries[-1].name][1:4]


def test_links_and_devices_lead_nowhere(tmp_path: Path) -> None:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE)
    links = b"".join(sized(0, f"link{n}", kind) for n, kind in enumerate(kinds))
    put(tmp_path, links + tarred([("a.jpg", b"x")]))
    assert found_at(tmp_path).names() == ["a.jpg"]


def test_a_name_of_a_korean_windows_is_read(tmp_path: Path) -> None:
    content = tarred([("??.jpg", b"x")], tarfile.USTAR_FORMAT)
    info = tarfile.TarInfo.frombuf(content[:512], "utf-8", "strict")
    info.name = "거울.jpg"
    put(tmp_path, info.tobuf(tarfile.USTAR_FORMAT, "cp949", "strict") + content[512:])
    assert found_at(tmp_path).names() == ["거울.jpg"]


@every_packing
def test_holders_in_holders_are_opened_three_deep(tmp_path: Path, packing: str) -> None:
    content = tarred([("deep.jpg", b"x")])
    for number in range(3):
        content = PACKERS[packing](tarred([(f"{number}.tar", content), (f"{number}.jpg", b"y")]))
    put(tmp_path, content)
    found = found_at(tmp_path)
    assert found.names() == ["2.jpg", "1.jpg", "0.jpg"]
    assert [(each.name, each.reason) for each in found.blocked] == [("0.tar", Reason.TOO_DEEP)]


@every_packing
def test_what_a_cut_off_archive_holds_is_taken_and_the_rest_is_said(
    tmp_path: Path, packing: str
) -> None:
    noise = random.Random(1).randbytes(2_000_000)  # noqa: S311
    content = PACKERS[packing](tarred([("a.jpg", b"x"), ("b.jpg", noise)]))
    put(tmp_path, content[:-50_000])
    found = found_at(tmp_path)
    assert found.names() == ["a.jpg", "b.jpg"]
    with pytest.raises(UnreadableMediaError) as caught:
        content_of(found.entries[1])
    assert caught.value.reason is Reason.TRUNCATED
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_a_damaged_header_ends_the_list_and_is_said(tmp_path: Path) -> None:
    put(tmp_path, tarred([("a.jpg", b"x")])[:1024] + b"?" * 512)
    found = found_at(tmp_path)
    assert found.names() == ["a.jpg"]
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


@pytest.mark.parametrize(
    "content",
    [
        sized(2**60),
        sized(2**60, kind=tarfile.GNUTYPE_LONGNAME),
        sized(2**40, kind=tarfile.XHDTYPE),
    ],
)
def test_a_size_that_is_only_claimed_costs_nothing(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)
    (blocked,) = found_at(tmp_path).blocked
    assert blocked.reason is Reason.TOO_LARGE
    assert blocked.detail.isdecimal()


def test_a_picture_that_is_made_to_look_like_an_archive_is_a_picture(tmp_path: Path) -> None:
    put(tmp_path, sized(0, "GIF89a"))
    assert found_at(tmp_path).names() == ["kept.jpg"]


def test_a_negative_size_is_damage(tmp_path: Path) -> None:
    put(tmp_path, tarred([("a.jpg", b"x")])[:1024] + sized(-512))
    assert [each.reason for each in found_at(tmp_path).blocked] == [Reason.DAMAGED]


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz", "zst"])
@pytest.mark.parametrize(
    ("limit", "value"),
    [("MAX_ENTRIES", 1), ("MAX_UNPACKED_BYTES", 100_000), ("RATIO_FROM_BYTES", 100_000)],
)
def test_an_archive_over_a_limit_is_said_with_the_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packing: str, limit: str, value: int
) -> None:
    monkeypatch.setattr(reader_limits, limit, value)
    monkeypatch.setattr(reader_limits, "MAX_TOTAL_RATIO", 50)
    put(tmp_path, PACKERS[packing](tarred([("a", bytes(900_000)), ("b", b""), ("c", b"")])))
    (blocked,) = found_at(tmp_path).blocked
    assert blocked.reason is Reason.TOO_LARGE
    assert blocked.detail.isdecimal()


@every_packing
def test_a_chat_in_an_archive_and_an_archive_in_an_archive_are_read(
    tmp_path: Path, packing: str
) -> None:
    put(tmp_path, PACKERS[packing](tarred([("in.zip", zipped({"x.jpg": b"1"}))])))
    assert found_at(tmp_path).names() == ["x.jpg"]
