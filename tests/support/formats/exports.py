"""Small exports of every format, made as the programs make them that write them."""

import html
import json
import zipfile
from base64 import b64decode
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

ROOM = 1234567890
NOON = 1722513600  # 2024-08-01 12:00:00 UTC
NOT_INCLUDED = "(File not included. Change data exporting settings to download.)"
TOO_LARGE = "(File exceeds maximum size. Change data exporting settings to download.)"
UNAVAILABLE = "(File unavailable, please try again later)"
PHONE = "+82 10-1234-5678"
SESSION = "192.0.2.77"
CONTACT = "Her Aunt"


def message(number: int, **more: object) -> dict[str, object]:
    """A message of the JSON export; None takes a field away."""
    told: dict[str, object] = {
        "id": number,
        "type": "message",
        "date": "2024-08-01T21:00:00",
        "date_unixtime": str(NOON + number),
        "from": "윤",
        "from_id": "user77",
        "text": "",
        **more,
    }
    return {name: value for name, value in told.items() if value is not None}


def room(messages: Sequence[Mapping[str, object]], **more: object) -> dict[str, object]:
    """One chat as JSON."""
    head = {"name": "방", "type": "private_supergroup", "id": ROOM}
    return {**head, **more, "messages": messages}


def write_telegram(folder: Path, told: Mapping[str, Any], files: Mapping[str, bytes]) -> Path:
    """The folder of a JSON export."""
    folder.mkdir(exist_ok=True)
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / "result.json").write_text(text, "utf-8", "surrogatepass")
    write_files(folder, files)
    return folder


def account(chats: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """A full export as JSON, with all that must not be taken."""
    return {
        "about": "Here is the data you requested. Remember: Telegram is ad free.",
        "personal_information": {"user_id": 5, "first_name": "Her", "phone_number": PHONE},
        "profile_pictures": [{"photo": "profile_pictures/photo_1.jpg"}],
        "contacts": {"about": "c", "list": [{"first_name": CONTACT, "phone_number": PHONE}]},
        "sessions": {"about": "s", "list": [{"last_ip": SESSION, "photo": "files/spy.jpg"}]},
        "chats": {"about": "This page lists all chats from this export.", "list": chats},
        "left_chats": {"about": "l", "list": []},
    }


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def page(body: str, title: str = "방") -> str:
    """A page of the HTML export."""
    return (
        '<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n<title>Exported Data</title>'
        '\n  <link href="css/style.css" rel="stylesheet"/>\n </head>\n'
        '<body onload="CheckLocation();">\n <div class="page_wrap">\n  <div class="page_header">'
        '<div class="content"><div class="text bold">\n'
        f"{html.escape(title)} \n</div></div></div>\n"
        f'  <div class="page_body chat_page"><div class="history">\n{body}</div></div></div>'
        "</body></html>"
    )


def html_message(
    number: int, media: str, *, sender: str = "윤", text: str = "", zone: str = " UTC+09:00"
) -> str:
    """A message of the HTML export; without a sender it is joined to the one before."""
    name = f'<div class="from_name">\n{html.escape(sender)} \n</div>' if sender else ""
    words = f'<div class="text">\n{text}\n</div>' if text else ""
    return (
        f'<div class="message default clearfix{"" if sender else " joined"}" id="message{number}">'
        f'<div class="body"><div class="pull_right date details" title="01.08.2024 21:00:00{zone}">'
        f"\n21:00\n</div>{name}"
        f'<div class="media_wrap clearfix">{media}</div>{words}</div></div>\n'
    )


def html_photo(path: str) -> str:
    """A photo that is in the export."""
    thumb = path.replace(".jpg", "_thumb.jpg")
    return (
        f'<a class="photo_wrap clearfix pull_left" href="{path}">'
        f'<img class="photo" src="{thumb}" style="width: 260px"/></a>'
    )


def html_file(path: str, kind: str = "media_file") -> str:
    """A file that is in the export."""
    return (
        f'<a class="media clearfix pull_left block_link {kind}" href="{path}">'
        '<div class="fill pull_left"></div><div class="body"><div class="title bold">a.zip</div>'
        '<div class="status details">1 MB</div></div></a>'
    )


def html_absent(why: str) -> str:
    """A photo that is not."""
    return (
        '<div class="media clearfix pull_left media_photo"><div class="fill pull_left"></div>'
        f'<div class="body"><div class="title bold">Photo</div><div class="description">\n{why}\n'
        '</div><div class="status details">1280x720, 200 KB</div></div></div>'
    )


def zipped(files: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", how) as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return content.getvalue()


LOCKED_ZIP = b64decode(
    "UEsDBBQAAQAAAAAAIQAgMDo2EgAAAAYAAAAJAAAAaGVsbG8udHh0yInJW7TerA5anX5XMNR2R2F+UEsBAhQAFAAB"
    "AAAAAAAhACAwOjYSAAAABgAAAAkAAAAAAAAAAAAAAAAAAAAAAGhlbGxvLnR4dFBLBQYAAAAAAQABADcAAAA5AAAA"
    "AAA="
)
"""hello.txt with the old cipher under "secret", which zipfile reads and does not write."""


def arabic(text: str) -> str:
    """The same with the digits of Arabic."""
    return text.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})
