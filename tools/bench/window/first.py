"""Measure the time from the start of the process to the first picture of its window."""

import json
import statistics
import subprocess
import sys
import time

ROUNDS = 5
GOAL_MS = 1500

PROGRAM = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from ui import application

class FirstPicture(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            made.qt.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)  # once all of it is painted
        return False
    def tell(self):
        print(time.time(), flush=True)
        made.window.leave()

class Watched(application.Application):
    def __init__(self, *given):
        global made
        super().__init__(*given)
        made, self.first = self, FirstPicture()
        self.qt.installEventFilter(self.first)

application.Application = Watched
from app.main import main
sys.exit(main([]))
"""
"""The program itself, watched for its first picture."""


def main() -> None:
    """Print the median of several starts."""
    took = [milliseconds() for _ in range(ROUNDS + 1)][1:]  # the first reads the disk
    print(json.dumps({"median_ms": round(statistics.median(took)), "goal_ms": GOAL_MS}))


def milliseconds() -> float:
    """Start the program once, and return the milliseconds to its first picture."""
    start = time.time()
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return (float(done.stdout.split()[0]) - start) * 1000


if __name__ == "__main__":
    main()
