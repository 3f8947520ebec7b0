import pytest

from app.job import Progress
from app.messages import Words
from app.messages.progress_text import TimeLeft, left, progress_text

WORDS = Words("en")


class Clock:
    """Says what it was set to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_is_guessed_at_once(clock: Clock) -> None:
    time_left = TimeLeft(clock)
    assert time_left.seconds(Progress(0, 10)) is None
    clock.now = 1
    assert time_left.seconds(Progress(5, 10)) is None


def test_what_was_done_before_does_not_make_it_look_faster(clock: Clock) -> None:
    time_left = TimeLeft(clock)
    time_left.seconds(Progress(90, 100))
    clock.now = 10
    assert time_left.seconds(Progress(95, 100)) == pytest.approx(10)


def test_an_unknown_total_has_no_end(clock: Clock) -> None:
    time_left = TimeLeft(clock)
    time_left.seconds(Progress(0, None))
    clock.now = 10
    assert time_left.seconds(Progress(5, None)) is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "about 1 s left"), (600, "about 10 min left"), (7200, "about 2 h left")],
)
def test_the_time_left_is_said_in_fitting_units(seconds: float, said: str) -> None:
    assert left(WORDS, seconds) == said


def test_progress_in_words_says_no_end_that_nobody_knows() -> None:
    assert progress_text(WORDS, "progress.find", Progress(3, None), None) == "Looking for files: 3"
    assert progress_text(WORDS, "progress.find", Progress(3, 9), None) == "Reading 3 of 9"
    assert (
        progress_text(WORDS, "progress.find", Progress(3, 9), 60)
        == "Reading 3 of 9, about 60 s left"
    )
