"""The documents of a bundle: the report and the hash sheet."""

from collections.abc import Iterator

from app.export.plan import Documents, Facts
from app.report.content import Sealed
from app.report.gather import Wanted, gather
from app.report.hash_sheet import hash_sheet_document
from app.report.report_document import report_document
from app.report.typesetting import Typesetter
from storage.bundle.member import Member
from storage.case import Case

REPORT = "report.pdf"
HASH_SHEET = "hash-sheet.pdf"


def bundle_documents(case: Case, typesetter: Typesetter) -> Documents:
    """What makes the PDFs of a bundle of this case, once its lists are sealed.

    It raises KoreanFontMissingError; to know earlier, call
    `typesetter.require_fonts(language)`.
    """

    def make(facts: Facts) -> Iterator[Member]:
        numbers = [int(str(fields["item_no"])) for fields in facts.records]
        sealed = Sealed(facts.seal.fingerprint, facts.seal.manifest_sha512)
        report = gather(case, Wanted(numbers, facts.level, facts.made, sealed))
        yield Member.of(REPORT, typesetter.pdf(report_document(report, facts.language)))
        yield Member.of(HASH_SHEET, typesetter.pdf(hash_sheet_document(report, facts.language)))

    return make
