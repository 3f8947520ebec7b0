from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from face.types import Reason
from storage.case import Case
from storage.errors import CaseExistsError, CheckCopyError
from storage.types import CaseKind, Item, ItemDetail, ItemState, KeptMedia, Verdict
from tests.storage.independent_reader import plain_database
from tests.support.case_samples import CHEAP, FULL, add, hashes_of, open_case, scan_of

SECRET = "copy's own"  # noqa: S105 - of test cases only


@pytest.fixture
def copied(case: Case, tmp_path: Path) -> Iterator[Case]:
    case.add_content(hashes_of(b"secret"), 6, FULL)
    for name in ("b.jpg", "c.jpg"):
        add(case, name)
    case.store_scan(1, scan_of("x", "y"))
    case.store_scan(1, scan_of("x", "y"))  # numbers now differ from a fresh count
    case.mark_unchecked(2, Reason.DAMAGED, "of /home/name/b.jpg")
    case.decide(1, Verdict.CONFIRM, role="self")
    case.write_check_copy(tmp_path / "copy", SECRET)
    with Case.open(tmp_path / "copy", SECRET, cost=CHEAP) as copy:
        yield copy


def test_it_checks_like_the_case_by_the_same_numbers(case: Case, copied: Case) -> None:
    whole, copy = case.tracks("open", "1"), copied.tracks("open", "1")
    np.testing.assert_array_equal(copy.embeddings, whole.embeddings)
    for name in ("item", "track"):
        assert getattr(copy, name).tolist() == getattr(whole, name).tolist()
    known, told = case.item(1).tracks, copied.item(1).tracks
    assert [track.face for track in told] == [track.face for track in known]
    assert {(track.first_ms, track.last_ms) for track in told} == {(0, 0)}
    info = copied.info()
    assert (info.kind, info.media, info.crops) == (CaseKind.CHECK_COPY, KeptMedia.NONE, False)
    assert (info.tracks, info.faces, info.packs) == (2, 2, case.info().packs)
    assert info.items == case.info().items
    assert info.origin == case.info().id != info.id


def test_nothing_else_goes_over(copied: Case) -> None:
    assert copied.items() == [
        Item(1, None, None, None, None, ItemState.DONE, None),
        Item(2, None, None, None, None, ItemState.UNCHECKED, Reason.DAMAGED),
        Item(3, None, None, None, None, ItemState.PENDING, None),
    ]
    detail = copied.item(1)
    known = {field.name for field in fields(ItemDetail) if getattr(detail, field.name)}
    assert known == {"item", "pack", "pipeline", "tracks"}
    assert [entry.action for entry in copied.custody.entries()] == ["created", "unlock"]


def test_not_one_word_of_the_case_is_in_its_bytes(case: Case, copied: Case) -> None:
    full = hashes_of(b"secret")
    words = [str(getattr(FULL, field.name)) for field in fields(FULL)]
    words += [full.sha256, full.sha512, full.md5, full.sha1, "b.jpg", "/home/name", "0f" * 32]
    words = [word for word in words if len(word) > 5 and not word.isdigit()]

    def told(opened: Case) -> list[str]:
        key = bytes(opened._file.key)
        opened.close()
        content = plain_database(opened.path, key)
        return [word for word in words if word.encode() in content]

    assert told(copied) == []
    assert told(case) == words


def test_decisions_and_custody_go_on_in_it(copied: Case) -> None:
    face = copied.item(1).tracks[1].face
    copied.decide(1, Verdict.REJECT, face=face, role="self")
    assert [(each.item, each.face) for each in copied.decisions()] == [(1, face)]
    copied.custody.append("checked", "self")
    assert copied.info().custody_ok


def test_it_takes_nothing_in(copied: Case, tmp_path: Path) -> None:
    for refused in (
        lambda: add(copied, "a"),
        lambda: copied.store_original(1, [b""]),
        lambda: copied.store_scan(1, scan_of("a")),
        lambda: copied.mark_unchecked(1, Reason.GONE),
        lambda: copied.write_check_copy(tmp_path / "next", SECRET),
    ):
        with pytest.raises(CheckCopyError):
            refused()
    assert not (tmp_path / "next").exists()


def test_it_has_its_own_passphrase_and_recovery_code(case: Case, tmp_path: Path) -> None:
    code = case.write_check_copy(tmp_path / "copy", SECRET)
    Case.open_with_recovery_code(tmp_path / "copy", code).close()
    with open_case(tmp_path / "copy", SECRET) as copy:
        copy.change_passphrase("third")
    open_case(tmp_path / "copy", "third").close()
    assert [entry.action for entry in case.custody.entries()][-1] == "check-copy-written"


def test_an_existing_file_is_not_overwritten(case: Case, tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(b"x")
    with pytest.raises(CaseExistsError):
        case.write_check_copy(tmp_path / "copy", SECRET)
    assert case.custody.head().entries == 1
