"""What the demo does without pictures that may not be given on."""

from pathlib import Path

import pytest

from app.demo import portrait
from app.demo.errors import PictureMissingError
from app.demo.run import run_demo
from app.job import finish
from tests.support.fake_program import FakeServices


def test_an_installed_program_leaves_out_other_people_and_counts_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise PictureMissingError("t1.jpg")

    monkeypatch.setattr(portrait, "group", missing)
    done = finish(run_demo(tmp_path, FakeServices()))
    assert done.left_out == 4
    assert {each.sample.name for each in done.seen}.isdisjoint(
        {"pasted.jpg", "composite.jpg", "group.jpg", "actor.png"}
    )
