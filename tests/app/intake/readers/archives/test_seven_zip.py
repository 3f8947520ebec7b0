import random
from contextlib import suppress
from pathlib import Path

import pytest

from app.intake import Answers, QuestionKind
from app.intake.readers.core.address import display_address
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.archives import FOLDING, NAMES
from tests.support.formats.seven_zips import (
    COPY,
    LOCKED_7Z,
    LOCKED_LIST_7Z,
    around,
    listed,
    number,
    seven_zipped,
)
from tests.support.reading_here import found_at, open_entry

both = pytest.mark.parametrize("is_packed", [True, False])
FILES = [("x/1.jpg", b"one"), ("2.jpg", b"two")]


@both
def test_members_are_entries_with_an_address_that_finds_them_again(
    tmp_path: Path, *, is_packed: bool
) -> None:
    path = put(tmp_path, seven_zipped(FILES, is_packed=is_packed))
    first, second = found_at(tmp_path).entries
    assert (second.name, display_address(second.path)) == ("1.jpg", f"{path} \u203a x/1.jpg")
    assert (content_of(second), content_of(first)) == (b"one", b"two")


@pytest.mark.parametrize("names", [NAMES, FOLDING, ("..", "."), ("a", "a/b")])
def test_every_member_is_found_whatever_it_is_called(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    files = [(name, f"{count}".encode()) for count, name in enumerate(names)]
    put(tmp_path, seven_zipped(files))
    assert {content_of(each) for each in found_at(tmp_path).entries} == {c for _, c in files}


@both
def test_what_is_not_kept_is_read_from_front_to_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_packed: bool
) -> None:
    monkeypatch.setattr(reader_limits, "KEPT_BYTES", 10)
    monkeypatch.setattr(reader_limits, "IN_MEMORY_BYTES", 2_000)
    files = [(f"{9 - n}.jpg", bytes([n]) * (1_000 + n * 500)) for n in range(9)]
    put(tmp_path, seven_zipped(files, is_packed=is_packed))
    entries = found_at(tmp_path).entries
    assert [each.name for each in entries] == [name for name, _ in files]
    by_name = dict(files)
    for entry in [*entries, *reversed(entries)]:
        assert content_of(entry) == by_name[entry.name]


@pytest.mark.parametrize("content", [LOCKED_7Z, LOCKED_LIST_7Z])
def test_a_locked_archive_asks_for_its_password_and_is_listed(
    tmp_path: Path, content: bytes
) -> None:
    path = put(tmp_path, content)
    for answers in (Answers(), Answers(everywhere={QuestionKind.PASSWORD: ("wrong", "")})):
        found = found_at(tmp_path, answers)
        assert [(each.path, each.asked) for each in found.questions] == [
            (str(path), QuestionKind.PASSWORD)
        ]
        assert [each.reason for each in found.blocked] == [Reason.LOCKED]
    answers = Answers(everywhere={QuestionKind.PASSWORD: ("wrong", "secret")})
    (entry,) = found_at(tmp_path, answers).entries
    with open_entry(entry.path, answers) as stream:
        assert (entry.name, stream.read()) == ("hello.txt", b"hello")


def test_archives_in_archives_are_opened_three_deep(tmp_path: Path) -> None:
    content = seven_zipped([("deep.jpg", b"x")])
    for count in range(3):
        content = seven_zipped([(f"{count}.7z", content), (f"{count}.jpg", b"y")])
    put(tmp_path, content)
    found = found_at(tmp_path)
    assert sorted(found.names()) == ["0.jpg", "1.jpg", "2.jpg"]
    assert [(each.name, each.reason) for each in found.blocked] == [("0.7z", Reason.TOO_DEEP)]


def test_an_archive_that_breaks_off_is_said(tmp_path: Path) -> None:
    content = seven_zipped(FILES)
    for end, reason in ((20, Reason.DAMAGED), (40, Reason.TRUNCATED), (-1, Reason.TRUNCATED)):
        put(tmp_path, content[:end])
        assert [each.reason for each in found_at(tmp_path).blocked] == [reason]


