"""A camera that is missing, busy, black or lost, and one before which several people sit."""

import threading
from collections.abc import Callable

import pytest

from app.enrol.camera import feed
from app.enrol.camera.errors import (
    CameraBlackError,
    CameraBusyError,
    CameraError,
    CameraLostError,
    CameraMissingError,
)
from app.messages import LANGUAGES
from face.types import Pixels
from tests.support.fake_camera import FakeCamera, Show, black, scene, script
from tests.ui.bad_input.conftest import in_both_languages
from tests.ui.bad_input.person import Person
from tests.ui.pictures import is_wiped
from ui.pages.enrol import EnrolPage

SECONDS = 0.2
"""The timeouts of a camera in these tests."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("START_SECONDS", "LOST_SECONDS", "BLACK_SECONDS"):
        monkeypatch.setattr(feed, name, SECONDS)


@pytest.fixture
def me(person: Person, tmp_path_factory: pytest.TempPathFactory) -> EnrolPage:
    """The page, with the camera explained."""
    person.makes_a_case(tmp_path_factory.mktemp("case") / "notes")
    page = person.goes_to("enrol")
    assert isinstance(page, EnrolPage)
    person.press("enrol.camera")
    return page


def paced(show: Show) -> Show:
    """Slow the fake camera down to the rate of a real one."""
    waiting = threading.Event()

    def wait_and_show() -> Pixels | None:
        waiting.wait(0.01)
        return show()

    return wait_and_show


def missing() -> FakeCamera:
    raise CameraMissingError


def busy() -> FakeCamera:
    raise CameraBusyError


CAMERAS: dict[str, tuple[Callable[[], FakeCamera], type[CameraError]]] = {
    "missing": (missing, CameraMissingError),
    "busy": (busy, CameraBusyError),
    "silent": (FakeCamera(paced(lambda: None)), CameraBusyError),
    "black": (FakeCamera(paced(black)), CameraBlackError),
}


@pytest.mark.parametrize(
    ("name", "language"), list(zip(CAMERAS, LANGUAGES * len(CAMERAS), strict=False))
)
def test_a_camera_without_a_picture_leads_to_photos_or_another_try(
    person: Person, me: EnrolPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    camera, error = CAMERAS[name]
    monkeypatch.setattr(person.session.own_face, "camera", camera)
    person.press("enrol.camera_start")
    person.waits_for(person.words.error(error()))
    person.waits_until(lambda: person.session.own_face.filming is None)
    person.press("enrol.camera_again")
    person.waits_until(lambda: not me.camera.start_button.isVisible())
    person.waits_for(person.words.error(error()))
    person.press("enrol.photos_instead")
    person.button("enrol.choose")


def test_a_camera_that_is_pulled_out_is_said_and_what_was_given_before_stays(
    person: Person, me: EnrolPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulled_out = threading.Event()
    camera = FakeCamera(paced(lambda: None if pulled_out.is_set() else scene()))
    monkeypatch.setattr(person.session.own_face, "camera", camera)
    person.press("enrol.camera_start")
    person.waits_until(lambda: not is_wiped(me.camera.view))
    pulled_out.set()
    person.waits_for(person.words.error(CameraLostError()))
    assert is_wiped(me.camera.view)
    person.waits_until(lambda: camera.closed)


@in_both_languages
def test_two_people_are_asked_to_be_one_and_nothing_is_taken(
    person: Person, me: EnrolPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = FakeCamera(paced(script([], scene(others=1))))
    monkeypatch.setattr(person.session.own_face, "camera", camera)
    person.press("enrol.camera_start")
    person.waits_for(person.says("camera.hint.several-faces"))
    person.press("enrol.camera_stop")
    person.waits_until(lambda: person.session.own_face.filming is None)
    assert person.session.own_face.state.photos == ()


@pytest.mark.parametrize("how", ["locked", "left"])
def test_the_camera_goes_when_the_window_does(
    person: Person, me: EnrolPage, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    camera = FakeCamera(paced(script([], scene())))
    monkeypatch.setattr(person.session.own_face, "camera", camera)
    person.press("enrol.camera_start")
    person.waits_until(lambda: not is_wiped(me.camera.view))
    if how == "locked":
        person.session.lock(finish_work=True)
        person.waits_until(lambda: camera.closed)
    else:
        assert person.session.end(30)
        assert camera.closed
