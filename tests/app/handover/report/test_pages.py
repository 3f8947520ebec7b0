"""What stands on which page of a report and of a hash sheet, read from the PDF itself."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from app.check.first_answers import FirstAnswer
from app.handover.bundle_plan import Level
from app.handover.report.content import Appearance, Exhibit, Report
from app.handover.report.document import Document
from app.handover.report.hash_sheet import hash_sheet_documents
from app.handover.report.overview import Found, found_of_item, in_order
from app.handover.report.report_document import report_documents
from app.handover.report.typesetting import Typesetter
from app.messages import Words
from tests.app.handover.report.samples import (
    MADE,
    digest,
    exhibit,
    hangul,
    jpeg,
    poppler,
    read,
    report,
)

pytestmark = [poppler, hangul]


def first(face: int, *, confirmed: bool = False, band: str = "some") -> FirstAnswer:
    threshold = {"strong": "5.812", "some": "4.107"}
    at_utc = f"2026-11-{21 + confirmed}T10:11:12.000+00:00"
    return FirstAnswer(face, band, confirmed, at_utc, "open", "x", 3, 2 * confirmed, threshold)


def found_item(number: int, faces: int = 1, *, confirmed: bool = False) -> Exhibit:
    """An item with so many faces, all with a picture."""
    item = exhibit(number)
    numbers = range(10_000 * number, 10_000 * number + faces)
    seen = tuple(
        Appearance(n, 0, (0, 4000), "some", jpeg(n), first(n, confirmed=confirmed)) for n in numbers
    )
    return replace(item, appearances=seen)


def of_items(*exhibits: Exhibit) -> Report:
    made = report(1, level=Level.CROPS)
    decisions = tuple(each for one in exhibits for each in one.detail.decisions)
    return replace(made, exhibits=exhibits, decisions=decisions)


def pages_of(typesetter: Typesetter, document: Document) -> tuple[bytes, list[str]]:
    pdf = typesetter.pdf(document)
    return pdf, read("pdftotext", pdf, "-layout").split("\f")[:-1]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_face_and_its_picture_are_on_one_page(typesetter: Typesetter, language: str) -> None:
    made = of_items(*(found_item(n, n % 5 + 1, confirmed=n % 2 == 1) for n in range(1, 13)))
    (document,) = report_documents(made, language)
    pdf, pages = pages_of(typesetter, document)
    listed = read("pdfimages", pdf, "-list").splitlines()[2:]
    pictures = Counter(int(line.split()[0]) for line in listed)
    rows = Counter[int]()
    for number, page in enumerate(pages, 1):
        rows[number] = len(re.findall(r"(?m)^\s+\d{5,6}\s+0:00", page))
    assert sum(rows.values()) == sum(len(each.appearances) for each in made.exhibits)
    assert +rows == pictures


def test_a_table_that_fits_on_a_page_is_not_torn(typesetter: Typesetter) -> None:
    made = of_items(*(found_item(n, 5) for n in range(1, 8)))
    (document,) = report_documents(made, "en")
    _, pages = pages_of(typesetter, document)
    for item in made.exhibits:
        holding = [p for p in pages if any(f"{each.face} " in p for each in item.appearances)]
        assert len(holding) == 1, item.number


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_of_an_item_says_which_it_is(typesetter: Typesetter, language: str) -> None:
    made = of_items(found_item(7, 90))
    (document,) = report_documents(made, language)
    _, pages = pages_of(typesetter, document)
    name = Words(language).say("report.item", item=7)
    holding = [page for page in pages if re.search(r"(?m)^\s+7\d{4}\s+0:00", page)]
    assert len(holding) > 3
    assert all(name in page for page in holding)
    text = "".join(pages)
    assert all(str(each.face) in text for each in made.exhibits[0].appearances)


def test_no_code_is_torn_from_what_it_says(typesetter: Typesetter) -> None:
    for count in range(1, 9):
        (document,) = report_documents(of_items(*map(found_item, range(1, count + 1))), "en")
        _, pages = pages_of(typesetter, document)
        (page,) = (p for p in pages if re.search(r"(?m)^\d+\s+How to check this bundle", p))
        flat = re.sub(r"\s", "", page)
        assert digest("key") in flat
        assert digest("manifest", "sha512") in flat


def test_what_is_longer_than_a_page_is_not_cut_off(typesetter: Typesetter) -> None:
    item = found_item(1)
    (source,) = item.detail.sources
    long = " ".join(f"word{n}" for n in range(240))
    told = replace(
        source,
        platform=long,
        room_title=long,
        post_title=long,
        note=long,
        how_obtained=long,
        search_keywords=long,
        forwarded_from=long,
    )
    hostile = replace(item.detail, sources=(told,))
    (document,) = report_documents(of_items(replace(item, detail=hostile)), "en")
    pdf, _ = pages_of(typesetter, document)
    words = read("pdftotext", pdf, "-bbox")
    lowest = [float(y) for y in re.findall(r'yMax="([0-9.]+)">word', words)]
    assert len(lowest) >= 7 * 240
    assert max(lowest) < 842 - 70


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_list_of_items_comes_first_and_says_the_main_things(
    typesetter: Typesetter, language: str
) -> None:
    made = of_items(found_item(3), found_item(4, 2, confirmed=True))
    words = Words(language)
    (document,) = report_documents(made, language)
    text = re.sub(r"\s+", " ", read("pdftotext", typesetter.pdf(document), "-l", "1"))
    photos, confirmed = (words.say(f"report.found.{f}") for f in (Found.PHOTOS, Found.CONFIRMED))
    _, _, listed = text.partition(words.say("report.overview"))
    assert listed.index(photos) < listed.index(confirmed)
    wanted = ("Telegram", "2024-08-21 22:14 KST", "13:14 UTC", "2026-11-21 19:11 KST")
    for value in (*wanted, "2026-11-22 19:11 KST", words.say("report.attached.faces", count=2)):
        assert value in listed
    assert words.say("report.items") not in text.split(words.say("report.overview"))[0]


def test_what_own_photos_found_stands_apart() -> None:
    alone, helped = found_item(1), found_item(2, confirmed=True)
    unfound = replace(exhibit(3), appearances=())
    said_before = exhibit(4)
    assert said_before.appearances[0].first is None
    found = [found_of_item(e, log_intact=True) for e in (alone, helped, unfound, said_before)]
    assert found == [Found.PHOTOS, Found.CONFIRMED, Found.NOT, Found.UNKNOWN]
    assert found_of_item(exhibit(3), log_intact=False) is Found.UNKNOWN
    made = of_items(unfound, said_before, helped, alone)
    assert [each.number for each in in_order(made)] == [1, 2, 4, 3]


def test_nothing_is_said_to_be_unfound_where_the_log_was_changed() -> None:
    made = of_items(exhibit(3))
    changed = replace(made, check=None, custody=replace(made.custody, intact=False))
    (document,) = report_documents(changed, "en")
    assert Words("en").say("report.found.not") not in str(document.blocks)
    assert Words("en").say("report.found.unknown") in str(document.blocks)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_says_its_number_and_the_bundle(typesetter: Typesetter, language: str) -> None:
    made = of_items(*map(found_item, range(1, 6)))
    beginning = digest("manifest", "sha512")[:40]
    for documents in (report_documents, hash_sheet_documents):
        (document,) = documents(made, language)
        _, pages = pages_of(typesetter, document)
        for number, page in enumerate(pages, 1):
            numbers = {"number": number, "of": len(pages)}
            said = {"en": "Page {number} of {of}", "ko": "{number} / {of}쪽"}[language]
            assert said.format(**numbers) in page
            assert beginning in page.replace(" ", "")
            assert number == 1 or made.info.id in page.splitlines()[0]
        assert document.end in pages[-1]


def test_each_item_names_the_checks_that_first_found_it() -> None:
    made = of_items(found_item(1), found_item(2, confirmed=True))
    (document,) = report_documents(made, "en")
    text = str(document.blocks)
    for value in ("Check 1", "Check 2", "photos of the person: 3; faces confirmed before: 2"):
        assert value in text
    assert MADE not in text  # every time has a zone that people know
    assert "2026-11-21 19:11:12 KST (10:11:12 UTC)" in text


def test_every_volume_says_which_it_is_and_only_the_last_ends_the_report(
    typesetter: Typesetter,
) -> None:
    made = report(60)
    documents = list(report_documents(made, "en"))
    ends = []
    for number, document in enumerate(documents, 1):
        _, pages = pages_of(typesetter, document)
        assert all(f"volume {number} of 2" in page.splitlines()[0] for page in pages[1:])
        assert f"volume {number} of 2" in pages[0]
        ends.append(document.end)
        assert document.end in pages[-1]
        assert not any(document.end in page for page in pages[:-1])
    assert ends == ["End of volume 1", "End of the report"]
