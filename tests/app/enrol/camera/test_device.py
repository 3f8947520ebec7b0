import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from app.enrol.camera import device
from app.enrol.camera.device import LONGEST_SIDE, LocalCamera, open_camera
from app.enrol.camera.errors import CameraBusyError, CameraMissingError

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize("number", [-1, 64, True, "0", "/dev/video0", "rtsp://x", 0.0])
def test_only_numbers_of_local_devices_are_opened(number: int) -> None:
    with pytest.raises(ValueError, match=r".*"):
        open_camera(number)


def test_without_a_device_there_is_no_camera(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(device, "_DEVICES", tmp_path)
    monkeypatch.setattr(LocalCamera, "open", lambda _number: None)
    for number in (None, 7):
        with pytest.raises(CameraMissingError):
            open_camera(number)


@pytest.mark.skipif(sys.platform != "linux", reason="devices are files on Linux only")
def test_a_device_that_cannot_be_opened_is_busy_and_the_next_is_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("video0", "video2", "video-of-mine"):
        (tmp_path / name).touch()
    tried: list[int] = []
    monkeypatch.setattr(device, "_DEVICES", tmp_path)
    monkeypatch.setattr(LocalCamera, "open", tried.append)
    with pytest.raises(CameraBusyError):
        open_camera()
    assert tried == [0, 2]


@pytest.mark.skipif(
    sys.platform != "linux" or any(Path("/dev").glob("video*")), reason="a camera may be there"
)
def test_offline_and_without_a_camera_the_real_one_fails_in_silence() -> None:
    services = """
        from app.offline import go_offline
        go_offline()
        from app.enrol.camera.device import LocalCamera, open_camera
        from app.enrol.camera.errors import CameraMissingError
        assert LocalCamera.open(0) is None
        try:
            open_camera(0)
        except CameraMissingError:
            print("missing")
    """
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", textwrap.dedent(services)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("missing\n", "")


class Capture:
    """Gives one blue picture (BGR), then none."""

    def __init__(self, width: int, height: int) -> None:
        self.picture = np.zeros((height, width, 3), np.uint8)
        self.picture[:] = (200, 20, 10)
        self.left = 1
        self.released = False

    def read(self) -> tuple[bool, np.ndarray | None]:
        self.left -= 1
        return (True, self.picture) if self.left >= 0 else (False, None)

    def release(self) -> None:
        self.released = True


def test_pictures_are_rgb_not_too_large_and_leave_no_copy() -> None:
    capture = Capture(1920, 1080)
    camera = LocalCamera(capture)  # type: ignore[arg-type]
    picture = camera.read()
    assert picture is not None
    assert picture.shape == (540, LONGEST_SIDE, 3)
    assert picture[0, 0].tolist() == [10, 20, 200]
    assert not capture.picture.any()
    assert camera.read() is None
    camera.close()
    assert capture.released
