from dataclasses import replace

import pytest

from app.handover.report.hash_sheet import hash_sheet_documents
from app.handover.report.typesetting import Typesetter
from app.handover.report.volumes import MOST_ROWS
from tests.app.handover.report.samples import digest, hangul, poppler, read, report


@poppler
@hangul
@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "ko",
            ("해시값 확인서", "피해자 본인", "상담원", "접수 담당자", "서명", "합성_영상_최종본"),
        ),
        ("en", ("Hash sheet", "Person shown", "Counsellor", "Receiving officer", "Signature")),
    ],
)
def test_each_file_stands_with_its_hash_and_time(
    typesetter: Typesetter, language: str, wanted: tuple[str, ...]
) -> None:
    (sheet,) = hash_sheet_documents(report(6), language)
    text = read("pdftotext", typesetter.pdf(sheet))
    times = ("2026-11-20 12:14:15 KST", "2026-11-20 03:14:15 UTC", "1,830,001")
    for value in (*wanted, *times, *(digest(n) for n in range(1, 7))):
        assert value in text


def test_a_long_list_is_several_sheets_each_to_be_signed() -> None:
    sheets = hash_sheet_documents(report(MOST_ROWS + 1), "en")
    assert ["Signatures" in str(each.blocks) for each in sheets] == [True, True]


def test_it_has_no_picture_but_the_code_of_the_bundle() -> None:
    (sheet,) = hash_sheet_documents(report(), "ko")
    assert set(sheet.files) == {"manifest.svg"}
    (alone,) = hash_sheet_documents(replace(report(), sealed=None), "ko")
    assert alone.files == {}


def test_for_a_child_its_guardian_signs() -> None:
    for made_by, signer in (("guardian", "Guardian of"), ("counsellor", "Person shown")):
        (sheet,) = hash_sheet_documents(replace(report(), made_by=made_by), "en")
        assert signer in str(sheet.blocks)


@poppler
@hangul
@pytest.mark.parametrize("count", range(5, 12))
def test_the_page_that_is_signed_says_of_which_bundle(typesetter: Typesetter, count: int) -> None:
    made = report(count)
    (sheet,) = hash_sheet_documents(made, "ko")
    pages = read("pdftotext", typesetter.pdf(sheet)).split("\f")
    (signed,) = (page for page in pages if "접수 담당자" in page)
    assert made.sealed is not None
    assert made.sealed.manifest_sha512[:64] in signed


@poppler
def test_it_says_which_bundle_it_belongs_to(typesetter: Typesetter) -> None:
    made = report()
    (sheet,) = hash_sheet_documents(made, "en")
    text = read("pdftotext", typesetter.pdf(sheet)).replace(" ", "").replace("\n", "")
    assert made.sealed is not None
    assert made.sealed.fingerprint in text
    assert made.sealed.manifest_sha512 in text
