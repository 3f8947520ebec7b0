"""What goes wrong while she looks at what came up, decides, and hands it over."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.enrol.attestation import Attestation
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.bundle.target import part_path
from storage.errors import (
    BundleExistsError,
    BundleMissingError,
    BundleReadOnlyError,
    CaseDamagedError,
    DiskFailedError,
    DiskFullError,
    StorageError,
)
from storage.types import Verdict
from tests.support.fake_program import ME, write_picture
from tests.support.typesetting import replace_typesetting
from tests.ui.bad_input.conftest import in_both_languages
from tests.ui.bad_input.faults import Stick, fill_up, make_room
from tests.ui.bad_input.person import Person
from ui.pages.handover import HandoverPage
from ui.pages.review import ReviewPage


@pytest.fixture
def answered(person: Person, content: Path, tmp_path: Path) -> Path:
    """A case in which a check found her."""
    case = tmp_path / "notes"
    person.makes_a_case(case)
    person.adds([content])
    own = person.session.own_face
    own.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: person.is_idle() and own.state.used)
    person.session.check.start(Attestation.SELF)
    person.waits_until(lambda: person.session.check.answer)
    return case


@pytest.fixture
def review(person: Person, answered: Path) -> ReviewPage:
    page = person.goes_to("review")
    assert isinstance(page, ReviewPage)
    person.waits_until(lambda: page.queue is not None)
    return page


def decisions(person: Person) -> set[Verdict]:
    told: list[set[Verdict]] = []
    person.session.ask(lambda case: {each.verdict for each in case.decisions()}, told.append)
    person.waits_until(lambda: told)
    return told[0]


@in_both_languages
def test_a_decision_that_the_full_disk_does_not_take_is_not_shown_as_kept(
    person: Person, answered: Path, review: ReviewPage
) -> None:
    fill_up(person.qtbot, person.session)
    review.decide(Verdict.CONFIRM)
    person.waits_for(person.words.error(DiskFullError(str(answered))))
    person.waits_until(lambda: review.queue is not None and review.queue.count(None))
    assert decisions(person) == set()
    make_room(person.qtbot, person.session)
    review.decide(Verdict.CONFIRM)
    person.waits_until(lambda: decisions(person) == {Verdict.CONFIRM})


def test_a_picture_whose_file_is_gone_is_said_in_place(
    person: Person, content: Path, review: ReviewPage
) -> None:
    content.rename(content.with_name("away"))
    hold = review.entry_view.frame.hold
    hold.setFocus()
    with person.qtbot.waitActive(person.window):
        person.window.activateWindow()
    QTest.keyPress(hold, Qt.Key.Key_Space)
    person.waits_for(person.words.error(UnreadableMediaError(Reason.GONE)))
    QTest.keyRelease(hold, Qt.Key.Key_Space)
    person.button("review.confirm")


def test_a_way_that_cannot_be_read_is_said_and_those_who_help_are_shown(
    person: Person, answered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise CaseDamagedError(str(answered))

    monkeypatch.setattr("ui.pages.review.page.review_queue", damaged)
    person.goes_to("review")
    person.waits_for(person.words.error(CaseDamagedError(str(answered))))
    person.waits_for(person.says("support.heading"))


# handing over


@pytest.fixture
def hand_over(
    person: Person, answered: Path, review: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> HandoverPage:
    """The page of the handover, with one item confirmed."""
    replace_typesetting(monkeypatch)
    review.decide(Verdict.CONFIRM)
    person.waits_until(lambda: decisions(person))
    page = person.goes_to("handover")
    assert isinstance(page, HandoverPage)
    person.waits_for(person.says("handover.inside"))
    return page


def make(person: Person, page: HandoverPage, target: Path) -> None:
    page._chosen_place([target])
    person.press("handover.make")


def refuses(error: int) -> Callable[..., int]:
    def refuse(*_: object) -> int:
        raise OSError(error, os.strerror(error))

    return refuse


@pytest.mark.parametrize(
    ("refusal", "language"),
    [
        (("write", errno.ENOSPC, DiskFullError), "ko"),
        (("write", errno.EIO, DiskFailedError), "en"),
        (("open", errno.EROFS, BundleReadOnlyError), "ko"),
        (("open", errno.EACCES, BundleReadOnlyError), "en"),
    ],
)
def test_a_place_that_does_not_take_the_bundle_is_said_and_nothing_half_made_stays(
    person: Person,
    hand_over: HandoverPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    refusal: tuple[str, int, type[StorageError]],
) -> None:
    call, number, error = refusal
    target = tmp_path / "documents.zip"
    with monkeypatch.context() as patch:
        patch.setattr(f"storage.bundle.target.os.{call}", refuses(number))
        make(person, hand_over, target)
        person.waits_for(person.words.error(error(str(target))))
    assert not target.exists()
    assert not part_path(target).exists()
    assert person.session.handover.result is None
    person.press("handover.make")  # and now there is room
    person.waits_for(person.says("handover.made"))
    assert target.exists()


def test_a_target_whose_stick_is_pulled_out_is_said_and_the_case_stays_open(
    person: Person, hand_over: HandoverPage, stick: Stick
) -> None:
    target = stick.folder / "documents.zip"
    make(person, hand_over, target)
    stick.take_out()
    person.waits_until(lambda: person.session.handover.failure)
    failure = person.session.handover.failure
    assert isinstance(failure, BundleMissingError | DiskFailedError)
    person.waits_for(person.words.error(failure))
    assert person.session.is_open
    stick.plug_in()
    person.press("handover.make")
    person.waits_for(person.says("handover.made"))


def test_a_name_that_was_taken_meanwhile_keeps_what_is_there(
    person: Person, hand_over: HandoverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    target.write_text("mine")
    make(person, hand_over, target)
    person.waits_for(person.words.error(BundleExistsError(str(target))))
    assert target.read_text() == "mine"


def test_leaving_while_a_bundle_is_made_leaves_nothing_half_made(
    person: Person, hand_over: HandoverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    make(person, hand_over, target)
    assert person.session.end(30)
    assert not part_path(target).exists()


def test_what_cannot_be_looked_up_is_said_and_is_not_waited_for(
    person: Person, answered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise CaseDamagedError(str(answered))

    monkeypatch.setattr("ui.pages.handover.page.bundle_contents", damaged)
    person.goes_to("handover")
    person.waits_for(person.words.error(CaseDamagedError(str(answered))))
    assert not person.sees(person.says("handover.reading"))
