"""What a person does on the page, and what she sees there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.scan.coverage import Coverage
from ui.application import Application
from ui.pages.intake import IntakePage


def fail(error: Exception) -> None:
    raise error


def shown(application: Application) -> IntakePage:
    application.window.show_page("intake")
    page = application.window.page
    assert isinstance(page, IntakePage)
    return page


def drop(page: IntakePage, urls: Sequence[QUrl]) -> Qt.DropAction:
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


def wait_until_done(qtbot: QtBot, page: IntakePage, items: int) -> None:
    """Everything was looked at, and the list says so."""

    def done() -> bool:
        session = page.session
        looked_at = all(row.coverage is not Coverage.PENDING for row in page.table.rows)
        return not session.intake.busy and looked_at and len(page.table.rows) == items

    qtbot.waitUntil(done)


def bullet_list(page: IntakePage) -> list[str]:
    return [row.name for row in page.table.shown]


def said(widget: QWidget) -> str:
    """All words on a widget that can be seen."""
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    return "\n".join(label.text().replace("\u200b", "") for label in labels)
