import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from face.types import Reason
from tests.support.formats.exports import zipped
from tests.support.formats.mails import NOON, PICTURE, mail, mailbox
from tests.support.reading_here import found_at, open_entry


def written(folder: Path, content: bytes | EmailMessage, name: str = "kept.bin") -> Path:
    """Write a file whose name tells nothing."""
    (folder / name).write_bytes(bytes(content))
    return folder / name


def read_again(address: str) -> bytes:
    with open_entry(address) as stream:
        return stream.read()


def test_an_attachment_has_sender_date_and_subject_as_claimed(tmp_path: Path) -> None:
    found = found_at(written(tmp_path, mail(("거울.jpg", PICTURE))))
    (entry,) = found.entries
    assert entry.name == "거울.jpg"
    assert dict(entry.provenance) == {
        "platform": "email",
        "message_id": "<1@example.com>",
        "message_time_unix": NOON,
        "sender_display": "윤",
        "sender_id": "yun@example.com",
        "post_title": "이거 봐",
        "note": "[claimed]",
    }
    assert read_again(entry.path) == PICTURE
    assert entry.size == pytest.approx(len(PICTURE), rel=0.05)
    assert found.blocked == []


def test_a_picture_in_the_text_of_a_mail_is_taken_and_the_text_is_not(tmp_path: Path) -> None:
    made = mail()
    made.add_alternative('<img src="cid:a">', subtype="html")
    html = made.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(PICTURE, "image", "jpeg", cid="<a>")
    (entry,) = found_at(written(tmp_path, made)).entries
    assert read_again(entry.path) == PICTURE


def test_every_mail_of_a_mailbox_is_read(tmp_path: Path) -> None:
    sayings = "From now on\n\nFrom me at 12:00"
    mails = [mail((f"{n}.jpg", PICTURE + bytes([n])), text=sayings) for n in range(3)]
    found = found_at(written(tmp_path, mailbox(mails)))
    assert found.names() == ["0.jpg", "1.jpg", "2.jpg"]
    assert [read_again(each.path) for each in found.entries] == [
        PICTURE + bytes([n]) for n in range(3)
    ]
    assert found.blocked == []


SEPARATORS = {
    "as in the RFC": "From yun@example.com Thu Aug  1 12:00:00 2024",
    "Thunderbird": "From - Thu Aug 01 12:00:00 2024",
    "Thunderbird, no date": "From - ",
    "Eudora": "From ???@??? Thu Aug 01 12:00:00 2024",
    "web mail": "From 1750000000000000001@xxx Thu Aug 01 12:00:00 +0000 2024",
    "no date": "From yun@example.com",
    "nobody": "From MAILER-DAEMON Thu Aug  1 12:00:00 2024",
}


@pytest.mark.parametrize("between", [b"", b"\n", b"\n\n"], ids=["none", "one", "two"])
@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_mailboxes_are_read_as_programs_write_them(
    tmp_path: Path, separator: str, between: bytes, end: bytes
) -> None:
    mails = [mail((f"{n}.jpg", PICTURE + bytes([n]))) for n in range(3)]
    content = b"".join(separator.encode() + b"\n" + bytes(each) + between for each in mails)
    found = found_at(written(tmp_path, content.replace(b"\n", end)))
    assert found.names() == ["0.jpg", "1.jpg", "2.jpg"]
    assert [read_again(each.path) for each in found.entries] == [
        PICTURE + bytes([n]) for n in range(3)
    ]
    assert found.blocked == []


@pytest.mark.parametrize("size", [1, 5, 61, 1000])
def test_the_pieces_in_which_a_mailbox_is_read_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    path = written(tmp_path, mailbox([mail((f"{n}.jpg", PICTURE[:900])) for n in range(5)]))
    there = found_at(path)
    assert len(there.entries) == 5
    monkeypatch.setattr("app.intake.readers.mail.mime._FIRST", size)
    monkeypatch.setattr("app.intake.readers.mail.mime.CHUNK", size)
    assert [each.path for each in found_at(path).entries] == [each.path for each in there.entries]


@pytest.mark.parametrize("length", [60_000, 1_000_000])
def test_a_line_without_end_hides_no_part(tmp_path: Path, length: int) -> None:
    content = bytes(mail(("a.jpg", PICTURE), ("b.jpg", PICTURE)))
    at = content.index(b"\n--", content.index(b"a.jpg"))
    found = found_at(written(tmp_path, content[:at] + b"\n--" + b"x" * length + content[at:]))
    assert found.names() == ["a.jpg", "b.jpg"]


def test_a_text_that_says_from_is_no_further_mail(tmp_path: Path) -> None:
    text = "From - well\nTo: her\n\nFrom here to 12:00 in 2024\nthere\nFrom a@b.c\nnothing\n"
    mails = [mail((f"{n}.jpg", PICTURE + bytes([n])), text=text) for n in range(2)]
    assert found_at(written(tmp_path, mailbox(mails))).names() == ["0.jpg", "1.jpg"]


def test_a_sender_that_is_nested_too_deeply_costs_no_attachment(tmp_path: Path) -> None:
    content = bytes(mail(("거울.jpg", PICTURE)))
    at = content.index(b"From: ")
    nested = b"From: " + b"(" * 1_200 + b")" * 1_200 + b" <a@b>"
    end = content.index(b"\n", at)
    (entry,) = found_at(written(tmp_path, content[:at] + nested + content[end:])).entries
    assert read_again(entry.path) == PICTURE


