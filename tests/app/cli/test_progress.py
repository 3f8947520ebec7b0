from collections.abc import Iterator
from io import StringIO

import pytest

from app.cli import progress
from app.cli.terminal import Terminal
from app.job import Job, Progress
from app.messages import Words


class Screen(StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def ticks(step: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += step


def count(to: int) -> Job[str]:
    for number in range(to):
        yield Progress(number, to)
    return "done"


def shown(screen: StringIO, step: float = 1.0, *, quiet: bool = False) -> str:
    terminal = Terminal(Words("en"), out=StringIO(), err=screen, quiet=quiet)
    clock = ticks(step)
    assert (
        progress.run_with_progress(count(20), terminal, "progress.look", lambda: next(clock))
        == "done"
    )
    return screen.getvalue()


def test_a_terminal_sees_how_far_it_is_and_how_long_it_takes() -> None:
    text = shown(Screen())
    assert "Scanning 0 of 20" in text
    assert "left" in text
    assert "\n" not in text
    assert text.endswith("\r")


@pytest.mark.parametrize(("screen", "quiet"), [(StringIO(), False), (Screen(), True)])
def test_a_file_or_a_quiet_run_gets_no_progress(screen: StringIO, quiet: bool) -> None:
    assert shown(screen, quiet=quiet) == ""


def test_an_interrupt_closes_the_job() -> None:
    closed = []

    def interrupted() -> Job[None]:
        try:
            yield Progress(0, 2)
            raise KeyboardInterrupt
        finally:
            closed.append(True)

    terminal = Terminal(Words("en"), out=StringIO(), err=Screen())
    with pytest.raises(KeyboardInterrupt):
        progress.run_with_progress(interrupted(), terminal, "progress.look")
    assert closed == [True]
