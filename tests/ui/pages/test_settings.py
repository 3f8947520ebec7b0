from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.preferences import Preferences, Theme, settings_file
from app.sandbox import protection
from app.sandbox.walls import Wall
from face.errors import ModelDamagedError
from face.packs.add import AddedPack
from face.packs.catalogue import Licence, ModelFile
from storage.types import KeptMedia
from tests.support.fake_program import FakeServices
from tests.ui.conftest import PHRASE
from ui.application import Application
from ui.pages.settings import SettingsPage
from ui.safety import capture
from ui.safety.lock import LockReason
from ui.widgets.labels import MAY_WRAP


class PacksProgram(FakeServices):
    """A program that accepts a pack named "good", and nothing else."""

    def add_pack(self, path: Path) -> AddedPack:
        """Accept or refuse a pack without testing it."""
        if path.name != "good":
            raise ModelDamagedError("buffalo_l", "det_10g.onnx")
        return AddedPack(
            "buffalo_l", Licence.RESEARCH_ONLY, 512, (ModelFile("x", "0" * 64),), ("x",)
        )


@pytest.fixture
def services() -> FakeServices:
    return PacksProgram()


@pytest.fixture(autouse=True)
def as_on_the_first_day(qapp: QApplication) -> Iterator[None]:
    yield
    from ui.theme.style import apply

    apply(qapp, Theme.SYSTEM, 100)


@pytest.fixture
def window(qtbot: QtBot, application: Application) -> Application:
    application.window.show_page("settings")
    qtbot.waitUntil(lambda: bool(application.session.packs.known))
    return application


def page(application: Application) -> SettingsPage:
    shown = application.window.page
    assert isinstance(shown, SettingsPage)
    return shown


def control(application: Application, name: str) -> QAbstractButton:
    found = [
        each
        for each in page(application).findChildren(QAbstractButton)
        if each.accessibleName() == name
    ]
    assert len(found) == 1
    return found[0]


def said(application: Application) -> str:
    texts = (label.text() for label in page(application).findChildren(QLabel))
    return "\n".join(texts).replace(MAY_WRAP, "")


def kept(qtbot: QtBot, wanted: Callable[[Preferences], bool]) -> None:
    qtbot.waitUntil(lambda: settings_file().is_file() and wanted(Preferences.load()))


def press(button: QAbstractButton) -> None:
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_nothing_is_written_by_looking(window: Application) -> None:
    assert not settings_file().exists()
    assert str(settings_file()) in said(window)


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [
        ("Colours: Dark", "theme", Theme.DARK),
        ("Text size: Twice", "text_size", 200),
        ("Lock the case automatically: 1 minute", "lock_minutes", 1),
        ("Blurred", "blur", False),
        ("Black and white", "grey", False),
    ],
)
def test_a_change_counts_and_is_kept_at_once(
    qtbot: QtBot, window: Application, name: str, setting: str, value: object
) -> None:
    press(control(window, name))
    assert getattr(window.session.preferences, setting) == value
    kept(qtbot, lambda preferences: getattr(preferences, setting) == value)


def test_the_language_changes_the_page(window: Application) -> None:
    press(control(window, "Language: 한국어 (Korean)"))
    assert "설정" in said(window)


@pytest.mark.parametrize("name", ["Colours: High contrast", "Text size: 1½ times"])
def test_the_keyboard_stays_where_it_was(window: Application, name: str) -> None:
    control(window, name).setFocus()
    press(control(window, name))
    assert control(window, name).hasFocus()
    assert control(window, name).isChecked()


def test_the_page_does_not_jump(qtbot: QtBot, window: Application) -> None:
    held = control(window, "Black and white")
    held.setFocus()
    bar = page(window).findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    before = held.mapTo(window.window, held.rect().topLeft()).y()
    press(held)
    after = control(window, "Black and white")
    assert after is not held
    top = after.rect().topLeft()
    qtbot.waitUntil(lambda: abs(after.mapTo(window.window, top).y() - before) <= 2)


