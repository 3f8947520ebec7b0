from datetime import datetime
from pathlib import Path

import pytest

from face.types import Reason
from tests.support.formats.exports import arabic, write_files, zipped
from tests.support.reading_here import Sorted, found_at

CODED = "Messages and calls are end-to-end encrypted."
IOS = "[13/08/2024, 21:00:07]"
LOCAL = int(datetime(2024, 8, 13, 21, 0, 7).timestamp())  # noqa: DTZ001 - of this computer


def found_in(folder: Path, text: str | bytes, *files: str, name: str = "_chat.txt") -> Sorted:
    content = text if isinstance(text, bytes) else text.encode()
    write_files(folder / "room", {name: content, **dict.fromkeys(files, b"a")})
    return found_at(folder / "room")


def test_a_photo_has_sender_text_and_a_time_that_is_assumed(tmp_path: Path) -> None:
    text = (
        f"{IOS} 방: \u200e{CODED}\r\n{IOS} 윤: 보세요\r\n이거 \u200e<attached: 0001-PHOTO.jpg>\r\n"
    )
    found = found_in(tmp_path, text, "0001-PHOTO.jpg", name="WhatsApp Chat - 방.txt")
    (entry,) = found.entries
    assert dict(entry.provenance) == {
        "platform": "whatsapp",
        "room_title": "방",
        "message_time_unix": LOCAL,
        "sender_display": "윤",
        "post_title": "보세요\n이거 <attached: 0001-PHOTO.jpg>",
        "note": "[time-assumed]",
    }
    assert (found.absent, found.blocked) == ([], [])


@pytest.mark.parametrize(
    "said",
    [
        "<attached: a-1.jpg>",
        "\u200e<첨부: a-1.jpg>",
        "<첨부파일: a-1.jpg>",
        "\u200e<adjunto: a-1.jpg>",
        "a-1.jpg (file attached)",
        "\u200ea-1.jpg (파일 첨부됨)",
        "a-1.jpg (Datei angehängt)",
        "a-1.jpg (archivo adjunto)",
        "a-1.jpg (file attached)\nlook",
        "a-1.jpg (檔案附件)",
        "a-1.jpg (bestand bijgevoegd)",
        "a-1.jpg (файл добавлен)",
        "look \u200e<attached: a-1.jpg>",
    ],
)
def test_a_file_is_understood_in_many_languages(tmp_path: Path, said: str) -> None:
    (entry,) = found_in(tmp_path, f"{IOS} 윤: {said}\n", "a-1.jpg").entries
    assert entry.provenance["sender_display"] == "윤"


def test_a_file_that_a_phone_named_is_known_in_any_language(tmp_path: Path) -> None:
    text = f"{IOS} 윤: IMG-20240813-WA0001.jpg (nieznany język)\n"
    assert len(found_in(tmp_path, text, "IMG-20240813-WA0001.jpg").entries[0].provenance) > 3


@pytest.mark.parametrize(
    "said",
    [
        "<Media omitted>",
        "<미디어 파일 제외됨>",
        "<미디어 생략됨>",
        "\u200eimage omitted",
        "\u200evideo omitted",
        "사진 생략됨",
        "<Medien ausgeschlossen>",
        "<Multimedia omitido>",
        "<メディアは省略されました>",
        "<メディアは含まれていません>",
        "<媒體已忽略>",
        "<Arquivo de mídia oculto>",
        "imagem ocultada",
        "image absente",
        "afbeelding weggelaten",
        "<Medya dahil edilmedi>",
        "<Без медиафайлов>",
        "<pominięto multimedia>",
        "<Media har utelämnats>",
        "<Παραλείφθηκαν πολυμέσα>",
        "<תוכן מדיה הושמט>",
        "<تم استبعاد الوسائط>",
        "<मीडिया के बिना>",
        "<ไม่รวมสื่อ>",
    ],
)
def test_media_that_were_left_out_are_absent(tmp_path: Path, said: str) -> None:
    (absent,) = found_in(tmp_path, f"{IOS} 윤: {said}\n").absent
    assert absent.reason is Reason.NOT_IN_EXPORT
    assert absent.provenance["sender_display"] == "윤"


@pytest.mark.parametrize(
    "said", ["audio omitted", "Contact card omitted", "I omitted the best of it, you know"]
)
def test_sounds_contacts_and_words_are_no_pictures(tmp_path: Path, said: str) -> None:
    found = found_in(tmp_path, f"{IOS} 윤: {said}\n")
    assert (found.entries, found.absent) == ([], [])


