"""The hash sheet (해시값 확인서): one line for each file, and where people sign."""

from collections.abc import Iterator, Sequence

from app.handover.report import document as doc
from app.handover.report.content import Exhibit, Report
from app.handover.report.shared_blocks import (
    MANIFEST,
    foot_of_bundle,
    footer,
    head,
    page_words,
    seal_codes,
    short_seal,
    thousands,
)
from app.handover.report.volumes import MOST_ROWS, batches
from app.messages import Words, plain_name
from app.messages.times import NONE, korean_and_utc, korean_time, unix_seconds, utc_time

FIELDS = ("name", "office", "date", "signature")


def hash_sheet_documents(report: Report, language: str) -> Iterator[doc.Document]:
    """Write the hash sheet in a language: one document, or several of a long list, each signed."""
    words = Words(language)
    sheets = list(batches(report.exhibits, MOST_ROWS)) or [()]
    return (
        doc.Document(
            title=words.say("sheet.title"),
            language=language,
            made_unix=unix_seconds(report.made_utc),
            footer=footer(report, words),
            page=page_words(words),
            blocks=[*_head(report, exhibits, words), *_rest(report, exhibits, words)],
            files=_codes(report),
            numbered=False,
            head=head(words.say("sheet.title"), report, words),
            seal=foot_of_bundle(report, words),
            end=words.say("sheet.end"),
        )
        for exhibits in sheets
    )


def _codes(report: Report) -> dict[str, bytes]:
    return {MANIFEST: seal_codes(report.sealed)[MANIFEST]} if report.sealed else {}


def _head(report: Report, exhibits: Sequence[Exhibit], words: Words) -> Iterator[doc.Block]:
    eyebrow = words.say("report.eyebrow", case=report.info.id[:8])
    yield doc.Title(words.say("sheet.title"), eyebrow)
    files = thousands(len(exhibits))
    if len(exhibits) != len(report.exhibits):
        files = f"{files} / {thousands(len(report.exhibits))}"
    yield doc.Facts(
        [
            doc.Fact(words.say("report.case"), [report.info.id], exact=True),
            doc.Fact(words.say("report.made"), [korean_and_utc(report.made_utc)]),
            doc.Fact(words.say("sheet.count"), [files]),
        ],
        framed=True,
    )


def _rest(report: Report, exhibits: Sequence[Exhibit], words: Words) -> Iterator[doc.Block]:
    yield doc.Text(words.say("sheet.what", version=report.version))
    columns = [
        doc.Column(words.say("sheet.number"), right=True),
        doc.Column(words.say("sheet.file"), 2.3),
        doc.Column(words.say("sheet.size"), right=True),
        doc.Column(words.say("sheet.captured"), 1.3),
    ]
    below = doc.Column(words.say("sheet.hash"), exact=True)
    yield doc.Table(columns, [_row(each, words) for each in exhibits], below)
    yield doc.Spelling(words.say("report.spelling"))
    # On one page: a page that is signed says which bundle it belongs to.
    yield doc.Together([*_seal(report, words), *_signatures(report, words)])


def _seal(report: Report, words: Words) -> Iterator[doc.Block]:
    if report.sealed:
        yield doc.Heading(words.say("sheet.seal"))
        yield doc.Text(words.say("sheet.seal.what"), "intro")
        yield short_seal(report.sealed, words)


def _signatures(report: Report, words: Words) -> Iterator[doc.Block]:
    yield doc.Heading(words.say("sheet.sign"))
    yield doc.Text(words.say("sheet.sign.what"), "intro")
    people = [words.say(f"sheet.{each}") for each in signers(report)]
    yield doc.Signatures(people, [words.say(f"sheet.{each}") for each in FIELDS])


def signers(report: Report) -> tuple[str, str, str]:
    """Return who signs: for a child, its guardian if it was a guardian who made the bundle."""
    return ("guardian" if report.made_by == "guardian" else "victim"), "counsellor", "officer"


def _row(exhibit: Exhibit, words: Words) -> list[str]:
    detail = exhibit.detail
    item = detail.item
    source = detail.sources[0] if detail.sources else None
    captured = source.acquired_at_utc if source else None
    size = thousands(item.size) if item.size is not None else NONE
    return [
        str(item.item),
        plain_name(item.name or NONE),
        size,
        f"{korean_time(captured)} KST\n{utc_time(captured)} UTC" if captured else NONE,
        item.sha256 or words.say("sheet.no_content"),
    ]
