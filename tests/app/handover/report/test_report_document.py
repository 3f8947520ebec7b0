"""The report, read back by the programs that officers have."""

import re
from dataclasses import replace

import pytest

from app.handover.bundle_plan import Level
from app.handover.report.content import Report
from app.handover.report.document import Document, Exhibit, Heading
from app.handover.report.report_document import PARTS, report_documents
from app.handover.report.typesetting import Typesetter
from app.handover.report.volumes import MOST_ITEMS
from app.messages import Words, plain_name
from app.scan.pack_text import people_text
from face.packs.catalogue import OPEN
from face.types import Reason
from storage.types import Verdict
from tests.app.handover.report.samples import checked, digest, hangul, poppler, read, report
from tests.support.two_versions import NEW

pytestmark = [poppler, hangul]


def report_document(content: Report, language: str) -> Document:
    """A report of one volume."""
    (document,) = report_documents(content, language)
    return document


def squeezed(text: str) -> str:
    """Without the line ends at which a long value was broken."""
    return re.sub(r"\s", "", text)


SEALS = {"fingerprint.svg", "manifest.svg"}


@pytest.fixture(scope="session")
def pdfs(typesetter: Typesetter) -> dict[str, bytes]:
    return {each: typesetter.pdf(report_document(report(), each)) for each in ("en", "ko")}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_item_number_and_hash_can_be_searched(pdfs: dict[str, bytes], language: str) -> None:
    text = read("pdftotext", pdfs[language])
    for exhibit in report().exhibits:
        number = exhibit.number
        assert {"en": f"Item {number}", "ko": f"파일 {number}번"}[language] in text
        detail = exhibit.detail
        for value in filter(None, (digest(number), detail.md5, detail.sha1, detail.pdq)):
            assert value in text
        assert str(detail.sha512) in squeezed(text)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_all_that_makes_it_evidence_is_told(pdfs: dict[str, bytes], language: str) -> None:
    text = read("pdftotext", pdfs[language])
    flat = squeezed(text)
    wanted = {
        *("0.1.0", squeezed(NEW), digest("model"), "5.812", "4.107", "4,312", "4,100", "68"),
        *("2026-11-2223:31:05KST", "(14:31:05UTC)"),
        *(digest("key"), digest("manifest", "sha512"), digest("head")),
        *("02-735-8994", "1366", "112", "117", "StopNCII.org", "TakeItDown"),
        *("100000", "100001"),
    }
    assert {each for each in wanted if each not in flat} == set()


def test_korean_is_copied_as_korean(pdfs: dict[str, bytes]) -> None:
    text = re.sub(r"\s+", " ", read("pdftotext", pdfs["ko"]))
    assert "피해 의심 콘텐츠 보고서" in text
    assert "비슷하다는 것은 단서일 뿐, 본인이라는 판정이 아닙니다." in text
    assert "지인방 #3 [비공개]" in text


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_text_is_tagged_and_every_font_embedded(pdfs: dict[str, bytes], language: str) -> None:
    facts = dict(re.findall(r"(?m)^(.+?):\s+(.*)$", read("pdfinfo", pdfs[language])))
    assert facts["Tagged"] == "yes"
    assert facts["Page size"].endswith("(A4)")
    assert facts["JavaScript"] == "no"
    lines = read("pdffonts", pdfs[language]).splitlines()[2:]
    assert lines
    assert all(re.search(r" yes yes yes +\d+ +0$", line) for line in lines)


def test_there_is_nothing_to_click_on(pdfs: dict[str, bytes]) -> None:
    assert read("pdfinfo", pdfs["en"], "-url").splitlines()[1:] == []


def test_hostile_names_stand_there_as_they_are(pdfs: dict[str, bytes]) -> None:
    flat = squeezed(read("pdftotext", pdfs["ko"]))
    for exhibit in report().exhibits:
        shown = plain_name(str(exhibit.detail.item.name)).replace("\U00013000", "\\U00013000")
        assert squeezed(shown) in flat


def test_long_words_stay_on_the_page(typesetter: Typesetter) -> None:
    pdf = typesetter.pdf(report_document(report(2), "en"))
    boxes = re.findall(r'xMax="([0-9.]+)"', read("pdftotext", pdf, "-bbox"))
    assert max(map(float, boxes)) < 595 - 55


def test_no_picture_stands_in_a_list() -> None:
    document = report_document(report(level=Level.LIST), "ko")
    assert set(document.files) == SEALS


def test_only_the_confirmed_face_stands_in_it_with_crops(typesetter: Typesetter) -> None:
    document = report_document(report(2, level=Level.CROPS), "en")
    assert set(document.files) == {*SEALS, "face-1-101.svg", "face-2-102.svg"}
    pdf = typesetter.pdf(document)
    images = [line for line in read("pdfimages", pdf, "-list").splitlines() if " image " in line]
    assert len(images) == 2