def test_a_file_that_is_named_and_not_there_is_gone(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    said = ["윤: <attached: ../secret.jpg>", "윤: <attached: a.jpg>", "수: a.jpg (file attached)"]
    found = found_in(tmp_path, "".join(f"{IOS} {each}\n" for each in said))
    assert found.entries == []
    assert [each.reason for each in found.absent] == [Reason.GONE] * 3
    assert len({each.path for each in found.absent}) == 3


def test_two_of_one_minute_are_two_and_the_same_in_every_export(tmp_path: Path) -> None:
    line, other = f"{IOS} 윤: <Media omitted>\n", f"{IOS} 수: <Media omitted>\n"
    name = "WhatsApp Chat with 방.txt"
    one = found_in(tmp_path / "1", line + other + line, name=name).absent
    two = found_in(tmp_path / "2", line + other + line, name=name).absent
    assert len({each.path for each in one}) == 3
    assert [each.path for each in one] == [each.path for each in two]


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [
        ("8/13/24, 9:00 PM -", 21),
        ("8/13/24, 9:00\u202fPM -", 21),
        ("13.08.24, 21:00 -", 21),
        ("13/08/2024, 9:00 p. m. -", 21),
        ("2024-08-13, 21:00 -", 21),
        ("2024. 8. 13. 오후 9:00 -", 21),
        ("2024년 8월 13일 오전 12:00 -", 0),
        ("[2024. 8. 13. 오후 12:00:00]", 12),
        ("[8/13/24, 9:00:00 PM]", 21),
        ("8/13/24 at 9:00 PM -", 21),
        ("13/08/2024 21:00 \u2013", 21),
        ("2024/8/13 下午9:00 -", 21),
        ("2024/8/13 晚上9:00 -", 21),
        ("[2024/8/13 晚上9:00:00]", 21),
        ("[13/8/2567 21:00:00]", 21),
        ("13/8/2567, 9:00 PM -", 21),
        (arabic("[13\u200f/8\u200f/2024، 9:00:00 م]"), 21),
        (arabic("2024/8/13، 9:00 م -"), 21),
        ("13/8/2024, 9:00 μ.μ. -", 21),
        ("[令和6年8月13日 午後9:00:00]", 21),
    ],
)
def test_a_time_is_read_as_phones_write_it(tmp_path: Path, stamp: str, hour: int) -> None:
    (absent,) = found_in(tmp_path, f"{stamp} 윤: <Media omitted>\n").absent
    expected = datetime(2024, 8, 13, hour, 0).timestamp()  # noqa: DTZ001
    assert absent.provenance["message_time_unix"] == expected


def test_the_room_is_told_by_the_archive_of_a_phone(tmp_path: Path) -> None:
    text = f"{IOS} 윤: <Media omitted>\n".encode()
    (tmp_path / "WhatsApp Chat - 방.zip").write_bytes(zipped({"_chat.txt": text}))
    (absent,) = found_at(tmp_path).absent
    assert absent.provenance["room_title"] == "방"


def test_a_later_day_tells_how_the_earlier_ones_were_meant(tmp_path: Path) -> None:
    text = "3/4/24, 21:00 - 윤: <Media omitted>\n3/13/24, 21:00 - 윤: words\n"
    (absent,) = found_in(tmp_path / "a", text).absent
    march = datetime(2024, 3, 4, 21, 0).timestamp()  # noqa: DTZ001
    assert absent.provenance["message_time_unix"] == march
    (absent,) = found_in(tmp_path / "b", text.replace("13", "5")).absent
    assert "message_time_unix" not in absent.provenance


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"]
)
def test_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = f"{IOS} 윤: 첫 줄\r\n{IOS} 윤: <첨부: 거울.jpg>\r\n" * 3
    found = found_in(tmp_path, text.encode(encoding), "거울.jpg")
    assert [each.provenance["sender_display"] for each in found.entries] == ["윤"] * 3


def test_lines_without_end_and_noise_cost_nothing(tmp_path: Path) -> None:
    noise = b"\xff\xfe\x00" * 50 + b"x" * 500_000 + b"\n"
    text = f"{IOS} 윤: a\n".encode() + noise + f"{IOS} 윤: <Media omitted>\n".encode()
    (absent,) = found_in(tmp_path, text).absent
    assert absent.provenance["sender_display"] == "윤"


def test_a_note_is_no_chat(tmp_path: Path) -> None:
    found = found_in(tmp_path, "buy milk\n<Media omitted>\n", "a.jpg", name="note.txt")
    assert found.names() == ["a.jpg", "note.txt"]
    assert found_in(tmp_path / "empty", b"").names() == ["_chat.txt"]


def test_an_export_of_another_kind_below_the_folder_is_still_one(tmp_path: Path) -> None:
    inner = f"{IOS} 수: <attached: b.jpg>\n".encode()
    files = {"room/below/_chat.txt": inner, "room/below/b.jpg": b"b"}
    write_files(tmp_path, files)
    found = found_in(tmp_path, f"{IOS} 윤: <attached: a.jpg>\n", "a.jpg")
    assert [each.provenance.get("sender_display") for each in found.entries] == ["윤", "수"]
