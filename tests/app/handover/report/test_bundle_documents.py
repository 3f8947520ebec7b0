from pathlib import Path
from typing import cast

from app.handover.bundle import BundleFacts, build_bundle
from app.handover.bundle_plan import BundlePlan, Level
from app.handover.document_language import DocumentLanguage
from app.handover.report.bundle_documents import bundle_documents
from app.handover.report.typesetting import Typesetter
from app.job import finish
from storage.bundle.member import Member
from storage.bundle.verify import Verification, verify
from storage.bundle.write import UnderPassphrase
from tests.app.handover.report.samples import hangul, poppler, read
from tests.support.bundle_samples import PHRASE
from tests.support.decided_case import make


def verified(target: Path) -> Verification:
    job = verify(target, PHRASE)
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return cast("Verification", stop.value)


@poppler
@hangul
def test_both_languages_go_into_one_bundle(tmp_path: Path, typesetter: Typesetter) -> None:
    kept: dict[str, str] = {}
    with make(tmp_path / "case") as case:
        make_documents = bundle_documents(case, typesetter)

        def documents(facts: BundleFacts) -> list[Member]:
            members = list(make_documents(facts))
            kept.update({m.name: read("pdftotext", m.open().read()) for m in members})
            return members

        target, both = tmp_path / "documents.zip", DocumentLanguage.BOTH
        finish(
            build_bundle(
                case, BundlePlan(target, UnderPassphrase(PHRASE), language=both), documents
            )
        )
    assert set(kept) == {
        *("report.ko.pdf", "report.en.pdf"),
        *("hash-sheet.ko.pdf", "hash-sheet.en.pdf"),
    }
    for word, name in (("제출 목록", "report.ko.pdf"), ("List of items", "report.en.pdf")):
        assert [each for each, text in kept.items() if word in text] == [name]
    assert "해시값 확인서" in kept["hash-sheet.ko.pdf"]
    assert "Hash sheet" in kept["hash-sheet.en.pdf"]
    assert verified(target).is_whole


@poppler
@hangul
def test_a_bundle_holds_its_report_and_its_hash_sheet(
    tmp_path: Path, typesetter: Typesetter
) -> None:
    kept: dict[str, bytes] = {}
    fingerprints = []
    with make(tmp_path / "case") as case:
        make_documents = bundle_documents(case, typesetter)

        def documents(facts: BundleFacts) -> list[Member]:
            members = list(make_documents(facts))
            fingerprints.append(facts.identity.fingerprint)
            kept.update({each.name: each.open().read() for each in members})
            return members

        target = tmp_path / "documents.zip"
        plan = BundlePlan(
            target, UnderPassphrase(PHRASE), Level.LIST, language=DocumentLanguage.KOREAN
        )
        finish(build_bundle(case, plan, documents))
        hashes = [case.item(number).item.sha256 for number in (1, 2, 5)]
    assert set(kept) == {"report.pdf", "hash-sheet.pdf"}
    for pdf in kept.values():
        assert all(str(each) in read("pdftotext", pdf) for each in hashes)
    text = read("pdftotext", kept["report.pdf"])
    assert fingerprints[0] in text.replace(" ", "").replace("\n", "")
    assert verified(target).is_whole
