import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from app.intake import Answers, QuestionKind
from app.intake.readers.archives.names import member_names, password_forms
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats import exports
from tests.support.formats.foreign_archives import lha
from tests.support.formats.locked_files import old_locked_zip
from tests.support.reading_here import found_at, open_entry

PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 4
KOREAN = "언니 모음.jpg"
KAKAO = (
    "홍길동 님과 카카오톡 대화\n저장한 날짜 : 2024-08-28 10:00:00\n\n"
    "--------------- 2024년 8월 27일 화요일 ---------------\n"
    f"[홍길동] [오후 9:05] 파일: {KOREAN}\n"
)


def kept(raw: bytes) -> str:
    """As 7-Zip gives a name that is not UTF-8."""
    return "".join(chr(byte if byte < 0x80 else 0xEF00 + byte) for byte in raw)


def test_a_name_in_a_korean_code_page_is_read() -> None:
    names = ["언니 모음.jpg", "똠방각하.jpg", "a/거울.png"]
    assert member_names([kept(each.encode("cp949")) for each in names]) == names


def test_a_name_of_dos_stays_one() -> None:
    for name in ("über.jpg", "Mélange à trois.jpg", "años.jpg"):
        assert member_names([kept(name.encode("cp437"))]) == [name]


def test_letters_apart_are_put_together_and_pairs_are_one_letter() -> None:
    apart = "\u1100\u1165\u110b\u116e\u11af.jpg"
    assert member_names([apart, "\ud83d\ude00.jpg", "a\uf05cb"]) == ["거울.jpg", "😀.jpg", "a\\b"]


def test_a_member_without_a_name_gets_its_number() -> None:
    assert member_names(["a", None, ""]) == ["a", "1", "2"]


def test_a_password_is_tried_as_a_korean_windows_writes_it() -> None:
    assert list(password_forms("secret")) == ["secret"]
    assert list(password_forms("비밀")) == ["비밀", kept("비밀".encode("cp949"))]
    assert list(password_forms("😀")) == ["😀"]


def zip_of(names: dict[bytes, bytes]) -> bytes:
    """A zip whose names are these bytes, without the flag of UTF-8."""
    made = BytesIO()
    stand_ins = {f"{number:04}".ljust(len(name), "x"): name for number, name in enumerate(names)}
    with zipfile.ZipFile(made, "w") as archive:
        for stand_in, name in stand_ins.items():
            archive.writestr(stand_in, names[name])
    content = made.getvalue()
    for stand_in, name in stand_ins.items():
        content = content.replace(stand_in.encode(), name)
    return content


@pytest.mark.parametrize("charset", ["cp949", "utf-8"])
def test_a_zip_without_the_flag_has_its_korean_names(tmp_path: Path, charset: str) -> None:
    put(tmp_path, zip_of({KOREAN.encode(charset): PICTURE}))
    (entry,) = found_at(tmp_path).entries
    assert (entry.name, content_of(entry)) == (KOREAN, PICTURE)


@pytest.mark.parametrize("charset", ["cp949", "utf-8"])
def test_a_chat_in_such_a_zip_finds_its_media(tmp_path: Path, charset: str) -> None:
    inside = {b"talk.txt": KAKAO.encode(), KOREAN.encode(charset): PICTURE}
    put(tmp_path, zip_of(inside))
    (entry,) = found_at(tmp_path).entries
    assert entry.provenance["sender_display"] == "홍길동"
    assert entry.provenance["message_time_unix"] == 1724760300


def test_an_lha_of_a_korean_windows_has_its_names(tmp_path: Path) -> None:
    put(tmp_path, lha([(KOREAN, PICTURE)]))
    assert found_at(tmp_path).names() == [KOREAN]


@pytest.mark.parametrize("is_in_zip", [True, False])
@pytest.mark.parametrize("named", ["photos\\a.jpg", "photos/a.jpg"])
def test_backslashes_part_folders_between_an_export_and_its_media(
    tmp_path: Path, named: str, *, is_in_zip: bool
) -> None:
    told = json.dumps(exports.room([exports.message(1, photo=named)])).encode()
    if is_in_zip:
        put(tmp_path, zip_of({b"result.json": told, b"photos\\a.jpg": PICTURE}))
    else:
        exports.write_files(tmp_path, {"result.json": told, "photos/a.jpg": PICTURE})
    found = found_at(tmp_path)
    assert [(each.name, each.provenance["message_id"]) for each in found.entries] == [
        ("a.jpg", "1")
    ]
    assert found.absent == []


@pytest.mark.parametrize("charset", ["utf-8", "cp949"])
def test_a_password_of_korean_letters_opens_whoever_typed_it(tmp_path: Path, charset: str) -> None:
    put(tmp_path, old_locked_zip(PICTURE, "비밀번호1".encode(charset)))
    assert [each.asked for each in found_at(tmp_path).questions] == [QuestionKind.PASSWORD]
    secret = Answers(everywhere={QuestionKind.PASSWORD: ("비밀번호1",)})
    (entry,) = found_at(tmp_path, secret).entries
    with open_entry(entry.path, secret) as stream:
        assert stream.read() == PICTURE