@pytest.mark.parametrize("role", ["self", "consent", "guardian", "counsellor"])
def test_a_report_begins_with_who_made_it_and_whose_face_it_is(role: str) -> None:
    made = report()
    assert made.check is not None
    told = replace(made, made_by=role, check=replace(made.check, role=role))
    words = Words("en")
    (facts,) = report_document(told, "en").blocks[1:2]
    assert words.say(f"report.role.{role}") in str(facts)
    assert words.say(f"report.attest.{role}") in str(facts)


def test_a_report_without_a_check_says_so() -> None:
    document = report_document(replace(report(), check=None), "en")
    assert "No check was made" in str(document.blocks)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "it was not said who"), ("ko", "밝히지 않은 것입니다")]
)
def test_a_confirmation_of_nobody_named_is_not_said_to_have_a_name(
    language: str, said: str
) -> None:
    made = report()
    first, *others = made.decisions
    unsaid = replace(made, decisions=(replace(first, role=""), *others))
    assert said not in str(report_document(made, language).blocks)
    assert said in str(report_document(unsaid, language).blocks)


def test_none_found_does_not_mean_that_she_is_not_there() -> None:
    nothing = replace(report(), check=checked(strong=0, some=0))
    assert "없다는 뜻은 아닙니다" in str(report_document(nothing, "ko").blocks)
    assert "does not mean" in str(report_document(nothing, "en").blocks)


@pytest.mark.parametrize(
    ("language", "listed"), [("en", "Of these 3, part 3 lists 2"), ("ko", "3개 가운데 2개를 제3장")]
)
def test_all_that_came_up_is_accounted_for(language: str, listed: str) -> None:
    made = report(1)
    (exhibit,) = made.exhibits
    later = replace(exhibit.appearances[0], face=199, interval_ms=(9000, 12000))
    found = [[1, 101, "some"], [1, 199, "some"], [7, 203, "strong"]]
    came_up = replace(
        made,
        exhibits=(replace(exhibit, undecided=(later,)),),
        check=checked(strong=1, some=2, found=found),
    )
    text = str(report_document(came_up, language).blocks)
    assert listed in text
    assert Words(language).say("report.seen.undecided") in text
    assert "['199', '0:09 to 0:12'" in text.replace("부터 0:12까지", " to 0:12")


def test_an_entry_of_before_says_what_it_can() -> None:
    said = {"pack": "gone", "pipeline": "1", "items": 2, "tracks": 3}
    old = replace(checked(), details=said, files=(), poor_at=())
    text = str(report_document(replace(report(), check=old), "en").blocks)
    assert "Threshold" not in text
    assert "is less accurate for" not in text


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_report_says_whom_the_pack_tells_apart_poorly(language: str) -> None:
    text = str(report_document(report(), language).blocks)
    words = Words(language)
    assert words.say("report.check.poor", people=people_text(OPEN.poor_at, words)) in text


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("reason", [*Reason, "pending"])
def test_every_reason_has_words(reason: str, language: str) -> None:
    unclear = (replace(report().unclear[0], reason=reason),)
    assert Words(language).say(f"report.reason.{reason}") in str(
        report_document(replace(report(), unclear=unclear), language).blocks
    )


@pytest.mark.parametrize("verdict", [*Verdict, None])
def test_an_item_says_what_was_decided_of_it(verdict: Verdict | None) -> None:
    exhibits = (replace(report().exhibits[0], verdict=verdict),)
    document = report_document(replace(report(), exhibits=exhibits), "en")
    (block,) = (each for each in document.blocks if isinstance(each, Exhibit))
    assert block.status
    assert "Picture" not in str(block.blocks)


def test_the_parts_are_where_the_text_says_they_are() -> None:
    document: Document = report_document(report(), "en")
    headings = [each.text for each in document.blocks if isinstance(each, Heading)]
    assert headings[PARTS.index("unclear")] == "What could not be checked"
    assert headings[PARTS.index("items")] == "What was reported, where and when"


@pytest.mark.parametrize("items", [100, pytest.param(2000, marks=pytest.mark.slow)])
def test_a_report_of_many_items_comes_in_volumes(typesetter: Typesetter, items: int) -> None:
    pdfs = [typesetter.pdf(each) for each in report_documents(report(items, items), "ko")]
    assert len(pdfs) == items // MOST_ITEMS
    assert max(map(len, pdfs)) < 10_000_000
    assert digest(items) in read("pdftotext", pdfs[-1])


@poppler
@hangul
def test_a_screen_capture_says_what_it_shows_and_what_has_no_file_says_so(
    typesetter: Typesetter,
) -> None:
    made = report(3)
    first, second, third = made.exhibits
    shot = replace(second.detail, operation="screen-capture-covered", decisions=())
    link = replace(third.detail, item=replace(third.detail.item, sha256=None), decisions=())
    exhibits = (
        replace(first, captures=(2,)),
        replace(second, detail=shot, verdict=None, shows=1),
        replace(third, detail=link, verdict=None),
    )
    (document,) = report_documents(replace(made, exhibits=exhibits), "en")
    text = " ".join(read("pdftotext", typesetter.pdf(document), "-layout").split())
    assert "Screen capture of item 1" in text
    assert "everybody else's face was covered" in text
    assert "no. 2" in text
    assert "there is no file" in text
