import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.intake import Answers, Opener, QuestionKind
from app.intake.add import AddResult, add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.scan.scan import open_content
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.case import Case
from storage.types import ItemState
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, SOMEBODY, picture, write_picture
from tests.support.formats.exports import (
    LOCKED_ZIP,
    NOT_INCLUDED,
    message,
    room,
    write_telegram,
    zipped,
)
from tests.support.permissions import no_power_over_permissions


def added(case: Case, *paths: Path, details: SourceDetails | None = None) -> AddResult:
    return finish(add(case, paths, details or SourceDetails()))


def write_room(folder: Path, **photo: str) -> None:
    told = room([message(5, **photo)])
    write_telegram(folder, told, {})


def test_a_message_without_its_media_is_an_item_that_knows_where_it_was(
    case: Case, folder: Path
) -> None:
    write_room(folder, photo=NOT_INCLUDED)
    result = added(case, folder, details=SourceDetails(note="from a friend"))
    assert (result.new, result.known, result.blocked, result.absent) == (0, 0, (), 1)
    (item,) = case.items()
    assert (item.state, item.reason) == (ItemState.UNCHECKED, Reason.NOT_IN_EXPORT)
    (source,) = case.item(item.item).sources
    assert (source.room_title, source.message_id, source.sender_id) == ("방", "5", "user77")
    assert source.note == "[link-reconstructed]\nfrom a friend"
    added(case, folder)
    assert len(case.items()) == 1


def test_another_export_that_holds_the_media_takes_the_place_of_the_message_without(
    case: Case, tmp_path: Path
) -> None:
    write_room(tmp_path / "first", photo=NOT_INCLUDED)
    added(case, tmp_path / "first", details=SourceDetails(note="from a friend"))
    write_room(tmp_path / "second", photo="a.png")
    path = write_picture(tmp_path / "second" / "a.png", ME)
    assert added(case, tmp_path / "second").new == 1
    (item,) = case.items()
    assert item.state is ItemState.PENDING
    sources = case.item(item.item).sources
    assert {each.message_id for each in sources} == {"5"}
    assert str(path) in {each.path for each in sources}
    assert any("from a friend" in (each.note or "") for each in sources)
    assert added(case, tmp_path / "first").absent == 1
    assert case.items() == [item]


def test_an_export_that_is_added_again_is_not_read_again(case: Case, folder: Path) -> None:
    write_room(folder, photo="a.png")
    path = write_picture(folder / "a.png", ME)
    added(case, folder, details=SourceDetails(note="from a friend"))
    path.chmod(0)
    with no_power_over_permissions():
        assert added(case, folder) == AddResult(0, 1, ())
    assert len(case.item(1).sources) == 1


def test_content_that_was_known_gets_what_an_export_says_of_it(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    added(case, folder)
    write_room(folder, photo="a.png")
    assert added(case, folder).known == 1
    (source,) = case.item(1).sources
    assert source.message_id == "5"


def test_a_locked_archive_is_an_item_until_its_password_is_known(case: Case, folder: Path) -> None:
    (folder / "a.zip").write_bytes(LOCKED_ZIP)
    result = added(case, folder)
    assert [question.asked for question in result.questions] == [QuestionKind.PASSWORD]
    assert [(item.name, item.reason) for item in case.items()] == [("a.zip", Reason.LOCKED)]
    answers = Answers(here={(result.questions[0].path, QuestionKind.PASSWORD): "secret"})
    assert finish(add(case, [folder], SourceDetails(), answers)).new == 1
    (item,) = case.items()
    assert item.name == "hello.txt"
    with pytest.raises(UnreadableMediaError) as caught:
        open_content(case, item.item)
    assert caught.value.reason is Reason.LOCKED
    with Opener(answers) as opens, open_content(case, item.item, opens)[0] as stream:
        assert stream.read() == b"hello\n"


def test_members_of_an_archive_are_found_again(case: Case, folder: Path) -> None:
    inner = zipped({"a.png": picture(ME), "b.png": picture(SOMEBODY)})
    (folder / "a.zip").write_bytes(zipped({"x/inner.zip": inner}))
    assert added(case, folder) == AddResult(2, 0, ())
    assert added(case, folder) == AddResult(0, 2, ())
    with open_content(case, 1)[0] as stream:
        assert stream.read() == picture(ME)


def test_what_was_taken_in_before_a_kill_stays_and_the_rest_follows(
    tmp_path: Path, folder: Path
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    write_room_of(folder, 400)
    Case.create(tmp_path / "case", "pass", cost=CHEAP)[0].close()
    program = [sys.executable, "-c", KILLED, str(tmp_path / "case"), str(folder)]
    assert subprocess.run(program, check=False).returncode == -signal.SIGKILL  # noqa: S603
    with Case.open(tmp_path / "case", "pass", cost=CHEAP) as case:
        kept = len(case.items())
        assert 0 < kept < 400
        assert added(case, folder) == AddResult(400 - kept, kept, ())
        assert len(case.items()) == 400


def write_room_of(folder: Path, count: int) -> None:
    names = [f"photos/{number}.jpg" for number in range(count)]
    told = [message(number, photo=name) for number, name in enumerate(names)]
    write_telegram(folder, room(told), {name: name.encode() for name in names})


KILLED = """
import os, signal, sys
from pathlib import Path
from app.intake.add import add
from app.intake.source_details import SourceDetails
from storage.case import Case
from tests.support.case_samples import CHEAP

case = Case.open(Path(sys.argv[1]), "pass", cost=CHEAP)
for progress in add(case, [Path(sys.argv[2])], SourceDetails()):
    if progress.total is not None and progress.done == 300:
        os.kill(os.getpid(), signal.SIGKILL)
"""
