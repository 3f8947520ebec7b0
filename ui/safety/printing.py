"""Print a few lines without a trace on the disk.

Qt's own printing hands CUPS a temporary file, and the system's print dialog remembers. So, but for
Windows, the page is drawn in memory and given to the system's `lp` on its standard input, which
sends it on to the print queue as it comes. What the queue keeps, and for how long, is out of reach.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

TITLE = "document"
"""What the print queue shows."""

SECONDS = 20
POINTS = 14
MARGIN_MM = 25.0


class PrintingError(Exception):
    """The system has no printing, or did not take the page."""


def printers() -> list[str]:
    """The names of the printers that are set up; none where the system has no printing."""
    if sys.platform == "win32":
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()
    if shutil.which("lpstat") is None:
        return []
    listed = _run(["lpstat", "-e"], b"")
    return listed.decode("utf-8", "replace").split("\n")[:-1]


def draw(lines: Sequence[str], printer: str) -> Callable[[], None]:
    """Draw a page; what is returned hands it to the print queue.

    Drawing belongs to the UI thread. Handing over may take long, and raises PrintingError.
    """
    if sys.platform == "win32":
        _draw_on_windows(lines, printer)
        return lambda: None
    pdf = page_as_pdf(lines)
    return lambda: _send(pdf, printer)


def _draw_on_windows(lines: Sequence[str], printer: str) -> None:
    """Qt draws through GDI into the system's own queue there, with no file of its own."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    device = QPrinter(QPrinterInfo.printerInfo(printer))
    device.setDocName(TITLE)
    device.setPageLayout(_layout())
    _draw(QPainter(device), lines)


def page_as_pdf(lines: Sequence[str]) -> bytes:
    """A PDF of one page with these lines, in memory."""
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
