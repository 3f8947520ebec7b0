import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.add import Told, add
from app.bundle_plan import Level, LockedFor
from app.job import finish
from app.messages import Words
from app.report.typesetting import Typesetter
from storage.bundle import write
from storage.bundle.target import growing
from storage.bundle.verify import Form, form_of, verify
from storage.case import Case
from storage.types import Verdict
from tests.app.fakes import ME, SOMEBODY, write_picture
from tests.storage.bundle.samples import finish as read_bundle
from tests.ui.pages.hands import enter, said
from ui.pages.hand_over import HandOverPage
from ui.pages.hand_over.items import numbers_in
from ui.session import Session


@pytest.fixture
def filled(qtbot: QtBot, session: Session, case: Path, tmp_path: Path) -> Session:
    pictures = [
        write_picture(tmp_path / "a.png", ME),
        write_picture(tmp_path / "b.png", SOMEBODY),
    ]
    told: list[object] = []
    session.ask(lambda case: finish(add(case, pictures, Told(url="x"))), told.append)
    qtbot.waitUntil(lambda: bool(told))
    return session


def confirm(qtbot: QtBot, session: Session, *items: int) -> None:
    def decide(case: Case) -> bool:
        for item in items:
            case.decide(item, Verdict.CONFIRM)
        return True

    told: list[object] = []
    session.ask(decide, told.append)
    qtbot.waitUntil(lambda: bool(told))


