"""The documents of a bundle: the report and the hash sheet."""

from collections.abc import Iterable, Iterator

from app.handover.bundle import BundleFacts, DocumentMaker
from app.handover.document_language import DocumentLanguage
from app.handover.report.content import Report
from app.handover.report.document import Document
from app.handover.report.gather import ReportRequest, gather_report
from app.handover.report.hash_sheet import hash_sheet_documents
from app.handover.report.report_document import report_documents
from app.handover.report.typesetting import Typesetter
from storage.bundle.member import Member
from storage.case import Case

REPORT = "report"
HASH_SHEET = "hash-sheet"


def bundle_documents(case: Case, typesetter: Typesetter) -> DocumentMaker:
    """Return what makes the PDFs of a bundle of this case, once its lists are sealed.

    Making them raises KoreanFontMissingError; `typesetter.require_fonts(language)` tells earlier.
    """

    def make(facts: BundleFacts) -> Iterator[Member]:
        numbers = [int(str(fields["item_no"])) for fields in facts.records]
        report = gather_report(
            case,
            ReportRequest(numbers, facts.level, facts.made, facts.identity, facts.person),
        )
        return documents(report, facts.language, typesetter)

    return make


def documents(
    report: Report, language: DocumentLanguage, typesetter: Typesetter
) -> Iterator[Member]:
    """Yield report.pdf and hash-sheet.pdf and, where these are long, report-2.pdf and so on.

    In both languages they are report.ko.pdf, report.en.pdf, report-2.ko.pdf and so on.

    Raises:
        KoreanFontMissingError
    """
    for each in language.languages:
        yield from _typeset(REPORT, report_documents(report, each), language, typesetter)
        yield from _typeset(HASH_SHEET, hash_sheet_documents(report, each), language, typesetter)


def _typeset(
    stem: str, parts: Iterable[Document], language: DocumentLanguage, typesetter: Typesetter
) -> Iterator[Member]:
    for number, part in enumerate(parts, 1):
        numbered = stem if number == 1 else f"{stem}-{number}"
        name = f"{numbered}{language.in_name(part.language)}.pdf"
        yield Member.of(name, typesetter.pdf(part))
