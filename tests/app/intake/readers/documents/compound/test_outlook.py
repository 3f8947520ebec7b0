from pathlib import Path

import pytest

from app.intake.note_flags import NoteFlag, with_flags
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.compound_files import SENT, compound, mail, outlook
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at

LARGE = b"\xff\xd8\xff" + bytes(range(256)) * 300


def test_attachments_come_with_what_the_mail_says_of_itself(tmp_path: Path) -> None:
    path = put(tmp_path, outlook({"사진.jpg": PICTURE, "large.jpg": LARGE}, "제목"))
    found = found_at(path)
    assert found.names() == ["사진.jpg", "large.jpg"]
    assert [content_of(each) for each in found.entries] == [PICTURE, LARGE]
    assert found.entries[0].provenance == {
        "platform": "email",
        "message_id": "<1@example.org>",
        "message_time_unix": SENT,
        "sender_display": "보낸 사람",
        "sender_id": "sender@example.org",
        "post_title": "제목",
        "note": with_flags([NoteFlag.CLAIMED]),
    }


def test_what_is_attached_to_an_attached_mail_is_of_that_mail(tmp_path: Path) -> None:
    inner = mail({"in.jpg": PICTURE}, "inner")
    found = found_at(put(tmp_path, outlook({"out.jpg": LARGE}, "outer", inner)))
    assert [(each.name, each.provenance["post_title"]) for each in found.entries] == [
        ("out.jpg", "outer"),
        ("in.jpg", "inner"),
    ]
    assert found.entries[1].provenance["message_time_unix"] == SENT


def test_mails_in_mails_are_opened_three_deep(tmp_path: Path) -> None:
    streams = mail({"5.jpg": PICTURE}, "5")
    for number in (4, 3, 2, 1):
        streams = mail({f"{number}.jpg": PICTURE}, str(number), streams)
    found = found_at(put(tmp_path, outlook({}, "0", streams)))
    assert found.names() == ["1.jpg", "2.jpg", "3.jpg"]
    assert [each.reason for each in found.blocked] == [Reason.TOO_DEEP]


def test_an_attachment_that_lies_elsewhere_is_told(tmp_path: Path) -> None:
    streams = mail({"a.jpg": PICTURE}, "", header=32)
    del streams["__attach_version1.0_#00000000/__substg1.0_37010102"]
    found = found_at(put(tmp_path, compound(streams)))
    (told,) = found.blocked
    assert (told.name, told.reason) == ("a.jpg", Reason.NOT_IN_EXPORT)


def test_names_and_senders_of_old_mails_are_in_the_code_page_of_their_writer(
    tmp_path: Path,
) -> None:
    streams = mail({"": PICTURE}, "", header=32)
    storage = "__attach_version1.0_#00000000"
    streams |= {
        f"{storage}/__substg1.0_3707001F": b"",
        f"{storage}/__substg1.0_3704001E": "사진.JPG\0".encode("cp949"),
        "__substg1.0_0C1A001F": b"",
        "__substg1.0_0C1A001E": "보낸이".encode("cp949"),
    }
    (entry,) = found_at(put(tmp_path, compound(streams))).entries
    assert (entry.name, entry.provenance["sender_display"]) == ("사진.JPG", "보낸이")


@pytest.mark.parametrize("name", ["..\\..\\a.jpg", "C:\\x\\a.jpg", "../../a.jpg"])
def test_a_name_leads_nowhere(tmp_path: Path, name: str) -> None:
    assert found_at(put(tmp_path, outlook({name: PICTURE}))).names() == ["a.jpg"]


def test_a_name_with_odd_signs_is_found_again(tmp_path: Path) -> None:
    (entry,) = found_at(put(tmp_path, outlook({"a\0b\n\x01.jpg": PICTURE}))).entries
    assert content_of(entry) == PICTURE
