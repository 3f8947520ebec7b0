"""The page on which content is added and listed, in the whole window."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.check_copy import make_check_copy
from app.intake import NO_ANSWERS, Answers, Asked, Question
from app.intake.address import shown as shown_address
from app.messages import Words
from storage.types import Media, State
from tests.app.fakes import ME, FakeLooker, FakeProgram, write_picture
from tests.app.intake.made_exports import LOCKED_ZIP, message, room, write_telegram
from tests.ui.conftest import PHRASE
from ui.application import Application
from ui.models.item_rows import Show
from ui.pages.content import ContentPage
from ui.pages.content.asking import Asking
from ui.widgets.file_chooser import FileChooser


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    """A folder with a face, nothing of the kind, something broken, and text."""
    folder = tmp_path / "reported"
    folder.mkdir()
    write_picture(folder / "face.png", ME)
    write_picture(folder / "no face.png")
    (folder / "broken.jpg").write_bytes(FakeLooker.KILLS)
    (folder / "notes.txt").write_text("nothing to see")
    return folder


@pytest.fixture
def page(qtbot: QtBot, application: Application, tmp_path: Path) -> ContentPage:
    """The page, shown, with an empty case."""
    with qtbot.waitSignal(application.session.opened):
        application.session.create(
            tmp_path / "case", PHRASE, Media.NONE, True, lambda _: None, fail
        )
    return shown(application)


def fail(error: Exception) -> None:
    raise error


def shown(application: Application) -> ContentPage:
    application.window.show_page("content")
    page = application.window.page
    assert isinstance(page, ContentPage)
    return page


def drop(page: ContentPage, urls: Sequence[QUrl]) -> Qt.DropAction:
    """Drop them on the page; return what it says it did with them."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    action = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    button = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    page.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), action, mime, button, none))
    event = QDropEvent(QPointF(9, 9), action, mime, button, none)
    page.dropEvent(event)
    return event.dropAction()


def here(*paths: Path) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def wait_until_done(qtbot: QtBot, page: ContentPage, items: int) -> None:
    """Everything was looked at, and the list says so."""

    def done() -> bool:
        session = page.session
        looked_at = all(row.state is not State.PENDING for row in page.table.rows)
        return not session.taking_in.busy and looked_at and len(page.table.rows) == items

    qtbot.waitUntil(done, timeout=10_000)


def listed(page: ContentPage) -> list[str]:
    return [row.name for row in page.table.shown]


def said(widget: QWidget) -> str:
    """All words on a widget that can be seen."""
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    return "\n".join(label.text().replace("\u200b", "") for label in labels)


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_case_says_what_to_do(page: ContentPage) -> None:
    assert page.adding.intro.isVisible()
    assert page.adding.add_button.isEnabled()
    assert not page.listing.isVisible()
    assert not page.adding.lines["url"].isVisible()


def test_what_is_chosen_is_taken_in_and_looked_at(
    qtbot: QtBot, page: ContentPage, reported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(reported.parent))
    press(page.adding.add_button)
    chooser = page.findChild(FileChooser)
    assert chooser is not None
    qtbot.waitUntil(lambda: bool(chooser.table.shown))
    chooser.list.go_to(chooser.table.find("reported"))
    press(chooser.choose_button)
    wait_until_done(qtbot, page, 4)
    assert listed(page) == ["broken.jpg", "face.png", "no face.png", "notes.txt"]
    assert "New: 4" in page.outcome.added.text()
    assert "Faces found: 1" in page.outcome.scanned.text()
    assert not page.adding.intro.isVisible()


