"""Mails and saved pages, made as programs make them."""

import base64
from collections.abc import Sequence
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

NOON = 1722513600  # 2024-08-01 12:00:00 UTC
PICTURE = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
PAGE = "https://example.com/방/1"


def mail(
    *attached: tuple[str, bytes], subject: str = "이거 봐", text: str = "보세요"
) -> EmailMessage:
    """A mail with attachments."""
    made = EmailMessage()
    made["From"] = Address("윤", addr_spec="yun@example.com")
    made["To"] = Address("Her", addr_spec="her@example.com")
    made["Subject"] = subject
    made["Date"] = format_datetime(datetime.fromtimestamp(NOON, UTC))
    made["Message-ID"] = "<1@example.com>"
    made.set_content(text)
    for name, content in attached:
        made.add_attachment(content, "image", "jpeg", filename=name)
    return made


def mailbox(mails: Sequence[EmailMessage]) -> bytes:
    """An mbox."""
    return b"".join(
        b"From yun@example.com Thu Aug  1 12:00:00 2024\n" + bytes(each) + b"\n" for each in mails
    )


def mhtml(parts: Sequence[tuple[str, str, bytes]], head: str = "") -> bytes:
    """What Chrome saves: the page, then (type, address, content) of what it shows."""
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {PAGE}",
        "Subject: =?utf-8?Q?=EB=B0=A9?=",
        "Date: Thu, 1 Aug 2024 12:00:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--Multi--"',
        "",
        "",
    ]
    for kind, address, content in [("text/html", PAGE, b"<html></html>"), *parts]:
        lines += [
            "----Multi--",
            f"Content-Type: {kind}",
            "Content-Transfer-Encoding: base64",
            f"Content-Location: {address}",
            "",
            base64.encodebytes(content).decode().replace("\n", "\r\n"),
        ]
    return (head + "\r\n".join([*lines, "----Multi----", ""])).encode()