@pytest.fixture(autouse=True)
def typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typesetting has tests of its own; here a document is a word."""
    monkeypatch.setattr(Typesetter, "require_fonts", lambda *_: None)
    monkeypatch.setattr(Typesetter, "pdf", lambda *_: b"a document")


@pytest.fixture
def page(qtbot: QtBot, filled: Session) -> HandOverPage:
    made = HandOverPage(filled, Words("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_decision_it_leads_to_the_review(qtbot: QtBot, page: HandOverPage) -> None:
    enter(qtbot, page, "You have not confirmed anything yet")
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.review_button, Qt.Key.Key_Space)
    assert went.args == ["review"]


def test_what_was_confirmed_is_counted_with_its_numbers(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "2 items that you confirmed: numbers 1, 2")


def test_what_is_confirmed_after_a_first_look_goes_along(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    enter(qtbot, page, "You have not confirmed anything yet")
    assert not filled.handing_over.plan.is_whole
    page.leave()
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "2 items that you confirmed: numbers 1, 2")
    assert page.items.confirmed.isChecked()
    page._chosen_place([tmp_path / "documents.zip"])
    make(qtbot, filled, page)
    assert filled.handing_over.made is not None
    assert filled.handing_over.made.exported.items == (1, 2)


def test_what_is_confirmed_and_not_named_is_told(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "What will be in it")
    QTest.keyClick(page.items.chosen, Qt.Key.Key_Space)
    QTest.keyClicks(page.items.numbers, "2")
    assert "One confirmed, but not in it: number 1" in said(page)
    QTest.keyClick(page.items.confirmed, Qt.Key.Key_Space)
    assert "confirmed, but not in it" not in said(page)


def test_what_is_missing_is_said_in_words(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 2)
    enter(qtbot, page, "For one item, the platform is missing (number 2).")
    assert "the link is missing" not in said(page)


def test_only_what_the_case_keeps_can_be_chosen(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "What will be in it")
    assert page.levels[Level.LIST].isChecked()
    assert not page.levels[Level.ORIGINALS].isEnabled()
    QTest.keyClick(page.levels[Level.CROPS], Qt.Key.Key_Space)
    assert filled.handing_over.plan.level is Level.CROPS


def test_a_place_is_chosen_and_stays_when_the_page_is_made_anew(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "Nowhere chosen yet")
    page._chosen_place([tmp_path / "x.zip"])
    assert "x.zip" in page.target.text()
    again = HandOverPage(filled, Words("ko"))
    qtbot.addWidget(again)
    again.show()
    enter(qtbot, again, "고른 곳")


def test_a_check_copy_has_nothing_to_hand_over(
    qtbot: QtBot, filled: Session, page: HandOverPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "is_check_copy", True)
    enter(qtbot, page, "This is a check copy")


def plan(qtbot: QtBot, session: Session, page: HandOverPage, target: Path) -> None:
    """Everything is said but that it shall be made."""
    confirm(qtbot, session, 1)
    enter(qtbot, page, "Nowhere chosen yet")
    page._chosen_place([target])


def make(qtbot: QtBot, session: Session, page: HandOverPage) -> None:
    QTest.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.handing_over.running is None)


def secret_of(page: HandOverPage) -> str:
    assert page.made is not None
    return page.made.shown.text()


def test_a_bundle_is_made_and_holds(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    make(qtbot, filled, page)
    assert read_bundle(verify(target, secret_of(page))).ok
    qtbot.waitUntil(lambda: "It holds one item" in said(page))
    assert [each.name for each in tmp_path.glob("documents*")] == ["documents.zip"]


@pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")
def test_seven_zip_opens_it_with_the_words_on_the_page(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    make(qtbot, filled, page)
    command = ["7z", "t", f"-p{secret_of(page)}", str(target)]
    opened = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own file
    assert opened.returncode == 0
    assert b"Everything is Ok" in opened.stdout


def test_the_passphrase_is_shown_until_it_is_written_down(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    make(qtbot, filled, page)
    passphrase = secret_of(page)
    again = HandOverPage(filled, Words("ko"))  # another language: it is still there
    qtbot.addWidget(again)
    again.show()
    enter(qtbot, again, passphrase)
    assert page.made is not None
    assert not page.made.done_button.isEnabled()
    QTest.keyClick(page.made.written_box, Qt.Key.Key_Space)
    QTest.keyClick(page.made.done_button, Qt.Key.Key_Space)
    assert passphrase not in said(page)
    assert filled.handing_over.made is not None
    assert filled.handing_over.made.passphrase is None
    qtbot.waitUntil(lambda: "The bundle is signed" in said(page))


def test_it_is_locked_for_whoever_holds_a_key(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    target = tmp_path / "documents.age"
    plan(qtbot, filled, page, target)
    QTest.keyClick(page.locking.choices[LockedFor.RECIPIENT], Qt.Key.Key_Space)
    assert not page.make_button.isEnabled()
    assert "enter the key" in said(page)
    QTest.keyClicks(page.locking.recipient, str(identity.to_public()))
    make(qtbot, filled, page)
    assert form_of(target) is Form.AGE
    assert read_bundle(verify(target, str(identity))).ok
    qtbot.waitUntil(lambda: "there is no passphrase" in said(page))


def test_a_key_that_is_none_is_refused_in_words(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.age")
    QTest.keyClick(page.locking.choices[LockedFor.RECIPIENT], Qt.Key.Key_Space)
    QTest.keyClicks(page.locking.recipient, "age1x")
    make(qtbot, filled, page)
    assert "This is not the public key" in said(page)
    assert page.make_button.isEnabled()


def test_only_the_numbers_that_are_named_go_into_it(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    QTest.keyClick(page.items.chosen, Qt.Key.Key_Space)
    assert "First say which items" in said(page)
    QTest.keyClicks(page.items.numbers, "2, 1, 2")
    make(qtbot, filled, page)
    assert filled.handing_over.made is not None
    assert filled.handing_over.made.exported.items == (1, 2)


@pytest.mark.parametrize("text", ["", "x", "1-3", "1, x", "²"])
def test_what_is_no_list_of_numbers_is_none(text: str) -> None:
    assert numbers_in(text) == ()


def test_a_file_that_is_there_already_is_left_as_it_is(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    target.write_text("hers")
    make(qtbot, filled, page)
    assert "There is a file of that name already" in said(page)
    assert target.read_text() == "hers"
    page._chosen_place([tmp_path / "another.zip"])
    assert "There is a file of that name already" not in said(page)


def test_a_stick_that_was_pulled_is_told_in_words(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "stick" / "documents.zip")
    make(qtbot, filled, page)
    assert "no such folder" in said(page)


def hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """The job has begun to write, and goes on without an end."""

    def endless(*_: object) -> Iterator[int]:
        while True:
            yield 0

    monkeypatch.setattr(write, "_verified", endless)


def under_way(qtbot: QtBot, page: HandOverPage, target: Path) -> None:
    QTest.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(growing(target).exists)


def test_one_that_is_stopped_leaves_nothing(
    qtbot: QtBot,
    filled: Session,
    page: HandOverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    under_way(qtbot, page, target)
    assert not page.make_button.isVisibleTo(page)
    assert not page.choose_button.isEnabled()
    filled.handing_over.start("en")  # one at a time
    QTest.mouseClick(page.line.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.handing_over.running is None)
    assert list(tmp_path.glob("documents*")) == []
    assert page.make_button.isVisibleTo(page)


@pytest.mark.parametrize("lock", [True, False])
def test_leaving_the_case_stops_it_and_leaves_nothing(
    qtbot: QtBot,
    filled: Session,
    page: HandOverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lock: bool,
) -> None:
    hold(monkeypatch)
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    under_way(qtbot, page, target)
    if lock:
        filled.lock(finish_work=True)
    else:
        filled.close()
    qtbot.waitUntil(lambda: filled.handing_over.running is None)
    qtbot.waitUntil(lambda: not growing(target).exists())
    assert not target.exists()


def test_letters_lie_beside_it_with_the_name_she_chose(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    QTest.keyClick(page.letters_box, Qt.Key.Key_Space)
    QTest.keyClicks(page.name_line, "Y.")
    make(qtbot, filled, page)
    (letter,) = (tmp_path / "documents-take-down" / "en").glob("item-0001-*")
    assert "I am Y." in letter.read_text("utf-8-sig")
    qtbot.waitUntil(lambda: "The letters lie beside it" in said(page))


def test_letters_go_when_the_file_is_stopped(
    qtbot: QtBot,
    filled: Session,
    page: HandOverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    QTest.keyClick(page.letters_box, Qt.Key.Key_Space)
    under_way(qtbot, page, tmp_path / "documents.zip")
    QTest.mouseClick(page.line.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.handing_over.running is None)
    assert list(tmp_path.glob("documents*")) == []
