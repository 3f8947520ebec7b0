"""Programs that unpack themselves are archives; other programs are what they are."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.intake import Answers, QuestionKind
from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats import alzip_archives, foreign_archives
from tests.support.formats.exports import zipped
from tests.support.formats.programs import program
from tests.support.formats.seven_zips import LOCKED_LIST_7Z, seven_zipped
from tests.support.reading_here import found_at, opener

FILES = [("A.JPG", b"\xff\xd8\xff" + bytes(range(256)) * 40), ("B.JPG", b"\xff\xd8\xff two")]
SETTINGS = b';!@Install@!UTF-8!\nTitle="x"\n;!@InstallEnd@!\n'


def _absolute_zip(files: foreign_archives.Files) -> bytes:
    """A zip whose list counts from the start of the program, as `zip -A` writes it."""
    made = io.BytesIO(program())
    with zipfile.ZipFile(made, "a") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        lambda files: program(seven_zipped(files)),
        lambda files: program(SETTINGS + seven_zipped(files)),
        lambda files: program(zipped(dict(files))),
        lambda files: program(zipped(dict(files), 0)),
        _absolute_zip,
        lambda files: program(foreign_archives.rar_4(files)),
        lambda files: program(foreign_archives.rar_5(files)),
        lambda files: program(foreign_archives.cab(files)),
        lambda files: program(alzip_archives.alz(files)),
        lambda files: program(alzip_archives.egg(files)),
    ],
    ids=["7z", "settings", "zip", "stored", "absolute", "RAR4", "RAR5", "CAB", "ALZ", "EGG"],
)
def test_a_program_that_unpacks_itself_is_an_archive(
    tmp_path: Path, make: Callable[[foreign_archives.Files], bytes]
) -> None:
    put(tmp_path, make(FILES))
    found = found_at(tmp_path)
    assert found.blocked == []
    assert {each.name: content_of(each) for each in found.entries} == dict(FILES)
    with opener() as opens:
        for each in found.entries:
            assert opens.open(each.path).read() == dict(FILES)[each.name]


def test_a_locked_program_asks_for_the_password(tmp_path: Path) -> None:
    put(tmp_path, program(LOCKED_LIST_7Z))
    found = found_at(tmp_path)
    assert [each.reason for each in found.blocked] == [Reason.LOCKED]
    assert len(found.questions) == 1
    answers = Answers(everywhere={QuestionKind.PASSWORD: ("secret",)})
    assert len(found_at(tmp_path, answers).entries) > 0


@pytest.mark.parametrize(
    "content",
    [program(), program(bytes(5000)), program()[:100], program()[:300], program(b"PK\3\4" * 99)],
)
def test_another_program_is_one_file(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)
    (entry,) = found_at(tmp_path).entries
    assert "\0" not in entry.path
    assert content_of(entry) == content
