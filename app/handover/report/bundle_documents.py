"""The documents of a bundle: the report and the hash sheet."""

from collections.abc import Iterable, Iterator

from app.handover.bundle import BundleFacts, DocumentMaker
from app.handover.report.content import Report
from app.handover.report.document import Document
from app.handover.report.gather import ReportRequest, gather_report
from app.handover.report.hash_sheet import hash_sheet_documents
from app.handover.report.report_document import report_documents
from app.handover.report.typesetting import Typesetter
from storage.bundle.member import Member
from storage.case import Case

REPORT = "report.pdf"
HASH_SHEET = "hash-sheet.pdf"


def bundle_documents(case: Case, typesetter: Typesetter) -> DocumentMaker:
    """Return what makes the PDFs of a bundle of this case, once its lists are sealed.

    Making them raises KoreanFontMissingError; `typesetter.require_fonts(language)` tells earlier.
    """

    def make(facts: BundleFacts) -> Iterator[Member]:
        numbers = [int(str(fields["item_no"])) for fields in facts.records]
        report = gather_report(
            case, ReportRequest(numbers, facts.level, facts.made, facts.identity)
        )
        return documents(report, facts.language, typesetter)

    return make


def documents(report: Report, language: str, typesetter: Typesetter) -> Iterator[Member]:
    """Yield report.pdf and hash-sheet.pdf and, where these are long, report-2.pdf and so on.

    Raises:
        KoreanFontMissingError
    """
    yield from _typeset(REPORT, report_documents(report, language), typesetter)
    yield from _typeset(HASH_SHEET, hash_sheet_documents(report, language), typesetter)


def _typeset(name: str, parts: Iterable[Document], typesetter: Typesetter) -> Iterator[Member]:
    stem, _, ending = name.rpartition(".")
    for number, part in enumerate(parts, 1):
        numbered = name if number == 1 else f"{stem}-{number}.{ending}"
        yield Member.of(numbered, typesetter.pdf(part))
