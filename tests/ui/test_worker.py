import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.job import Job, Progress
from ui.worker import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker("test")
    yield made
    assert made.end(5)


def count(steps: int) -> Job[str]:
    for done in range(steps):
        yield Progress(done, steps)
    return "counted"


def endless(closed: threading.Event) -> Job[None]:
    try:
        while True:
            yield Progress(0, None)
    finally:
        closed.set()


def test_hands_over_what_a_call_returned(qtbot: QtBot, worker: Worker) -> None:
    got: list[int] = []
    worker.call(lambda: 6 * 7, got.append)
    qtbot.waitUntil(lambda: got == [42])


def test_hands_over_the_error_of_a_call(qtbot: QtBot, worker: Worker) -> None:
    got: list[Exception] = []
    worker.call(lambda: 1 // 0, None, got.append)
    qtbot.waitUntil(lambda: [type(error) for error in got] == [ZeroDivisionError])


def test_hands_over_what_a_job_returned(qtbot: QtBot, worker: Worker) -> None:
    with qtbot.waitSignal(worker.start(lambda: count(3)).succeeded) as caught:
        pass
    assert caught.args == ["counted"]


def test_news_arrive_in_the_ui_thread(qtbot: QtBot, worker: Worker) -> None:
    threads: list[threading.Thread] = []
    worker.call(lambda: None, lambda _: threads.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_a_call_is_served_while_a_job_goes_on(qtbot: QtBot, worker: Worker) -> None:
    closed = threading.Event()
    task = worker.start(lambda: endless(closed))
    got: list[str] = []
    worker.call(lambda: "answer", got.append)
    qtbot.waitUntil(lambda: got == ["answer"])
    assert not closed.is_set()
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_jobs_take_turns(qtbot: QtBot, worker: Worker) -> None:
    closed = threading.Event()
    first = worker.start(lambda: endless(closed))
    with qtbot.waitSignal(worker.start(lambda: count(3)).succeeded):
        pass
    with qtbot.waitSignal(first.cancelled):
        first.cancel()


def test_a_cancelled_job_is_closed(qtbot: QtBot, worker: Worker) -> None:
    closed = threading.Event()
    task = worker.start(lambda: endless(closed))
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert closed.is_set()


def test_a_paused_job_can_be_cancelled(qtbot: QtBot, worker: Worker) -> None:
    task = worker.start(lambda: endless(threading.Event()))
    task.pause()
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_a_paused_job_goes_on_after_resuming(qtbot: QtBot, worker: Worker) -> None:
    task = worker.start(lambda: count(3))
    task.pause()
    with qtbot.waitSignal(task.succeeded):
        task.resume()


def test_ending_closes_the_jobs(qtbot: QtBot) -> None:
    worker = Worker("test")
    closed = threading.Event()
    task = worker.start(lambda: endless(closed))
    with qtbot.waitSignal(task.progressed):
        pass
    assert worker.end(5)
    assert closed.is_set()


def test_says_when_ending_takes_too_long(qtbot: QtBot) -> None:
    worker = Worker("test")
    go_on = threading.Event()
    worker.call(go_on.wait)
    assert not worker.end(0.01)
    go_on.set()
    assert worker.end(5)


def test_a_cancelled_job_is_closed_before_a_later_call(qtbot: QtBot, worker: Worker) -> None:
    closed = threading.Event()
    task = worker.start(lambda: endless(closed))
    with qtbot.waitSignal(task.progressed):
        pass
    seen: list[bool] = []
    worker.cancel_all()
    worker.call(closed.is_set, seen.append)
    qtbot.waitUntil(lambda: seen == [True])
