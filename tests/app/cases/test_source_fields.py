from dataclasses import fields

from app.cases.source_fields import EVIDENCE_NAMES, TYPED_FIELDS
from app.handover.report.exhibits import PLACE_ROWS
from app.handover.requested_fields import RequestedField
from app.intake.errors import UnknownFieldError
from app.intake.provenance import FIELDS
from app.messages import LANGUAGES, Words
from storage.sources import STATED_COLUMNS
from storage.types import Source


def test_every_field_of_a_source_has_a_name_in_the_evidence_record() -> None:
    assert {*EVIDENCE_NAMES.values(), "mtime_ns"} == {field.name for field in fields(Source)}


def test_whatever_storage_lets_people_say_is_in_the_table() -> None:
    assert {field.name for field in TYPED_FIELDS} == {*STATED_COLUMNS}


def test_the_report_has_a_row_for_every_field_and_words_for_every_row() -> None:
    assert {field.report_row for field in TYPED_FIELDS} <= {*PLACE_ROWS}
    assert all(Words(each).knows(f"report.place.{row}") for each in LANGUAGES for row in PLACE_ROWS)


def test_a_field_answers_what_is_asked_for_or_nothing() -> None:
    assert {field.answers for field in TYPED_FIELDS} == {"", *RequestedField}


def test_whoever_gives_an_unknown_name_is_told_all_that_there_are() -> None:
    for language in LANGUAGES:
        assert ", ".join(FIELDS) in Words(language).error(UnknownFieldError("x"))
