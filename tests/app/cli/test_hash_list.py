"""`geoul hashes`."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from storage.case import Case
from storage.types import Verdict
from tests.app.conftest import PHRASE, Geoul
from tests.support.drawn_media import scene, video
from tests.support.fake_program import CHEAP, ME, write_picture


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A picture, a video, and a picture of too little; the first two are confirmed."""
    ground = np.random.default_rng(1).integers(0, 255, (9, 9), np.uint8)
    Image.fromarray(ground).resize((300, 300)).save(folder / "a.png")
    (folder / "b.mp4").write_bytes(video(scene(1, 60)))
    write_picture(folder / "c.png", ME)
    assert geoul("add", case, folder).status == 0
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        opened.decide(1, Verdict.CONFIRM)
        opened.decide(2, Verdict.CONFIRM)
    return case


def test_a_list_is_made_and_said_what_it_is(filled: Path, tmp_path: Path, geoul: Geoul) -> None:
    out = tmp_path / "list"
    made = geoul("hashes", filled, out)
    assert made.status == 0, made.err
    assert "(lines: 1, items: 1)" in made.out
    assert "says too little: 2" in made.out
    with Case.open(filled, PHRASE, cost=CHEAP) as opened:
        assert out.read_text().split() == [opened.item(1).pdq]


def test_a_program_reads_what_is_in_it(filled: Path, tmp_path: Path, geoul: Geoul) -> None:
    out = tmp_path / "list"
    made = geoul("hashes", filled, out, "--kind", "vpdq", "--json")
    wanted = {"file": str(out), "kind": "vpdq", "items": [2], "left_out": [1], "lines": 1}
    assert made.json == wanted
    assert out.read_text().count(",0.000") == 1


def test_what_is_there_already_stays_and_nothing_found_is_said(
    filled: Path, tmp_path: Path, geoul: Geoul
) -> None:
    out = tmp_path / "list"
    out.write_text("mine")
    again = geoul("hashes", filled, out)
    assert (again.status, out.read_text()) == (1, "mine")
    with Case.open(filled, PHRASE, cost=CHEAP) as opened:
        opened.decide(2, Verdict.REJECT)
    none = geoul("hashes", filled, tmp_path / "other", "--kind", "md5", "--lang", "ko")
    assert none.status == 1
    assert "md5" in none.err
