"""A real X server without a screen, for what the offscreen platform of Qt does not show."""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1280x860x24"
SECONDS_TO_START = 20


class NoXServerError(Exception):
    """Xvfb is not installed, or did not start."""


@contextmanager
def x_server(screen: str = SCREEN) -> Iterator[str]:
    """Start Xvfb on a free display, yield the value of DISPLAY for it, and end it.

    Raises:
        NoXServerError
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise NoXServerError("Xvfb is not installed (Debian: apt-get install xvfb)")
    reading, writing = os.pipe()
    # It looks for a free number by itself and writes it down once it takes connections.
    server = subprocess.Popen(  # noqa: S603
        [program, "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        yield f":{_number(reading)}"
    finally:
        os.close(reading)
        server.terminate()
        server.wait()


def _number(reading: int) -> int:
    ready, _, _ = select.select([reading], [], [], SECONDS_TO_START)
    number = os.read(reading, 16).strip() if ready else b""
    if not number:
        raise NoXServerError("Xvfb did not start")
    return int(number)
