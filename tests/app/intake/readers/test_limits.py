"""Each limit of containers: at the limit everything is read, beyond it the number is reported."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from app.intake.readers.core.reader import Entry
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.formats import archives, exports, inline_pictures, mails, pdfs, seven_zips, warcs
from tests.support.formats.discord_exports import export, message
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import Sorted, found_at

Files = Mapping[str, bytes]
FACE_LIMITS = "app.sandbox.reader_limits"
TELEGRAM_HTML = "app.intake.readers.telegram.html_export"
IOS = "[13/08/2024, 21:00:07] 윤: <Media omitted>\n"
KAKAO = "[윤] [오후 9:00] 사진\n"


class Limit(NamedTuple):
    """A limit.

    Attributes:
        module, name: Where it is read.
        value: What it is made in the test.
        files: Makes an export of so many, or so much.
        at, over: How much is just let through, and what is not any more.
        said: The detail then.
    """

    module: str
    name: str
    value: int
    files: Callable[[int], Files]
    at: int
    over: int
    said: str
    reason: Reason = Reason.TOO_LARGE


def members(count: int, size: int = 1) -> list[tuple[str, bytes]]:
    return [(f"{number}.jpg", b"x" * size) for number in range(count)]


def in_zip(count: int) -> Files:
    return {"a": exports.zipped(dict(members(count)))}


def nested(deep: int) -> Files:
    content = exports.zipped({"a.jpg": b"x"})
    for _ in range(deep - 1):
        content = exports.zipped({"a.zip": content})
    return {"a": content}


def telegram(count: int) -> Files:
    messages = [exports.message(number, photo="a.jpg") for number in range(count)]
    return {"a.jpg": b"x", "result.json": json.dumps(exports.room(messages)).encode()}


def telegram_page(count: int) -> Files:
    photo = exports.html_photo("a.jpg")
    body = "".join(exports.html_message(number, photo) for number in range(count))
    return {"a.jpg": b"x", "messages.html": exports.page(body).encode()}


def padded_page(size: int) -> Files:
    content = telegram_page(1)["messages.html"]
    return {"a.jpg": b"x", "messages.html": content.ljust(size)}


def discord(count: int) -> Files:
    messages = (message(number, "a.jpg") for number in range(count))
    return {"a.jpg": b"x", "a.json": export(*messages)}


def table(count: int) -> Files:
    rows = '2024-08-01 21:00:00,"윤","사진"\n' * count
    return {"a.csv": f"Date,User,Message\n{rows}".encode()}


def whatsapp(count: int) -> Files:
    return {"_chat.txt": (IOS * count).encode()}


def kakaotalk(count: int) -> Files:
    return {"talk.txt": f"방 님과 카카오톡 대화\n{KAKAO * count}".encode()}


def mailbox(count: int) -> Files:
    return {"a": mails.mailbox([mails.mail(("1.jpg", PICTURE))] * count)}


def mail(count: int) -> Files:
    """Return a mail, one part of which is its text."""
    return {"a": bytes(mails.mail(*members(count - 1)))}


def cards(count: int) -> Files:
    return {"a": inline_pictures.card("PHOTO;ENCODING=b:/9j/4AAQSkZJRgAB").encode() * count}


def page(count: int) -> Files:
    url = "data:image/jpeg;base64,/9j/4AAQSkZJRgAB"
    return {"a": f"<!-- Saved from x at 2024 using monolith -->{(url + ' ') * count}".encode()}


def warc(count: int) -> Files:
    record = warcs.record("https://a/1.jpg", warcs.answer(PICTURE))
    return {"a": record * count}


def seven_zip(count: int) -> Files:
    return {"a": seven_zips.seven_zipped(members(count))}


def tar(count: int) -> Files:
    return {"a": archives.tarred(members(count), 0)}


def sized_tar(size: int) -> Files:
    return {"a": archives.tarred(members(1, size))}


def sized_zip(size: int) -> Files:
    return {"a": exports.zipped(dict(members(1, size)))}


def pdf(count: int) -> Files:
    """Return a PDF, which needs three objects for itself."""
    return {"a": pdfs.pdf([pdfs.image("/Filter/DCTDecode", PICTURE)] * (count - 3))}


LIMITS = (
    Limit("app.intake.readers.core.walk", "MAX_DEPTH", 2, nested, 2, 3, "2", Reason.TOO_DEEP),
    Limit(FACE_LIMITS, "MAX_ENTRIES", 3, in_zip, 3, 4, "4"),
    Limit(FACE_LIMITS, "MAX_ENTRIES", 3, seven_zip, 3, 4, "4"),
    Limit(FACE_LIMITS, "MAX_ENTRIES", 3, tar, 3, 4, "4"),
    Limit(FACE_LIMITS, "MAX_ENTRIES", 5, pdf, 5, 6, "6"),
    Limit(FACE_LIMITS, "MAX_ENTRIES", 3, cards, 3, 4, "3"),
    Limit(FACE_LIMITS, "MAX_MAIL_PARTS", 3, mail, 3, 4, "3"),
    Limit(FACE_LIMITS, "MAX_ENTRIES", 3, page, 3, 4, "3"),
    Limit(FACE_LIMITS, "MAX_UNPACKED_BYTES", 500, sized_zip, 500, 501, "501"),
    Limit(FACE_LIMITS, "MAX_UNPACKED_BYTES", 500, sized_tar, 500, 501, "501"),
    Limit("app.intake.readers.telegram.json_export", "MAX_MESSAGES", 3, telegram, 3, 4, "3"),
    Limit(TELEGRAM_HTML, "MAX_MESSAGES", 3, telegram_page, 3, 4, "3"),
    Limit(
        "app.intake.readers.telegram.html_export",
        "MAX_PAGE_BYTES",
        2000,
        padded_page,
        2000,
        2001,
        "2001",
    ),
    Limit("app.intake.readers.chats.discord", "MAX_MESSAGES", 3, discord, 3, 4, "3"),
    Limit("app.intake.readers.chats.kakaotalk", "MAX_MESSAGES", 3, table, 3, 4, "3"),
    Limit("app.intake.readers.chats.text_lines", "MAX_MESSAGES", 3, whatsapp, 3, 4, "3"),
    Limit("app.intake.readers.chats.text_lines", "MAX_MESSAGES", 3, kakaotalk, 3, 4, "3"),
    Limit("app.intake.readers.mail.mail", "MAX_MESSAGES", 3, mailbox, 3, 4, "3"),
    Limit("app.intake.readers.web.warc", "MAX_MESSAGES", 3, warc, 3, 4, "3"),
)


def found_with(limit: Limit, much: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Sorted:
    monkeypatch.setattr(f"{limit.module}.{limit.name}", limit.value)
    exports.write_files(folder / "export", limit.files(much))
    return found_at(folder / "export")


@pytest.mark.parametrize("limit", LIMITS, ids=lambda each: f"{each.name} {each.files.__name__}")
def test_at_a_limit_all_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: Limit
) -> None:
    found = found_with(limit, limit.at, tmp_path, monkeypatch)
    assert found.blocked == []
    assert found.entries or found.absent


@pytest.mark.parametrize("limit", LIMITS, ids=lambda each: f"{each.name} {each.files.__name__}")
def test_over_a_limit_the_number_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: Limit
) -> None:
    found = found_with(limit, limit.over, tmp_path, monkeypatch)
    assert [(each.reason, each.detail) for each in found.blocked] == [(limit.reason, limit.said)]


def refusals(entry: Entry) -> list[tuple[Reason, str]]:
    try:
        entry.open().close()
    except UnreadableMediaError as error:
        return [(error.reason, error.detail)]
    return []


@pytest.mark.parametrize(("name", "at"), [("MAX_ENTRIES", 24), ("MAX_UNPACKED_BYTES", 4_000)])
def test_archives_in_an_archive_count_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int
) -> None:
    inner = exports.zipped(dict(members(4, 150)))
    outer = exports.zipped({f"{n}.zip": inner + bytes([n]) for n in range(5)})
    exports.write_files(tmp_path, {"a.zip": outer, "b.jpg": b"x"})
    assert len(found_at(tmp_path).entries) == 21
    monkeypatch.setattr(reader_limits, name, at)
    found = found_at(tmp_path)
    (blocked,) = found.blocked
    assert (blocked.path, blocked.reason) == (str(tmp_path / "a.zip"), Reason.TOO_LARGE)
    assert int(blocked.detail) > at
    assert found.entries[-1].name == "b.jpg"
    assert 10 < len(found.entries) < 21


def test_a_member_that_is_too_large_is_said_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_limits, "IN_MEMORY_BYTES", 10)
    monkeypatch.setattr(reader_limits, "MAX_MEMBER_BYTES", 500)
    for make in (sized_zip, sized_tar):
        for size, reasons in ((500, []), (501, [(Reason.TOO_LARGE, "500")])):
            exports.write_files(tmp_path, make(size))
            (entry,) = found_at(tmp_path).entries
            assert refusals(entry) == reasons


def test_members_that_share_their_bytes_are_no_zip(tmp_path: Path) -> None:
    content = exports.zipped({"a.jpg": bytes(5000)}, 0)
    at = content.index(b"PK\1\2")
    row, end = content[at:-22], content[-22:]
    rows = row * 50
    counts = (50).to_bytes(2, "little") * 2 + len(rows).to_bytes(4, "little")
    (tmp_path / "a").write_bytes(content[:at] + rows + end[:8] + counts + end[16:])
    (blocked,) = found_at(tmp_path).blocked
    assert (blocked.reason, blocked.detail) == (Reason.DAMAGED, "250000")
