"""Run one command line: find the command, run it, put errors into words."""

import importlib
import os
import signal
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, TypeAlias, cast

from app.cli.arguments import USAGE_STATUS
from app.cli.parser import parser
from app.cli.terminal import Terminal
from app.messages import LANGUAGES, Words, language

if TYPE_CHECKING:
    from app.program import Services

DONE = 0
FAILED = 1

Command: TypeAlias = "Callable[[Namespace, Terminal, Services], int | None]"


def run(arguments: Sequence[str], services: "Services | None" = None) -> int:
    """Run a command and return the exit status: 0 done, 1 failed, 2 not understood.

    Args:
        services: What the commands work with; None for the real services.
    """
    _escape_unprintable()
    words = Words(_asked_language(arguments) or language())
    try:
        options = parser(words).parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else USAGE_STATUS
    terminal = Terminal(
        words, json=getattr(options, "json", False), quiet=getattr(options, "quiet", False)
    )
    return _guarded(options, terminal, services)


def _guarded(options: Namespace, terminal: Terminal, services: "Services | None") -> int:
    """Run the command. Whatever goes wrong ends in a sentence, never in a traceback."""
    try:
        with _end_signals():
            status = _run_command(options, terminal, services)
            _say_weaker_protection(terminal)
            terminal.out.flush()
            return status
    except BrokenPipeError:
        # whoever read the answer has gone; nothing is left to tell, not even while closing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        terminal.warn("stopped")
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last place that can say something
        return _say_error(error, terminal)


def _run_command(options: Namespace, terminal: Terminal, services: "Services | None") -> int:
    from app.program import Services

    module, _, name = options.runs.partition(":")
    command = cast("Command", getattr(importlib.import_module(module), name))
    return command(options, terminal, services or Services()) or DONE


def _say_weaker_protection(terminal: Terminal) -> None:
    """Say which walls did not stand around a child of this command, although that is allowed."""
    protection = sys.modules.get("app.sandbox.protection")  # not loaded: there was no child
    if protection is not None and (walls := protection.missing_walls()):
        terminal.warn("protection.weaker", walls=terminal.words.walls(walls))


def _say_error(error: Exception, terminal: Terminal) -> int:
    terminal.error(error)
    if not _is_expected(error):
        terminal.warn("unexpected", kind=type(error).__name__)
        for place in places(error.__traceback__):
            terminal.err.write(f"  {place}\n")
    return FAILED


def _is_expected(error: Exception) -> bool:
    from app.errors import AppError
    from face.errors import FaceError
    from storage.errors import StorageError

    return isinstance(error, AppError | FaceError | StorageError | OSError | MemoryError)


def places(trace: TracebackType | None) -> list[str]:
    """Return the modules, functions and lines of a traceback, without paths and values."""
    return [
        f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]


@contextmanager
def _end_signals() -> Iterator[None]:
    """Turn signals that end the process into KeyboardInterrupt, so that it ends cleanly."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = ("SIGTERM", "SIGHUP")
    before = {}
    try:
        for name in names:
            if number := getattr(signal, name, None):
                before[number] = signal.signal(number, stop)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _asked_language(arguments: Sequence[str]) -> str | None:
    """Return the value of --lang before parsing, since the parser speaks that language."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[at + 1 : at + 2])
            return asked if asked in LANGUAGES else None
    return None


def _escape_unprintable() -> None:
    """Print escapes instead of failing on a terminal that cannot show Hangul."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
