"""Prints a few lines without a trace on the disk.

Qt's own printing hands CUPS a temporary file, and the system's print dialog remembers choices. So,
except on Windows, the page is drawn in memory and given to the system's `lp` on its standard input,
which streams it into the print queue. What the queue keeps, and for how long, is beyond the
program's control.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

TITLE = "document"
"""The title of the job in the print queue, which reveals nothing."""

SECONDS = 20
POINTS = 14
MARGIN_MM = 25.0


class PrintingError(Exception):
    """The system has no printing, or refused the page."""


def printers() -> list[str]:
    """Return the names of the printers that are set up; none where the system has no printing."""
    if sys.platform == "win32":
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()
    if shutil.which("lpstat") is None:
        return []
    listed = _run(["lpstat", "-e"], b"")
    return listed.decode("utf-8", "replace").split("\n")[:-1]


def draw(lines: Sequence[str], printer: str) -> Callable[[], None]:
    """Draw a page in the UI thread; return a function that sends it to the print queue.

    Sending may take long, and raises PrintingError.
    """
    if sys.platform == "win32":
        _draw_on_windows(lines, printer)
        return lambda: None
    pdf = page_as_pdf(lines)
    return lambda: _send(pdf, printer)


def _draw_on_windows(lines: Sequence[str], printer: str) -> None:
    """Draw through GDI, by which Qt writes into the system's queue without a file of its own."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    device = QPrinter(QPrinterInfo.printerInfo(printer))
    device.setDocName(TITLE)
    device.setPageLayout(_layout())
    _draw(QPainter(device), lines)


def page_as_pdf(lines: Sequence[str]) -> bytes:
    """Return a PDF of one A4 page with these lines."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(TITLE)
    writer.setPageLayout(_layout())
    _draw(QPainter(writer), lines)
    return bytes(buffer.data().data())


def _send(pdf: bytes, printer: str) -> None:
    _run(["lp", "-s", "-d", printer, "-t", TITLE, "-"], pdf)


def _layout() -> QPageLayout:
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    unit = QPageLayout.Unit.Millimeter
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)


def _draw(painter: QPainter, lines: Sequence[str]) -> None:
    font = QFont(painter.font())
    font.setPointSize(POINTS)
    font.setFamily("monospace")  # groups of a code stand below each other
    font.setStyleHint(QFont.StyleHint.Monospace)
    painter.setFont(font)
    device = painter.device()
    area = QRectF(0, 0, device.width(), device.height())
    painter.drawText(area, int(Qt.TextFlag.TextWordWrap), "\n".join(lines))
    painter.end()


def _run(command: Sequence[str], given: bytes) -> bytes:
    program = shutil.which(command[0])
    if program is None:
        raise PrintingError(command[0])
    try:
        done = subprocess.run(  # noqa: S603 - the system's own, with no shell in between
            [program, *command[1:]],
            input=given,
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise PrintingError(command[0]) from error
    return done.stdout
