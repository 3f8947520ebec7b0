from collections.abc import Mapping
from pathlib import Path

import pytest

from face.types import Reason
from tests.support.formats.exports import write_files
from tests.support.reading_here import Sorted, found_at

NINE = 1722513600  # 2024-08-01 21:00 in Seoul
TITLE = "방 님과 카카오톡 대화\n"
SAVED = "저장한 날짜 : 2024-08-02 10:00:00\n\n"
DASHES = "-" * 15
WINDOWS = f"{TITLE}{SAVED}{DASHES} 2024년 8월 1일 목요일 {DASHES}\n"
TEXTS: Mapping[str, tuple[str, str]] = {
    "windows": (WINDOWS, "[윤] [오후 9:00] {}\n"),
    "windows in English": (
        "KakaoTalk Chats with 방\nDate Saved : 2024-08-02 10:00:00\n\n"
        "--------------- Thursday, August 1, 2024 ---------------\n",
        "[윤] [9:00 PM] {}\n",
    ),
    "ios": (
        f"{TITLE}저장한 날짜 : 2024. 8. 2. 오전 10:00\n\n2024년 8월 1일 목요일\n",
        "2024. 8. 1. 오후 9:00, 윤 : {}\n",
    ),
    "android": (
        f"{TITLE}저장한 날짜 : 2024년 8월 2일 오전 10:00\n\n2024년 8월 1일 오후 9:00\n",
        "2024년 8월 1일 오후 9:00, 윤 : {}\n",
    ),
    "android in Canada": (
        "KakaoTalk Chats with 방\nDate Saved : Aug. 2, 2024 10:00 a.m.\n\n\n"
        "Aug. 1, 2024 9:00 p.m.\n",
        "Aug. 1, 2024 9:00 p.m., 윤 : {}\n",
    ),
    "android with narrow spaces": (
        "KakaoTalk Chats with 방\n\n",
        "Aug 1, 2024 at 9:00\u202fPM, 윤 : {}\n",
    ),
    "android in Japanese": (f"{TITLE}\n", "2024年8月1日 午後9:00, 윤 : {}\n"),
    "android in Chinese": (f"{TITLE}\n", "2024年8月1日 晚上9:00\uff0c윤\uff1a{}\n"),
    "android in English": ("KakaoTalk Chats with 방\n\n", "August 1, 2024 at 9:00 PM, 윤 : {}\n"),
}


def found_in(folder: Path, text: str | bytes, *files: str, name: str = "talk.txt") -> Sorted:
    content = text if isinstance(text, bytes) else text.encode()
    write_files(folder / "room", {name: content, **dict.fromkeys(files, b"a")})
    return found_at(folder / "room")


@pytest.mark.parametrize("kind", TEXTS)
def test_a_word_for_media_is_absent_with_sender_and_assumed_time(tmp_path: Path, kind: str) -> None:
    head, line = TEXTS[kind]
    found = found_in(tmp_path, head + line.format("안녕") + line.format("사진") + line.format("끝"))
    (absent,) = found.absent
    assert absent.reason is Reason.NOT_IN_EXPORT
    assert dict(absent.provenance) == {
        "platform": "kakaotalk",
        "room_title": "방",
        "message_time_unix": NINE,
        "sender_display": "윤",
        "post_title": "사진",
        "note": "[time-assumed]",
    }
    assert (found.entries, found.blocked) == ([], [])


@pytest.mark.parametrize(
    "word",
    [
        "写真",
        "動画",
        "照片",
        "视频",
        "Foto",
        "Vídeo",
        "Фото",
        "Ảnh",
        "صورة",
        "3 photos",
        "照片 3张",
    ],
)
def test_a_word_for_media_is_known_in_many_languages(tmp_path: Path, word: str) -> None:
    head, line = TEXTS["android"]
    found = found_in(tmp_path, head + line.format(word) + line.format("끝"))
    assert len(found.absent) == (3 if "3" in word else 1)
    assert {each.provenance["post_title"] for each in found.absent} == {word}


