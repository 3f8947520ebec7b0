import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.evaluate import __main__ as evaluate
from tools.evaluate import calibrate, crossvalidate


@pytest.mark.parametrize("program", [evaluate.main, calibrate.main, crossvalidate.main])
def test_without_data_it_says_so_and_all_is_well(
    program: Callable[[], int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluate", "--data", str(tmp_path)])
    assert program() == 0
    assert "no labelled faces" in capsys.readouterr().out
