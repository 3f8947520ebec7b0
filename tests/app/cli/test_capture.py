"""`geoul capture`."""

from pathlib import Path

import pytest

from tests.app.conftest import Geoul
from tests.support.fake_program import ME, SOMEBODY, write_picture


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with one item, and a picture of the screen beside it."""
    write_picture(folder / "a.png", ME)
    assert geoul("add", case, folder).status == 0
    write_picture(folder / "shot.png", ME, SOMEBODY)
    return case


def test_a_capture_is_taken_in_looked_at_and_named_with_what_it_shows(
    filled: Path, folder: Path, geoul: Geoul
) -> None:
    done = geoul("capture", filled, folder / "shot.png", "--of", 1, "--covered", "--json")
    assert done.status == 0
    assert (done.json["added"], done.json["kept"], done.json["blocked"]) == ([2], [2], [])
    assert done.json["captures"] == [{"item": 2, "kind": "screen-capture-covered", "shows": 1}]
    shown = geoul("show", filled, 2, "--json").json
    assert (shown["state"], shown["is_derivative"]) == ("done", True)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_not_kept_and_what_is_no_picture_is_said(
    filled: Path, folder: Path, geoul: Geoul, language: str
) -> None:
    (folder / "x.txt").write_text("x")
    paths = (folder / "shot.png", folder / "x.txt")
    done = geoul("capture", filled, *paths, "--lang", language)
    assert done.status == 1
    assert "--covered" in done.out
    assert "x.txt" in done.out


def test_an_item_is_marked_and_unmarked(filled: Path, geoul: Geoul) -> None:
    marked = geoul("capture", filled, "--item", 1, "--json")
    assert marked.json["captures"] == [{"item": 1, "kind": "screen-capture", "shows": None}]
    again = geoul("capture", filled, "--item", 1, "--of", 1)
    assert (again.status, "screen capture itself" in again.err) == (1, True)
    taken_back = geoul("capture", filled, "--item", 1, "--none", "--json")
    assert taken_back.json["captures"] == []
