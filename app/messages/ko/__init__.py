"""The words in Korean, a file for each step."""

from app.messages.ko import (
    cases,
    check,
    demo,
    enrol,
    intake,
    persons,
    program,
    review,
    scan,
    support,
)
from app.messages.ko.handover import bundle, hash_list, letters, page, report, verify

TEXTS = {
    **program.TEXTS,
    **cases.TEXTS,
    **intake.TEXTS,
    **scan.TEXTS,
    **enrol.TEXTS,
    **check.TEXTS,
    **review.TEXTS,
    **page.TEXTS,
    **bundle.TEXTS,
    **report.TEXTS,
    **letters.TEXTS,
    **hash_list.TEXTS,
    **verify.TEXTS,
    **support.TEXTS,
    **demo.TEXTS,
    **persons.TEXTS,
}

ERRORS = {
    **program.ERRORS,
    **cases.ERRORS,
    **intake.ERRORS,
    **scan.ERRORS,
    **enrol.ERRORS,
    **review.ERRORS,
    **bundle.ERRORS,
    **report.ERRORS,
    **hash_list.ERRORS,
    **demo.ERRORS,
}

REASONS = scan.REASONS

__all__ = ["ERRORS", "REASONS", "TEXTS"]