def test_a_damaged_member_is_said_when_it_is_read(tmp_path: Path) -> None:
    content = bytearray(seven_zipped(FILES, is_packed=False))
    content[36] ^= 1
    put(tmp_path, bytes(content))
    damaged, whole = found_at(tmp_path).entries
    assert content_of(whole) == b"one"
    with pytest.raises(UnreadableMediaError) as caught:
        content_of(damaged)
    assert caught.value.reason is Reason.DAMAGED


def test_an_empty_archive_holds_nothing(tmp_path: Path) -> None:
    put(tmp_path, around(b""))
    found = found_at(tmp_path)
    assert (found.entries, found.blocked) == ([], [])


@pytest.mark.parametrize(
    "header",
    [
        listed(FILES, COPY, b"", unpacked=2**60),
        b"\1\4\6" + number(0) + number(2**60),
        b"\1\4\7\x0b" + number(2**60),
        b"\1\5" + number(2**60),
        listed(FILES, b"\x21\x21\x01\x28", b"x", unpacked=2**50),
    ],
)
def test_a_number_that_is_only_claimed_costs_nothing(tmp_path: Path, header: bytes) -> None:
    put(tmp_path, around(header))
    (blocked,) = found_at(tmp_path).blocked
    assert blocked.reason in (Reason.TOO_LARGE, Reason.DAMAGED, Reason.UNKNOWN_PACKING)


@pytest.mark.parametrize("coder", [b"\x21\x21\x01\x28", b"\x23\3\1\1\5\x5d\xff\xff\xff\xff"])
def test_a_window_of_gigabytes_is_not_filled(tmp_path: Path, coder: bytes) -> None:
    put(tmp_path, around(listed(FILES, coder, b"x" * 9), b"x" * 9))
    for entry in found_at(tmp_path).entries:
        with pytest.raises(UnreadableMediaError) as caught:
            open_entry(entry.path)
        assert caught.value.reason is Reason.DAMAGED


def test_a_key_that_would_take_years_is_not_computed(tmp_path: Path) -> None:
    coder = b"\x24\x06\xf1\x07\x01\x02\x3e\x00"
    put(tmp_path, around(listed(FILES, coder, b"x" * 16), b"x" * 16))
    answers = Answers(everywhere={QuestionKind.PASSWORD: ("secret",)})
    for entry in found_at(tmp_path, answers).entries:
        with pytest.raises(UnreadableMediaError) as caught:
            open_entry(entry.path, answers)
        assert caught.value.reason is Reason.UNKNOWN_PACKING


@pytest.mark.parametrize(
    ("limit", "value"),
    [("MAX_ENTRIES", 1), ("MAX_UNPACKED_BYTES", 100), ("RATIO_FROM_BYTES", 100)],
)
def test_an_archive_over_a_limit_is_listed_with_the_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(reader_limits, limit, value)
    put(tmp_path, seven_zipped([("a", bytes(300_000)), ("b", bytes(300_000))]))
    (blocked,) = found_at(tmp_path).blocked
    assert blocked.reason is Reason.TOO_LARGE
    assert blocked.detail.isdecimal()


def test_a_list_that_makes_no_sense_is_said_or_read_and_hurts_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    content = seven_zipped(FILES)
    packed, header = content[32 : content.index(b"\1\4\6")], content[content.index(b"\1\4\6") :]
    for _ in range(400):
        changed = bytearray(header)
        for _ in range(chance.randrange(1, 4)):
            changed[chance.randrange(len(changed))] = chance.choice((0, 1, 255, 7, 0x7F, 64))
        put(tmp_path, around(bytes(changed), packed))
        found = found_at(tmp_path)
        for entry in found.entries:
            with suppress(UnreadableMediaError):
                content_of(entry)
