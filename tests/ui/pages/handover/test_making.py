"""Making a bundle on the page, to the end."""

import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.handover.handover_choices import LockedFor
from app.job import finish
from app.messages import Words
from storage.bundle.verify import ContainerKind, container_kind_of, verify
from tests.ui.pages.handover.hands import make, plan, secret_of
from tests.ui.pages.hands import enter, said
from ui.pages.handover import HandoverPage
from ui.session.session import Session


def test_a_bundle_is_made_and_holds(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    make(qtbot, filled, page)
    assert finish(verify(target, secret_of(page))).is_whole
    qtbot.waitUntil(lambda: "It holds one item" in said(page))
    assert [each.name for each in tmp_path.glob("documents*")] == ["documents.zip"]


def test_that_the_log_was_changed_before_is_said(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    filled.ask(lambda case: case._db.execute("DELETE FROM meta WHERE name = 'custody_seal'"))
    make(qtbot, filled, page)
    assert "custody log of this case had been changed" in said(page)


@pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")
def test_seven_zip_opens_it_with_the_words_on_the_page(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    make(qtbot, filled, page)
    command = ["7z", "t", f"-p{secret_of(page)}", str(target)]
    opened = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own file
    assert opened.returncode == 0
    assert b"Everything is Ok" in opened.stdout


def test_the_passphrase_is_shown_until_it_is_written_down(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    make(qtbot, filled, page)
    passphrase = secret_of(page)
    again = HandoverPage(filled, Words("ko"))  # another language: it is still there
    qtbot.addWidget(again)
    again.show()
    enter(qtbot, again, passphrase)
    assert page.result_view is not None
    assert not page.result_view.done_button.isEnabled()
    QTest.keyClick(page.result_view.written_box, Qt.Key.Key_Space)
    QTest.keyClick(page.result_view.done_button, Qt.Key.Key_Space)
    assert passphrase not in said(page)
    assert filled.handover.result is not None
    assert filled.handover.result.passphrase is None
    qtbot.waitUntil(lambda: "The bundle is signed" in said(page))


def test_it_is_locked_for_whoever_holds_a_key(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    target = tmp_path / "documents.age"
    plan(qtbot, filled, page, target)
    QTest.keyClick(page.lock_choice.choices[LockedFor.RECIPIENT], Qt.Key.Key_Space)
    assert not page.make_button.isEnabled()
    assert "enter the key" in said(page)
    QTest.keyClicks(page.lock_choice.recipient, str(identity.to_public()))
    make(qtbot, filled, page)
    assert container_kind_of(target) is ContainerKind.AGE
    assert finish(verify(target, str(identity))).is_whole
    qtbot.waitUntil(lambda: "there is no passphrase" in said(page))


def test_a_key_that_is_none_is_refused_in_words(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.age")
    QTest.keyClick(page.lock_choice.choices[LockedFor.RECIPIENT], Qt.Key.Key_Space)
    QTest.keyClicks(page.lock_choice.recipient, "age1x")
    make(qtbot, filled, page)
    assert "This is not a public age key" in said(page)
    assert page.make_button.isEnabled()


def test_only_the_numbers_that_are_named_go_into_it(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    QTest.keyClick(page.item_choice.chosen, Qt.Key.Key_Space)
    assert "First enter the numbers" in said(page)
    QTest.keyClicks(page.item_choice.numbers, "2, 1, 2")
    make(qtbot, filled, page)
    assert filled.handover.result is not None
    assert filled.handover.result.exported is not None
    assert filled.handover.result.exported.items == (1, 2)


def test_a_file_that_is_there_already_is_left_as_it_is(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    target.write_text("hers")
    make(qtbot, filled, page)
    assert "A file with that name already exists" in said(page)
    assert target.read_text() == "hers"
    page._chosen_place([tmp_path / "another.zip"])
    assert "A file with that name already exists" not in said(page)


def test_a_stick_that_was_pulled_is_told_in_words(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "stick" / "documents.zip")
    make(qtbot, filled, page)
    assert "no such folder" in said(page)


def test_letters_lie_beside_it_with_the_name_she_chose(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    QTest.keyClick(page.letters_box, Qt.Key.Key_Space)
    QTest.keyClicks(page.name_line, "Y.")
    make(qtbot, filled, page)
    (letter,) = (tmp_path / "documents-take-down" / "en").glob("item-0001-*")
    assert "I am Y." in letter.read_text("utf-8-sig")
    qtbot.waitUntil(lambda: "The letters are beside it" in said(page))
