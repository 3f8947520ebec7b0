"""Handing over what nobody could confirm by a face, pictures of the screen, and small files."""

import json
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.handover.bundle_plan import Level
from app.intake.add_link import add_link
from app.intake.source_details import SourceDetails
from app.messages import Words
from storage.case import Case
from storage.types import Verdict
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.support.unpackers import seven_zip
from tests.ui.pages.hands import enter, log_of, said
from ui.pages.handover import HandoverPage
from ui.session.session import Session


@pytest.fixture
def page(qtbot: QtBot, session: Session, case: Path) -> HandoverPage:
    assert case.exists()
    made = HandoverPage(session, Words("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def do(qtbot: QtBot, session: Session, change: object) -> None:
    told: list[object] = []
    session.ask(lambda case: change(case) or True, told.append)  # type: ignore[operator]
    qtbot.waitUntil(lambda: bool(told))


def links(case: Case) -> None:
    for number in (1, 2):
        add_link(case, SourceDetails(f"https://t.me/c/1/{number}", role="self"))


def make(qtbot: QtBot, page: HandoverPage, target: Path) -> dict[str, object]:
    """Make the bundle, unpack it with 7-Zip, and return its list."""
    page._chosen_place([target])
    QTest.keyClick(page.make_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.result_view is not None)
    assert page.result_view is not None
    phrase = page.result_view.shown.text()
    subprocess.run(  # noqa: S603
        ["7z", "x", f"-p{phrase}", f"-o{target.parent}", str(target)],  # noqa: S607
        check=True,
        capture_output=True,
    )
    bullet_list = json.loads((target.parent / "documents/data/items.json").read_text("utf-8"))
    assert isinstance(bullet_list, dict)
    return bullet_list


def test_an_empty_case_says_what_to_do_first(qtbot: QtBot, page: HandoverPage) -> None:
    enter(qtbot, page, "There is nothing in this case yet")


@seven_zip
def test_a_case_with_links_only_can_be_handed_over(
    qtbot: QtBot, session: Session, page: HandoverPage, tmp_path: Path
) -> None:
    do(qtbot, session, links)
    enter(qtbot, page, "2 items are only links or messages, without a file: numbers 1, 2")
    assert not page.item_choice.confirmed.isEnabled()
    assert page.item_choice.numbers.text() == "1, 2"
    QTest.keyClick(page.letters_box, Qt.Key.Key_Space)
    bullet_list = make(qtbot, page, tmp_path / "documents.zip")
    items = bullet_list["items"]
    assert isinstance(items, list)
    assert [each["url"] for each in items] == ["https://t.me/c/1/1", "https://t.me/c/1/2"]
    letters = tmp_path / "documents-take-down" / "en"
    assert "https://t.me/c/1/2" in (letters / "item-0002-telegram.txt").read_text("utf-8-sig")


@seven_zip
def test_a_covered_capture_of_a_link_goes_along_with_her_face(
    qtbot: QtBot, session: Session, page: HandoverPage, tmp_path: Path
) -> None:
    do(qtbot, session, links)
    shot = write_picture(tmp_path / "shot.png", ME, SOMEBODY)
    enter(qtbot, page, "Screenshots")
    assert not page.captures.add_button.isEnabled()
    QTest.keyClicks(page.captures.shows, "2")
    QTest.keyClick(page.captures.covered, Qt.Key.Key_Space)
    QTest.keyClick(page.acting_role.radios["guardian"], Qt.Key.Key_Space)
    page.captures._take([shot])
    qtbot.waitUntil(lambda: "Item 3 shows item 2, redacted" in said(page))
    assert page.acting_role.radios["guardian"].isChecked()
    qtbot.waitUntil(lambda: not session.intake.busy and not session._worker.busy)
    QTest.keyClick(page.levels[Level.CROPS], Qt.Key.Key_Space)
    QTest.keyClick(page.small_set_box, Qt.Key.Key_Space)
    bullet_list = make(qtbot, page, tmp_path / "documents.zip")
    items = bullet_list["items"]
    assert isinstance(items, list)
    assert [(each["item_no"], each["capture_of"]) for each in items] == [
        *((1, None), (2, None), (3, 2)),
    ]
    kept = tmp_path / "documents/data/captures/0003.png"
    assert kept.read_bytes() == shot.read_bytes()
    assert (tmp_path / "documents-small-set/part-1/captures-0003.png").exists()
    assert "For an online report form, not locked" in said(page)
    roles = {each.action: each.role for each in log_of(qtbot, page)}
    assert {roles[each] for each in ("capture", "export", "beside")} == {"guardian"}


def test_one_that_is_not_covered_is_not_kept_here_and_that_is_said(
    qtbot: QtBot, session: Session, page: HandoverPage, tmp_path: Path
) -> None:
    do(qtbot, session, links)
    enter(qtbot, page, "Screenshots")
    QTest.keyClicks(page.captures.shows, "1")
    page.captures._take([write_picture(tmp_path / "shot.png", ME)])
    qtbot.waitUntil(lambda: "only the hashes of these were saved: 3" in said(page))
    (tmp_path / "x.txt").write_text("x")
    QTest.keyClicks(page.captures.shows, "1")
    page.captures._take([tmp_path / "x.txt"])
    qtbot.waitUntil(lambda: "Not added" in said(page))
    QTest.keyClicks(page.captures.shows, "9")
    page.captures._take([tmp_path / "shot.png"])
    qtbot.waitUntil(lambda: "no item with that number" in said(page))


def test_files_that_nobody_confirmed_go_along_by_their_numbers_only(
    qtbot: QtBot, session: Session, page: HandoverPage
) -> None:
    do(qtbot, session, links)
    do(qtbot, session, lambda case: case.decide(1, Verdict.CONFIRM))
    enter(qtbot, page, "One item that you confirmed: number 1")
    assert page.item_choice.confirmed.isChecked()


def test_what_is_missing_is_filled_in_on_the_page(
    qtbot: QtBot, session: Session, page: HandoverPage
) -> None:
    do(qtbot, session, links)
    enter(qtbot, page, "For 2 items, the platform is missing (numbers 1, 2).")
    QTest.keyClick(page.fill_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.provenance_editor.form is not None)
    form = page.provenance_editor.form
    assert form is not None
    QTest.keyClicks(form.lines["platform"], "Telegram")
    QTest.keyClick(form.keep_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "the name of the account is missing" in said(page))
    qtbot.waitUntil(lambda: "the platform is missing" not in said(page))


@seven_zip
def test_the_value_for_a_timestamp_is_shown_when_it_is_wanted(
    qtbot: QtBot, session: Session, page: HandoverPage, tmp_path: Path
) -> None:
    do(qtbot, session, links)
    enter(qtbot, page, "Screenshots")
    make(qtbot, page, tmp_path / "documents.zip")
    assert page.result_view is not None
    QTest.keyClick(page.result_view.written_box, Qt.Key.Key_Space)
    QTest.keyClick(page.result_view.done_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "The bundle is signed" in said(page))
    assert "timestamp from" not in said(page)
    QTest.keyClick(page.result_view.digest.toggle_button, Qt.Key.Key_Space)
    assert "timestamp from" in said(page)
    codes = [each for each in page.findChildren(QLabel) if not each.pixmap().isNull()]
    assert len(codes) == 1


@seven_zip
def test_korean_words_stand_beside_the_letters_that_open_it(
    qtbot: QtBot, session: Session, page: HandoverPage, tmp_path: Path
) -> None:
    do(qtbot, session, links)
    korean = HandoverPage(session, Words("ko"))
    qtbot.addWidget(korean)
    korean.show()
    enter(qtbot, korean, "화면 캡처")
    make(qtbot, korean, tmp_path / "documents.zip")
    made = session.handover.result
    assert made is not None
    assert made.passphrase is not None
    assert made.passphrase.words is not None
    assert made.passphrase.words in said(korean)
    assert not page.isHidden()
