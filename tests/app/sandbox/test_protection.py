"""What is made of walls that do not stand, on systems where a person has a choice."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.messages import LANGUAGES, Words
from app.preferences import Preferences
from app.sandbox import protection
from app.sandbox.errors import BrokenProtocolError, WeakerProtectionError
from app.sandbox.frame_request import FrameRequest
from app.sandbox.frame_viewer import FrameViewerProcess
from app.sandbox.walls import Wall
from tests.app.sandbox.pools import ALONE, FAKE_CHILD, fake_pool, outcomes, says


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A system where protection can be weaker, and nothing is set."""
    monkeypatch.setattr(protection, "can_be_weaker", lambda: True)
    monkeypatch.setattr(protection, "_missing", set())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def allow() -> None:
    replace(Preferences.load(), weaker_protection=True).keep()


def test_walls_that_all_stand_are_accepted() -> None:
    protection.accept({"open_walls": []})
    assert protection.missing_walls() == ()


def test_an_open_wall_is_refused_until_the_person_allows_it() -> None:
    said = {"open_walls": ["network", "files"]}
    with pytest.raises(WeakerProtectionError) as caught:
        protection.accept(said)
    assert caught.value.walls == (Wall.FILES, Wall.NETWORK)
    allow()
    protection.accept(said)
    assert protection.missing_walls() == (Wall.FILES, Wall.NETWORK)


def test_on_linux_nobody_can_allow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    allow()
    monkeypatch.setattr(protection, "can_be_weaker", lambda: False)
    with pytest.raises(WeakerProtectionError):
        protection.accept({"open_walls": ["memory"]})


@pytest.mark.parametrize("walls", [None, "files", ["roof"], [1], {"files": 1}, [["files"]]])
def test_walls_that_are_none_are_no_answer(walls: object) -> None:
    with pytest.raises(BrokenProtocolError):
        protection.accept({"open_walls": walls})


def test_a_child_behind_weaker_walls_is_given_a_medium_only_when_that_is_allowed() -> None:
    with pytest.raises(WeakerProtectionError), fake_pool("weaker") as pool:
        outcomes(pool, says("faces 1"))
    allow()
    with fake_pool("weaker") as pool:
        assert outcomes(pool, says("faces 1")) == [1]


def test_a_child_that_serves_alone_is_asked_again_after_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: object) -> None:
        raise WeakerProtectionError((Wall.FILES,))

    with FrameViewerProcess(limits=ALONE, command=FAKE_CHILD) as viewer:
        monkeypatch.setattr(protection, "accept", refuse)
        for _ in range(2):
            with pytest.raises(WeakerProtectionError):
                list(viewer.show(says("plain 2 2"), FrameRequest()))
        monkeypatch.undo()
        assert list(viewer.show(says("plain 2 2"), FrameRequest())) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_refusal_says_what_a_harmful_file_could_do(language: str) -> None:
    words = Words(language)
    said = words.error(WeakerProtectionError((Wall.FILES, Wall.PROCESSES)))
    assert words.say("wall.files") in said
    assert words.say("wall.processes") in said
    assert words.say("wall.network") not in said
