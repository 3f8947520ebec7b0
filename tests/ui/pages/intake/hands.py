"""Actions of a person on the page of the intake, and what she sees there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.scan.coverage import Coverage
from ui.application import Application
from ui.pages.intake import IntakePage


def shown(application: Application) -> IntakePage:
    """Show the page, and return it."""
    application.window.show_page("intake")
    page = application.window.page
    assert isinstance(page, IntakePage)
    return page


def drop(page: IntakePage, urls: Sequence[QUrl]) -> Qt.DropAction:
    """Drop files on the page; return the action that it accepted."""
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
    """Return the URLs of local files."""
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def wait_until_done(qtbot: QtBot, page: IntakePage, items: int) -> None:
    """Wait until every item was scanned and the list shows that."""

    def done() -> bool:
        session = page.session
        looked_at = all(row.coverage is not Coverage.PENDING for row in page.table.rows)
        return not session.intake.busy and looked_at and len(page.table.rows) == items

    qtbot.waitUntil(done)


def bullet_list(page: IntakePage) -> list[str]:
    return [row.name for row in page.table.shown]
