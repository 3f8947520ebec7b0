"""Small honest exports of every kind that the program reads: what the fuzzer starts from."""

import base64
import gzip
import io
import json
import tarfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from PIL import Image

from app.intake import Answers, QuestionKind
from tests.support.formats import (
    alzip_archives,
    archives,
    compound_files,
    exports,
    flash_films,
    foreign_archives,
    inline_pictures,
    mac_images,
    mails,
    pdfs,
    seven_zips,
    warcs,
)
from tests.support.formats.programs import program
from tools.fuzz.mending import mend_7z, mend_tar

Mend = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Seed:
    """A small honest export.

    Attributes:
        files: By their path below its folder.
        mend: Puts checksums right after a change, so that what lies behind them is reached.
    """

    files: Mapping[str, bytes]
    mend: Mend | None = None


ANSWERS = Answers(everywhere={QuestionKind.PASSWORD: ("secret",), QuestionKind.OWNER: ("윤",)})
"""To whatever a reader asks."""

FILE = "kept.bin"
"""The name of a lone file tells nothing."""


def _picture(kind: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (12, 8), (200, 40, 80)).save(content, kind)
    return content.getvalue()


JPEG, PNG = _picture("JPEG"), _picture("PNG")
_FOREIGN = (
    *(foreign_archives.cpio, foreign_archives.lha, foreign_archives.cab),
    *(foreign_archives.rar_4, foreign_archives.rar_5, foreign_archives.iso, foreign_archives.ar),
)
_INSIDE = {"a/1.jpg": JPEG, "b.png": PNG, "거울.txt": b"text", "deep/er/2.jpg": JPEG + b"2"}


_TO_GREY = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>"


def seeds() -> dict[str, Seed]:
    """Return the seeds by name: the class of the reader, then what is special about the seed."""
    kinds = (_telegram, _chats, _pages, _mails, _archives, _documents)
    return {name: seed for kind in kinds for name, seed in kind()}


def _alone(content: bytes, mend: Mend | None = None) -> Seed:
    return Seed({FILE: content}, mend)


def _telegram() -> Iterator[tuple[str, Seed]]:
    photo, video = "photos/photo_1.jpg", "video_files/v.mp4"
    files = {photo: JPEG, video: b"\0\0\0\x18ftypisom" + bytes(40), "files/b.zip": _zip()}
    messages = [
        exports.message(1, photo=photo, width=12, height=8),
        exports.message(2, file=video, media_type="video_file", thumbnail="t_thumb.jpg"),
        exports.message(3, file=exports.NOT_INCLUDED, text=["a", {"text": "b"}]),
        exports.message(4, file="files/b.zip", forwarded_from="\\xEC\\x9C\\xA4"),
        exports.message(5, type="service", action="edit_group_photo", photo=photo),
    ]
    room = exports.room(messages)
    yield "TelegramJson", Seed({"result.json": _json(room), **files})
    below = {f"chats/chat_01/{name}": content for name, content in files.items()}
    account = _json(exports.account([room]))
    for name in files:
        account = account.replace(name.encode(), f"chats/chat_01/{name}".encode())
    yield "TelegramJson, account", Seed({"result.json": account, **below})
    page = exports.page(
        exports.html_message(1, exports.html_photo(photo), text="<b>보</b>세요")
        + exports.html_message(2, exports.html_file("files/b.zip"), sender="")
        + exports.html_message(3, exports.html_absent(exports.TOO_LARGE))
    ).encode()
    pages = {"messages.html": page, "messages2.html": page, "css/style.css": b"a{}"}
    yield "TelegramHtml", Seed({**pages, **files})
    index = {"export_results.html": page, "lists/contacts.html": b"c"}
    chat = {f"chats/chat_01/{name}": each for name, each in {**pages, **files}.items()}
    yield "TelegramHtml, account", Seed({**index, **chat})


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _chats() -> Iterator[tuple[str, Seed]]:
    said = "[13/08/2024, 21:00:07] 윤: "
    whatsapp = f"{said}<attached: 1-PHOTO.jpg>\r\n{said}<Media omitted>\n{said}보세요\n또\n"
    yield "WhatsApp", Seed({"_chat.txt": whatsapp.encode(), "1-PHOTO.jpg": JPEG})
    said = "8/13/24, 9:00 PM - 윤: "
    whatsapp = f"{said}IMG-20240813-WA0001.jpg (file attached)\n{said}<Media omitted>\n"
    yield "WhatsApp, Android", Seed({"방.txt": whatsapp.encode(), "IMG-20240813-WA0001.jpg": JPEG})
    head = "방 님과 카카오톡 대화\n저장한 날짜 : 2024-08-02 10:00:00\n\n"
    day = "-" * 15
    words = ("사진", "사진 3장", "동영상", "파일: a.jpg")
    windows = f"{head}{day} 2024년 8월 1일 목요일 {day}\n" + "".join(
        f"[윤] [오후 9:00] {word}\n" for word in words
    )
    yield "KakaoTalk", Seed({"talk.txt": windows.encode(), "a.jpg": JPEG})
    phone = head + "".join(f"2024년 8월 1일 오후 9:00, 윤 : {word}\n" for word in words)
    yield "KakaoTalk, phone", Seed({"talk.txt": phone.encode("cp949"), "a.jpg": JPEG})
    table = "Date,User,Message\n" + "".join(
        f'2024-08-01 21:00:00,"윤","{word}"\n' for word in words
    )
    yield "KakaoTalkCsv", Seed({"talk.csv": table.encode(), "a.jpg": JPEG})
    yield "Discord", Seed({"방.json": _json(_discord()), "방.json_Files/a-1.jpg": JPEG})


