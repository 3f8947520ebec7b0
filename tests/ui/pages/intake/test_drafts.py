"""What was typed and not kept yet, when the pages are made anew or the case is locked."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.preferences import Preferences
from tests.ui.conftest import PHRASE
from tests.ui.pages.intake.hands import drop, here, shown, wait_until_done
from ui.application import Application
from ui.pages.intake import IntakePage
from ui.pages.intake.provenance_form import ProvenanceForm
from ui.safety.lock import LockReason


def change(application: Application, **setting: object) -> IntakePage:
    """Change a setting on its page, and return to the intake."""
    session = application.session
    application.window.show_page("settings")
    session.prefer(replace(session.preferences, **setting))  # type: ignore[arg-type]
    return shown(application)


def form_of(qtbot: QtBot, page: IntakePage) -> ProvenanceForm:
    qtbot.waitUntil(lambda: page.provenance_editor.form is not None)
    assert page.provenance_editor.form is not None
    return page.provenance_editor.form


@pytest.mark.parametrize(
    "setting", [{"lock_minutes": 15}, {"text_size": 125}, {"language": "ko"}, {"blur": False}]
)
def test_what_was_typed_stays_through_a_change_of_settings(
    qtbot: QtBot, application: Application, page: IntakePage, setting: dict[str, object]
) -> None:
    page.add_panel.origin.toggle_button.click()
    QTest.keyClicks(page.add_panel.lines["platform"], "Telegram")
    QTest.keyClicks(page.add_panel.lines["note"], "a friend told me")
    page.item_list.search_line.setText("room")
    anew = change(application, **setting)
    assert anew is not page
    assert anew.add_panel.lines["platform"].text() == "Telegram"
    assert anew.add_panel.lines["note"].text() == "a friend told me"
    assert not anew.add_panel.origin.content.isHidden()
    assert anew.item_list.search_line.text() == "room"
    assert anew.add_panel.take_details().platform == "Telegram"
    assert change(application, **vars_of(Preferences())).add_panel.lines["platform"].text() == ""


def vars_of(preferences: Preferences) -> dict[str, object]:
    return {"lock_minutes": preferences.lock_minutes, "text_size": preferences.text_size}


def test_a_link_that_is_being_typed_stays_and_can_be_kept(
    qtbot: QtBot, application: Application, page: IntakePage
) -> None:
    page.provenance_editor.link()
    QTest.keyClicks(form_of(qtbot, page).lines["url"], "https://t.me/x/5")
    anew = change(application, text_size=125)
    form = form_of(qtbot, anew)
    assert form.lines["url"].text() == "https://t.me/x/5"
    form.keep_button.click()
    wait_until_done(qtbot, anew, 1)
    assert change(application, text_size=100).provenance_editor.form is None


def test_what_is_being_said_of_items_stays_with_the_photo(
    qtbot: QtBot, application: Application, page: IntakePage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.provenance_editor.items([1, 2])
    form = form_of(qtbot, page)
    QTest.keyClicks(form.lines["platform"], "Telegram")
    QTest.keyClicks(form.lines["room_id"], "12")
    form.name_photo("0" * 64)
    anew = form_of(qtbot, change(application, language="ko"))
    assert anew is not form
    assert anew.draft.texts == {"platform": "Telegram", "room_id": "12"}
    assert "0000" in anew.photo_text.text()
    assert not anew.more.content.isHidden()


def test_a_form_that_was_left_does_not_come_back(
    qtbot: QtBot, application: Application, page: IntakePage
) -> None:
    page.provenance_editor.link()
    QTest.keyClicks(form_of(qtbot, page).lines["url"], "https://t.me/x/5")
    form_of(qtbot, page).leave_button.click()
    assert change(application, text_size=125).provenance_editor.form is None


def test_nothing_that_was_typed_is_known_behind_the_lock(
    qtbot: QtBot, application: Application, page: IntakePage, tmp_path: Path
) -> None:
    session = application.session
    page.provenance_editor.link()
    QTest.keyClicks(form_of(qtbot, page).lines["url"], "https://t.me/x/5")
    QTest.keyClicks(page.add_panel.lines["note"], "a friend told me")
    application.lock(LockReason.IDLE)
    assert not session.drafts.forms
    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "case", PHRASE, session.fail)
    anew = shown(application)
    assert anew.provenance_editor.form is None
    assert anew.add_panel.lines["note"].text() == ""
