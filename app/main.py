"""Put the program together and start it. The only file outside ui/ that imports ui/."""

import os
import sys
from collections.abc import Sequence

from app import offline


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, or the window when there is none; return the exit status."""
    os.umask(0o077)  # whatever this process writes is for this person only
    offline.go_offline()
    offline.harden_process()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments:
        from app.cli.run import run

        return run(arguments)
    return _open_window()


def _open_window() -> int:
    try:
        from ui import application
    except ImportError as error:
        return _say_window_missing(error)
    return application.run()


def _say_window_missing(error: ImportError) -> int:
    from app.cli.terminal import Terminal
    from app.messages import Words, language

    Terminal(Words(language())).warn("window.missing", part=error.name or str(error))
    return 1