STRANGE = "{} agosto de 2024 às 21:0{}, Mina: Foto\n"


def test_a_chat_whose_lines_are_not_understood_is_told_with_their_number(tmp_path: Path) -> None:
    lines = "".join(STRANGE.format(27, minute) for minute in range(7))
    found = found_in(tmp_path, f"{TITLE}{SAVED}{lines}")
    (blocked,) = found.blocked
    assert (blocked.reason, blocked.name) == (Reason.NOT_UNDERSTOOD, "talk.txt")
    assert int(blocked.detail) == 7 + 2
    assert found.entries == []


def test_a_single_line_that_is_not_understood_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, f"{TITLE}{SAVED}{STRANGE.format(27, 5)}{STRANGE.format(27, 6)}")
    assert [each.reason for each in found.blocked] == [Reason.NOT_UNDERSTOOD]


def test_texts_of_several_lines_with_clocks_in_them_are_understood(tmp_path: Path) -> None:
    head, line = TEXTS["android"]
    text = line.format("모임 안내\n일시: 8월 3일 10:30\n장소: 강남\n2차 12:00: 서초") * 5
    assert found_in(tmp_path, head + text).blocked == []


def test_the_table_of_a_mac_is_read(tmp_path: Path) -> None:
    text = (
        "Date,User,Message\n"
        '2024-08-01 21:00:00,"윤","여러\n줄"\n'
        '2024-08-01 21:00:00,"윤","사진"\n'
        'yesterday,"윤","사진"\n'
        "broken\n"
    )
    found = found_in(tmp_path, text, name="talk.csv")
    one, two = found.absent
    assert one.provenance["message_time_unix"] == NINE
    assert one.provenance["note"] == "[time-assumed]"
    assert "message_time_unix" not in two.provenance


def test_a_table_with_a_field_without_end_is_said(tmp_path: Path) -> None:
    text = 'Date,User,Message\n2024-08-01 21:00:00,윤,사진\n2024-08-01 21:00:00,"' + "x\n" * 200_000
    found = found_in(tmp_path, text, name="talk.csv")
    assert len(found.absent) == 1
    assert [each.reason for each in found.blocked] == [Reason.DAMAGED]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("사진 3장", 3),
        ("사진 999장", 30),
        ("동영상", 1),
        ("<사진 읽지 않음>", 1),
        ("사진을 보냈습니다.", 1),
        ("Photo", 1),
        ("2 photos", 2),
        ("파일: 방.zip", 1),
        ("이모티콘", 0),
        ("사진 봤어?", 0),
        ("보이스톡 해요", 0),
    ],
)
def test_only_words_for_media_count(tmp_path: Path, said: str, count: int) -> None:
    found = found_in(tmp_path, WINDOWS + f"[윤] [오후 9:00] {said}\n")
    assert len(found.absent) == len({each.path for each in found.absent}) == count


def test_a_word_behind_the_first_line_is_a_word(tmp_path: Path) -> None:
    assert found_in(tmp_path, WINDOWS + "[윤] [오후 9:00] 보내줘\n사진\n").absent == []


EVENTS = {
    "ios": (
        "\n2024. 8. 2. 금요일\n",
        "2024년 8월 2일 금요일\n",
        "2024. 8. 2. 오전 9:30: 윤님이 들어왔습니다.\n",
        "2024. 8. 2. 09:30: 윤님이 들어왔습니다.\n",
    ),
    "android": ("2024년 8월 2일 오전 12:39\n", "2024년 8월 2일 오후 3:02, 윤님이 나갔습니다.\n"),
    "android in English": ("August 2, 2024, 6:49 AM\n", "Friday, August 2, 2024\n"),
    "windows": ("윤님이 나갔습니다.\n", "채팅방 관리자가 메시지를 가렸습니다.\n"),
}