def test_arrows_choose_among_several(window: Application) -> None:
    light = control(window, "Colours: Same as the computer")
    light.setFocus()
    QTest.keyClick(light, Qt.Key.Key_Right)
    press(control(window, "Colours: Light"))
    assert window.session.preferences.theme is Theme.LIGHT


def test_capture_protection_is_offered_only_where_it_works(window: Application) -> None:
    protect = control(window, "Block screenshots")
    assert protect.isEnabled() == capture.is_possible()
    if not capture.is_possible():
        assert "cannot block screenshots of its window" in said(window)
        assert not protect.isChecked()


def test_weaker_protection_is_no_choice_where_every_wall_has_to_stand(window: Application) -> None:
    assert "weaker protection" not in said(window)


def test_weaker_protection_is_allowed_by_hand_and_what_is_missing_is_said(
    window: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protection, "can_be_weaker", lambda: True)
    monkeypatch.setattr(protection, "_missing", {Wall.NETWORK})
    window.session.prefer(window.session.preferences)
    assert "could do this: reach the network." in said(window)
    allow = control(window, "Open files even with weaker protection")
    assert not allow.isChecked()
    press(allow)
    assert window.session.preferences.weaker_protection


def test_every_pack_says_its_licence_and_whom_it_tells_apart(window: Application) -> None:
    text = said(window)
    assert "open: ready to use" in text
    assert "buffalo_l: not installed, can be added" in text
    assert "Less accurate for: young East Asian women" in text
    assert "non-commercial research only" in text


def drop(application: Application, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page(application).packs.dropEvent(event)


def test_a_pack_is_added_by_dropping_it_and_its_licence_is_said(
    qtbot: QtBot, window: Application, tmp_path: Path
) -> None:
    (tmp_path / "good").write_bytes(b"zip")
    drop(window, tmp_path / "good")
    qtbot.waitUntil(lambda: "Added the model pack" in page(window).packs.outcome.text())
    assert "its makers allow no other use" in page(window).packs.outcome.text()
    assert "does not know these files" in page(window).packs.outcome.text()


def test_what_is_no_pack_is_refused_in_words(
    qtbot: QtBot, window: Application, tmp_path: Path
) -> None:
    (tmp_path / "bad").write_bytes(b"zip")
    drop(window, tmp_path / "bad", tmp_path / "nowhere")
    qtbot.waitUntil(lambda: len(window.session.packs.outcomes) == 2)
    text = page(window).packs.outcome.text()
    assert "damaged" in text
    assert "no file or folder with that name" in text
    assert window.session.packs.waiting == 0


def test_the_settings_can_be_forgotten(qtbot: QtBot, window: Application) -> None:
    press(control(window, "Colours: Dark"))
    kept(qtbot, lambda preferences: preferences.theme is Theme.DARK)
    press(page(window).forget_button)
    assert window.session.preferences == Preferences()
    qtbot.waitUntil(lambda: not settings_file().exists())


def test_behind_the_lock_nobody_changes_what_protects_the_case(
    qtbot: QtBot, window: Application, tmp_path: Path
) -> None:
    session, path = window.session, tmp_path / "notes"
    with qtbot.waitSignal(session.opened):
        session.create(path, PHRASE, KeptMedia.NONE, True, lambda _: None, session.fail)
    session.forget_recovery_code()
    window.lock(LockReason.AWAY)
    window.window.show_page("settings")
    qtbot.waitUntil(page(window).locked.isVisible)
    before = session.preferences
    for name in ("Lock the case automatically: 15 minutes", "Blurred", "Black and white"):
        assert not control(window, name).isEnabled()
        press(control(window, name))
    press(page(window).forget_button)
    assert session.preferences == before
    assert control(window, "Text size: Twice").isEnabled()
    with qtbot.waitSignal(session.opened):
        session.open(path, PHRASE, session.fail)
    window.window.show_page("settings")
    assert control(window, "Blurred").isEnabled()
    assert not page(window).locked.isVisible()