def test_what_is_dropped_is_copied_from_and_never_moved(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    assert drop(page, here(reported)) == Qt.DropAction.CopyAction
    wait_until_done(qtbot, page, 4)
    assert len(list(reported.iterdir())) == 4


@pytest.mark.parametrize("url", ["https://example.org/a.jpg", "file://server/share/a.jpg"])
def test_what_lies_elsewhere_is_refused_in_words(page: ContentPage, url: str) -> None:
    drop(page, [QUrl(url)])
    assert page.notice.isVisible()
    assert page.session.taking_in.adding is None


def test_what_was_said_about_the_origin_is_kept_once(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    press(page.adding.origin.toggle_button)
    QTest.keyClicks(page.adding.lines["platform"], "Telegram")
    QTest.keyClicks(page.adding.lines["url"], "https://t.me/c/1/2")
    drop(page, here(reported / "face.png"))
    wait_until_done(qtbot, page, 1)
    drop(page, here(reported / "no face.png"))
    wait_until_done(qtbot, page, 2)
    page.listing.view.go_to(0)
    qtbot.waitUntil(lambda: "https://t.me/c/1/2" in said(page.listing.detail))
    page.listing.view.go_to(1)
    qtbot.waitUntil(lambda: "no face.png" in said(page.listing.detail))
    assert "Telegram" not in said(page.listing.detail)


def test_what_could_not_be_checked_is_counted_and_says_why(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    assert page.listing.unchecked_text.text() == "Could not be checked: 2"
    assert not page.listing.again_button.isVisible()  # trying again would change nothing
    press(page.listing.why_button)
    assert listed(page) == ["broken.jpg", "notes.txt"]
    page.listing.view.go_to(1)
    qtbot.waitUntil(lambda: "not a picture or video" in said(page.listing.detail))


def test_what_was_gone_is_looked_at_when_it_is_back(
    qtbot: QtBot, page: ContentPage, program: FakeProgram, reported: Path
) -> None:
    picture = reported / "face.png"
    content = picture.read_bytes()
    looker = program.looker

    def loses_it(*args: object, **kwargs: object) -> object:
        picture.unlink(missing_ok=True)
        program.looker = looker  # type: ignore[method-assign]
        return looker(*args, **kwargs)  # type: ignore[arg-type]

    program.looker = loses_it  # type: ignore[method-assign,assignment]
    drop(page, here(picture))
    wait_until_done(qtbot, page, 1)
    assert page.listing.again_button.isVisible()
    picture.write_bytes(content)
    press(page.listing.again_button)
    qtbot.waitUntil(lambda: page.table.rows[0].state is State.DONE)
    assert not page.listing.unchecked.isVisible()


def test_what_is_not_there_is_said_and_nothing_else_is_lost(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    drop(page, here(reported / "face.png", reported / "gone.png"))
    wait_until_done(qtbot, page, 1)
    assert page.outcome.blocked.isVisible()
    line = page.outcome.blocked.model().index(0, 0).data()
    assert line == "gone.png: there is no file or folder of that name."


def test_the_list_is_narrowed_by_state_and_by_words(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.listing.show_box.setFocus()
    QTest.keyClicks(page.listing.show_box, "Looked")
    page.listing.show_box.activated.emit(page.listing.show_box.currentIndex())
    assert listed(page) == ["face.png"]
    QTest.keyClicks(page.listing.search_line, "nothing of that name")
    assert page.listing.nothing.isVisible()
    page.listing.search_line.clear()
    page.listing.show_box.setCurrentIndex(list(Show).index(Show.ALL))
    page.listing.show_box.activated.emit(0)
    QTest.keyClicks(page.listing.search_line, "FACE")
    assert listed(page) == ["face.png", "no face.png"]


def test_adding_is_held_up_and_goes_on(qtbot: QtBot, page: ContentPage, reported: Path) -> None:
    drop(page, here(reported))
    press(page.adding_line.pause_button)
    assert "Paused" in page.adding_line.text.text()
    drop(page, here(reported))
    assert page.notice.isVisible()  # one after the other
    press(page.adding_line.pause_button)
    wait_until_done(qtbot, page, 4)
    assert not page.adding_line.isVisible()


def test_adding_is_stopped_and_what_came_in_can_be_looked_at(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    task = page.session.taking_in.add([], page.adding.take_told())
    with qtbot.waitSignal(task.ended):
        pass
    qtbot.waitUntil(lambda: not page.session.taking_in.busy)
    drop(page, here(reported))
    press(page.adding_line.stop_button)
    qtbot.waitUntil(lambda: page.session.taking_in.adding is None)
    assert page.session.taking_in.scanning is None
    assert page.adding.add_button.isEnabled()


def test_what_waits_is_looked_at_on_request(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    from app.add import Told, add
    from app.job import finish

    page.session.ask(lambda case: finish(add(case, [reported], Told())))
    page.session.refresh()
    qtbot.waitUntil(page.listing.waiting.isVisible)
    press(page.listing.go_on_button)
    wait_until_done(qtbot, page, 4)
    assert not page.listing.waiting.isVisible()


def test_a_check_copy_shows_numbers_and_takes_nothing_in(
    qtbot: QtBot, page: ContentPage, application: Application, reported: Path, tmp_path: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    copied: list[str] = []
    page.session.ask(lambda case: make_check_copy(case, tmp_path / "copy", PHRASE), copied.append)
    qtbot.waitUntil(lambda: bool(copied))
    with qtbot.waitSignal(page.session.opened):
        page.session.open(tmp_path / "copy", PHRASE, fail)
    shown(application)
    qtbot.waitUntil(lambda: len(page.table.rows) == 4)
    assert page.copy.isVisible()
    assert not page.adding.isVisible()
    drop(page, here(reported))
    assert page.session.taking_in.adding is None
    assert listed(page) == [""] * 4
    page.listing.view.go_to(0)
    qtbot.waitUntil(lambda: "Item 1" in said(page.listing.detail))


def test_nothing_of_a_case_is_left_when_it_is_closed(
    qtbot: QtBot, page: ContentPage, reported: Path
) -> None:
    drop(page, here(reported))
    wait_until_done(qtbot, page, 4)
    page.listing.view.go_to(0)
    qtbot.waitUntil(page.listing.detail.isVisible)
    with qtbot.waitSignal(page.session.closed):
        page.session.close()
    assert page.table.rows == []
    assert page.table.shown == []
    assert page.listing.detail.isHidden()


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder with a picture, and an archive that "secret" opens."""
    folder = tmp_path / "room"
    folder.mkdir()
    write_picture(folder / "face.png", ME)
    (folder / "room.zip").write_bytes(LOCKED_ZIP)
    return folder


def test_a_password_is_asked_for_in_place_until_it_fits(
    qtbot: QtBot, page: ContentPage, locked: Path
) -> None:
    drop(page, here(locked))
    wait_until_done(qtbot, page, 2)
    asking = page.asking
    assert "room.zip is locked" in said(asking)
    assert not asking.add_button.isEnabled()
    assert asking.password is not None
    QTest.keyClicks(asking.password.line, "wrong")
    press(asking.add_button)
    qtbot.waitUntil(lambda: "does not open it" in said(asking))
    assert asking.password.text == ""
    QTest.keyClicks(asking.password.line, "secret")
    QTest.keyClick(asking.password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "hello.txt" in listed(page))
    wait_until_done(qtbot, page, 2)
    assert not asking.isVisible()
    page.listing.view.go_to(listed(page).index("hello.txt"))
    qtbot.waitUntil(lambda: shown_address("room.zip\0hello.txt") in said(page.listing.detail))
    with qtbot.waitSignal(page.session.closed):
        page.session.close()
    assert page.session.taking_in.answers == NO_ANSWERS


def test_a_question_can_be_left(qtbot: QtBot, page: ContentPage, locked: Path) -> None:
    drop(page, here(locked))
    wait_until_done(qtbot, page, 2)
    press(page.asking.leave_button)
    assert not page.asking.isVisible()
    assert "room.zip" in listed(page)
    assert page.listing.again_button.isVisible()
    press(page.listing.again_button)
    qtbot.waitUntil(page.asking.isVisible)


def test_whose_phone_it_was_is_asked_with_the_names_in_the_chat(qtbot: QtBot) -> None:
    asking = Asking(Words("en"))
    qtbot.addWidget(asking)
    asking.show()
    question = Question("/x/chat.txt", "chat.txt", Asked.OWNER, ("Yun & Kim", "me"))
    asking.ask([question], Answers(everywhere={Asked.PASSWORD: ("x",)}))
    assert "Whose phone was chat.txt saved from?" in said(asking)
    names = [each for each in asking.findChildren(QPushButton) if "Yun" in each.text()]
    press(names[0])
    with qtbot.waitSignal(asking.answered) as told:
        press(asking.add_button)
    answers = told.args[0] if told.args else NO_ANSWERS
    assert answers.to(Asked.OWNER, "/x/chat.txt") == ("Yun & Kim",)
    assert answers.to(Asked.PASSWORD, "/x/a.zip") == ("x",)


def test_what_an_export_names_and_does_not_hold_is_counted_and_listed(
    qtbot: QtBot, page: ContentPage, tmp_path: Path
) -> None:
    absent = message(7, photo="(File not included. Change data exporting settings to download.)")
    write_telegram(tmp_path / "export", room([absent]), {})
    drop(page, here(tmp_path / "export"))
    wait_until_done(qtbot, page, 1)
    assert "Named in an export, but not in it: 1" in page.outcome.added.text()
    assert page.table.rows[0].state is State.UNCHECKED
