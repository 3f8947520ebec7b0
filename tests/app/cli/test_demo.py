"""The demo with the real models: the whole program in one command."""

import json
import os
import signal
import subprocess
import sysconfig
import time
from pathlib import Path

import pytest

from face.folders import cache_folder

pytestmark = pytest.mark.models

COMMAND = str(Path(sysconfig.get_path("scripts")) / "geoul")


def sample_folders(cache: Path) -> list[str]:
    return [path.name for path in cache.rglob("demo-*")]


@pytest.mark.slow
def test_everything_planted_is_found_and_nothing_is_left(tmp_path: Path) -> None:
    before = sample_folders(cache_folder())
    result = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "demo", "--json", "-q"], capture_output=True, text=True, check=False, timeout=300
    )
    answer = json.loads(result.stdout)
    wrong = [each for each in answer["planted"] if not each["ok"]]
    assert wrong == []
    assert result.returncode == 0
    video = next(each for each in answer["planted"] if each["name"] == "video.mp4")
    assert video["interval_ms"] == pytest.approx([2000, 4000], abs=600)
    unchecked = {each["name"] for each in answer["planted"] if each["unchecked"]}
    assert unchecked == {"damaged.jpg", "document.jpg"}
    assert sample_folders(cache_folder()) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_demo_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    demo = subprocess.Popen(  # noqa: S603 - our own command
        [COMMAND, "demo"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not sample_folders(tmp_path) and time.monotonic() < until:
        time.sleep(0.02)
    assert sample_folders(tmp_path)
    demo.send_signal(number)
    _, said = demo.communicate(timeout=60)
    assert demo.returncode == 1
    assert "Stopped" in said
    assert sample_folders(tmp_path) == []


def test_what_is_to_be_kept_is_kept_in_a_new_folder_only(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    result = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "demo", "--keep", str(tmp_path / "there")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 1
    assert "already exists" in result.stderr
