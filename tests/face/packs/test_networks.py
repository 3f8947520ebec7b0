"""The networks of a pack are opened at once: afterwards no file is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from face.packs.add import add_pack


@pytest.mark.models
def test_no_file_is_opened_after_open(tmp_path: Path, models: Path, buffalo: Path) -> None:
    """As in the sandbox: an audit hook ends the process at the first file that is opened."""
    add_pack(buffalo, models)
    services = f"""
import os, sys
from pathlib import Path
import numpy as np
from face.engine import FaceEngine
from face.crop import crop_jpeg
from tests.support import photos
picture = photos.astronaut()
engines = [FaceEngine.open("open", threads=1),
           FaceEngine.open("buffalo_sc", threads=1, models=Path({str(models)!r}))]
def refuse(event, args):
    if event in ("open", "import", "socket.connect", "subprocess.Popen", "os.open"):
        print(event, args, file=sys.stderr)
        os._exit(3)
sys.addaudithook(refuse)
square = np.zeros((200, 300, 3), np.uint8)
square[60:100, 100:140] = 255
views = [(engines[0], picture), (engines[0], np.rot90(picture)), (engines[1], square),
         (engines[0], np.tile(picture, (3, 4, 1))[:1400, :1900])]
for engine, view in views:
    for face in engine.find_faces(view)[:3]:
        assert crop_jpeg(view, face)[:2] == b"\\xff\\xd8"
os._exit(0)
"""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", services],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
