"""The entry point: start the command line, the window, or a child process.

This is the only file outside ui/ that imports ui/.
"""

import os
import sys
from collections.abc import Sequence

from app import offline
from app.errors import AppError


class WindowMissingError(AppError):
    """A part of the system that the window needs is missing; `part` names it."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, or open the window without arguments; return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    _leave_out_pandas()
    if getattr(sys, "frozen", False) and _is_child(arguments):
        return _run_child()
    try:
        offline.go_offline()
        offline.harden_process()
    except AppError as error:
        return _say(error)
    if arguments:
        from app.cli.run import run

        return run(arguments)
    return _open_window()


def _leave_out_pandas() -> None:
    """Keep sqlite-utils from loading pandas, which takes a second and is not needed."""
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]


def _is_child(arguments: Sequence[str]) -> bool:
    from app.sandbox.process import CHILD_ARGUMENT

    return list(arguments) == [CHILD_ARGUMENT]


def _run_child() -> int:
    from app import child

    return child.main()


DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _open_window() -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, DISPLAYS)):
        return _say(WindowMissingError("DISPLAY"))  # Qt would abort
    try:
        from ui import application
    except ImportError as error:
        return _say(WindowMissingError(error.name or ""))
    return application.run()


def _say(error: AppError) -> int:
    from app.cli.terminal import Terminal
    from app.messages import Words, language

    Terminal(Words(language())).error(error)
    return 1
