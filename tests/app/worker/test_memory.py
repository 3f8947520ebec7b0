import subprocess
import sys

import pytest

PROGRAM = """
from app.worker.memory import MemoryGauge
low, high = MemoryGauge(40 << 20), MemoryGauge(400 << 20)
before = low.is_high(), high.is_high()
held = bytearray(b"x" * (50 << 20))
del held
print(*before, low.is_high(), high.is_high())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it sets no limit on memory")
def test_the_gauge_sees_a_peak_even_after_it_is_over() -> None:
    command = [sys.executable, "-c", PROGRAM]
    run = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    assert run.stdout.split() == ["False", "False", "True", "False"]