def _discord() -> object:
    sent = {"id": "4", "url": "방.json_Files/a-1.jpg", "fileName": "a.jpg", "fileSizeBytes": 1}
    web = {**sent, "url": "https://cdn.discordapp.com/attachments/2/4/a.jpg?ex=1"}
    message = {
        "id": "4",
        "type": "Default",
        "timestamp": "2024-08-01T21:00:00.123+09:00",
        "content": "보세요",
        "author": {"id": "9", "name": "yun", "discriminator": "0001", "nickname": "윤"},
        "attachments": [sent, web],
        "embeds": [{"image": {"url": "https://a/b.jpg"}, "images": [], "thumbnail": {"url": "t"}}],
        "stickers": [{"id": "1", "name": "s", "sourceUrl": "방.json_Files/a-1.jpg"}],
        "forwardedMessage": {"attachments": [sent]},
    }
    guild, channel = {"id": "1", "name": "모임"}, {"id": "2", "type": "GuildTextChat", "name": "방"}
    return {"guild": guild, "channel": channel, "messages": [message], "messageCount": 1}


def _pages() -> Iterator[tuple[str, Seed]]:
    pictures = [("image/jpeg", "https://a/1.jpg", JPEG), ("image/png", "cid:2", PNG)]
    yield "Mhtml", _alone(mails.mhtml(pictures))
    url = f"data:image/jpeg;base64,{base64.b64encode(JPEG).decode()}"
    note = (
        "<!--\n Page saved with SingleFile \n url: https://a/b \n saved date: Thu Aug 01 2024 21:"
    )
    head = f"<!DOCTYPE html> <html>{note}00:00 GMT+0900 (x)\n--><title>방 &amp; 글</title>"
    body = f'<img src="{url}"><style>a{{background:url({url})}}</style>'
    yield "SingleFile", _alone((head + body).encode())
    yield "SingleFile, packed", _alone(head.encode() + _zip())
    monolith = "<!-- Saved from https://a/b at 2024-08-01T12:00:00Z using monolith v2 -->"
    yield "SingleFile, monolith", _alone((monolith + body).encode())
    answers = (
        warcs.answer(JPEG),
        warcs.answer(warcs.chunked(JPEG, 100), "Transfer-Encoding: chunked"),
        warcs.answer(gzip.compress(JPEG), "Content-Encoding: gzip"),
        warcs.answer(b"<p>", kind="text/html"),
    )
    records = [
        warcs.record("", b"software: x\r\n", "warcinfo"),
        *(warcs.record(f"https://a/{n}.jpg", each) for n, each in enumerate(answers)),
        warcs.record("https://a/9.jpg", b"", "revisit", "WARC-Refers-To-Target-URI: x"),
    ]
    yield "WebArchive", _alone(inline_pictures.safari(JPEG, PNG))
    har = inline_pictures.recorded([("https://a/1.jpg", "image/jpeg", JPEG)] * 3)
    yield "HarFile", _alone(har.encode())
    saved = b"<!-- saved from url=(0013)https://a/b -->\n<title>b</title>"
    tags = [flash_films.jpeg(JPEG), *flash_films.parted_jpeg(JPEG)]
    bare = np.full((3, 5, 3), 7, np.uint8)
    tags += [flash_films.bare(bare, kind) for kind in (3, 4, 5)]
    for packing in ("F", "C", "Z"):
        yield f"Flash, {packing}", _alone(flash_films.film(tags, packing))
    yield "SavedPages", Seed({"b.html": saved, "b_files/1.jpg": JPEG, "c.png": PNG})
    yield "WarcFile", _alone(b"".join(records))
    yield "WarcFile, packed", _alone(warcs.packed(*records))
    wacz = {"datapackage.json": b"{}", "archive/data.warc.gz": warcs.packed(*records)}
    yield "Wacz", _alone(exports.zipped(wacz))


def _mails() -> Iterator[tuple[str, Seed]]:
    mail = mails.mail(("거울.jpg", JPEG), ("2.png", PNG))
    yield "Mail", _alone(bytes(mail))
    outer = mails.mail(("3.jpg", JPEG))
    outer.add_attachment(mail)
    yield "Mail, in a mail", _alone(bytes(outer))
    yield "Mail, mailbox", _alone(mails.mailbox([mail, outer, mail]))
    yield "WinMail", _alone(inline_pictures.winmail(("거울.jpg", JPEG), ("b.png", PNG)))


def _zip() -> bytes:
    return exports.zipped(_INSIDE)