@pytest.mark.parametrize(("kind", "event"), [(k, each) for k in EVENTS for each in EVENTS[k]])
def test_what_happened_behind_a_picture_does_not_hide_it(
    tmp_path: Path, kind: str, event: str
) -> None:
    head, line = TEXTS[kind]
    found = found_in(tmp_path, head + line.format("사진") + event + line.format("동영상"))
    said = [each.provenance["post_title"] for each in found.absent]
    assert said[0] == ("사진" if kind != "windows" else f"사진\n{event.strip()}")
    assert said[1:] == ["동영상"]


@pytest.mark.parametrize(
    "head",
    [
        "방 님과 카카오톡 대화\n",
        "방님과의 카카오톡 대화\n",
        "방 카카오톡 대화\n",
        "방 with KakaoTalk Chats\n",
        "KakaoTalk Chats with 방.txt\n",
        "저장한 날짜 : 2024-08-02 22:14:03\n\n방 님과 카카오톡 대화\n",
    ],
)
def test_the_room_is_told_in_any_of_the_first_lines(tmp_path: Path, head: str) -> None:
    line = TEXTS["android"][1]
    (absent,) = found_in(tmp_path, head + line.format("사진")).absent
    assert absent.provenance["room_title"] == "방"


@pytest.mark.parametrize(
    "line",
    [
        "2024. 8. 1. 21:00, 윤 : 사진\n",
        "2024년 8월 1일 21:00, 윤 : 사진\n",
        "August 1, 2024, 9:00 PM, 윤 : 사진\n",
        "August 1, 2024 at 9:00\u202fp.m., 윤 : 사진\n",
        "1 August 2024 at 21:00, 윤 : 사진\n",
    ],
)
def test_times_are_written_in_many_ways(tmp_path: Path, line: str) -> None:
    (absent,) = found_in(tmp_path, f"\ufeff{line}").absent
    assert absent.provenance["message_time_unix"] == NINE


def test_pictures_sent_at_once_are_named_in_one_line(tmp_path: Path) -> None:
    names = ["0" * 64 + ".jpg", "f" * 64 + ".png"]
    found = found_in(tmp_path, TEXTS["android"][1].format(" ".join(names)), *names)
    assert found.names() == names


@pytest.mark.parametrize("said", ["파일: a1.jpg", "0123456789abcdef0123456789abcdef.jpg"])
def test_a_file_that_is_named_and_there_is_taken(tmp_path: Path, said: str) -> None:
    name = said.removeprefix("파일: ")
    (entry,) = found_in(tmp_path, WINDOWS + f"[윤] [오후 9:00] {said}\n", name).entries
    assert (entry.name, entry.provenance["message_time_unix"]) == (name, NINE)


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-8-sig"])
def test_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = (WINDOWS + "[윤] [오후 9:00] 사진\n").replace("\n", "\r\n").encode(encoding)
    (absent,) = found_in(tmp_path, text).absent
    assert absent.provenance["room_title"] == "방"


@pytest.mark.parametrize(
    "day", ["99999년 8월 1일 목요일", "2024년 13월 41일 목요일", "someday soon"]
)
def test_a_day_that_does_not_exist_is_left_out(tmp_path: Path, day: str) -> None:
    said = "[윤] [오후 9:00] 사진\n[윤] [오후 99:99] 사진\n"
    text = f"{TITLE}\n{DASHES} {day} {DASHES}\n{said}"
    found = found_in(tmp_path, text)
    assert [each.provenance.get("message_time_unix") for each in found.absent] == [None, None]


def test_chats_of_two_programs_in_one_folder_are_both_read(tmp_path: Path) -> None:
    other = b"[13/08/2024, 21:00:07] her: <Media omitted>\n"
    write_files(tmp_path / "room", {"_chat.txt": other})
    found = found_in(tmp_path, WINDOWS + "[윤] [오후 9:00] 사진\n")
    assert {each.provenance["platform"] for each in found.absent} == {"kakaotalk", "whatsapp"}