def test_a_mail_of_apple_mail_is_read(tmp_path: Path) -> None:
    content = bytes(mail(("거울.jpg", PICTURE)))
    marks = b'<?xml version="1.0"?><plist version="1.0"><dict/></plist>'
    found = found_at(written(tmp_path, b"%-10d\n" % len(content) + content + marks))
    (entry,) = found.entries
    assert read_again(entry.path) == PICTURE
    assert entry.provenance["message_time_unix"] == NOON
    assert found.blocked == []


def test_mails_and_archives_attached_to_a_mail_are_opened(tmp_path: Path) -> None:
    outer = mail()
    outer.add_attachment(mail(("deep.jpg", PICTURE)))
    outer.add_attachment(
        zipped({"in.jpg": PICTURE}), "application", "zip", filename="../../etc/a.zip"
    )
    found = found_at(written(tmp_path, outer))
    assert found.names() == ["deep.jpg", "in.jpg"]
    assert {read_again(each.path) for each in found.entries} == {PICTURE}
    assert found.entries[1].provenance["sender_id"] == "yun@example.com"


def test_two_attachments_of_one_name_are_two(tmp_path: Path) -> None:
    made = mail(("a.jpg", PICTURE), ("a.jpg", PICTURE + b"2"))
    one, two = found_at(written(tmp_path, made)).entries
    assert (read_again(one.path), read_again(two.path)) == (PICTURE, PICTURE + b"2")


@pytest.mark.parametrize(
    "name",
    [
        b'filename="=?ks_c_5601-1987?B?sMW/7y5qcGc=?="',
        b'filename="' + "거울.jpg".encode("cp949") + b'"',
        b'filename="' + "거울.jpg".encode() + b'"',
        b"filename*=UTF-8''%EA%B1%B0%EC%9A%B8.jpg",
        b"filename*0*=UTF-8''%EA%B1%B0; filename*1*=%EC%9A%B8.jpg",
        b'filename="=?utf-8?Q?..=5C..=2F=EA=B1=B0=EC=9A=B8.jpg?="',
    ],
)
def test_a_name_is_read_in_every_way_that_mails_write_it(tmp_path: Path, name: bytes) -> None:
    lines = [
        b"From: a@example.com",
        b"Date: Thu, 1 Aug 2024 21:00:00 +0900",
        b"Subject: " + "거울".encode("cp949"),
        b"Content-Type: image/jpeg",
        b"Content-Disposition: attachment; " + name,
    ]
    (entry,) = found_at(written(tmp_path, b"\r\n".join([*lines, b"", PICTURE]))).entries
    assert entry.name == "거울.jpg"
    assert entry.provenance["message_time_unix"] == NOON
    assert entry.provenance["post_title"] == "거울"
    assert read_again(entry.path) == PICTURE


@pytest.mark.parametrize(
    "head",
    [
        "Date: yesterday\nFrom: =?x-nothing?B?////?=\nSubject: =?utf-8?B?A?=",
        "Date: Thu, 99 Aug 99999\nFrom: <<<>>>\nSubject: =?unicode_escape?Q?\\ud800?=",
        "Date:\nFrom:\nSubject: " + "x" * 100_000,
        "Date: Thu, 1 Aug 0001 00:00:00 +2359\nFrom: a\nSubject: \x00\x01",
    ],
)
def test_headers_that_make_no_sense_cost_nothing_but_themselves(tmp_path: Path, head: str) -> None:
    text = f"{head}\nContent-Type: image/jpeg; name*=bad''%ff; charset*=x\n\n".encode()
    (entry,) = found_at(written(tmp_path, text + PICTURE)).entries
    assert read_again(entry.path) == PICTURE
    "".join(str(each) for each in entry.provenance.values()).encode()


def test_a_mail_that_breaks_off_is_read_as_far_as_it_goes_and_said(tmp_path: Path) -> None:
    whole = bytes(mail(("a.jpg", PICTURE), ("b.jpg", PICTURE)))
    found = found_at(written(tmp_path, whole[:-3000]))
    assert found.names() == ["a.jpg", "b.jpg"]
    assert PICTURE.startswith(read_again(found.entries[1].path))
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_parts_in_parts_without_end_are_not_followed(tmp_path: Path) -> None:
    lines = ["From: a@example.com", "Date: x", "Subject: x"]
    for depth in range(40):
        lines += [f'Content-Type: multipart/mixed; boundary="b{depth}"', "", f"--b{depth}"]
    found = found_at(written(tmp_path, "\n".join(lines).encode()))
    assert Reason.TOO_DEEP in [each.reason for each in found.blocked]


def test_a_text_that_only_begins_like_a_mail_is_none(tmp_path: Path) -> None:
    found = found_at(written(tmp_path, b"Subject: shopping\n\nmilk"))
    assert found.names() == ["kept.bin"]


def test_an_attachment_is_found_under_its_own_address_only(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, mail(("a.jpg", PICTURE)))
    (entry,) = found_at(path).entries
    for address in ("x", "0-/9/a.jpg", "0-/1/b.jpg", f"{10**12}-/0/a", "0-5/0/a", "-1/0/a"):
        with pytest.raises(FileNotFoundError):
            open_entry(f"{path}\0{address}")
    assert read_again(entry.path) == PICTURE


def test_a_header_of_nothing_but_parameters_is_over_soon(tmp_path: Path) -> None:
    made = mail(("1.jpg", PICTURE))
    content = bytes(made).replace(b"image/jpeg", b'image/jpeg; x="' + b";" * 200_000 + b'"')
    started = time.process_time()
    found = found_at(written(tmp_path, content))
    assert time.process_time() - started < 5
    assert [read_again(entry.path) for entry in found.entries] == [PICTURE]
