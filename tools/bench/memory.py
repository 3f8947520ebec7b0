"""Measure the peak memory of a scan, with its child processes, on demanding files."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import av
import cv2
import numpy as np

from face.types import Pixels
from tools.bench.folder import whole_job
from tools.bench.photos import PEOPLE, picture, vary

LIMIT_MB = 1500
SAMPLE_SECONDS = 0.02


def measure() -> dict[str, object]:
    """Return the peak in MiB (proportional set size, all processes) and the limit."""
    with tempfile.TemporaryDirectory() as folder:
        greedy_files(Path(folder))
        command = [sys.executable, "-m", "tools.bench.memory", folder]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            peak = 0
            while process.poll() is None:
                peak = max(peak, sum(map(proportional_kb, with_descendants(process.pid))))
                time.sleep(SAMPLE_SECONDS)
    return {
        "peak_mb": round(peak / 1024),
        "limit_mb": LIMIT_MB,
        "of_the_limit": round(peak / 1024 / LIMIT_MB, 2),
        "exit_status": process.returncode,
    }


def greedy_files(folder: Path) -> None:
    """Write pictures of 30, 64 and 108 megapixels and a 4K video."""
    dice = np.random.default_rng(7)
    people = picture(PEOPLE[0])
    for name, side in (("30.jpg", 6700), ("64.png", 9600), ("108.jpg", 12000), ("108.png", 12000)):
        cv2.imwrite(str(folder / name), vary(people, side, dice))
    write_video(folder / "4k.mp4", vary(people, 3840, dice)[:2160])


def write_video(path: Path, pixels: Pixels) -> None:
    """Write four seconds of the picture, H.264."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10)
        stream.height, stream.width = pixels.shape[:2]
        stream.pix_fmt = "yuv420p"
        for number in range(40):
            shifted = np.roll(pixels, 16 * number, axis=1)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(shifted, format="bgr24")))
        container.mux(stream.encode())


def with_descendants(pid: int) -> list[int]:
    """Return a process and all that it started, as far as they still live."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in with_descendants(int(child)))]


def proportional_kb(pid: int) -> int:
    """Return the process's share of the memory in use; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).iterdir())
    whole_job(Path(sys.argv[1]), files)
