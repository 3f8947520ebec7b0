"""Provenance that a person types."""

from pathlib import Path

import pytest

from app.cases.evidence_record import evidence_record
from app.errors import FileMissingError
from app.intake.add import add
from app.intake.errors import InvalidValueError, NotMadeFromPhotoError, UnknownFieldError
from app.intake.provenance import (
    FIELDS,
    ProvenanceChange,
    change_provenance,
    display_value,
    parse_value,
    photo_hash,
    provenance_of,
    shared_provenance,
)
from app.intake.source_details import SourceDetails
from app.job import finish
from storage.captures import CaptureKind
from storage.case import Case
from storage.hashes import hash_chunks
from tests.support.case_samples import without_rows
from tests.support.fake_program import ME, SOMEBODY, write_picture

PHOTO = "ab" * 32


@pytest.fixture
def case(case: Case, tmp_path: Path) -> Case:
    """A case with two items."""
    pictures = [write_picture(tmp_path / "a.png", ME), write_picture(tmp_path / "b.png", SOMEBODY)]
    finish(add(case, pictures, SourceDetails(note="told before")))
    return case


def test_every_field_is_one_of_the_evidence_list(case: Case) -> None:
    assert set(FIELDS) <= evidence_record(case.item(1)).keys()


def test_what_is_said_of_a_selection_is_kept_and_logged_once(case: Case) -> None:
    said = {"platform": "Telegram", "sender_username": "@x", "parent_sha256": PHOTO}
    changes = [ProvenanceChange(1, said), ProvenanceChange(2, said)]
    assert change_provenance(case, changes, "counsellor") == (1, 2)
    fields = evidence_record(case.item(2))
    assert (fields["platform"], fields["parent_sha256"]) == ("Telegram", PHOTO)
    assert fields["is_derivative"] is True
    *_, entry = case.custody.entries()
    assert (entry.action, entry.role) == ("provenance", "counsellor")
    wanted = {"items": [1, 2], "fields": ["parent_sha256", "platform", "sender_username"]}
    assert without_rows(entry.details) == wanted


def test_saying_the_same_again_is_not_even_logged(case: Case) -> None:
    change_provenance(case, [ProvenanceChange(1, {"platform": "x"})])
    head = case.custody.head()
    assert change_provenance(case, [ProvenanceChange(1, {"platform": "x"})]) == ()
    assert case.custody.head() == head


def test_all_is_kept_or_nothing(case: Case) -> None:
    case.captures.mark(2, CaptureKind.WHOLE)
    head = case.custody.head()
    with pytest.raises(NotMadeFromPhotoError):
        change_provenance(
            case,
            [ProvenanceChange(1, {"platform": "x"}), ProvenanceChange(2, {"parent_sha256": PHOTO})],
        )
    assert provenance_of(case, 1)["platform"] is None
    assert case.custody.head() == head


def test_the_marks_of_a_reader_stay_in_a_note_that_is_typed(case: Case) -> None:
    case.provenance.change(1, {"note": "[link-reconstructed]\nold"})
    assert provenance_of(case, 1)["note"] == "old"
    change_provenance(case, [ProvenanceChange(1, {"note": "new"})])
    assert case.item(1).sources[0].note == "[link-reconstructed]\nnew"
    change_provenance(case, [ProvenanceChange(1, {"note": None})])
    assert case.item(1).sources[0].note == "[link-reconstructed]"


def test_of_several_items_it_is_known_where_they_differ(case: Case) -> None:
    change_provenance(case, [ProvenanceChange(1, {"platform": "x"})])
    said = shared_provenance(case, [1, 2])
    assert said["platform"] == {"x", None}
    assert said["note"] == {"told before"}


def test_what_is_typed_is_what_is_kept() -> None:
    assert parse_value("platform", "  Telegram ") == "Telegram"
    assert parse_value("note", " ") is None
    assert parse_value("message_time_unix", "2024-08-27T12:05Z") == 1724760300
    assert parse_value("parent_sha256", PHOTO.upper()) == PHOTO
    assert (
        parse_value("message_time_unix", display_value("message_time_unix", 1724760300))
        == 1724760300
    )
    assert display_value("url", None) == ""


@pytest.mark.parametrize(
    ("field", "text"),
    [("message_time_unix", "yesterday"), ("parent_sha256", "abc"), ("note", "x" * 10_001)],
)
def test_what_does_not_fit_is_refused(field: str, text: str) -> None:
    with pytest.raises(InvalidValueError):
        parse_value(field, text)


def test_what_the_program_sees_itself_is_no_field() -> None:
    with pytest.raises(UnknownFieldError):
        parse_value("sha512", "x")


def test_a_photo_is_known_by_its_hash(tmp_path: Path) -> None:
    photo = write_picture(tmp_path / "me.png", ME)
    assert photo_hash(photo) == hash_chunks([photo.read_bytes()]).sha256
    with pytest.raises(FileMissingError):
        photo_hash(tmp_path / "gone.png")


def test_only_what_is_missing_is_filled_in_where_that_is_wanted(case: Case) -> None:
    change_provenance(case, [ProvenanceChange(1, {"platform": "x"})])
    said = {"platform": "y", "search_keywords": "n"}
    changes = [ProvenanceChange(item, said, only_missing=True) for item in (1, 2)]
    assert change_provenance(case, changes) == (1, 2)
    known = [provenance_of(case, item) for item in (1, 2)]
    assert [(each["platform"], each["search_keywords"]) for each in known] == [
        ("x", "n"),
        ("y", "n"),
    ]
