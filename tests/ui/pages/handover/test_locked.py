"""A bundle that is being made, or was just made, when the window locks by itself."""

from pathlib import Path

import pyrage
import pytest
from pytestqt.qtbot import QtBot

from app.handover.handover_choices import LockedFor
from app.intake.add_link import add_link
from app.intake.source_details import SourceDetails
from app.job import finish
from app.messages import Words
from storage.bundle.verify import verify
from storage.case import Case
from tests.support.case_samples import CHEAP
from tests.ui.conftest import PHRASE, is_closed
from tests.ui.pages.handover.hands import hold
from tests.ui.pages.hands import said
from ui.pages.handover import HandoverPage
from ui.pages.handover.result_view import ResultView
from ui.session.session import Session
from ui.widgets.labels import MAY_WRAP


@pytest.fixture
def page(qtbot: QtBot, session: Session, case: Path) -> HandoverPage:
    """The page on a case with one link, which is to be handed over."""
    session.ask(lambda case: add_link(case, SourceDetails("https://t.me/c/1/2", role="self")))
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> HandoverPage:
    made = HandoverPage(session, Words("en"))
    qtbot.addWidget(made)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: "Looking up" not in said(made))
    return made


def actions(case: Path) -> list[str]:
    """Return the actions in the custody log, once nobody else has the case open."""
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        return [entry.action for entry in opened.custody.entries()]


def unlock(qtbot: QtBot, session: Session, case: Path) -> HandoverPage:
    with qtbot.waitSignal(session.opened):
        session.open(case, PHRASE, session.fail)
    return shown(qtbot, session)


def test_one_under_a_passphrase_is_stopped_and_the_plan_stays_with_a_word_about_it(
    qtbot: QtBot,
    session: Session,
    case: Path,
    page: HandoverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    page._chosen_place([tmp_path / "documents.zip"])
    session.handover.change(name="Y.")
    page.make_button.click()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("documents*"))))
    session.lock(finish_work=True)
    qtbot.waitUntil(lambda: is_closed(case))
    assert list(tmp_path.glob("documents*")) == []
    assert "export-stopped" in actions(case)
    again = unlock(qtbot, session, case)
    assert "the window was locked first" in said(again)
    assert "documents.zip" in again.target.text().replace(MAY_WRAP, "")
    assert session.handover.plan.name == "Y."


def test_one_for_the_holder_of_a_key_is_made_to_its_end_behind_the_lock(
    qtbot: QtBot, session: Session, case: Path, page: HandoverPage, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    target = tmp_path / "documents.age"
    page._chosen_place([target])
    key = str(identity.to_public())
    session.handover.change(locked_for=LockedFor.RECIPIENT, recipient=key)
    session.handover.start("en")
    session.lock(finish_work=True)
    assert not session.is_open
    qtbot.waitUntil(lambda: is_closed(case))
    assert finish(verify(target, str(identity))).is_whole
    assert "exported" in actions(case)
    assert "documents.age" in said(unlock(qtbot, session, case))


def made(qtbot: QtBot, page: HandoverPage, target: Path) -> str:
    """Make a bundle; returns the passphrase that is shown."""
    page._chosen_place([target])
    page.make_button.click()
    return view_of(qtbot, page).shown.text()


def view_of(qtbot: QtBot, page: HandoverPage) -> ResultView:
    """Return what the page shows of a bundle, once it does."""
    qtbot.waitUntil(lambda: page.result_view is not None)
    assert page.result_view is not None
    return page.result_view


def test_a_passphrase_that_was_on_the_screen_is_shown_again_until_it_is_written_down(
    qtbot: QtBot, session: Session, case: Path, page: HandoverPage, tmp_path: Path
) -> None:
    target = tmp_path / "documents.zip"
    passphrase = made(qtbot, page, target)
    shown_again = view_of(qtbot, page)
    for _ in range(2):
        session.lock(finish_work=True)
        assert session.handover.result is None
        page = unlock(qtbot, session, case)
        shown_again = view_of(qtbot, page)
        assert shown_again.shown.text() == passphrase
        assert "Nobody has said yet" in said(page)
    assert finish(verify(target, passphrase)).is_whole
    shown_again.written_box.click()
    shown_again.done_button.click()
    session.lock(finish_work=True)
    qtbot.waitUntil(lambda: is_closed(case))
    assert "passphrase-noted" in actions(case)
    last = unlock(qtbot, session, case)
    assert session.handover.result is not None
    assert session.handover.result.passphrase is None
    assert passphrase not in said(last)


def test_what_is_kept_while_it_is_locked_opens_nothing(
    qtbot: QtBot, session: Session, case: Path, page: HandoverPage, tmp_path: Path
) -> None:
    passphrase = made(qtbot, page, tmp_path / "documents.zip")
    session.lock(finish_work=True)
    qtbot.waitUntil(lambda: is_closed(case))
    kept = [session.handover.result, session.handover.plan, session.handover.failure]
    assert passphrase not in repr(kept)
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or passphrase.encode() not in path.read_bytes()


def test_one_that_was_written_down_is_not_said_to_be_lost(
    qtbot: QtBot, session: Session, case: Path, page: HandoverPage, tmp_path: Path
) -> None:
    passphrase = made(qtbot, page, tmp_path / "documents.zip")
    session.handover.forget_passphrase()
    session.lock(finish_work=True)
    with qtbot.waitSignal(session.opened):
        session.open(case, PHRASE, session.fail)
    assert session.handover.result is not None
    assert passphrase not in repr(session.handover.result)


def test_another_case_knows_nothing_of_the_plan(
    qtbot: QtBot, session: Session, case: Path, page: HandoverPage, tmp_path: Path
) -> None:
    session.handover.change(name="Y.")
    with qtbot.waitSignal(session.closed):
        session.close()
    assert session.handover.plan.name == ""
