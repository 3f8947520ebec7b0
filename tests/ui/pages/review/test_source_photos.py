"""Which of her own photos it was made from, on the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.enrol.attestation import Attestation
from app.intake.provenance import photo_hash
from storage.types import ItemDetail
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.ui.pages.hands import log_of, said
from tests.ui.pages.review.hands import Reviewed, hit_of
from ui.pages.review import ReviewPage
from ui.pages.review.source_photos import SourcePhotosView
from ui.widgets.file_chooser import FileChooser


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of own photos."""
    home = tmp_path / "home"
    (home / "mine").mkdir(parents=True)
    write_picture(home / "mine" / "me.png", ME)
    write_picture(home / "mine" / "friend.png", SOMEBODY)
    (home / "mine" / "notes.txt").write_text("nothing")
    monkeypatch.setenv("HOME", str(home))
    return home / "mine"


@pytest.fixture
def lead(reviewed: Reviewed, items: list[ItemDetail]) -> SourcePhotosView:
    """The part of the page, at her first appearance; she said that it is her own face."""
    page = reviewed()
    page.session.check.attestation = Attestation.SELF
    page.session.acting_role.set(Attestation.SELF)
    return reviewed(*(hit_of(item) for item in items)).entry_view.source_photos


def page_of(lead: SourcePhotosView) -> ReviewPage:
    page = lead._page
    assert isinstance(page, ReviewPage)
    return page


def choose_folder(qtbot: QtBot, lead: SourcePhotosView) -> None:
    QTest.keyClick(lead.find_button, Qt.Key.Key_Return)
    chooser = page_of(lead).findChild(FileChooser)
    assert chooser is not None
    qtbot.waitUntil(lambda: bool(chooser.table.shown))
    chooser.list.go_to(chooser.table.find("mine"))
    QTest.mouseClick(chooser.choose_button, Qt.MouseButton.LeftButton)


def test_the_likeliest_photo_is_told_in_words_and_can_be_noted(
    qtbot: QtBot, lead: SourcePhotosView, photos: Path
) -> None:
    choose_folder(qtbot, lead)
    qtbot.waitUntil(lambda: "me.png: " in said(lead))
    assert "me.png: " in said(lead)
    assert "nothing resembles it: 1" in said(lead)
    assert "notes.txt" in said(lead)
    assert "not proof" in said(lead)
    assert lead.line.isHidden()
    QTest.mouseClick(lead.note_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lead.notice.isVisible)
    assert "Its hash" in lead.notice.text()
    noted: list[str | None] = []
    page = page_of(lead)
    page.session.ask(lambda case: case.provenance.photo(1), noted.append)
    qtbot.waitUntil(lambda: bool(noted))
    assert noted == [photo_hash(photos / "me.png")]
    told = [(entry.action, entry.role) for entry in log_of(qtbot, page)]
    assert ("attest", "self") in told
    assert ("sources", "self") in told
    assert ("provenance", "self") in told


def test_what_was_found_goes_with_the_appearance(
    qtbot: QtBot, lead: SourcePhotosView, photos: Path
) -> None:
    choose_folder(qtbot, lead)
    qtbot.waitUntil(lambda: "me.png: " in said(lead))
    page = page_of(lead)
    page.forward()
    qtbot.waitUntil(lambda: "me.png: " not in said(lead))
    assert lead.find_button.isEnabled()


def test_nothing_is_looked_for_before_somebody_said_whose_face_it_is(
    reviewed: Reviewed, items: list[ItemDetail]
) -> None:
    page = reviewed(hit_of(items[0]))
    assert page.session.check.attestation is None
    assert page.entry_view.source_photos.find_button.isHidden()
