import zipfile
from pathlib import Path

import pytest

from app.intake import Answers, QuestionKind
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.formats.locked_files import locked_zip
from tests.support.reading_here import found_at, open_entry
from tests.support.unpackers import run, seven_zip

CONTENT = bytes(range(256)) * 200
SECRET = Answers(everywhere={QuestionKind.PASSWORD: ("wrong", "거울 secret")})
both = pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])


def locked(method: int = zipfile.ZIP_STORED) -> bytes:
    return locked_zip(CONTENT, "거울 secret", method=method)


@both
@pytest.mark.parametrize("in_memory", [10, 10**6])
def test_a_member_is_read_with_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: int, in_memory: int
) -> None:
    monkeypatch.setattr(reader_limits, "IN_MEMORY_BYTES", in_memory)
    (tmp_path / "a").write_bytes(locked(method))
    (entry,) = found_at(tmp_path, SECRET).entries
    with open_entry(entry.path, SECRET) as stream:
        assert (entry.name, stream.read()) == ("a.jpg", CONTENT)
        stream.seek(256)
        assert stream.read(3) == CONTENT[:3]


def test_without_the_password_it_is_asked_for_and_listed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(locked())
    for answers in (
        Answers(),
        Answers(everywhere={QuestionKind.PASSWORD: ("wrong", "\udc80", "")}),
    ):
        found = found_at(tmp_path, answers)
        assert [each.asked for each in found.questions] == [QuestionKind.PASSWORD]
        assert [each.reason for each in found.blocked] == [Reason.LOCKED]


@seven_zip
@pytest.mark.parametrize("way", ["AES128", "AES192", "AES256", "ZipCrypto"])
def test_every_strength_that_7_zip_writes_is_read(tmp_path: Path, way: str) -> None:
    (tmp_path / "a.jpg").write_bytes(CONTENT)
    run("7z", "a", f"-mem={way}", "-psecret", "a.zip", "a.jpg", cwd=tmp_path)
    (tmp_path / "a.jpg").unlink()
    secret = Answers(everywhere={QuestionKind.PASSWORD: ("secret",)})
    (entry,) = found_at(tmp_path, secret).entries
    with open_entry(entry.path, secret) as stream:
        assert stream.read() == CONTENT


@both
def test_a_changed_byte_is_damage(tmp_path: Path, method: int) -> None:
    content = bytearray(locked(method))
    content[content.index(b"PK\1\2") - 20] ^= 1
    (tmp_path / "a").write_bytes(content)
    reasons = [each.reason for each in found_at(tmp_path, SECRET).blocked]
    for entry in found_at(tmp_path, SECRET).entries:
        with pytest.raises(UnreadableMediaError) as caught:
            open_entry(entry.path, SECRET)
        reasons.append(caught.value.reason)
    assert reasons == [Reason.DAMAGED]
