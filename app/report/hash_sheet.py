"""The hash sheet (해시값 확인서): one line for each file, and where people sign."""

from collections.abc import Iterator

from app.messages import Words, plain_name
from app.report import document as doc
from app.report.content import Exhibit, Report
from app.report.report_document import footer, page_words
from app.report.values import both, count, kst, unix, utc_clock

PEOPLE = ("victim", "counsellor", "officer")
FIELDS = ("name", "office", "date", "signature")


def hash_sheet_document(report: Report, language: str) -> doc.Document:
    """Put the hashes on paper."""
    words = Words(language)
    return doc.Document(
        title=words.say("sheet.title"),
        language=language,
        made_unix=unix(report.made_utc),
        footer=footer(report, words),
        page=page_words(words),
        blocks=list(_blocks(report, words)),
        numbered=False,
    )


def _blocks(report: Report, words: Words) -> Iterator[doc.Block]:
    eyebrow = words.say("report.eyebrow", case=report.info.id[:8])
    yield doc.Title(words.say("sheet.title"), eyebrow)
    yield doc.Facts(
        [
            doc.Fact(words.say("report.case"), [report.info.id], exact=True),
            doc.Fact(words.say("report.made"), [both(report.made_utc, words)]),
            doc.Fact(words.say("sheet.count"), [count(len(report.exhibits))]),
        ]
    )
    yield doc.Text(words.say("sheet.what", version=report.version))
    columns = [
        doc.Column(words.say("sheet.number"), right=True),
        doc.Column(words.say("sheet.file"), 1.7),
        doc.Column(words.say("sheet.size"), right=True),
        doc.Column(words.say("sheet.captured"), 1.3),
    ]
    below = doc.Column(words.say("sheet.hash"), exact=True)
    yield doc.Table(columns, [_row(each, words) for each in report.exhibits], below)
    yield doc.Heading(words.say("sheet.sign"))
    yield doc.Text(words.say("sheet.sign.what"), "intro")
    people = [words.say(f"sheet.{each}") for each in PEOPLE]
    yield doc.Signatures(people, [words.say(f"sheet.{each}") for each in FIELDS])


def _row(exhibit: Exhibit, words: Words) -> list[str]:
    detail = exhibit.detail
    item = detail.item
    source = detail.sources[0] if detail.sources else None
    captured = source.acquired_at_utc if source else None
    size = count(item.size) if item.size is not None else words.say("report.none")
    return [
        str(item.item),
        plain_name(item.name or words.say("report.none")),
        size,
        f"{kst(captured)} KST\n{utc_clock(captured)} UTC" if captured else words.say("report.none"),
        item.sha256 or words.say("sheet.no_content"),
    ]