def _archives() -> Iterator[tuple[str, Seed]]:
    inside = list(_INSIDE.items())
    yield "Archive, zip", _alone(_zip())
    yield "Archive, zip, stored", _alone(exports.zipped(_INSIDE, 0))
    yield "Archive, zip, locked", _alone(exports.LOCKED_ZIP)
    yield "Archive, zip in itself", _alone(exports.zipped({"in.zip": _zip(), "1.jpg": JPEG}))
    yield "Archive, 7z", _alone(seven_zips.seven_zipped(inside), mend_7z)
    yield "Archive, 7z, stored", _alone(seven_zips.seven_zipped(inside, is_packed=False), mend_7z)
    yield "Archive, 7z, locked", _alone(seven_zips.LOCKED_7Z, mend_7z)
    yield "Archive, 7z, locked list", _alone(seven_zips.LOCKED_LIST_7Z, mend_7z)
    pax = archives.tarred(inside)
    yield "Archive, tar", _alone(pax, mend_tar)
    gnu = archives.tarred([("n" * 200, b"x"), *inside], tarfile.GNU_FORMAT)
    yield "Archive, tar, GNU", _alone(gnu, mend_tar)
    for packing in ("gz", "bz2", "xz", "zst"):
        yield f"Archive, tar, {packing}", _alone(archives.PACKERS[packing](pax))
        yield f"Archive, {packing}", _alone(archives.PACKERS[packing](JPEG))
    for make in _FOREIGN:
        yield f"Archive, {make.__name__}", _alone(make([("A.JPG", JPEG), ("B.PNG", PNG)]))
    for packing, number in mac_images.DMGS.items():
        image = mac_images.dmg(foreign_archives.iso([("A.JPG", JPEG)]), number)
        yield f"Archive, dmg, {packing}", _alone(image)
    for name, archive in (("7z", seven_zips.seven_zipped(inside)), ("zip", _zip())):
        yield f"Archive, program, {name}", _alone(program(archive))
    yield "AlZip, ALZ", _alone(alzip_archives.alz(inside))
    for method in alzip_archives.METHODS:
        yield f"AlZip, EGG, {method}", _alone(alzip_archives.egg(inside, method=method))
    volumes = alzip_archives.split_egg(inside, 700)
    yield "AlZip, in files", Seed({f"a.vol{n}.egg": each for n, each in enumerate(volumes, 1)})
    pieces = exports.zipped(_INSIDE, 0)
    half = len(pieces) // 2 + 1
    yield "LaterPiece", Seed({"a.zip.001": pieces[:half], "a.zip.002": pieces[half:]})


def _documents() -> Iterator[tuple[str, Seed]]:
    cards = inline_pictures.card(f"PHOTO;ENCODING=b;TYPE=JPEG:{inline_pictures.folded(JPEG)}")
    yield "VCard", _alone(cards.encode() * 3)
    yield "RichText", _alone(inline_pictures.rich_text(JPEG, PNG))
    yield "Drawing", _alone(inline_pictures.drawing(JPEG).encode())
    told = "/ColorSpace/DeviceRGB/BitsPerComponent 8"
    rgb = bytes(range(24))
    objects = [
        pdfs.image(f"{told}/Filter/DCTDecode/SMask 4 0 R", JPEG),
        pdfs.image("/ColorSpace/DeviceGray/BitsPerComponent 8", bytes(8)),
        pdfs.image(f"{told}/Filter/FlateDecode", pdfs.flate(rgb)),
        pdfs.image(f"/ColorSpace[/Indexed/DeviceRGB 7<{rgb.hex()}>]", bytes(8)),
        pdfs.image(f"/ColorSpace[/Separation/K/DeviceGray{_TO_GREY}]", bytes(8)),
        pdfs.image("/ColorSpace[/DeviceN[/A/B]/DeviceGray 9 0 R]/BitsPerComponent 8", bytes(16)),
        pdfs.stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1]", b"{add 2 div dup exch pop}"),
        pdfs.image("/Filter[/ASCIIHexDecode/LZWDecode/RunLengthDecode]", b"80 0b 60>"),
        pdfs.image("/Filter[/ASCII85Decode/DCTDecode]", b's4IA0!"_qX~>'),
        pdfs.image("/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 8>>", b"\0\1"),
        pdfs.stream("/Type/EmbeddedFile", _zip()),
    ]
    pdf = pdfs.pdf(objects)
    yield "Pdf", _alone(pdf)
    yield "Pdf, object streams", _alone(pdfs.packed_pdf(objects))
    yield "Pdf, locked", _alone(pdfs.locked(pdf, "secret"))
    yield "Compound", _alone(compound_files.outlook({"거울.jpg": JPEG, "2.png": PNG}))
    yield "Compound, HWP", _alone(compound_files.hwp({"1.jpg": JPEG}))
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": b"<r/>",
        "word/document.xml": b"<d/>",
    }
    word = {**parts, "word/media/1.jpg": JPEG}
    yield "ZipDocument", _alone(exports.zipped(word))
    odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "Pictures/1.jpg": JPEG}
    yield "ZipDocument, ODT", _alone(exports.zipped(odt))
