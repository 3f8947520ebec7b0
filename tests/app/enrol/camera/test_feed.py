import threading
from collections.abc import Iterator

import pytest

from app.enrol.camera import feed
from app.enrol.camera.errors import (
    CameraBlackError,
    CameraBusyError,
    CameraLostError,
    CameraMissingError,
)
from app.enrol.camera.feed import BLACK_SECONDS, LOST_SECONDS, START_SECONDS, Feed
from app.sandbox.errors import WorkerStartError
from face.types import Pixels
from tests.support.fake_camera import FakeCamera, black, cannot_start, scene

LONG = 30.0


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def missing() -> FakeCamera:
    raise CameraMissingError


def next_picture(of: Feed) -> Pixels:
    while (picture := of.newest(LONG)) is None:
        pass
    return picture


def test_the_newest_picture_is_given_once_and_owned_by_who_asked() -> None:
    step = threading.Semaphore(0)
    pictures: Iterator[Pixels] = iter([scene(), scene(0.5)])

    def show() -> Pixels | None:
        return next(pictures, None) if step.acquire(timeout=0.01) else None

    camera = FakeCamera(show)
    with Feed(camera) as newest:
        step.release()
        first = next_picture(newest)
        assert newest.newest(0) is None
        step.release()
        assert (next_picture(newest) == scene(0.5)).all()
        assert (first == scene()).all()
    assert camera.closed


def test_what_nobody_took_is_wiped() -> None:
    camera = FakeCamera(scene)
    with Feed(camera) as newest:
        for _ in range(3):
            next_picture(newest).fill(0)
    assert camera.closed
    assert not any(each.any() for each in camera.given)


@pytest.mark.parametrize(
    ("opens", "error"), [(missing, CameraMissingError), (cannot_start, WorkerStartError)]
)
def test_what_goes_wrong_in_its_thread_is_raised_where_it_is_asked(
    opens: FakeCamera, error: type[Exception]
) -> None:
    with Feed(opens) as newest:
        for _ in range(2):
            with pytest.raises(error):
                next_picture(newest)


def test_a_camera_that_never_gives_a_picture_is_busy(clock: Clock) -> None:
    with Feed(FakeCamera(lambda: None), clock) as newest:
        clock.now += START_SECONDS - 1
        assert newest.newest(0) is None
        clock.now += 2
        with pytest.raises(CameraBusyError):
            newest.newest(0)


def test_a_camera_that_stops_giving_pictures_is_lost(clock: Clock) -> None:
    given: Iterator[Pixels] = iter([scene()])
    with Feed(FakeCamera(lambda: next(given, None)), clock) as newest:
        next_picture(newest)
        clock.now += LOST_SECONDS - 1
        assert newest.newest(0) is None
        clock.now += 2
        with pytest.raises(CameraLostError):
            newest.newest(0)


def test_black_pictures_are_said_only_when_they_stay(clock: Clock) -> None:
    show = [black, scene]

    def shown() -> Pixels:
        return show[0]()

    with Feed(FakeCamera(shown), clock) as newest:
        clock.now += START_SECONDS - 1  # it took long to open
        assert not is_bright(next_picture(newest))
        clock.now += BLACK_SECONDS - 1
        show.reverse()
        while not is_bright(next_picture(newest)):
            pass
        show.reverse()
        while is_bright(next_picture(newest)):
            pass
        clock.now += BLACK_SECONDS + 1
        with pytest.raises(CameraBlackError):
            next_picture(newest)


def is_bright(picture: Pixels) -> bool:
    return int(picture.max()) == 255


def test_a_camera_that_hangs_does_not_hold_up_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "_CLOSE_SECONDS", 0.01)
    hangs = threading.Event()
    late = scene()

    def show() -> Pixels:
        hangs.wait(LONG)
        return late

    camera = FakeCamera(show)
    with Feed(camera) as newest:
        assert newest.newest(0) is None
    assert not is_closed(camera)
    hangs.set()
    newest._thread.join(LONG)
    assert is_closed(camera)
    assert not late.any()


def is_closed(camera: FakeCamera) -> bool:
    return camera.closed
